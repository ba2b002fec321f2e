import { byPlace, placed, type Keys } from "@parcours/shared/batching";
import { statement, type Queries, type Statement } from "@parcours/shared/database";
import type { Identity } from "@parcours/shared/feed/policy-copy";
import type { Place } from "@parcours/shared/paging";

/** A pointer as the directory reads it. */
export interface PointerRow {
  readonly id: string;
  readonly type: string;
  readonly kindCode: string;
  readonly agencyCode: string;
  /** The person who holds it or, of what an enterprise holds, whom it names; null where it names nobody. */
  readonly entrepreneurId: string | null;
  /** The enterprise that holds it; null where a person does, even if it names one (J12). */
  readonly enterpriseNumber: string | null;
  readonly occurredAt: Date;
  readonly since: string | null;
  readonly until: string | null;
}

/** What a reader may see of pointers: what the access matrix and the pointers' own readers both allow. */
export interface PointerView {
  /** The reader's codes: role, and role at each own agency. */
  readonly codes: readonly string[];
  /** Categories that the reader sees on every row. */
  readonly everywhere: readonly string[];
  /** Categories that the reader sees on rows of own agencies. */
  readonly atOwnAgency: readonly string[];
  readonly ownAgencies: readonly string[];
  /** The role at each own agency: a pointer that names it is that agency's too, as what another agency sent to it is (J04). */
  readonly codesAtOwnAgency: readonly string[];
}

/** The same of a person's pointers, and of what enterprises hold that the person has a mandate in. */
export interface PersonView extends PointerView {
  readonly held: Pick<PointerView, "codes" | "everywhere"> & {
    /** The only enterprises whose pointers are shown, and only by a mandate that runs on `today`; null where the mandate is not what opens them. */
    readonly enterprises: readonly string[] | null;
    /** `YYYY-MM-DD`. */
    readonly today: string;
  };
}

/** Which pointers are asked for. */
export interface PointerFilter {
  readonly kinds: readonly string[] | null;
  readonly agencies: readonly string[] | null;
  /** Types to leave out (`timeline`), or the only ones to show (`supports`). */
  readonly types: { readonly not: readonly string[] } | { readonly only: readonly string[] };
  readonly after: Place | null;
  /** How many rows per holder. */
  readonly limit: number;
}

/** Of the reader: $3 codes, $4 categories everywhere, $5 those at own agencies, $6 own agencies, $7 the role at each of them. */
const visibleTo = (codes: string, everywhere: string): string =>
  `p.readers && ${codes}::text[] and (p.category = any(${everywhere}::text[]) or (p.category = any($5::text[]) and (p.agency_code = any($6::text[]) or p.readers && $7::text[])))`;
const visible = visibleTo("$3", "$4");
/** What a mandate opens may differ from what being the person does: three values more, and the day, from a place on. */
const heldView = (from: number) => ({
  codes: `$${from}::text[]`,
  visible: visibleTo(`$${from}`, `$${from + 1}`),
  mandate: `($${from + 2}::text[] is null or (m.enterprise_number = any($${from + 2}) and m.since <= $${from + 3}::date and (m.until is null or m.until >= $${from + 3}::date)))`,
});
const wanted = `($8::text[] is null or p.kind = any($8)) and ($9::text[] is null or p.agency_code = any($9))
  and ($10::text[] is null or p.type <> all($10)) and ($11::text[] is null or p.type = any($11))
  and ($12::timestamptz is null or (p.occurred_at, p.entry_id) < ($12, $13::uuid))`;
/** Whom a row is about is said by the way that led to it: who holds it, else whom it names. */
const columnsAbout = (person: "holder_person" | "other_person"): string =>
  `p.entry_id as id, p.type, p.kind as "kindCode", p.agency_code as "agencyCode", p.occurred_at as "occurredAt", p.since, p.until,
   p.${person} as "entrepreneurId", p.holder_enterprise as "enterpriseNumber"`;
const newest = `order by p.occurred_at desc, p.entry_id desc limit $14`;
/** The days that an entry covers: those of the help, or the day it happened; no day of a mandate that ended before it began. */
const covers = `(m.until is null or m.until >= m.since) and coalesce(p.since, p.occurred_at::date) <= coalesce(m.until, 'infinity'::date)
  and coalesce(p.until, case when p.since is null then p.occurred_at::date else 'infinity'::date end) >= m.since`;

const listed = heldView(15);
/** Everything a person holds or is named in, and what an enterprise holds while the person has a mandate in it. Each branch reads an index in order. */
const readByPersons = statement(
  `select asked.place as holder, found.* from unnest($1::int[], $2::uuid[]) as asked(place, id) cross join lateral (
     (select ${columnsAbout("holder_person")} from pointer p where p.holder_person = asked.id and ${visible} and ${wanted} ${newest})
     union all
     (select ${columnsAbout("other_person")} from pointer p where p.other_person = asked.id and ${visible} and ${wanted} ${newest})
     union all
     (select held.* from mandate m cross join lateral (
        select ${columnsAbout("other_person")} from pointer p
         where p.holder_enterprise = m.enterprise_number and ${covers} and ${listed.visible} and ${wanted} ${newest}) held
       where m.entrepreneur_id = asked.id and ${listed.mandate})
   ) found`,
  { by: "PLACE", column: "holder" },
);

/** What an enterprise holds. What a person holds is the person's, even where it names the enterprise (J12). */
const readByEnterprises = statement(
  `select asked.place as holder, found.* from unnest($1::int[], $2::text[]) as asked(place, id) cross join lateral (
     (select ${columnsAbout("other_person")} from pointer p where p.holder_enterprise = asked.id and ${visible} and ${wanted} ${newest})
   ) found`,
  { by: "PLACE", column: "holder" },
);

const counted = heldView(8);
/** A document is a pointer too: whoever may read it may know every agency that it was given to. */
const documentSeen = (codes: string, everywhere: string): string =>
  `(d.readers && ${codes}::text[] and (d.category = any(${everywhere}::text[]) or (d.category = any($5::text[]) and d.provided_to && $6::text[])))`;
const countedDocuments = `
       select given.agency, ${documentSeen("$3", "$4")}, false
         from document_pointer d cross join lateral unnest(d.provided_to) given(agency) where d.person = asked.id
       union all
       select given.agency, ${documentSeen("$8", "$9")}, false
         from mandate m join document_pointer d on d.holder_enterprise = m.enterprise_number
         cross join lateral unnest(d.provided_to) given(agency)
        where m.entrepreneur_id = asked.id and ${counted.mandate}
          and d.received_at::date between m.since and coalesce(m.until, 'infinity'::date)`;
/**
 * Per person and agency: whether the reader may see one of its entries, and whether the reader may know that there is one. How old the
 * copies are is read with them: an age read a moment later could call rows fresh that were read before the pull.
 */
const readPresence = statement(
  `select asked.place as holder, found.agency_code as "agencyCode", bool_or(found.seen) as seen, bool_or(found.known) as known,
          (select jsonb_object_agg(producer, (extract(epoch from as_of) * 1000)::bigint) from feed_cursor where topic = 'POINTER') as "asOf"
     from unnest($1::int[], $2::uuid[]) as asked(place, id) left join lateral (
       select p.agency_code, (${visible}) as seen, p.known_to && $3::text[] as known from pointer p where p.holder_person = asked.id
       union all
       select p.agency_code, (${visible}), p.known_to && $3::text[] from pointer p where p.other_person = asked.id
       union all
       select p.agency_code, (${counted.visible}), p.known_to && ${counted.codes}
         from mandate m join pointer p on p.holder_enterprise = m.enterprise_number
        where m.entrepreneur_id = asked.id and ${counted.mandate} and ${covers}
       union all ${countedDocuments}
     ) found on true group by asked.place, found.agency_code`,
  { by: "PLACE", column: "holder" },
);

/** What the directory knows of an agency's dealings with a person. */
export interface PresenceRow {
  readonly holder: number;
  readonly agencyCode: string;
  readonly seen: boolean;
  readonly known: boolean;
}

/** Who knows a person, and of when that knowledge is. */
export interface PresenceFound {
  readonly rows: readonly PresenceRow[];
  /** By producer: the last pull that reached the end of its feed, in milliseconds since 1970; absent where there never was one. */
  readonly asOf: ReadonlyMap<string, number | null>;
}

/** As the statement gives it: a person whom nobody knows has one row without agency. */
interface FoundRow extends Omit<PresenceRow, "agencyCode"> {
  readonly agencyCode: string | null;
  readonly asOf: Readonly<Record<string, number | null>> | null;
}

/** The newest visible pointers of each person. One entry may be found twice, as holder and as other party. */
export async function pointersOfPersons(
  queries: Queries,
  persons: readonly Identity[],
  view: PersonView,
  filter: PointerFilter,
): Promise<PointerRow[][]> {
  const holders = persons.map(({ ids }) => ids);
  return read(queries, readByPersons, holders, [...viewValues(view), ...filterValues(filter), ...heldValues(view)]);
}

/** The newest visible pointers of each enterprise. */
export async function pointersOfEnterprises(
  queries: Queries,
  numbers: readonly string[],
  view: PointerView,
  filter: PointerFilter,
): Promise<PointerRow[][]> {
  return read(queries, readByEnterprises, numbers, [...viewValues(view), ...filterValues(filter)]);
}

/** Which agencies know each person, as far as the reader may know. */
export async function presenceOfPersons(
  queries: Queries,
  persons: readonly Identity[],
  view: PersonView,
): Promise<PresenceFound[]> {
  const found = await queries.query<FoundRow>(readPresence, [
    ...placed(persons.map(({ ids }) => ids)),
    ...viewValues(view),
    ...heldValues(view),
  ]);
  const known = found.filter((row): row is FoundRow & PresenceRow => row.agencyCode !== null);
  const asOf = new Map(Object.entries(found[0]?.asOf ?? {}));
  return byPlace<PresenceRow>(persons.length, known).map((rows) => ({ rows, asOf }));
}

function viewValues({ codes, everywhere, atOwnAgency, ownAgencies, codesAtOwnAgency }: PointerView): unknown[] {
  return [codes, everywhere, atOwnAgency, ownAgencies, codesAtOwnAgency];
}

function heldValues({ held: { codes, everywhere, enterprises, today } }: PersonView): unknown[] {
  return [codes, everywhere, enterprises, today];
}

function filterValues({ kinds, agencies, types, after, limit }: PointerFilter): unknown[] {
  const [not, only] = "not" in types ? [types.not, null] : [null, types.only];
  return [kinds, agencies, not, only, after?.at ?? null, after?.id ?? null, limit];
}

async function read(
  queries: Queries,
  select: Statement,
  holders: readonly Keys[],
  values: readonly unknown[],
): Promise<PointerRow[][]> {
  const rows = await queries.query<PointerRow & { readonly holder: number }>(select, [...placed(holders), ...values]);
  return byPlace<PointerRow>(holders.length, rows);
}
