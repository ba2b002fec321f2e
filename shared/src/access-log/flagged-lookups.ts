/**
 * Looks of officials at themselves or at a colleague, over all persons: for the data protection officer, who asks why (issue of trust, not a
 * refusal: a colleague may call like anybody). The official is named by the id at the agency, for the agency's own inquiry.
 */
import { statement, type Database } from "../database.js";
import type { LogFlag } from "./log-row.js";
import type { LookAction, LookResult } from "./looks.js";
import type { LookupPlace } from "./lookups.js";

/** What is asked. */
export interface FlaggedOrder {
  readonly first: number;
  readonly before: LookupPlace | null;
  /** Only looks of this flag; null for all. */
  readonly flag: LogFlag | null;
}

/** One flagged look. */
export interface FlaggedLookup {
  /** `<chain>:<position>`. */
  readonly id: string;
  /** UTC. */
  readonly at: Date;
  readonly action: LookAction;
  readonly flag: LogFlag;
  /** Whom it was at; null where the link to the person was destroyed. */
  readonly entrepreneurId: string | null;
  readonly agencyCode: string | null;
  readonly role: string;
  /** The official, by the id at the agency. */
  readonly staffId: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly categories: readonly string[];
  readonly withheld: readonly string[];
  readonly result: LookResult;
  readonly records: number;
}

/** A page, and how many there are. */
export interface FlaggedPage {
  readonly rows: readonly FlaggedLookup[];
  readonly total: number;
  /** From the first row of the log that is kept; null where it has none. */
  readonly since: Date | null;
}

/** Newest first by instant, chain and position, as every list of looks: the index of flagged rows is in that order. */
export const readFlagged = statement(
  `select l.chain || ':' || l.position as id, l.at, l.action, l.flag, s.entrepreneur_id as "entrepreneurId", l.agency_code as "agencyCode", l.role,
          l.staff_id as "staffId", l.purpose, l.case_reference as "caseReference", l.categories, l.withheld, l.result, l.records
     from access_log l left join log_subject s on s.pseudonym = l.subject
    where l.flag is not null and ($1::text is null or l.flag = $1) and (l.at, l.chain, l.position) < ($2::timestamptz, $3::uuid, $4::bigint)
    order by l.at desc, l.chain desc, l.position desc limit $5`,
);
const readSummary = statement(
  `select (select count(*) from access_log where flag is not null and ($1::text is null or flag = $1))::int as total,
          (select min(at at time zone 'UTC') from access_log) at time zone 'UTC' as since`,
);

/** Behind every row: where the first page begins. */
const beginning = "ffffffff-ffff-ffff-ffff-ffffffffffff:9007199254740991";

/** Reads one page. The caller has decided that the reader may. */
export async function flaggedLookupsOf(
  database: Pick<Database, "query">,
  { first, before, flag }: FlaggedOrder,
): Promise<FlaggedPage> {
  const [chain, position] = (before?.id ?? beginning).split(":");
  const [rows, [summary]] = await Promise.all([
    database.query<FlaggedLookup>(readFlagged, [flag, before?.at ?? "infinity", chain, position, first]),
    database.query<Omit<FlaggedPage, "rows">>(readSummary, [flag]),
  ]);
  return { rows, ...(summary ?? { total: 0, since: null }) };
}
