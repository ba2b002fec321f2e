import { outboxRow } from "@parcours/shared/demonstration/entry-rows";
import { demonstrationSource, type DemonstrationTable, type Emit } from "@parcours/shared/demonstration/loader";
import type { EntrepreneurStory, FormerIdentity, PossibleTwin } from "@parcours/shared/demonstration/story";
import { policyRow } from "@parcours/shared/feed/policy";
import { idFrom } from "@parcours/shared/ids";
import { reasonsOf } from "./matching/match-reason.type.js";
import { compare } from "./matching/match.rules.js";
import { noFacts, type PersonRecord } from "./matching/person-record.js";

/** The tables of who is one person with whom. */
export const identityTables: readonly DemonstrationTable[] = [
  {
    name: "identity_merge",
    columns: ["id", "former_id", "merged_into", "canonical_id", "merged_at", "reason", "author"],
  },
  {
    name: "identity_event",
    columns: ["id", "kind", "merge_id", "entrepreneur_id", "other_id", "at", "reason", "author"],
  },
  {
    name: "match_review",
    columns: ["id", "entrepreneur_id", "other_id", "score", "reasons", "state", "opened_at", "version"],
  },
];

const author = "rule:same-person";

/** The merges of one entrepreneur, and the doubt that waits for somebody (J17). */
export function tellIdentity(story: EntrepreneurStory, emit: Emit): void {
  for (const former of story.formerIds) tellMerge(story.id, former, emit);
  if (story.possibleDuplicateOf) tellDoubt(story, story.possibleDuplicateOf, emit);
}

function tellMerge(id: string, { id: formerId, mergeId, mergedAt, reason }: FormerIdentity, emit: Emit): void {
  emit("identity_merge", {
    id: mergeId,
    former_id: formerId,
    merged_into: id,
    canonical_id: id,
    merged_at: mergedAt,
    reason,
    author,
  });
  emit("identity_event", {
    id: idFrom("demonstration", mergeId, "merged"),
    kind: "MERGED",
    merge_id: mergeId,
    entrepreneur_id: formerId,
    other_id: id,
    at: mergedAt,
    reason,
    author,
  });
  const policy = { kind: "IDENTITY", formerId, canonicalId: id } as const;
  emit("outbox", outboxRow(policyRow(mergeId, policy, demonstrationSource)));
}

/** The score and its reasons are the matcher's own, on what both files say. */
function tellDoubt(story: EntrepreneurStory, other: PossibleTwin, emit: Emit): void {
  const match = compare(recordOf(story), recordOf(other), noFacts);
  emit("match_review", {
    id: idFrom("demonstration", story.id, "match-review", other.id),
    entrepreneur_id: story.id,
    other_id: other.id,
    score: match.score,
    reasons: JSON.stringify(reasonsOf(match)),
    state: "OPEN",
    opened_at: story.knownSinceAt,
    version: 1,
  });
}

function recordOf({ name, birthDate, municipality }: Omit<PossibleTwin, "id">): PersonRecord {
  return {
    names: [name],
    birthDates: birthDate === null ? [] : [birthDate],
    phones: [],
    emails: [],
    formerPhones: [],
    formerEmails: [],
    enterpriseNumbers: [],
    municipalities: municipality === null ? [] : [municipality.nis],
    nationalNumberHashes: [],
  };
}
