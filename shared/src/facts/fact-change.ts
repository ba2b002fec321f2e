/** The changes of facts: written where a fact is changed, in the same transaction; read newest first. */
import { statement, type Queries, type Statement } from "../database.js";
import { newId } from "../ids.js";
import type { Place } from "../paging.js";
import type { Reader } from "../visibility/reader.js";
import { authorOf, type ChangeAuthor } from "./author.js";
import type { ChangedFact, FactEntity } from "./facts-kept.js";

/** A change as it is kept. */
export interface FactChangeRow extends ChangedFact {
  readonly id: string;
  readonly coordinate: string;
  readonly author: ChangeAuthor;
  readonly agencyCode: string | null;
  readonly at: Date;
  readonly formCode: string | null;
  readonly disputeId: string | null;
  readonly source: string;
  /** Of a register's change: which extract of the source said so. */
  readonly extract: string | null;
}

/** A change to keep. */
export interface NewFactChange {
  readonly coordinate: string;
  /** Whose it is; a project's fact is its person's too. */
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber?: string | null;
  readonly projectId?: string | null;
  readonly changed: ChangedFact;
  readonly reader: Reader;
  readonly formCode?: string | null;
  readonly disputeId?: string | null;
  /** `OFFICE` where it is not said. */
  readonly source?: string;
}

const insert = statement(
  `insert into fact_change (id, coordinate, entrepreneur_id, enterprise_number, project_id, former, value, author, author_agency_code, form_code, dispute_id, source)
   values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10, $11, $12)`,
);

/** Keeps a change of a fact; what is the same as before is none. In the transaction that changes it. */
export async function keepChange(queries: Queries, change: NewFactChange): Promise<void> {
  const { coordinate, entrepreneurId, enterpriseNumber, projectId, formCode, disputeId, source = "OFFICE" } = change;
  const { former, value } = change.changed;
  const [before, after] = [jsonOf(former), jsonOf(value)];
  if (before === after) return;
  const { author, agencyCode } = authorOf(change.reader);
  const whose = [entrepreneurId, enterpriseNumber ?? null, projectId ?? null];
  const by = [author, agencyCode, formCode ?? null, disputeId ?? null, source];
  await queries.query(insert, [newId(), coordinate, ...whose, before, after, ...by]);
}

const insertGiven = statement(
  `insert into fact_change (id, coordinate, entrepreneur_id, project_id, value, author, author_agency_code, source)
   select g.id, g.coordinate, $2, $3, g.value, $4, $5, 'OFFICE' from jsonb_to_recordset($1::jsonb) as g(id uuid, coordinate text, value jsonb)`,
);

/** Keeps with what facts a person or a project is registered, and by whom; what was not told is left out. In the transaction that registers. */
export async function keepGiven(
  queries: Queries,
  whose: { readonly entrepreneurId: string; readonly projectId?: string; readonly reader: Reader },
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { author, agencyCode } = authorOf(whose.reader);
  const told = Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([coordinate, value]) => ({ id: newId(), coordinate, value }));
  const by = [author, agencyCode];
  await queries.query(insertGiven, [JSON.stringify(told), whose.entrepreneurId, whose.projectId ?? null, ...by]);
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

const columns = `c.id, c.coordinate, c.former, c.value, c.author, c.author_agency_code as "agencyCode", c.at, c.form_code as "formCode",
  c.dispute_id as "disputeId", c.source, c.extract`;
const key: Readonly<Record<FactEntity, string>> = {
  Entrepreneur: "c.entrepreneur_id = any($1::uuid[])",
  Enterprise: "c.enterprise_number = any($1::text[])",
  Project: "c.project_id = any($1::uuid[])",
};
const listed = byEntity(
  (held) => `select ${columns} from fact_change c
    where ${held} and c.coordinate = $2 and ($3::timestamptz is null or (c.at, c.id) < ($3, $4::uuid))
    order by c.at desc, c.id desc limit $5`,
);
const first = byEntity(
  (held) => `select ${columns} from fact_change c where ${held} and c.coordinate = $2 order by c.at, c.id limit 1`,
);
/** Of each coordinate the newest, by one step into the index each. */
const newest = byEntity(
  (held) => `select found.* from unnest($2::text[]) as asked(coordinate)
    cross join lateral (select ${columns} from fact_change c
      where ${held} and c.coordinate = asked.coordinate order by c.at desc, c.id desc limit 1) found`,
);

function byEntity(text: (held: string) => string): Readonly<Record<FactEntity, Statement>> {
  return {
    Entrepreneur: statement(text(key.Entrepreneur)),
    Enterprise: statement(text(key.Enterprise)),
    Project: statement(text(key.Project)),
  };
}

/** Of what changes are read: every key under which they may stand. */
export interface ChangesOf {
  readonly type: FactEntity;
  readonly keys: readonly string[];
}

/** Changes of one fact, newest first. */
export async function changesOf(
  queries: Queries,
  { type, keys }: ChangesOf,
  coordinate: string,
  { first: most, before }: { readonly first: number; readonly before: Place | null },
): Promise<FactChangeRow[]> {
  return queries.query<FactChangeRow>(listed[type], [keys, coordinate, before?.at ?? null, before?.id ?? null, most]);
}

/** The first change of a fact: what it was before it is what it began with; null where it never changed. */
export async function firstChangeOf(
  queries: Queries,
  { type, keys }: ChangesOf,
  coordinate: string,
): Promise<FactChangeRow | null> {
  return (await queries.query<FactChangeRow>(first[type], [keys, coordinate]))[0] ?? null;
}

/** The newest change of each of some facts; those that never changed are left out. */
export async function newestChangesOf(
  queries: Queries,
  { type, keys }: ChangesOf,
  coordinates: readonly string[],
): Promise<FactChangeRow[]> {
  return queries.query<FactChangeRow>(newest[type], [keys, coordinates]);
}
