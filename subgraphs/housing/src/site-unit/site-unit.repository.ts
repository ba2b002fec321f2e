import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { PageLoaders } from "@parcours/shared/page-loaders";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { unitKinds } from "../labels/unit-kinds.js";
import { readPages } from "../paging/read-pages.js";
import { SiteUnit } from "./site-unit.entity.js";

const columns = columnsOf(SiteUnit, "unit");

const byIds = statement(`select ${columns} from site_unit unit where unit.id = any($1::uuid[])`);

// A unit has no instant: its position, as milliseconds since 1970, is its place in the cursor.
const pagesBySite = statement(
  `select holder.place::int - 1 as holder, found.* from unnest($1::uuid[]) with ordinality as holder(id, place)
    cross join lateral (
      select ${columns} from site_unit unit
       where unit.site_id = holder.id
         and ($2::timestamptz is null or (unit.position, unit.id) > ((extract(epoch from $2) * 1000)::int, $3::uuid))
       order by unit.position, unit.id limit $4) found
   order by holder.place, found.position`,
);

/** The units of sites, for one request. */
export class SiteUnits {
  readonly #byId: Loader<string, SiteUnit | null>;
  readonly #ofSite: PageLoaders<SiteUnit>;

  constructor({ database }: ServiceScope) {
    this.#byId = loader(async (ids) =>
      inOrder(ids, (await database.query<SiteUnit>(byIds, [ids])).map(complete), ({ id }) => id),
    );
    this.#ofSite = new PageLoaders(
      (siteIds, page) => readPages(database, pagesBySite, siteIds, page, placeOf),
      complete,
    );
  }

  /** The unit, or null where the id is unknown. */
  async byId(id: string): Promise<SiteUnit | null> {
    return this.#byId.load(id);
  }

  /** What a site lets, in the site's own order. */
  async ofSite(siteId: string, request: PageRequest): Promise<Page<SiteUnit>> {
    return this.#ofSite.of(siteId, request);
  }
}

function placeOf({ position, id }: SiteUnit): { at: Date; id: string } {
  return { at: new Date(position), id };
}

function complete(unit: SiteUnit): SiteUnit {
  return Object.assign(unit, { kind: codeOf(unitKinds, unit.kindCode) });
}
