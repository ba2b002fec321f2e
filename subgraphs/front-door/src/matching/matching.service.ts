import type { Queries } from "@parcours/shared/database";
import { nameWords } from "../entrepreneur/name-words.js";
import { findCandidates } from "./candidate.repository.js";
import { compare, type Match } from "./match.rules.js";
import type { PersonRecord } from "./person-record.js";

/** A known person with what the comparison said. */
export interface MatchedPerson extends Match {
  readonly entrepreneurId: string;
  /** What is known of that person. */
  readonly record: PersonRecord;
}

/** Who may be the one with a record, the likeliest first; those who are somebody else are left out. @param ownIds of the one who is sought */
export async function matchesOf(
  queries: Queries,
  record: PersonRecord,
  ownIds: readonly string[] = [],
): Promise<MatchedPerson[]> {
  const words = nameWords(...record.names.flatMap(({ given, family }) => [given, family]));
  const { candidates, facts } = await findCandidates(queries, record, words, ownIds);
  return candidates
    .map(({ entrepreneurId, record: other, isToldApart }) => ({
      entrepreneurId,
      record: other,
      ...compare(record, other, facts, isToldApart),
    }))
    .filter(({ verdict }) => verdict !== "DIFFERENT")
    .sort((one, other) => other.score - one.score);
}
