/**
 * What an extract changes of what the register said before, kept as the history of the fact in the transaction that replaces the rows. Only what
 * differs is written, by a few statements over whole tables; of a list what went and what came. Of natural persons nothing is kept: their
 * names are theirs, and the register forgets them (J29, R08; decision 0022).
 */
import type { ImportSession } from "@parcours/shared/import/import-session";
import type { ExtractMeta } from "./extract-meta.js";

const source = "KBO";

/** Legal persons that the register held before and holds still. */
const stay = `
  create temporary table staying on commit drop as
  select e.number from enterprise e join staging_enterprise s on s.number = e.number
   where e.source = '${source}' and e.type_code <> '1' and s.type_code <> '1'`;

/** What was kept of somebody whom an earlier extract took for a legal person. */
const forgetPersons = `
  delete from fact_change where author = 'REGISTER' and enterprise_number in (select number from staging_enterprise where type_code = '1')`;

const insert = `insert into fact_change (id, coordinate, enterprise_number, former, value, author, source, extract)`;

/** A code as the graph shows it, without its label, which the register may word otherwise tomorrow. */
const code = (column: string): string => `jsonb_build_object('code', ${column})`;
const valueColumns: readonly (readonly [fact: string, shown: (row: string) => string])[] = [
  ["status", (row) => code(`${row}.status_code`)],
  ["juridicalSituation", (row) => code(`${row}.situation_code`)],
  ["type", (row) => code(`${row}.type_code`)],
  ["legalForm", (row) => code(`coalesce(${row}.form_cac_code, ${row}.form_code)`)],
  ["startDate", (row) => `to_jsonb(${row}.start_date)`],
];
const compared = (row: string): string =>
  ["status_code", "situation_code", "type_code", "form_code", "form_cac_code", "start_date"]
    .map((column) => `${row}.${column}`)
    .join(", ");
/** A code that is not given is none. */
const orNone = (json: string): string => `nullif(nullif(${json}, '{"code": null}'), 'null')`;

const ownValues = `
  ${insert}
  select gen_random_uuid(), changed.coordinate, e.number, changed.former, changed.value, 'REGISTER', '${source}', $1
    from enterprise e
    join staging_enterprise s on s.number = e.number
    join staying on staying.number = e.number
   cross join lateral (values ${valueColumns
     .map(([fact, shown]) => `('Enterprise.${fact}', ${orNone(shown("e"))}, ${orNone(shown("s"))})`)
     .join(", ")}) changed(coordinate, former, value)
   where (${compared("e")}) is distinct from (${compared("s")}) and changed.former is distinct from changed.value`;

/** A list of an enterprise: its rows, by what makes one of them that one. */
interface Listed {
  readonly fact: string;
  readonly table: string;
  /** The column with the enterprise's number. */
  readonly owner: string;
  /** Columns that together are the row. */
  readonly key: readonly string[];
  /** An element as the history shows it. */
  readonly shown: (row: string) => string;
  /** Which of its rows are an enterprise's own. */
  readonly only?: (row: string) => string;
}

const ofEnterprise = (row: string): string => `${row}.entity_number < '2'`;
const addressColumns = [
  "street_fr",
  "street_nl",
  "house_number",
  "box",
  "zipcode",
  "municipality_fr",
  "municipality_nl",
  "country_fr",
  "country_nl",
];
const lists: readonly Listed[] = [
  {
    fact: "name",
    table: "denomination",
    owner: "entity_number",
    key: ["entity_number", "type_code", "language_code", "denomination"],
    shown: (row) =>
      `jsonb_build_object('name', ${row}.denomination, 'type', ${row}.type_code, 'language', ${row}.language_code)`,
    only: ofEnterprise,
  },
  {
    fact: "address",
    table: "address",
    owner: "entity_number",
    key: ["entity_number", "type_code", ...addressColumns],
    shown: (row) =>
      `jsonb_strip_nulls(jsonb_build_object(${addressColumns.map((column) => `'${camel(column)}', ${row}.${column}`).join(", ")}))`,
    only: (row) => `${ofEnterprise(row)} and ${row}.type_code = 'REGO'`,
  },
  {
    fact: "contacts",
    table: "contact",
    owner: "entity_number",
    key: ["entity_number", "entity_contact_code", "type_code", "value"],
    shown: (row) => `jsonb_build_object('type', ${row}.type_code, 'value', ${row}.value)`,
    only: ofEnterprise,
  },
  {
    fact: "activities",
    table: "activity",
    owner: "entity_number",
    key: ["entity_number", "group_code", "nace_version", "nace_code", "classification_code"],
    shown: (row) =>
      `jsonb_build_object('group', ${row}.group_code, 'version', ${row}.nace_version, 'nace', ${row}.nace_code, 'classification', ${row}.classification_code)`,
    only: ofEnterprise,
  },
  {
    fact: "establishments",
    table: "establishment",
    owner: "enterprise_number",
    key: ["number", "enterprise_number"],
    shown: (row) => `to_jsonb(${row}.number)`,
  },
  {
    fact: "branches",
    table: "branch",
    owner: "enterprise_number",
    key: ["id", "enterprise_number"],
    shown: (row) => `to_jsonb(${row}.id)`,
  },
];

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function changesOf({ fact, table, owner, key, shown, only = () => "true" }: Listed): string {
  // Columns that may be empty are compared as texts, so that both sides are hashed instead of tried pair by pair.
  const columns = (row: string): string => key.map((column) => `coalesce(${row}.${column}, '')`).join(", ");
  const same = `(${columns("t")}) = (${columns("s")})`;
  return `
  ${insert}
  select gen_random_uuid(), 'Enterprise.${fact}', changed.number, jsonb_agg(distinct changed.element) filter (where changed.is_gone),
         jsonb_agg(distinct changed.element) filter (where not changed.is_gone), 'REGISTER', '${source}', $1
    from (select t.${owner} as number, ${shown("t")} as element, true as is_gone from ${table} t
           where t.source = '${source}' and ${only("t")} and not exists (select from staging_${table} s where ${same})
          union all
          select s.${owner}, ${shown("s")}, false from staging_${table} s
           where ${only("s")} and not exists (select from ${table} t where t.source = '${source}' and ${same})) changed
    join staying on staying.number = changed.number
   group by changed.number`;
}

const statements = [ownValues, ...lists.map(changesOf)];

/** Keeps what differs. To be run in the transaction that replaces the rows, before it does. Answers how many changes were kept. */
export async function noteChanges(
  session: ImportSession,
  { extractNumber, snapshotDate }: ExtractMeta,
): Promise<number> {
  await session.query(forgetPersons);
  await session.query(stay);
  const [held] = await session.query<{ is_any: boolean }>("select exists (select from staying) as is_any");
  if (!held?.is_any) return 0;
  await session.query("analyze staying");
  let changes = 0;
  for (const text of statements) {
    const [kept] = await session.query<{ count: string }>(
      `with kept as (${text} returning 1) select count(*) as count from kept`,
      [`${extractNumber} ${snapshotDate}`],
    );
    changes += Number(kept?.count);
  }
  return changes;
}
