/**
 * Deciding who is one person, in a transaction: what somebody noted is heeded, and nothing that was noted is ever lost. A merge that overrules
 * `notSamePerson` leaves the note where it stands: it says nothing while the two are one, and holds again as soon as they are parted (J17).
 */
import type { Queries } from "@parcours/shared/database";
import { idsOf, lockIdentities, mergeIdentities, type IdentityChange, type MergeOrder } from "./identity.repository.js";
import { areToldApart, tellApart, type Note } from "./not-same-person.repository.js";

/**
 * Makes two files one person's, unless somebody told them apart.
 * @param overrules whether the merge says that such a note was wrong
 * @returns null where they are one person's already
 */
export async function mergeUnlessToldApart(
  queries: Queries,
  order: MergeOrder,
  overrules: boolean,
): Promise<IdentityChange | "TOLD_APART" | null> {
  await lockIdentities(queries);
  const [from, into] = [await idsOf(queries, order.formerId), await idsOf(queries, order.into)];
  // A note between the files of one person is one that was overruled.
  if (from[0] === into[0]) return null;
  if (!overrules && (await areToldApart(queries, from, into))) return "TOLD_APART";
  return mergeIdentities(queries, order);
}

/** Notes that two files are two people's. Answers the id of the note; null where they are one person's, which a merge in progress may make them. */
export async function tellApartUnlessOne(queries: Queries, note: Note): Promise<string | null> {
  await lockIdentities(queries);
  const [one, other] = note.ids;
  return (await idsOf(queries, one)).includes(other) ? null : tellApart(queries, note);
}
