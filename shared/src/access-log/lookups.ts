/**
 * Who looked at a person's data, as the person and the data protection officer read it (GDPR 15; J29): every look at any of the person's ids,
 * and every look that named an enterprise in which the person had a mandate then. The agency, never the official.
 */
import { statement, type Database } from "../database.js";
import type { LookAction, LookRestriction, LookResult } from "./looks.js";

/** A place in the list; rows stand newest first by instant, then chain, then position, all descending. */
export interface LookupPlace {
  /** UTC. */
  readonly at: Date;
  /** `<chain>:<position>`. */
  readonly id: string;
}

/** What is asked. */
export interface LookupsOrder {
  /** Every id of the person. */
  readonly ids: readonly string[];
  readonly first: number;
  readonly before: LookupPlace | null;
  /** The subgraph that tells mandates. */
  readonly spine: string;
}

/** One look. */
export interface Lookup {
  readonly id: string;
  readonly at: Date;
  readonly action: LookAction;
  readonly agencyCode: string | null;
  /** The program through which somebody looked. */
  readonly system: string | null;
  /** Null where the look is restricted. */
  readonly role: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly categories: readonly string[];
  readonly withheld: readonly string[];
  readonly result: LookResult;
  readonly records: number;
  readonly enterpriseNumber: string | null;
  /** That staff looked themselves or a colleague up. */
  readonly flag: string | null;
  readonly byYourself: boolean;
  /** Whether the person was looked at; false where the look only named an enterprise of the person. */
  readonly ofYourself: boolean;
  /** Why parts of it are blank; null where nothing is. */
  readonly restriction: LookRestriction | null;
}

/** A page of looks, and what is known of all of them. */
export interface LookupsPage {
  readonly rows: readonly Lookup[];
  /** Of all looks, whatever the page. */
  readonly total: number;
  /** From the first row of the log that is kept, whoever it is about; null where it has none. */
  readonly since: Date | null;
  /** False where the copy of the policy is too old to say who had which mandate: looks that only named an enterprise are then left out. */
  readonly mandatesKnown: boolean;
}

/**
 * The pseudonyms of the person, and in which enterprises when. Overlapping mandates are one period; days are those of Brussels. A copy of the
 * policy older than 30 s tells of no mandate (design 3).
 */
const whose = `with person as (select pseudonym from log_subject where entrepreneur_id = any($1::uuid[])),
       copy as (select from feed_cursor where topic = 'POLICY' and producer = $2 and as_of > clock_timestamp() - interval '30 seconds'),
       period as (
         select r.enterprise_number, unnest(range_agg(tstzrange(
                  r.since::timestamp at time zone 'Europe/Brussels', (r.until + 1)::timestamp at time zone 'Europe/Brussels'))) as days
           from policy_relation r cross join copy
          where r.entrepreneur_id = any($1::uuid[]) and r.kind = 'MANDATE' and r.producer = $2 and r.enterprise_number is not null
          group by r.enterprise_number),
       -- Rows of before enterprises had pseudonyms name the number itself.
       named as (select enterprise_number, enterprise_number as enterprise from period
                  union all select n.enterprise_number, n.pseudonym::text from log_enterprise n
                             where n.enterprise_number in (select enterprise_number from period)),
       mandate as (select named.enterprise, coalesce(lower(days), '-infinity') as begins, coalesce(upper(days), 'infinity') as ends
                     from period join named on named.enterprise_number = period.enterprise_number)`;

/** The keys of one page: each branch ends at the page's length on its own index, so nobody's whole history is read or sorted. */
export const readLookups = statement(
  `${whose},
       behind as (
         select l.* from person cross join lateral (
                  select at, chain, position from access_log
                   where subject = person.pseudonym and (at, chain, position) < ($3::timestamptz, $4::uuid, $5::bigint)
                   order by at desc, chain desc, position desc limit $6) l
         union all
         select l.* from mandate cross join lateral (
                  select at, chain, position from access_log
                   where enterprise = mandate.enterprise and at >= mandate.begins and at < mandate.ends
                     and (at, chain, position) < ($3::timestamptz, $4::uuid, $5::bigint)
                   order by at desc, chain desc, position desc limit $6) l),
       page as (select distinct at, chain, position from behind order by at desc, chain desc, position desc limit $6)
   select l.chain || ':' || l.position as id, l.at, l.action, l.agency_code as "agencyCode", l.system, l.role, l.purpose,
          l.case_reference as "caseReference", l.categories, l.withheld, l.result, l.records, coalesce((select n.enterprise_number from log_enterprise n where n.pseudonym = case when l.enterprise like '%-%' then l.enterprise::uuid end),
                   substring(l.enterprise from '^\\d{10}$')) as "enterpriseNumber", l.flag,
          coalesce(l.reader_subject = any(array(select pseudonym from person)), false) as "byYourself",
          coalesce(l.subject = any(array(select pseudonym from person)), false) as "ofYourself"
     from page join access_log l on l.chain = page.chain and l.position = page.position
    order by page.at desc, page.chain desc, page.position desc`,
);
/** Counted on the indexes alone; a look that named the person and an enterprise of the person is one. */
const readSummary = statement(
  `${whose}
   select (select coalesce(sum(own.looks), 0) from person
            cross join lateral (select count(*) as looks from access_log where subject = person.pseudonym) own)::int
        + (select coalesce(sum(through.looks), 0) from mandate
            cross join lateral (select count(*) as looks from access_log
                                 where enterprise = mandate.enterprise and at >= mandate.begins and at < mandate.ends
                                   and (subject is null or subject <> all(array(select pseudonym from person)))) through)::int as total,
          (select min(at at time zone 'UTC') from access_log) at time zone 'UTC' as since, exists(select from copy) as "mandatesKnown"`,
);

/** Behind every row: where the first page begins. */
const beginning = { at: "infinity", chain: "ffffffff-ffff-ffff-ffff-ffffffffffff", position: Number.MAX_SAFE_INTEGER };

/** Reads one page, whole. The caller has decided that the reader may, and what of each look the reader is told. */
export async function lookupsOf(
  database: Pick<Database, "query">,
  { ids, first, before, spine }: LookupsOrder,
): Promise<LookupsPage> {
  const [chain = beginning.chain, position = beginning.position] = before?.id.split(":") ?? [];
  const [rows, [summary]] = await Promise.all([
    database.query<Omit<Lookup, "restriction">>(readLookups, [
      ids,
      spine,
      before?.at ?? beginning.at,
      chain,
      position,
      first,
    ]),
    database.query<Omit<LookupsPage, "rows">>(readSummary, [ids, spine]),
  ]);
  return {
    rows: rows.map((row) => ({ ...row, restriction: null })),
    ...(summary ?? { total: 0, since: null, mandatesKnown: false }),
  };
}
