import { statement, type Queries } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import type { Reader } from "@parcours/shared/visibility/reader";
import { officeSource } from "../acts/office.js";

const read = statement(
  `select 1 from not_same_person n
    where (n.entrepreneur_id = any($1::uuid[]) and n.other_id = any($2::uuid[])) or (n.entrepreneur_id = any($2::uuid[]) and n.other_id = any($1::uuid[]))
    limit 1`,
);
const insert = statement(
  `insert into not_same_person (id, entrepreneur_id, other_id, reason, noted_at, by_agency_code, by_staff_id, source)
   values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, clock_timestamp(), $5, $6, $7)
   on conflict (entrepreneur_id, other_id) do update set reason = excluded.reason returning id`,
);

/** That two files are two people's. */
export interface Note {
  readonly ids: readonly [string, string];
  readonly reason: string;
  /** Who says so. */
  readonly reader: Reader;
}

/** Whether somebody told any of the one's files from any of the other's. */
export async function areToldApart(
  queries: Queries,
  one: readonly string[],
  other: readonly string[],
): Promise<boolean> {
  return (await queries.query(read, [one, other])).length > 0;
}

/** Remembers that two files are two people's: for ever, for a merge only silences it. Answers the id of the note. */
export async function tellApart(queries: Queries, { ids, reason, reader }: Note): Promise<string> {
  const by = [reader.agency ?? null, reader.staffId ?? null];
  const [note] = await queries.query<{ id: string }>(insert, [newId(), ...ids, reason, ...by, officeSource]);
  if (!note) throw new Error("a note is one row");
  return note.id;
}
