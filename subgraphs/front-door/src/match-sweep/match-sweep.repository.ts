/** How far the sweep is, and the persons of its next page. */
import { statement, type Queries } from "@parcours/shared/database";
import { recordOfFiles } from "../matching/candidate.repository.js";
import type { PersonRecord } from "../matching/person-record.js";
import type { MatchSweep } from "./match-sweep.type.js";

/** The sweep as whoever goes on with it holds it. */
export interface HeldSweep {
  readonly round: number;
  /** The last person of the round so far; null where a round begins. */
  readonly afterId: string | null;
}

/** A person to look for, with all that the files say. */
export type SweptPerson = PersonRecord & {
  readonly id: string;
  /** All ids of the person. */
  readonly ids: readonly string[];
};

const read = statement(
  `select round, began_at as "beganAt", ended_at as "endedAt", due_at as "dueAt", people, pairs from match_sweep`,
);
/** Of several processes one goes on: the others find the row held, or not yet due. */
const hold = statement(
  `select round, after_id as "afterId" from match_sweep where due_at <= clock_timestamp() for update skip locked`,
);
const begin = statement(
  `update match_sweep set round = round + 1, began_at = clock_timestamp(), ended_at = null, people = 0, pairs = 0`,
);
const goOn = statement(
  `update match_sweep set after_id = $1, people = people + $2, pairs = pairs + $3,
                          due_at = clock_timestamp() + make_interval(secs => $4::float8 / 1000)`,
);
const end = statement(
  `update match_sweep set after_id = null, ended_at = clock_timestamp(),
                          due_at = greatest(began_at + make_interval(secs => $1::float8 / 1000), clock_timestamp())`,
);
const readPage = statement(
  `select p.id, p.ids, ${recordOfFiles}
     from (select e.id, array[e.id] || array(select im.former_id from identity_merge im where im.canonical_id = e.id) as ids
             from entrepreneur e
            where e.id > $1 and not exists (select from identity_merge im where im.former_id = e.id)
            order by e.id limit $2) p
    order by p.id`,
);
const first = "00000000-0000-0000-0000-000000000000";

/** How far it is. */
export async function readMatchSweep(queries: Queries): Promise<MatchSweep | null> {
  const [sweep] = await queries.query<MatchSweep>(read);
  return sweep ?? null;
}

/** Takes the sweep until the end of the transaction; null where somebody else has it, or where nothing is due. */
export async function holdSweep(queries: Queries): Promise<HeldSweep | null> {
  const [sweep] = await queries.query<HeldSweep>(hold);
  return sweep ?? null;
}

/** Begins a round. */
export async function beginRound(queries: Queries): Promise<void> {
  await queries.query(begin);
}

/** Notes a page that was swept. @param pause until the next one, in milliseconds */
export async function notePage(
  queries: Queries,
  {
    afterId,
    people,
    pairs,
    pause,
  }: { readonly afterId: string; readonly people: number; readonly pairs: number; readonly pause: number },
): Promise<void> {
  await queries.query(goOn, [afterId, people, pairs, pause]);
}

/** Ends the round. @param every from the beginning of a round to that of the next, in milliseconds */
export async function endRound(queries: Queries, every: number): Promise<void> {
  await queries.query(end, [every]);
}

/** The next persons by id, each with all files. Ids that gave way are their person's. */
export async function peopleAfter(queries: Queries, afterId: string | null, most: number): Promise<SweptPerson[]> {
  return queries.query<SweptPerson>(readPage, [afterId ?? first, most]);
}
