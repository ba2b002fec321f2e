/**
 * Doing an act once, however often it is asked: a client that got no answer asks again with the same key and gets what was done, read again
 * under today's rights. Design 7.
 */
import { createHash } from "node:crypto";
import { statement, type Queries } from "../database.js";
import { isUuid } from "../ids.js";
import { mustNotBeErased } from "../rights/erased-person.js";
import type { Reader } from "../visibility/reader.js";
import { mutationErrors } from "./mutation.errors.js";
import { refuse } from "./user-error.js";

/** An act as it was asked. */
export interface Order {
  /** Who acts, as `actorOf` says it. */
  readonly actor: string;
  /** Name of the mutation. */
  readonly mutation: string;
  readonly idempotencyKey: string;
  /** Ids of everybody whom the act is about: nothing is done, and nothing told again, about who was erased meanwhile. */
  readonly persons: readonly string[];
  /** All of the input; the key within it does not count. */
  readonly input: object;
}

/** What is done, and put in the log, in the transaction of an order. */
export interface Deed {
  /** Answers the ids of what it made or changed; a UserFault takes everything back, and the key may be used again. Checks belong in here: asked again, none of them may answer otherwise. */
  readonly work: () => Promise<readonly string[]>;
  /** Told of the ids before anything is final, also where it was done before: asking again is a look too. What it throws takes everything back. */
  readonly logged: (entityIds: readonly string[]) => Promise<void>;
}

/** Others with the same key wait here until the first is done or has failed; afterwards they see what it wrote. */
const lock = statement("select pg_advisory_xact_lock(hashtextextended($1, 7003))");
const read = statement(
  `select digest, entity_ids as "entityIds" from mutation_key
    where actor = $1 and mutation = $2 and key = $3 and at > clock_timestamp() - interval '30 days'`,
);
const forget = statement("delete from mutation_key where actor = $1 and mutation = $2 and key = $3");
const insert = statement(
  "insert into mutation_key (actor, mutation, key, digest, entity_ids) values ($1, $2, $3, $4, $5::uuid[])",
);
/** One at a time, and nobody waits for it: who comes meanwhile leaves the rest to the next. */
const forgetOld = statement(
  `delete from mutation_key where (actor, mutation, key) in (
     select actor, mutation, key from mutation_key
      where at < clock_timestamp() - interval '30 days' and (select pg_try_advisory_xact_lock(7004)) order by at limit 100)`,
);

/**
 * Does work once for an actor, a mutation and a key; whoever asks for the same within 30 days gets the same entities without the work.
 * @param queries a transaction: key and work hold together, or neither does
 * @throws UserFault IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, ACT_NOT_ALLOWED about who was erased; those of the work
 */
export async function once(
  queries: Queries,
  { actor, mutation, idempotencyKey, persons, input }: Order,
  { work, logged }: Deed,
): Promise<readonly string[]> {
  const key = idempotencyKey.trim().toLowerCase();
  if (!isUuid(key)) refuse(mutationErrors.IDEMPOTENCY_KEY_INVALID, "idempotencyKey");
  await mustNotBeErased(queries, persons);
  const place = [actor, mutation, key];
  const digest = digestOf(input);
  await queries.query(lock, [place.join(" ")]);
  const [done] = await queries.query<{ digest: string; entityIds: string[] }>(read, place);
  if (done) {
    if (done.digest !== digest) refuse(mutationErrors.IDEMPOTENCY_KEY_REUSED, "idempotencyKey");
    await logged(done.entityIds);
    return done.entityIds;
  }
  const entityIds = await work();
  await queries.query(forget, place);
  await queries.query(insert, [...place, digest, entityIds]);
  await queries.query(forgetOld);
  await logged(entityIds);
  return entityIds;
}

/** Who acts, as a digest: the same person at the same desk, through whichever program. */
export function actorOf({ role, agency, staffId, entrepreneurId, system }: Reader): string {
  const program = staffId === undefined && entrepreneurId === undefined ? system : undefined;
  return hash(JSON.stringify([role, agency, staffId, entrepreneurId, program]));
}

/** Two inputs are the same where they say the same, in whatever order; what is null was not said. */
function digestOf(input: object): string {
  const { idempotencyKey: _, ...said } = input as Record<string, unknown>;
  return hash(JSON.stringify(said, inOrder));
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
