/** Whose project a document is said to be about: asked of who keeps projects, in the name of who gives the document (R53, J18; decision 0023). */
import { documentErrors } from "@parcours/shared/documents/document.errors";
import { refuse } from "@parcours/shared/mutations/user-error";
import { isSilence, type Graph, type GraphAnswer } from "../graph.js";

/** A document's project, and the person whose document it is. */
export interface NamedProject {
  readonly projectId: string;
  readonly entrepreneurId: string;
}

const text = `query Project($project: ID!, $person: ID!) {
  project(id: $project) { entrepreneur { id } enterprise { number } enterpriseLink { code } }
  person: entrepreneur(id: $person) { id } }`;

interface Found {
  readonly entrepreneur: { readonly id: string } | null;
  readonly enterprise: { readonly number: string } | null;
  readonly enterpriseLink: { readonly code: string } | null;
}

/**
 * The enterprise that the project became, where that counts; null else. Nothing is taken unchecked: where nobody says whose project it is, the
 * giver asks again later. An unknown project, another's, and one that the giver may not read are one to the giver.
 * @throws UserFault DOCUMENT_PROJECT_REFUSED, DOCUMENT_PROJECT_SILENT
 */
export async function enterpriseOfOwnProject(
  graph: Graph,
  { projectId, entrepreneurId }: NamedProject,
): Promise<string | null> {
  const answer = await graph.ask({ query: text, variables: { project: projectId, person: entrepreneurId } });
  const project = answer.data?.["project"] as Found | null | undefined;
  if (isSilentAt(answer, "project")) refuse(documentErrors.DOCUMENT_PROJECT_SILENT, "projectId");
  const of = project?.entrepreneur?.id;
  if (of === undefined) return refuse(documentErrors.DOCUMENT_PROJECT_REFUSED, "projectId");
  if (of !== entrepreneurId) {
    // Perhaps the same person under an id that is no longer in use: the front door knows.
    if (isSilentAt(answer, "person")) refuse(documentErrors.DOCUMENT_PROJECT_SILENT, "projectId");
    const person = answer.data?.["person"] as { readonly id: string } | null | undefined;
    if (person?.id !== of) refuse(documentErrors.DOCUMENT_PROJECT_REFUSED, "projectId");
  }
  return project?.enterpriseLink?.code === "CONFIRMED" ? (project.enterprise?.number ?? null) : null;
}

function isSilentAt({ data, errors }: GraphAnswer, root: string): boolean {
  const silent = errors.filter(isSilence);
  return data === null ? silent.length > 0 : silent.some(({ path }) => path === undefined || path[0] === root);
}
