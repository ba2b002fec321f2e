import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { stages } from "@parcours/shared/vocabulary/stages";
import { languages } from "../labels/languages.js";
import { profiles } from "../labels/profiles.js";
import { sectors } from "../labels/sectors.js";
import { supportCategories } from "../labels/support-categories.js";
import { topics } from "../labels/topics.js";
import type { CatalogueEntry } from "./catalogue/catalogue-item.js";
import { SupportService } from "./support-service.entity.js";
import type { SupportServiceFilter } from "./support-service.rules.js";

// The whole catalogue is about a hundred rows: it is filtered by reading it, which no index would make quicker.
const read = statement(
  `select ${columnsOf(SupportService, "s")} from support_service s
    where s.valid_from <= $1::date and (s.valid_to is null or s.valid_to >= $1::date)
      and ($2::text is null or s.category_code = $2)
      and ($3::text is null or s.stage_codes = '{}' or $3 = any(s.stage_codes))
      and ($4::text is null or s.profile_codes = '{}' or $4 = any(s.profile_codes))
      and ($5::text is null or s.sector_codes = '{}' or $5 = any(s.sector_codes))
      and ($6::text is null or s.need_codes = '{}' or $6 = any(s.need_codes))
      and ($7::text is null or s.agency_code = $7)
      and ($8::text is null or $8 = any(s.language_codes))
    order by s.code limit 500`,
);
const upsert = statement(
  `insert into support_service (id, code, agency_code, delivered_by, names, summaries, category_code, stage_codes, profile_codes,
     sector_codes, need_codes, language_codes, valid_from, valid_to)
   select r.id, r.code, r.agency, r."deliveredBy", r.names, r.summaries, r.category, r.stages, r.profiles, r.sectors, r.needs,
          r.languages, r."validFrom", r."validTo"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, agency text, "deliveredBy" text, names jsonb, summaries jsonb,
          category text, stages text[], profiles text[], sectors text[], needs text[], languages text[], "validFrom" date, "validTo" date)
   on conflict (id) do update set agency_code = excluded.agency_code, delivered_by = excluded.delivered_by, names = excluded.names,
     summaries = excluded.summaries, category_code = excluded.category_code, stage_codes = excluded.stage_codes,
     profile_codes = excluded.profile_codes, sector_codes = excluded.sector_codes, need_codes = excluded.need_codes,
     language_codes = excluded.language_codes, valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
);

/** Services offered on a day that answer a filter, by code: the order follows no merit (R23, R32). */
export async function supportServices(
  queries: Queries,
  day: string,
  filter: SupportServiceFilter,
): Promise<SupportService[]> {
  const { category, stage, profile, sector, need, agency, helpLanguage } = filter;
  const rows = await queries.query<SupportService>(read, [
    day,
    category,
    stage,
    profile,
    sector,
    need,
    agency,
    helpLanguage,
  ]);
  return rows.map(complete);
}

/** Writes the catalogue that comes with the code. */
export async function writeCatalogue(queries: Queries, catalogue: readonly CatalogueEntry[]): Promise<void> {
  await queries.query(upsert, [JSON.stringify(catalogue)]);
}

function complete(row: SupportService): SupportService {
  const codes = (list: Parameters<typeof codeOf>[0], values: readonly string[]) =>
    values.map((value) => codeOf(list, value));
  return Object.assign(row, {
    agency: agencyReference(row.agencyCode),
    category: codeOf(supportCategories, row.categoryCode),
    stages: codes(stages, row.stageCodes),
    profiles: codes(profiles, row.profileCodes),
    sectors: codes(sectors, row.sectorCodes),
    needs: codes(topics, row.needCodes),
    languages: codes(languages, row.languageCodes),
  });
}
