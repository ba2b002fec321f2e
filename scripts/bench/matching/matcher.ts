/** The front door's own matcher and keys, as it serves with them: loaded from what it was compiled to, for scripts name no subgraph. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { discoverSubgraphs, spineOf } from "../../lib/discover-subgraphs.js";
import type { Writable } from "./person.js";

/** What two files are compared by; the front door's `PersonRecord`. */
export interface Compared {
  readonly names: readonly { readonly given: string; readonly family: string }[];
  readonly birthDates: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly formerPhones: readonly string[];
  readonly formerEmails: readonly string[];
  readonly enterpriseNumbers: readonly string[];
  readonly municipalities: readonly string[];
  readonly nationalNumberHashes: readonly string[];
}

/** The front door's `RegisterFacts`. */
export interface Facts {
  readonly bearers: ReadonlyMap<string, number>;
  readonly namesakes: ReadonlyMap<string, number>;
  readonly knownWords: ReadonlySet<string>;
}

/** What comes of a comparison. */
export interface Compare {
  readonly verdict: "CERTAIN" | "DOUBTFUL" | "DIFFERENT";
  readonly score: number;
  readonly guard: string | null;
  readonly parts: readonly { readonly code: string; readonly weight: number }[];
}

/** The matcher. */
export interface Matcher {
  compare(one: Compared, other: Compared, facts: Facts): Compare;
  nameKeys(record: Compared): string[];
  fullNameKeys(record: Compared): ReadonlyMap<string, string>;
  nameWords(...names: readonly string[]): string[];
  /** What a registration is by what its comparisons say. */
  outcomeOf(matches: readonly Compare[]): "FOUND" | "CREATED" | "CREATED_FOR_REVIEW";
  readonly mostBehindKey: number;
  readonly mostCompared: number;
  readonly mostCounted: number;
  readonly bearersOfKnownWord: number;
}

/** Loads it. */
export async function loadMatcher(): Promise<Matcher> {
  const { folder } = spineOf(discoverSubgraphs());
  const modules = await Promise.all(
    [
      "matching/match.rules.js",
      "matching/keys.js",
      "matching/person-record.js",
      "matching/outcome.rules.js",
      "entrepreneur/name-words.js",
    ].map(async (file) => (await import(pathToFileURL(join(folder, "dist", file)).href)) as Partial<Matcher>),
  );
  return Object.assign({}, ...modules) as Matcher;
}

/** What was written down, as it is compared. */
export function comparedOf(data: Readonly<Writable>): Compared {
  const list = (value: string | null): readonly string[] => (value === null ? [] : [value]);
  return {
    names: [{ given: data.given, family: data.family }],
    birthDates: list(data.birthDate),
    phones: list(data.phone),
    emails: list(data.email),
    // A town's intakes are files of their own: none of them has learnt yet that a number has ended.
    formerPhones: [],
    formerEmails: [],
    enterpriseNumbers: list(data.enterprise),
    municipalities: list(data.municipality),
    nationalNumberHashes: list(data.nationalNumber),
  };
}
