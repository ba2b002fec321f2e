/** The reference's statements: one that says who calls, then five at once. Each is prepared and served by an index. */
import type pg from "pg";

/** Who has a number. */
export interface CallerRow {
  readonly person: string | null;
  readonly enterprise: string | null;
  readonly reasons: readonly string[];
}

/** A person. */
export interface PersonRow {
  readonly displayName: string;
  readonly preferredLanguage: string;
}

/** A mandate with the enterprise's name. */
export interface MandateRow {
  readonly number: string;
  readonly name: string | null;
  readonly roleCode: string;
  readonly since: string;
  readonly until: string | null;
}

/** What one agency knows of the person. */
export interface PresenceRow {
  readonly code: string;
  readonly seen: boolean;
  readonly known: boolean;
}

/** An entry of the timeline or a support. */
export interface EntryRow {
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly agencyCode: string;
  readonly occurredAt: Date;
  readonly since: string | null;
  readonly until: string | null;
  readonly label: string | null;
}

/** What tells candidates apart. */
export interface CandidateRow {
  readonly displayName: string;
  readonly municipality: string | null;
}

/** A statement that PostgreSQL plans once a connection. */
export interface Prepared<Row> {
  readonly name: string;
  readonly text: string;
  /** The type of its rows; never set. */
  readonly row?: Row;
}

const running = (alias: string): string =>
  `${alias}.since <= $2::date and (${alias}.until is null or ${alias}.until >= $2::date)`;
const covers = `coalesce(e.since, e.occurred_at::date) <= coalesce(m.until, 'infinity'::date)
  and coalesce(e.until, case when e.since is null then e.occurred_at::date else 'infinity'::date end) >= m.since`;

/** $1 number, $2 today, $3 how many. */
export const whoCalls: Prepared<CallerRow> = {
  name: "who calls",
  text: `with hit as (
      select p.person, null::text as enterprise, 'PHONE' as reason from phone p where p.value = $1 and p.person is not null and ${running("p")}
      union all
      select m.person, m.enterprise, 'ENTERPRISE_PHONE' from phone p join mandate m on m.enterprise = p.enterprise and ${running("m")} where p.value = $1
    )
    (select person, min(enterprise) as enterprise, array_agg(distinct reason) as reasons from hit group by person order by person limit $3)
    union all
    (select null, p.enterprise, array['ENTERPRISE_PHONE'] from phone p where p.value = $1 and p.enterprise is not null
        and not exists (select from mandate m where m.enterprise = p.enterprise and ${running("m")}) order by p.enterprise limit $3)
    limit $3`,
};

/** $1 person. */
export const readPerson: Prepared<PersonRow> = {
  name: "person",
  text: `select display_name as "displayName", preferred_language as "preferredLanguage" from person where id = $1`,
};

/** $1 person. */
export const readMandates: Prepared<MandateRow> = {
  name: "mandates",
  text: `select m.enterprise as number, k.name, m.role_code as "roleCode", m.since, m.until from mandate m
      left join enterprise k on k.number = m.enterprise where m.person = $1
     order by m.until desc nulls first, m.since desc, m.id limit 100`,
};

/** $1 person, $2 today. */
export const readPresence: Prepared<PresenceRow> = {
  name: "presence",
  text: `select a.code, coalesce(bool_or(f.seen), false) as seen, coalesce(bool_or(f.known), false) as known from agency a left join (
      select e.present_agency, e.seen, e.known from entry e where e.holder_person = $1
      union all
      select e.present_agency, e.seen, e.known from entry e where e.other_person = $1
      union all
      select e.present_agency, e.seen, e.known from mandate m join entry e on e.holder_enterprise = m.enterprise and ${covers} where m.person = $1
    ) f on f.present_agency = a.code
    where a.valid_from <= $2::date and (a.valid_to is null or a.valid_to >= $2::date) group by a.code order by a.code`,
};

/** $1 person, $2 how many. */
export const readTimeline = newestEntries("timeline", "e.on_timeline");

/** $1 person, $2 how many. */
export const readSupports = newestEntries("supports", "e.is_support");

/** $1 persons, $2 enterprises, $3 today; in order. */
export const readCandidates: Prepared<CandidateRow> = {
  name: "candidates",
  text: `select coalesce(p.display_name, k.contact_name, asked.enterprise) as "displayName", coalesce(p.municipality, k.contact_municipality) as municipality
     from unnest($1::uuid[], $2::text[]) with ordinality as asked(person, enterprise, place)
     left join person p on p.id = asked.person
     left join lateral (select m.enterprise from mandate m where m.person = asked.person and ${running("m").replaceAll("$2", "$3")}
        order by m.since, m.id limit 1) acting on true
     left join enterprise k on k.number = coalesce(asked.enterprise, acting.enterprise)
    order by asked.place`,
};

/** Runs a statement on the pool. */
export async function rowsOf<Row>(
  pool: pg.Pool,
  { name, text }: Prepared<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query({ name, text, values: [...values] });
  return rows as Row[];
}

/** What a person holds or is named in, and what an enterprise holds during the person's mandate; each branch reads its index in order. */
function newestEntries(name: string, wanted: string): Prepared<EntryRow> {
  const columns = `e.id, e.type, e.kind, e.agency_code as "agencyCode", e.occurred_at as "occurredAt", e.since, e.until, e.label`;
  const newest = "order by e.occurred_at desc, e.id desc limit $2";
  const text = `
    (select ${columns} from entry e where e.holder_person = $1 and e.seen and ${wanted} ${newest})
    union
    (select ${columns} from entry e where e.other_person = $1 and e.seen and ${wanted} ${newest})
    union
    (select held.* from mandate m cross join lateral (
      select ${columns} from entry e where e.holder_enterprise = m.enterprise and ${covers} and e.seen and ${wanted} ${newest}) held
      where m.person = $1)
    order by "occurredAt" desc, id desc limit $2`;
  return { name, text };
}
