/** What an act on a project must know of others, asked of the graph on behalf of who acts (design 6). */
import { saysSilence, type AskedGraph } from "@parcours/shared/server/graph-on-behalf";

/** What the front door says of a person; silence is no answer of either kind. */
export type PersonKnown =
  | { readonly state: "KNOWN"; readonly canonicalId: string }
  | { readonly state: "UNKNOWN" | "SILENT" };

/** What the register says of a number. */
export type RegisterAnswer = "KNOWN" | "UNKNOWN" | "SILENT";

const personText = "query Person($id: ID!) { entrepreneur(id: $id) { id } }";
const enterpriseText = "query Register($number: String!) { enterprise(number: $number) { registryState } }";

/** Whether there is such a person, and under which id today. Never throws. */
export async function personKnown(graph: AskedGraph, entrepreneurId: string): Promise<PersonKnown> {
  const reply = await graph.ask(personText, { id: entrepreneurId });
  const found = reply?.data["entrepreneur"] as { readonly id?: unknown } | null | undefined;
  if (typeof found?.id === "string") return { state: "KNOWN", canonicalId: found.id };
  return { state: reply === null || reply.faults.some(({ code }) => saysSilence(code)) ? "SILENT" : "UNKNOWN" };
}

/** Whether the register of enterprises knows a number. Never throws. */
export async function registerKnows(graph: AskedGraph, number: string): Promise<RegisterAnswer> {
  const reply = await graph.ask(enterpriseText, { number });
  const state = (reply?.data["enterprise"] as { readonly registryState?: unknown } | null | undefined)?.registryState;
  return state === "KNOWN" || state === "UNKNOWN" ? state : "SILENT";
}
