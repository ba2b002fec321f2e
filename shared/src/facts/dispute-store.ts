/** The rows of disputes in an owner's database. */
import { statement, type Queries } from "../database.js";
import { newId } from "../ids.js";
import type { Place } from "../paging.js";
import type { Author } from "./author.js";
import type { FactEntity } from "./facts-kept.js";

/** How a dispute stands. */
export type DisputeState = "OPEN" | "ACCEPTED" | "REJECTED";

/** A dispute as it is kept. */
export interface DisputeRow {
  readonly id: string;
  readonly coordinate: string;
  readonly concept: string;
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  /** Who keeps the fact and answers. */
  readonly agencyCode: string;
  /** What it should be; null where only words were said. */
  readonly value: unknown;
  readonly statement: string | null;
  readonly author: Author;
  readonly authorAgencyCode: string | null;
  readonly formCode: string | null;
  readonly raisedAt: Date;
  readonly dueOn: string;
  readonly state: DisputeState;
  readonly isChanged: boolean;
  readonly reason: string | null;
  readonly answeredAt: Date | null;
  readonly answeredByAgencyCode: string | null;
  readonly version: number;
}

/** A dispute to keep: the database says when, and until when an answer is due. */
export interface NewDispute extends Pick<
  DisputeRow,
  | "coordinate"
  | "concept"
  | "entrepreneurId"
  | "enterpriseNumber"
  | "projectId"
  | "agencyCode"
  | "value"
  | "statement"
  | "author"
  | "authorAgencyCode"
  | "formCode"
> {
  /** ACCEPTED where people change it themselves: then nobody has to answer. */
  readonly state: "OPEN" | "ACCEPTED";
}

const columns = `d.id, d.coordinate, d.concept, d.entrepreneur_id as "entrepreneurId", d.enterprise_number as "enterpriseNumber",
  d.project_id as "projectId", d.agency_code as "agencyCode", d.value, d.statement, d.author, d.author_agency_code as "authorAgencyCode",
  d.form_code as "formCode", d.raised_at as "raisedAt", d.due_on as "dueOn", d.state, d.is_changed as "isChanged", d.reason,
  d.answered_at as "answeredAt", d.answered_by_agency_code as "answeredByAgencyCode", d.version`;

/** One month, as for any request of a person (GDPR 12(3) and 16). */
const insert = statement(
  `insert into dispute (id, coordinate, concept, entrepreneur_id, enterprise_number, project_id, agency_code, value, statement, author,
                        author_agency_code, form_code, due_on, state, is_changed, answered_at, source)
   values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12,
           ((clock_timestamp() at time zone 'Europe/Brussels') + interval '1 month')::date, $13, $13 = 'ACCEPTED',
           case when $13 = 'ACCEPTED' then clock_timestamp() end, $14)`,
);
const readByIds = statement(`select ${columns} from dispute d where d.id = any($1::uuid[])`);
const lockById = statement(`select ${columns} from dispute d where d.id = $1 for update`);
const listOf = (held: string): string => `select ${columns} from dispute d
  where ${held} and d.coordinate = any($2::text[]) and ($3::timestamptz is null or (d.raised_at, d.id) < ($3, $4::uuid))
  order by d.raised_at desc, d.id desc limit $5`;
const listed = {
  Entrepreneur: statement(listOf("d.entrepreneur_id = any($1::uuid[])")),
  Enterprise: statement(listOf("d.enterprise_number = any($1::text[])")),
  Project: statement(listOf("d.project_id = any($1::uuid[])")),
} as const;
const listOpen = statement(
  `select ${columns} from dispute d
    where d.state = 'OPEN' and d.agency_code = any($1::text[]) and d.coordinate = any($2::text[])
      and ($3::timestamptz is null or (d.raised_at, d.id) > ($3, $4::uuid))
    order by d.raised_at, d.id limit $5`,
);
const close = statement(
  `update dispute set state = $2, is_changed = $3, reason = $4, answered_at = clock_timestamp(), answered_by_agency_code = $5, version = version + 1
    where id = $1`,
);

/** Keeps a dispute. Answers its id. */
export async function insertDispute(queries: Queries, row: NewDispute): Promise<string> {
  const id = newId();
  const { coordinate, concept, entrepreneurId, enterpriseNumber, projectId, agencyCode, value, statement: words } = row;
  const { author, authorAgencyCode, formCode, state } = row;
  await queries.query(insert, [
    id,
    coordinate,
    concept,
    entrepreneurId,
    enterpriseNumber,
    projectId,
    agencyCode,
    value === null || value === undefined ? null : JSON.stringify(value),
    words,
    author,
    authorAgencyCode,
    formCode,
    state,
    formCode === null ? "OFFICE" : "INTAKE",
  ]);
  return id;
}

/** Disputes by id, in no order. */
export async function disputesById(queries: Queries, ids: readonly string[]): Promise<DisputeRow[]> {
  return queries.query<DisputeRow>(readByIds, [ids]);
}

/** A dispute that nobody else answers until this transaction ends; null where there is none. */
export async function lockedDispute(queries: Queries, id: string): Promise<DisputeRow | null> {
  return (await queries.query<DisputeRow>(lockById, [id]))[0] ?? null;
}

/** A page of a list of disputes. */
export interface DisputesAsked {
  /** Of facts that the reader may read: nothing else exists in the page. */
  readonly coordinates: readonly string[];
  readonly first: number;
  readonly place: Place | null;
}

/** Disputes of an entity, newest first; of a person those of the person's projects too. */
export async function disputesOf(
  queries: Queries,
  { type, keys }: { readonly type: FactEntity; readonly keys: readonly string[] },
  { coordinates, first, place }: DisputesAsked,
): Promise<DisputeRow[]> {
  return queries.query<DisputeRow>(listed[type], [keys, coordinates, place?.at ?? null, place?.id ?? null, first]);
}

/** What some agencies still have to answer, oldest first. */
export async function openDisputesOf(
  queries: Queries,
  agencies: readonly string[],
  { coordinates, first, place }: DisputesAsked,
): Promise<DisputeRow[]> {
  return queries.query<DisputeRow>(listOpen, [agencies, coordinates, place?.at ?? null, place?.id ?? null, first]);
}

/** An owner's answer. */
export interface DisputeAnswer {
  readonly id: string;
  readonly state: "ACCEPTED" | "REJECTED";
  readonly isChanged: boolean;
  readonly reason: string;
  readonly agencyCode: string;
}

/** Writes the owner's answer on a locked dispute. */
export async function closeDispute(queries: Queries, answer: DisputeAnswer): Promise<void> {
  const { id, state, isChanged, reason, agencyCode } = answer;
  await queries.query(close, [id, state, isChanged, reason, agencyCode]);
}
