import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { isUuid } from "@parcours/shared/ids";
import { pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import { ownerships } from "../labels/ownerships.js";
import { siteKinds } from "../labels/site-kinds.js";
import { Site } from "./site.entity.js";
import type { SiteFilter } from "./site.input.js";

const columns = columnsOf(Site, "site");

const byIds = statement(`select ${columns} from site where site.id = any($1::uuid[])`);

const filtered = statement(
  `select ${columns} from site
    where ($1::text[] is null or site.kind_code = any($1)) and ($2::text[] is null or site.agency_code = any($2))
      and ($3::text[] is null or site.nis_code = any($3)) and ($4::boolean is null or site.youth_friendly = $4)
      and ($5::date is null or (site.opened_on, site.id) < ($5, $6::uuid))
    order by site.opened_on desc, site.id desc limit $7`,
);

/** Sites, for one request. */
export class Sites {
  readonly #byId: Loader<string, Site | null>;

  constructor(private readonly scope: ServiceScope) {
    this.#byId = loader(async (ids) =>
      inOrder(ids, (await scope.database.query<Site>(byIds, [ids])).map(complete), ({ id }) => id),
    );
  }

  /** The site of a row of ours, or null where the id is unknown. */
  async byId(id: string): Promise<Site | null> {
    return this.#byId.load(id);
  }

  /** What a reference from another subgraph resolves to. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld("Site", { id });
  }

  /** A page of the sites that a filter lets through, those opened last first. */
  async list(filter: SiteFilter, request: PageRequest): Promise<Page<Site>> {
    const { kinds = null, operators = null, nisCodes = null, youthFriendly = null } = filter;
    const { first, after } = request;
    const openedOn = after?.at.toISOString().slice(0, 10) ?? null;
    const values = [kinds, operators, nisCodes, youthFriendly, openedOn, after?.id ?? null, first + 1];
    const sites = await this.scope.database.query<Site>(filtered, values);
    return pageOf(sites.map(complete), request, (site) => ({
      at: new Date(`${site.openedOn}T00:00:00Z`),
      id: site.id,
    }));
  }
}

function complete(site: Site): Site {
  return Object.assign(site, {
    operator: agencyReference(site.agencyCode),
    kind: codeOf(siteKinds, site.kindCode),
    ownership: codeOf(ownerships, site.ownershipCode),
  });
}
