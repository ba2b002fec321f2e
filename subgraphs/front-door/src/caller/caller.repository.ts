import { statement, type Queries, type Statement } from "@parcours/shared/database";
import type { CallerCriteria, FoundCandidate } from "./caller.rules.js";

/** A word begins with a text: a range of the index, which `like` with a parameter would not be. */
const begins = (column: string, text: string): string =>
  `${column} >= ${text} and ${column} < ${text} || U&'\\+10FFFF'`;
const running = (alias: string): string =>
  `${alias}.since <= $6::date and (${alias}.until is null or ${alias}.until >= $6::date)`;
const canonical = (column: string): string =>
  `coalesce((select im.canonical_id from identity_merge im where im.former_id = ${column}), ${column})`;

/** A number or address is a person's own, or that of an enterprise for which the person acts. */
const personsBy = (kind: "PHONE" | "EMAIL", value: string): string => `
  select ${canonical("c.entrepreneur_id")} as person, null::text as enterprise, '${kind}' as reason
    from contact_point c where c.kind = '${kind}' and c.value = ${value} and ${running("c")}
  union all
  select ${canonical("m.entrepreneur_id")}, m.enterprise_number, 'ENTERPRISE_${kind}'
    from enterprise_point p join mandate m on m.enterprise_number = p.enterprise_number and ${running("m")} where p.value = ${value}`;

const personsByNumber = `
  select ${canonical("m.entrepreneur_id")} as person, m.enterprise_number as enterprise, 'ENTERPRISE_NUMBER' as reason
    from mandate m where m.enterprise_number = $3::text and ${running("m")}`;

/** The first word leads through the index; the others only filter. */
const personsByName = `
  select ${canonical("w.entrepreneur_id")} as person, null::text as enterprise, 'NAME' as reason
    from entrepreneur_word w where ${begins("w.word", "($4::text[])[1]")}`;

const nameFits = `not exists (
  select 1 from unnest($4::text[]) as asked(word) where not exists (
    select 1 from entrepreneur_word w
     where w.entrepreneur_id in (select found.person union all select im.former_id from identity_merge im where im.canonical_id = found.person)
       and ${begins("w.word", "asked.word")}))`;

const enterpriseNameFits = `not exists (
  select 1 from unnest($4::text[]) as asked(word) where not exists (
    select 1 from enterprise_word w where w.enterprise_number = found.enterprise and ${begins("w.word", "asked.word")}))`;

const enterprisesByValue = (kind: "PHONE" | "EMAIL", value: string): string =>
  `select p.enterprise_number as enterprise, 'ENTERPRISE_${kind}' as reason from enterprise_point p where p.value = ${value}`;
const enterprisesByNumber = `select k.enterprise_number as enterprise, 'ENTERPRISE_NUMBER' as reason from enterprise_contact k where k.enterprise_number = $3::text`;
const enterprisesByName = `select w.enterprise_number as enterprise, 'ENTERPRISE_NAME' as reason from enterprise_word w where ${begins("w.word", "($4::text[])[1]")}`;

/** The parties that match every clue given, persons first, each with the reasons; one more than asked tells that there is more. */
export async function findCandidates(
  queries: Queries,
  criteria: CallerCriteria,
  today: string,
  limit: number,
): Promise<FoundCandidate[]> {
  const { phone, email, enterpriseNumber, nameWords } = criteria;
  const words = nameWords === null ? null : [...nameWords].sort((a, b) => b.length - a.length);
  return queries.query<FoundCandidate>(searchStatement(criteria), [
    phone,
    email,
    enterpriseNumber,
    words,
    limit,
    today,
  ]);
}

const statements = new Map<string, Statement>();

/** One statement per combination of clues: fifteen at the most, each planned once. */
function searchStatement({ phone, email, enterpriseNumber, nameWords }: CallerCriteria): Statement {
  const given = [phone !== null, email !== null, enterpriseNumber !== null, nameWords !== null];
  const key = given.map(Number).join("");
  let found = statements.get(key);
  if (!found) {
    found = statement(searchText(given as [boolean, boolean, boolean, boolean]));
    statements.set(key, found);
  }
  return found;
}

function searchText([phone, email, number, name]: readonly [boolean, boolean, boolean, boolean]): string {
  const exact = phone || email || number;
  const persons = [
    ...(phone ? [personsBy("PHONE", "$1::text")] : []),
    ...(email ? [personsBy("EMAIL", "$2::text")] : []),
    ...(number ? [personsByNumber] : []),
    ...(exact ? [] : [personsByName]),
  ];
  const enterprises = [
    ...(phone ? [enterprisesByValue("PHONE", "$1::text")] : []),
    ...(email ? [enterprisesByValue("EMAIL", "$2::text")] : []),
    ...(number ? [enterprisesByNumber] : []),
    ...(exact ? [] : [enterprisesByName]),
  ];
  const nameReason = exact && name ? " || array['NAME']" : "";
  return `
    -- Every statement takes the same values: those it does not use still need a type.
    with given as (select $1::text, $2::text, $3::text, $4::text[], $5::int, $6::date),
    person_hits as (${persons.map((hits, clue) => `select ${clue} as clue, hit.* from (${hits}) hit`).join(" union all ")}),
    persons as (
      select person, min(enterprise) as enterprise, array_agg(distinct reason)${nameReason} as reasons
        from person_hits found where ${name ? nameFits : "true"}
       group by person having count(distinct clue) = ${persons.length} order by person limit $5
    ),
    enterprise_hits as (${enterprises.map((hits, clue) => `select ${clue} as clue, hit.* from (${hits}) hit`).join(" union all ")}),
    enterprises as (
      select found.enterprise, array_agg(distinct found.reason)${nameReason} as reasons
        from enterprise_hits found
       where not exists (select 1 from mandate m where m.enterprise_number = found.enterprise and ${running("m")})
         and ${name ? enterpriseNameFits : "true"}
       group by found.enterprise having count(distinct found.clue) = ${enterprises.length} order by found.enterprise limit $5
    )
    select person as "entrepreneurId", enterprise as "enterpriseNumber", reasons from persons
    union all select null, enterprise, reasons from enterprises
    limit $5`;
}

/** What tells candidates apart. */
export interface CandidateFacts {
  readonly enterpriseNumber: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly municipalityNis: string | null;
  readonly nameFr: string | null;
  readonly nameNl: string | null;
  readonly municipalityFr: string | null;
  readonly municipalityNl: string | null;
}

const readFacts = statement(
  `select coalesce(asked.enterprise, acting.enterprise_number) as "enterpriseNumber", e.given_name as "givenName",
          e.family_name as "familyName", e.municipality_nis as "municipalityNis", k.name_fr as "nameFr", k.name_nl as "nameNl",
          k.municipality_fr as "municipalityFr", k.municipality_nl as "municipalityNl"
     from unnest($1::uuid[], $2::text[]) with ordinality as asked(person, enterprise, place)
     left join entrepreneur e on e.id = asked.person
     left join lateral (
       select m.enterprise_number from mandate m
        where m.entrepreneur_id = asked.person and m.since <= $3::date and (m.until is null or m.until >= $3::date)
        order by m.since, m.id limit 1) acting on true
     left join enterprise_contact k on k.enterprise_number = coalesce(asked.enterprise, acting.enterprise_number)
    order by asked.place`,
);

/** Names and municipalities of candidates, in order. */
export async function candidateFacts(
  queries: Queries,
  candidates: readonly FoundCandidate[],
  today: string,
): Promise<CandidateFacts[]> {
  const values = [
    candidates.map(({ entrepreneurId }) => entrepreneurId),
    candidates.map(({ enterpriseNumber }) => enterpriseNumber),
    today,
  ];
  return queries.query<CandidateFacts>(readFacts, values);
}
