/**
 * After an erasure nothing about the person is accepted here any more, whatever token still says who asks: a mark stays, which leads to nobody,
 * and every act looks for it (GDPR 17; decision 0018). An act holds the person while it writes, an erasure holds the person alone: what was
 * written before is erased along, and what comes after is refused. Nothing is written between the check and the write.
 */
import { createHash } from "node:crypto";
import { statement, type Queries } from "../database.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { refuse } from "../mutations/user-error.js";

/** In one order everywhere, so that two who each hold one person do not wait for each other's. */
const holdShared = statement(
  "select pg_advisory_xact_lock_shared(hashtextextended(id, 9080)) from (select unnest($1::text[]) as id order by 1) persons",
);
const holdAlone = statement(
  "select pg_advisory_xact_lock(hashtextextended(id, 9080)) from (select unnest($1::text[]) as id order by 1) persons",
);
/** A statement of its own: it must see what was written until the lock was there. */
const isMarked = statement("select from erased_person where digest = any($1::text[]) limit 1");
const mark = statement("insert into erased_person (digest) select unnest($1::text[]) on conflict do nothing");

/** In the transaction of an erasure, before it looks at any row: waits for acts on the person that are under way, and lets none begin. */
export async function holdAgainstActs(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.query(holdAlone, [ids]);
}

/** In the transaction of an erasure. @param ids all that the person ever had */
export async function markErased(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries.query(mark, [ids.map(digestOf)]);
}

/**
 * In the transaction of an act, before it writes: that nobody whom it is about was erased here. Until the transaction ends nobody of them is.
 * @param ids under which the act writes, or by which it was asked
 * @throws UserFault ACT_NOT_ALLOWED, as for who was never known
 */
export async function mustNotBeErased(queries: Queries, ids: readonly string[]): Promise<void> {
  if (await isErased(queries, ids)) refuse(mutationErrors.ACT_NOT_ALLOWED);
}

/** The same as an answer: for what is refused in other words. */
export async function isErased(queries: Queries, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  await queries.query(holdShared, [ids]);
  return (await queries.query(isMarked, [ids.map(digestOf)])).length > 0;
}

/** An id is random, so that nobody finds it by trying; who holds one learns that it may not be used again, and no more. */
function digestOf(id: string): string {
  return createHash("sha256").update(`erased ${id}`).digest("base64url");
}
