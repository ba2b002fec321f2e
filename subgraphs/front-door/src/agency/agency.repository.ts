import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import type { Partner } from "@parcours/shared/partners";
import { Agency } from "./agency.entity.js";

const columns = columnsOf(Agency, "a");
const readAll = statement(`select ${columns} from agency a order by a.code limit 1000`);
const upsert = statement(
  `insert into agency (code, subgraph, names, pole_code, valid_from, valid_to, successor_code, admitted_at, external)
   select r.code, r.subgraph, r.names, r.pole, r."validFrom", r."validTo", r.successor, r."admittedAt", coalesce(r.external, false)
     from jsonb_to_recordset($1::jsonb) as r(code text, subgraph text, names jsonb, pole text, "validFrom" date, "validTo" date,
          successor text, "admittedAt" date, external boolean)
   on conflict (code) do update set subgraph = excluded.subgraph, names = excluded.names, pole_code = excluded.pole_code,
     valid_from = excluded.valid_from, valid_to = excluded.valid_to, successor_code = excluded.successor_code,
     admitted_at = excluded.admitted_at, external = excluded.external`,
);

/** Every agency there is or was, by code. */
export async function allAgencies(queries: Queries): Promise<Agency[]> {
  return queries.query<Agency>(readAll);
}

/** Writes the agencies of the manifests. One that left a manifest stays: its history keeps its name (R68). */
export async function writeAgencies(queries: Queries, partners: readonly Partner[]): Promise<void> {
  const rows = partners.flatMap(({ subgraph, agencies }) => agencies.map((agency) => ({ ...agency, subgraph })));
  await queries.query(upsert, [JSON.stringify(rows)]);
}
