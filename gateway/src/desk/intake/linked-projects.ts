/**
 * What a project and the enterprise that it became know of each other: whoever names one on a form is not asked again what was told of the
 * other (R53, J18). Asked of the graph in the name of who fills in the form, so nothing is linked that this reader could not read.
 */
import type { DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { ToldAnswer } from "@parcours/shared/intake/intake-request";
import { isSilence, type Graph } from "../graph.js";
import type { IntakeHolders } from "./form-operation.js";

/** What was found. */
export interface LinkedProjects {
  /** The enterprise that the project became, where that counts and only the project was named. */
  readonly enterpriseNumber: string | null;
  /** Whether nobody says what the project became: a document of that enterprise may stand for it. */
  readonly isSilent: boolean;
  /** The projects that became the enterprise, where only the enterprise was named. */
  readonly projectIds: readonly string[];
  /** By concept: what a project says itself of a question. */
  readonly told: ReadonlyMap<string, ToldAnswer>;
}

type Json = Readonly<Record<string, unknown>>;

const none: LinkedProjects = { enterpriseNumber: null, isSilent: false, projectIds: [], told: new Map() };

/** Finds what hangs together. A silent owner links nothing: what it may know stays PENDING. */
export async function linkedProjects(
  graph: Graph,
  { Entrepreneur, Enterprise, Project }: IntakeHolders,
  questions: readonly DescribedQuestion[],
): Promise<LinkedProjects> {
  if (Enterprise === null && Project === null) return none;
  const said = questions.filter(({ alsoIn }) => alsoIn !== null);
  const parts = said.map(({ alsoIn }, place) => `s${place}: ${alsoIn?.selection ?? ""}`).join(" ");
  const node = `id agency { code } enterprise { number } enterpriseLink { code } ${parts}`;
  const { data, errors } = await graph.ask(
    Project === null
      ? {
          query: `query Linked($id: ID!) { projects(entrepreneurId: $id, first: 100) { edges { node { ${node} } } } }`,
          variables: { id: Entrepreneur },
        }
      : { query: `query Linked($id: ID!) { project(id: $id) { ${node} } }`, variables: { id: Project } },
  );
  const found =
    Project === null ? nodesIn(data).filter((one) => numberOf(one) === Enterprise) : [data?.["project"] as Json];
  const projects = found.filter(Boolean);
  return {
    enterpriseNumber: Enterprise === null ? numberOf(projects[0]) : null,
    isSilent: Enterprise === null && projects.length === 0 && errors.some(isSilence),
    projectIds: Project === null ? projects.flatMap(({ id }) => (typeof id === "string" ? [id] : [])) : [],
    told: new Map(
      said.flatMap(({ concept, alsoIn }, place) => {
        const project = projects.find((one) => typeof one[`s${place}`] === "string");
        const agency = (project?.["agency"] as { readonly code?: string } | null | undefined)?.code;
        if (!project || agency === undefined || !alsoIn) return [];
        const told = {
          concept,
          state: "KNOWN",
          category: alsoIn.category,
          agency,
          value: project[`s${place}`],
        } as const;
        return [[concept, told] as const];
      }),
    ),
  };
}

function nodesIn(data: Json | null): Json[] {
  const { edges = [] } = (data?.["projects"] ?? {}) as { readonly edges?: readonly { readonly node: Json | null }[] };
  return edges.flatMap(({ node }) => (node ? [node] : []));
}

/** A link that is a claim counts for nothing: another's enterprise would be asked for its answers (decision 0023). */
function numberOf(project: Json | undefined): string | null {
  if ((project?.["enterpriseLink"] as Json | null | undefined)?.["code"] !== "CONFIRMED") return null;
  const number = (project?.["enterprise"] as Json | null | undefined)?.["number"];
  return typeof number === "string" ? number : null;
}
