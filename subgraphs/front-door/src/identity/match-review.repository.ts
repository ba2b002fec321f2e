import { inOrder } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import { pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import { officeSource } from "../acts/office.js";
import { shownReasons, type KeptReason } from "../matching/match-reason.type.js";
import { MatchReview, type MatchDecision, type MatchReviewState } from "./match-review.entity.js";

/** Where one side was erased nothing is left to decide. */
const listed = (state: string): string =>
  `select ${columnsOf(MatchReview, "r")} from match_review r
    where ${state} and ($1::timestamptz is null or (r.opened_at, r.id) < ($1, $2::uuid))
      and exists (select from entrepreneur e where e.id = r.entrepreneur_id) and exists (select from entrepreneur e where e.id = r.other_id)
    order by r.opened_at desc, r.id desc limit $3`;
const readAll = statement(listed("true"));
const readOpen = statement(listed("r.state = 'OPEN'"));
const readClosed = statement(listed("r.state = 'CLOSED'"));
const readByIds = statement(`select ${columnsOf(MatchReview, "r")} from match_review r where r.id = any($1::uuid[])`);
/** One branch for each index; a bound far above what people have. */
const readOfPerson = statement(
  `select ${columnsOf(MatchReview, "v")} from (
     select r.* from match_review r where r.entrepreneur_id = any($1::uuid[])
     union select r.* from match_review r where r.other_id = any($1::uuid[])) v order by v.opened_at desc, v.id desc limit 100`,
);
const insert = statement(
  `insert into match_review (id, entrepreneur_id, other_id, score, reasons, state, opened_at, version, source)
   values ($1, $2, $3, $4, $5::jsonb, 'OPEN', clock_timestamp(), 1, $6)`,
);
const close = statement(
  `update match_review set state = 'CLOSED', decision = $3, reason = $4, decided_at = clock_timestamp(), decided_by_agency_code = $5,
                           decided_by_staff_id = $6, fingerprint = $7, version = version + 1
    where id = $1 and version = $2 and state = 'OPEN' returning id`,
);

function complete(row: MatchReview): MatchReview {
  return Object.assign(row, { reasons: shownReasons(row.keptReasons) });
}

/** A page of reviews, newest first. */
export async function matchReviewPage(
  queries: Queries,
  state: MatchReviewState | null,
  request: PageRequest,
): Promise<Page<MatchReview>> {
  const { first, after } = request;
  const read = { OPEN: readOpen, CLOSED: readClosed };
  const values = [after?.at ?? null, after?.id ?? null, first + 1];
  const rows = await queries.query<MatchReview>(state === null ? readAll : read[state], values);
  return pageOf(rows.map(complete), request, ({ openedAt, id }) => ({ at: openedAt, id }));
}

/** Reviews by id, in order; those that are gone are left out. */
export async function matchReviewsByIds(queries: Queries, ids: readonly string[]): Promise<MatchReview[]> {
  const rows = inOrder(ids, await queries.query<MatchReview>(readByIds, [ids]), ({ id }) => id);
  return rows.flatMap((row) => (row ? [complete(row)] : []));
}

/** Doubts in which one of these ids is a side, newest first. */
export async function matchReviewsOf(queries: Queries, ids: readonly string[]): Promise<MatchReview[]> {
  return (await queries.query<MatchReview>(readOfPerson, [ids])).map(complete);
}

/** A doubt to look at. */
export interface NewMatchReview {
  readonly entrepreneurId: string;
  readonly otherId: string;
  readonly score: number;
  readonly reasons: readonly KeptReason[];
}

/** Queues a doubt. Answers the id of the review. */
export async function insertMatchReview(queries: Queries, review: NewMatchReview): Promise<string> {
  const id = newId();
  const { entrepreneurId, otherId, score, reasons } = review;
  await queries.query(insert, [id, entrepreneurId, otherId, score, JSON.stringify(reasons), officeSource]);
  return id;
}

/** Two persons whom a sweep found alike. */
export interface FoundPair {
  /** Ids in use. */
  readonly id: string;
  readonly otherId: string;
  readonly score: number;
  readonly reasons: readonly KeptReason[];
  /** Of what their files say now. */
  readonly fingerprint: string;
}

/** Of a doubt `r` between the files of a pair `p`; what was decided before fingerprints were kept is remembered for good. */
const remembers = "(r.state = 'OPEN' or r.fingerprint is null or r.fingerprint = p.fingerprint)";
/**
 * A pair is asked once: not while a doubt between any of its files is open, and not again after a decision unless the files say something else
 * since. The newer file is the one that may be the older one's person, as where somebody registers.
 */
const open = statement(
  `insert into match_review (id, entrepreneur_id, other_id, score, reasons, state, opened_at, version, source)
   select p.id, newer.id, older.id, p.score, p.reasons, 'OPEN', clock_timestamp(), 1, 'SWEEP'
     from jsonb_to_recordset($1::jsonb) as p(id uuid, one uuid, other uuid, score double precision, reasons jsonb, fingerprint text)
    cross join lateral (select array[p.one] || array(select m.former_id from identity_merge m where m.canonical_id = p.one) as one,
                               array[p.other] || array(select m.former_id from identity_merge m where m.canonical_id = p.other) as other) ids
    cross join lateral (select e.id from entrepreneur e where e.id in (p.one, p.other) order by e.known_since desc, e.id desc limit 1) newer
    cross join lateral (select e.id from entrepreneur e where e.id in (p.one, p.other) order by e.known_since, e.id limit 1) older
    where not exists (select from match_review r where r.entrepreneur_id = any(ids.one) and r.other_id = any(ids.other) and ${remembers})
      and not exists (select from match_review r where r.entrepreneur_id = any(ids.other) and r.other_id = any(ids.one) and ${remembers})
   on conflict (least(entrepreneur_id, other_id), greatest(entrepreneur_id, other_id)) where state = 'OPEN' do nothing
   returning id`,
);

/** Queues pairs that nobody was asked about, or of which something changed since somebody was. Answers how many. */
export async function openReviewsOf(queries: Queries, pairs: readonly FoundPair[]): Promise<number> {
  if (pairs.length === 0) return 0;
  const rows = pairs.map(({ id, otherId, ...found }) => ({ ...found, id: newId(), one: id, other: otherId }));
  return (await queries.query(open, [JSON.stringify(rows)])).length;
}

/** A decision, and by whom. */
export interface MatchClosing {
  /** Of what both files said when it was decided. */
  readonly fingerprint: string;
  readonly id: string;
  readonly version: number;
  readonly decision: MatchDecision;
  readonly reason: string;
  readonly agencyCode: string | null;
  readonly staffId: string | null;
}

/** Closes an open review of that version. Answers whether there was one. */
export async function closeMatchReview(queries: Queries, closing: MatchClosing): Promise<boolean> {
  const { id, version, decision, reason, agencyCode, staffId, fingerprint } = closing;
  const values = [id, version, decision, reason, agencyCode, staffId, fingerprint];
  return (await queries.query(close, values)).length > 0;
}
