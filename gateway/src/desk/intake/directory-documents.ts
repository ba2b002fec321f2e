/** What the directory tells this reader of documents that a form asks for: those that hold today, and what held before. Never content (design 4). */
import { isForTheSame, isValidOn, type LinkedScope } from "@parcours/shared/documents/document.rules";
import { isSilence, type Graph, type GraphAnswer } from "../graph.js";
import type { FoundVersion } from "./document-state.rules.js";
import type { IntakeHolders } from "./form-operation.js";

/** A document as the directory points to it. */
interface PointedDocument {
  readonly id: string;
  readonly type: { readonly code: string } | null;
  readonly holder: { readonly code: string } | null;
  readonly providedTo: readonly { readonly code: string }[] | null;
  readonly version: number | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isValid: boolean | null;
  readonly receivedAt: string | null;
  readonly projectId: string | null;
  readonly enterprise: { readonly number: string } | null;
  readonly projectEnterprise: { readonly number: string } | null;
}

/** A document that a form asks for: of what type, and of whom. */
export interface PointedTo extends LinkedScope {
  readonly type: string;
}

type Documents = { readonly edges: readonly { readonly node: PointedDocument | null }[] } | null;
type Holder = { readonly valid?: Documents; readonly former?: Documents } | null | undefined;

/** A version, and of which of the documents asked it is one. */
export interface PointedVersion extends FoundVersion {
  readonly type: string;
  /** Whether the directory says that it holds today. */
  readonly isValid: boolean;
}

/** What the directory answered. */
export interface DirectoryAnswer {
  readonly isSilent: boolean;
  readonly versions: readonly PointedVersion[];
}

const node = `id type { code } holder { code } providedTo { code } version validFrom validUntil isValid receivedAt projectId enterprise { number } projectEnterprise { number }`;
// What holds is found however much came after it; of what was before, the newest are enough to say since when.
const lists = `valid: documents(types: $types, validOnly: true, first: 100) { edges { node { ${node} } } }
    former: documents(types: $types, first: 50) { edges { node { ${node} } } }`;
const ofPerson = `query Asked($id: ID!, $types: [String!]) { entrepreneur(id: $id) { id ${lists} } }`;
const ofBoth = `query Asked($id: ID!, $number: String!, $types: [String!]) {
  entrepreneur(id: $id) { id ${lists} } enterprise(number: $number) { ${lists} } }`;

/** Asks it. Never throws: silence is part of the answer. @param today `YYYY-MM-DD` in Brussels */
export async function documentsInDirectory(
  graph: Graph,
  { Entrepreneur: id, Enterprise: number }: Pick<IntakeHolders, "Entrepreneur" | "Enterprise">,
  wanted: readonly PointedTo[],
  today: string,
): Promise<DirectoryAnswer> {
  const types = wanted.map(({ type }) => type);
  const answer = await graph.ask(
    number === null
      ? { query: ofPerson, variables: { id, types } }
      : { query: ofBoth, variables: { id, number, types } },
  );
  const nodes = new Map(nodesIn(answer).map((one) => [one.id, one]));
  return {
    isSilent: answer.errors.some(isSilence),
    versions: [...nodes.values()].flatMap((one) => versionOf(one, wanted, today) ?? []),
  };
}

function nodesIn({ data }: GraphAnswer): PointedDocument[] {
  const holders = [data?.["entrepreneur"], data?.["enterprise"]] as Holder[];
  return holders
    .flatMap((holder) => [holder?.valid, holder?.former])
    .flatMap((list) => (list?.edges ?? []).flatMap((edge) => (edge.node ? [edge.node] : [])));
}

/** Null where it stands for none of what is asked, or a part of it is kept from the reader. */
function versionOf(pointed: PointedDocument, wanted: readonly PointedTo[], today: string): PointedVersion | null {
  const { id, type, holder, providedTo, version, validFrom, validUntil, isValid, receivedAt } = pointed;
  const scope = {
    enterpriseNumber: pointed.enterprise?.number ?? null,
    projectId: pointed.projectId,
    projectEnterprise: pointed.projectEnterprise?.number ?? null,
  };
  const asked = wanted.find((one) => one.type === type?.code && isForTheSame(scope, one));
  if (!asked || !holder || version === null || validFrom === null || receivedAt === null) return null;
  const days = { validFrom, validUntil };
  return {
    id,
    type: asked.type,
    agency: holder.code,
    version,
    ...days,
    isValid: isValid === true,
    // Its days run, and it does not hold: a newer version replaced it, whichever.
    isReplaced: isValid !== true && isValidOn({ ...days, supersededBy: null }, today),
    receivedAt,
    providedTo: (providedTo ?? []).map(({ code }) => code),
    form: null,
    isConfirmed: false,
  };
}
