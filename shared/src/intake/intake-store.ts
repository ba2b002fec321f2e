import type { About } from "../concepts/concept-list.js";
/** The rows of forms in an owner's database. */
import { statement, type Queries } from "../database.js";
import type { AskedHolders, ReadHolders, ToldCount } from "./intake-request.js";

/** A row of what a form said. */
export interface AnswerRow extends AskedHolders {
  readonly id: string;
  readonly submissionId: string | null;
  readonly key: string;
  readonly concept: string;
  /** Of a fact that this owner keeps; null for an answer to its own form. */
  readonly coordinate: string | null;
  readonly fate: "RECEIVED" | "CHANGED";
  readonly value: unknown;
  readonly category: string;
  readonly existence: string;
  /** For whom it stands: what was named on the form. */
  readonly about: About;
  readonly formCode: string;
  readonly agencyCode: string;
  readonly answeredAt: Date;
  /** Last day on which it spares the question; null where it is of its form only. */
  readonly validUntil: string | null;
}

/** A row to write: the database says when. */
export type NewAnswer = Omit<AnswerRow, "answeredAt"> & { readonly answeredAt?: string };

/** A submission to write. */
export interface NewSubmission extends AskedHolders {
  readonly id: string;
  readonly formCode: string;
  readonly agencyCode: string;
  readonly asked: number;
  readonly spared: number;
  readonly documentsAsked: number;
  readonly documentsSpared: number;
}

const columns = `a.id, a.submission_id as "submissionId", a.key, a.concept, a.coordinate, a.fate, a.value, a.category, a.existence, a.about,
  a.form_code as "formCode", a.agency_code as "agencyCode", a.entrepreneur_id as "entrepreneurId", a.enterprise_number as "enterpriseNumber",
  a.project_id as "projectId", a.answered_at as "answeredAt", a.valid_until as "validUntil"`;

/** One branch for each index: what stands for the person, for the enterprise that was named, for the project. */
const readGood = statement(
  `select * from (
     select ${columns} from intake_answer a
      where a.entrepreneur_id = any($1::uuid[]) and a.concept = any($4::text[]) and a.about = 'PERSON' and a.valid_until >= $5 and a.coordinate is null
     union all
     select ${columns} from intake_answer a
      where a.enterprise_number = $2 and a.concept = any($4::text[]) and a.about = 'ENTERPRISE' and a.valid_until >= $5 and a.coordinate is null
     union all
     select ${columns} from intake_answer a
      where a.project_id = any($3::uuid[]) and a.concept = any($4::text[]) and a.about = 'PROJECT' and a.valid_until >= $5 and a.coordinate is null
   ) good order by "answeredAt" desc, id desc limit 1000`,
);
const readByIds = statement(`select ${columns} from intake_answer a where a.id = any($1::uuid[])`);
const readSaid = statement(
  `select ${columns} from intake_answer a
    where a.entrepreneur_id = any($1::uuid[]) and a.concept = $2 and a.key = $3 and a.coordinate = $4 limit 1`,
);
const writeSubmission = statement(
  `insert into intake_submission (id, form_code, agency_code, entrepreneur_id, enterprise_number, project_id, asked, spared,
     documents_asked, documents_spared)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const writeAnswers = statement(
  `insert into intake_answer (id, submission_id, key, concept, coordinate, fate, value, category, existence, about, form_code, agency_code,
     entrepreneur_id, enterprise_number, project_id, valid_until, answered_at)
   select r.id, r."submissionId", r.key, r.concept, r.coordinate, r.fate, r.value, r.category, r.existence, r.about, r."formCode", r."agencyCode",
     r."entrepreneurId", r."enterpriseNumber", r."projectId", r."validUntil", coalesce(r."answeredAt", clock_timestamp())
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "submissionId" uuid, key uuid, concept text, coordinate text, fate text, value jsonb,
       category text, existence text, about text, "formCode" text, "agencyCode" text, "entrepreneurId" uuid, "enterpriseNumber" text,
       "projectId" uuid, "validUntil" date, "answeredAt" timestamptz)`,
);
/** Months are Brussels'. Fewer forms than this in a month might point at somebody (design 1). */
const fewest = 5;
const countMonth = statement(
  `select case when told then submissions end as submissions, case when told then asked end as asked, case when told then spared end as spared,
          case when told then documents_asked end as "documentsAsked", case when told then documents_spared end as "documentsSpared"
     from (
   select count(*)::int as submissions, sum(asked)::int as asked, sum(spared)::int as spared, sum(documents_asked)::int as documents_asked,
          sum(documents_spared)::int as documents_spared, count(*) >= ${fewest} as told
     from intake_submission
    where agency_code = $2 and submitted_at >= ($1 || '-01')::timestamp at time zone 'Europe/Brussels'
      and submitted_at < (($1 || '-01')::timestamp + interval '1 month') at time zone 'Europe/Brussels'
     ) month`,
);

const nothingTold = { submissions: null, asked: null, spared: null, documentsAsked: null, documentsSpared: null };

/** Answers that still spare their questions, newest first. @param ids every id of the person */
export async function goodAnswers(
  queries: Queries,
  ids: readonly string[],
  { enterpriseNumber, projectId, linkedProjectIds = [] }: Omit<ReadHolders, "entrepreneurId">,
  { concepts, today }: { readonly concepts: readonly string[]; readonly today: string },
): Promise<AnswerRow[]> {
  const projectIds = projectId === null ? linkedProjectIds : [projectId, ...linkedProjectIds];
  return queries.query<AnswerRow>(readGood, [ids, enterpriseNumber, projectIds, concepts, today]);
}

/** Rows by id, in no order. */
export async function answersById(queries: Queries, ids: readonly string[]): Promise<AnswerRow[]> {
  return queries.query<AnswerRow>(readByIds, [ids]);
}

/** What one submission said of a fact before; undefined where it said nothing. */
export async function saidBefore(
  queries: Queries,
  ids: readonly string[],
  { concept, key, coordinate }: { readonly concept: string; readonly key: string; readonly coordinate: string },
): Promise<AnswerRow | undefined> {
  return (await queries.query<AnswerRow>(readSaid, [ids, concept, key, coordinate]))[0];
}

/** Writes a submission. */
export async function insertSubmission(queries: Queries, row: NewSubmission): Promise<void> {
  const { id, formCode, agencyCode, entrepreneurId, enterpriseNumber, projectId } = row;
  await queries.query(writeSubmission, [
    id,
    formCode,
    agencyCode,
    entrepreneurId,
    enterpriseNumber,
    projectId,
    row.asked,
    row.spared,
    row.documentsAsked,
    row.documentsSpared,
  ]);
}

/** Writes answers. */
export async function insertAnswers(queries: Queries, rows: readonly NewAnswer[]): Promise<void> {
  if (rows.length > 0) await queries.query(writeAnswers, [JSON.stringify(rows)]);
}

/** The questions and documents asked for and spared by the forms of an agency in a month. */
export async function countOfMonth(queries: Queries, month: string, agency: string): Promise<ToldCount> {
  const [row] = await queries.query<ToldCount>(countMonth, [month, agency]);
  return row ?? nothingTold;
}
