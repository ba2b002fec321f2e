import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement } from "@parcours/shared/database";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { isUuid } from "@parcours/shared/ids";
import { PageLoaders } from "@parcours/shared/page-loaders";
import type { Page, PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import { readPages } from "../paging/read-pages.js";
import { Permanence } from "./permanence.entity.js";

const columns = columnsOf(Permanence, "permanence");

/** The first day on or after `$5` and `since` that is the right weekday; hours are Brussels time, so summer time is the database's care. */
const next = (from: string): string => `
  cross join lateral (select greatest(permanence.since, ${from}::date) as day) earliest
  cross join lateral (
    select earliest.day + ((permanence.weekday - extract(isodow from earliest.day)::int + 7) % 7) as day) sitting
  cross join lateral (
    select (sitting.day + permanence.opens_at) at time zone 'Europe/Brussels' as "startsAt",
           (sitting.day + permanence.closes_at) at time zone 'Europe/Brussels' as "endsAt",
           permanence.until is null or sitting.day <= permanence.until as held) moment`;

const byIds = statement(
  `select ${columns}, case when moment.held then moment."startsAt" end as "startsAt", case when moment.held then moment."endsAt" end as "endsAt"
     from permanence ${next("$2")} where permanence.id = any($1::uuid[])`,
);

const pagesBySite = statement(
  `select holder.place::int - 1 as holder, found.* from unnest($1::uuid[]) with ordinality as holder(id, place)
    cross join lateral (
      select ${columns}, moment."startsAt", moment."endsAt" from permanence ${next("$5")}
       where permanence.site_id = holder.id and coalesce(permanence.until, 'infinity') >= $5::date and moment.held
         and ($2::timestamptz is null or (moment."startsAt", permanence.id) > ($2, $3::uuid))
       order by moment."startsAt", permanence.id limit $4) found
   order by holder.place, found."startsAt", found.id`,
);

/** A page of a timetable from a day on, `YYYY-MM-DD`. */
interface TimetableRequest extends PageRequest {
  readonly from: string;
}

/** Permanences, for one request. */
export class Permanences {
  readonly #byId: Loader<string, Permanence | null>;
  readonly #ofSite: PageLoaders<Permanence, TimetableRequest>;

  constructor({ database }: ServiceScope) {
    this.#byId = loader(async (ids) => {
      const rows = await database.query<Permanence>(byIds, [ids, brusselsDate(new Date())]);
      return inOrder(ids, rows.map(complete), ({ id }) => id);
    });
    this.#ofSite = new PageLoaders(
      (siteIds, asked) => readPages(database, pagesBySite, siteIds, asked, placeOf, [asked.from]),
      complete,
    );
  }

  /** The permanence of a row of ours, or null where the id is unknown. */
  async byId(id: string): Promise<Permanence | null> {
    return this.#byId.load(id);
  }

  /** What a reference from another subgraph resolves to. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld("Permanence", { id });
  }

  /**
   * A page of a site's timetable, the next to be held first.
   * @param from the first day of interest, `YYYY-MM-DD`
   */
  async ofSite(siteId: string, request: PageRequest, from: string): Promise<Page<Permanence>> {
    return this.#ofSite.of(siteId, { ...request, from });
  }
}

function placeOf({ startsAt, id }: Permanence): { at: Date; id: string } {
  return { at: startsAt ?? new Date(0), id };
}

function complete(permanence: Permanence): Permanence {
  const { agencyCode, opensAt, closesAt } = permanence;
  return Object.assign(permanence, {
    agency: agencyReference(agencyCode),
    opensAt: opensAt.slice(0, 5),
    closesAt: closesAt.slice(0, 5),
  });
}
