import { statement } from "@parcours/shared/database";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { PageLoaders } from "@parcours/shared/page-loaders";
import type { Page, PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { readPages } from "../paging/read-pages.js";
import type { SiteMember } from "./site-member.type.js";

// Two files that were merged are one member, so rows are grouped by the canonical id, and the newest stay is the member's place.
const pagesBySite = statement(
  `select holder.place::int - 1 as holder, member.* from unnest($1::uuid[]) with ordinality as holder(id, place)
    cross join lateral (
      select person as "entrepreneurId", enterprise_number as "enterpriseNumber", min(since) as since, max(occurred_at) as "occurredAt",
             (array_agg(id order by occurred_at desc, id desc))[1] as "stayId",
             (array_agg(unit_id order by occurred_at desc, id desc))[1] as "unitId",
             (array_agg(agency_code order by occurred_at desc, id desc))[1] as "agencyCode"
        from (select stay.*, coalesce(known.canonical_id, stay.entrepreneur_id) as person
                from housing_stay stay left join policy_identity known on known.former_id = stay.entrepreneur_id
               where stay.site_id = holder.id and stay.since <= $5::date and coalesce(stay.until, 'infinity') >= $5::date) running
       group by person, enterprise_number
      having $2::timestamptz is null
          or (max(occurred_at), (array_agg(id order by occurred_at desc, id desc))[1]) < ($2, $3::uuid)
       order by 4 desc, 5 desc limit $4) member
   order by holder.place, member."occurredAt" desc, member."stayId" desc`,
);

/** Who stays at sites today, for one request. */
export class SiteMembers {
  readonly #ofSite: PageLoaders<SiteMember>;

  constructor({ database }: ServiceScope) {
    this.#ofSite = new PageLoaders(
      (siteIds, page) => readPages(database, pagesBySite, siteIds, page, placeOf, [brusselsDate(new Date())]),
      complete,
    );
  }

  /** A page of the members of a site, those who came last first. */
  async ofSite(siteId: string, request: PageRequest): Promise<Page<SiteMember>> {
    return this.#ofSite.of(siteId, request);
  }
}

function placeOf({ occurredAt, stayId }: SiteMember): { at: Date; id: string } {
  return { at: occurredAt, id: stayId };
}

function complete(member: SiteMember): SiteMember {
  const { entrepreneurId, enterpriseNumber } = member;
  return Object.assign(member, {
    entrepreneur: entrepreneurId ? { id: entrepreneurId } : null,
    enterprise: enterpriseNamed(enterpriseNumber),
  });
}
