/** Who takes part: what the spine must know of every subgraph, generated from their package.json files. */
import type { CodeList } from "./codes.js";
import type { AgencyManifest, EntryKindManifest, EntryTypeManifest, DeclaredTopic } from "./manifest.js";

/** One subgraph, as the directory knows it. */
export interface Partner {
  readonly subgraph: string;
  readonly feeds: readonly DeclaredTopic[];
  readonly agencies: readonly AgencyManifest[];
  readonly entryTypes: readonly EntryTypeManifest[];
  readonly entryKinds: readonly EntryKindManifest[];
}

/** Labels of every kind of entry, over all subgraphs. */
export function kindsOf(partners: readonly Partner[]): CodeList {
  return Object.fromEntries(partners.flatMap(({ entryKinds }) => entryKinds.map(({ code, labels }) => [code, labels])));
}
