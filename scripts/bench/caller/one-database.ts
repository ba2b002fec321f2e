/**
 * The reference's database: one for everything, made for the one question it answers. All that ours does for many readers and many
 * owners was done here beforehand, so that the comparison is to the reference's advantage: former ids are replaced by those in use, each
 * entry says whether an 1819 advisor sees it, and labels are kept as finished text. Rows are copied out of the subgraphs' databases;
 * what only an owner can say (labels, names of enterprises, municipalities) is asked from its subgraph.
 */
import { randomBytes } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { dropDatabase, prepareDatabase, withClient } from "@parcours/shared/database-roles";
import { categoriesOf } from "@parcours/shared/visibility/access-matrix";
import { ownAgencies, readerCodes } from "@parcours/shared/visibility/reader";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Subgraph } from "../../lib/discover-subgraphs.js";
import type { System } from "../../lib/supervisor/system.js";
import { tellOwnersTexts } from "./owner-texts.js";
import { advisor } from "./reader.js";

/** The reference's database. */
export interface OneDatabase {
  /** As who may read only what the endpoint reads. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Where the rows come from and go to. */
interface Copying {
  readonly source: pg.Client;
  readonly target: pg.Client;
}

const tables = `
  create table person (id uuid primary key, display_name text not null, preferred_language text not null, municipality text);
  create table phone (value text not null, person uuid, enterprise text, since date, until date);
  create table enterprise (number text primary key, name text, contact_name text, contact_municipality text);
  create table mandate (id uuid primary key, person uuid not null, enterprise text not null, role_code text not null, since date not null, until date);
  create table agency (code text primary key, valid_from date not null, valid_to date);
  create table bare_entry (id uuid, type text, kind text, agency_code text, present_agency text, holder_person uuid, holder_enterprise text,
    other_person uuid, occurred_at timestamptz(3), since date, until date, seen boolean, known boolean, on_timeline boolean, is_support boolean);
  create table owner_text (key text, text text);`;

/** Everything that is told of an entry in one row, and an index for each way in. */
const finish = `
  create table entry as select bare.*, said.text as label from bare_entry bare left join owner_text said on said.key = bare.id::text;
  drop table bare_entry;
  update person set municipality = said.text from owner_text said where said.key = person.id::text;
  insert into enterprise (number, name) select said.key, said.text from owner_text said where said.key ~ '^[0-9]{10}$'
    on conflict (number) do update set name = excluded.name;
  drop table owner_text;
  alter table entry add primary key (id);
  create index on entry (holder_person, occurred_at desc, id desc) where holder_person is not null;
  create index on entry (other_person, occurred_at desc, id desc) where other_person is not null;
  create index on entry (holder_enterprise, occurred_at desc, id desc) where holder_enterprise is not null;
  create index on phone (value);
  create index on mandate (person);
  create index on mandate (enterprise);`;

/** Makes the reference's database from a filled system. */
export async function makeOneDatabase(
  adminUrl: string,
  system: System,
  subgraphs: readonly Subgraph[],
  spine: string,
): Promise<OneDatabase> {
  const database = `bench_one_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("base64url");
  const { ownerUrl, appUrl } = await prepareDatabase(adminUrl, {
    database,
    ownerPassword: password,
    appPassword: password,
  });
  await withClient(system.ownerUrl(spine), (source) =>
    withClient(ownerUrl, async (target) => {
      await target.query(tables);
      await copyAll({ source, target }, subgraphs);
      await tellOwnersTexts(target, system, subgraphs);
      await target.query(finish);
      await target.query("vacuum analyze");
    }),
  );
  return { appUrl, drop: () => dropDatabase(adminUrl, database) };
}

async function copyAll(copying: Copying, subgraphs: readonly Subgraph[]): Promise<void> {
  const inUse = (column: string): string =>
    `coalesce((select im.canonical_id from identity_merge im where im.former_id = ${column}), ${column})`;
  await copy(
    copying,
    "person (id, display_name, preferred_language)",
    `select id, given_name || ' ' || family_name, preferred_language from entrepreneur`,
  );
  await copy(
    copying,
    "phone (value, person, enterprise, since, until)",
    `select value, ${inUse("entrepreneur_id")}, null, since, until from contact_point where kind = 'PHONE' and value is not null
     union all select value, null, enterprise_number, null, null from enterprise_point where value not like '%@%'`,
  );
  await copy(
    copying,
    "enterprise (number, contact_name, contact_municipality)",
    "select enterprise_number, coalesce(name_fr, name_nl), coalesce(municipality_fr, municipality_nl) from enterprise_contact",
  );
  await copy(
    copying,
    "mandate (id, person, enterprise, role_code, since, until)",
    `select id, ${inUse("entrepreneur_id")}, enterprise_number, role_code, since, until from mandate`,
  );
  // Only agencies whose subgraph tells the directory of its entries have a row in `presence`.
  const telling = subgraphs.filter(({ manifest }) => manifest.feeds.includes("POINTER")).map(({ name }) => name);
  await copy(
    copying,
    "agency (code, valid_from, valid_to)",
    `select code, valid_from, valid_to from agency where not external and subgraph = any(${array(telling)})`,
  );
  await copy(copying, "bare_entry", entriesSeen(subgraphs, inUse));
}

/** Every pointer that the reader may see or know of, with the answers to what ours decides at each request. */
function entriesSeen(subgraphs: readonly Subgraph[], inUse: (column: string) => string): string {
  const { everywhere, atOwnAgency } = categoriesOf(advisor.role);
  const codes = array(readerCodes(advisor));
  const seen = `p.readers && ${codes} and (p.category = any(${array(everywhere)})
    or (p.category = any(${array(atOwnAgency)}) and p.agency_code = any(${array(ownAgencies(advisor))})))`;
  const types = subgraphs.flatMap(({ manifest }) => manifest.entryTypes);
  const typesWith = (list: "timeline" | "support"): string =>
    array(types.filter((type) => type[list]).map(({ type }) => type));
  return `with recursive present (code, agency) as (
      select code, code from agency where successor_code is null
      union all select a.code, present.agency from agency a join present on present.code = a.successor_code)
    select p.entry_id, p.type, p.kind, p.agency_code, coalesce(present.agency, p.agency_code), ${inUse("p.holder_person")}, p.holder_enterprise,
      ${inUse("p.other_person")}, p.occurred_at, p.since, p.until, ${seen}, p.known_to && ${codes},
      p.type = any(${typesWith("timeline")}), p.type = any(${typesWith("support")})
      from pointer p left join present on present.code = p.agency_code where (${seen}) or p.known_to && ${codes}`;
}

/** Rows stream from one database to the other. */
async function copy({ source, target }: Copying, into: string, select: string): Promise<void> {
  await pipeline(source.query(copyTo(`copy (${select}) to stdout`)), target.query(copyFrom(`copy ${into} from stdin`)));
}

/** A list as SQL: COPY takes no parameters. */
function array(values: readonly string[]): string {
  return `array[${values.map((value) => pg.escapeLiteral(value)).join(", ")}]::text[]`;
}
