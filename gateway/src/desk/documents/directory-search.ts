/** Asks the directory, in the name of who offers a document, whether any agency holds a version that holds today and that the offerer may see. */
import type { OfferedDocument } from "@parcours/shared/documents/document.rules";
import { countsFor, isHeldAlready } from "@parcours/shared/documents/document.rules";
import { isSilence } from "../graph.js";
import type { Graph, GraphAnswer } from "../graph.js";

/** A document as the directory points to it. */
interface PointedDocument {
  readonly id: string;
  readonly sha256: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly projectId: string | null;
  readonly holder: { readonly code: string } | null;
  readonly enterprise: { readonly number: string } | null;
  readonly projectEnterprise: { readonly number: string } | null;
}

type Documents = { readonly edges: readonly { readonly node: PointedDocument | null }[] } | null;

/** What the directory knows. */
export interface SearchResult {
  /** Whether it answered. */
  readonly isAsked: boolean;
  /** Whether it knows the person, for this reader. */
  readonly isPersonKnown: boolean;
  /** A document that stands for the one that is offered, and who keeps it. */
  readonly held: { readonly id: string; readonly agency: string } | null;
}

const list = `documents(types: $types, validOnly: true, first: 100) {
  edges { node { id sha256 validFrom validUntil projectId holder { code } enterprise { number } projectEnterprise { number } } } }`;
const ofPerson = `query Held($id: ID!, $types: [String!]) { entrepreneur(id: $id) { id ${list} } }`;
const ofBoth = `query Held($id: ID!, $number: String!, $types: [String!]) {
  entrepreneur(id: $id) { id ${list} } enterprise(number: $number) { ${list} } }`;

/** Searches. Never throws: silence is part of the result. @param today `YYYY-MM-DD` in Brussels */
export async function searchDirectory(
  graph: Graph,
  entrepreneurId: string,
  offered: OfferedDocument,
  today: string,
): Promise<SearchResult> {
  const enterpriseNumber = countsFor(offered);
  const answer = await graph.ask(
    enterpriseNumber === null
      ? { query: ofPerson, variables: { id: entrepreneurId, types: [offered.type] } }
      : { query: ofBoth, variables: { id: entrepreneurId, number: enterpriseNumber, types: [offered.type] } },
  );
  const { data, errors } = answer;
  const person = data?.["entrepreneur"] as { readonly documents: Documents } | null | undefined;
  const found = documentsIn(answer).find((node) => stands(node, offered, today));
  return {
    isAsked: !errors.some(isSilence),
    isPersonKnown: Boolean(person),
    held: found?.holder ? { id: found.id, agency: found.holder.code } : null,
  };
}

function documentsIn({ data }: GraphAnswer): PointedDocument[] {
  const holders = [data?.["entrepreneur"], data?.["enterprise"]] as ({ readonly documents?: Documents } | null)[];
  return holders.flatMap((holder) => (holder?.documents?.edges ?? []).flatMap(({ node }) => (node ? [node] : [])));
}

function stands(node: PointedDocument, offered: OfferedDocument, today: string): boolean {
  const { sha256, validFrom, validUntil, projectId, enterprise, projectEnterprise } = node;
  if (sha256 === null || validFrom === null) return false;
  const scope = { projectId, enterpriseNumber: enterprise?.number ?? null };
  const held = { type: offered.type, sha256, validFrom, validUntil, supersededBy: null, ...scope };
  return isHeldAlready({ ...held, projectEnterprise: projectEnterprise?.number ?? null }, offered, today);
}
