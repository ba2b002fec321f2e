import { inOrder, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement } from "@parcours/shared/database";
import { EntryTable } from "@parcours/shared/entry-repository";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { isUuid } from "@parcours/shared/ids";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { withheld } from "@parcours/shared/visibility/guard";
import type { PagesOfHolder } from "../holder/holder.arguments.js";
import { needKinds } from "../labels/need-kinds.js";
import { noFollowUpReasons } from "../labels/no-follow-up-reasons.js";
import { PagesByKey, readPages } from "../paging/pages-by-key.js";
import { Need } from "./need.entity.js";
import { needIsOpen } from "./need.rules.js";

const columns = columnsOf(Need, "need");
const table = new EntryTable<Need>(Need, "need");

const byIds = statement(`select ${columns} from need where need.id = any($1::uuid[])`);

const pagesBySite = statement(
  `select holder.place::int - 1 as holder, found.* from unnest($1::uuid[]) with ordinality as holder(id, place)
    cross join lateral (
      select ${columns} from need
       where need.site_id = holder.id and ($2::timestamptz is null or (need.occurred_at, need.id) < ($2, $3::uuid))
       order by need.occurred_at desc, need.id desc limit $4) found
   order by holder.place, found."occurredAt" desc, found.id desc`,
);

/** Needs, for one request. */
export class Needs implements PagesOfHolder<Need> {
  readonly #byId: Loader<string, Need | null>;
  readonly #ofSite: PagesByKey<Need>;
  readonly #ofPerson: PagesByKey<Need>;
  readonly #ofEnterprise: PagesByKey<Need>;

  constructor({ database, policy }: ServiceScope) {
    this.#byId = loader(async (ids) => inOrder(ids, (await database.query<Need>(byIds, [ids])).map(complete), ({ id }) => id));
    this.#ofSite = new PagesByKey(async (ids, request) => completed(await readPages<Need>(database, pagesBySite, ids, request, placeOf)));
    this.#ofPerson = new PagesByKey(async (ids, request) => completed(await table.byPersons(database, await policy.identities(ids), request)));
    this.#ofEnterprise = new PagesByKey(async (numbers, request) => completed(await table.byEnterprises(database, numbers, request)));
  }

  /** What a reference from another subgraph resolves to. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (isUuid(id) ? await this.#byId.load(id) : null) ?? withheld("Need", { id });
  }

  /** A page of what members of a site need. */
  async ofSite(siteId: string, request: PageRequest): Promise<Page<Need>> {
    return this.#ofSite.page(siteId, request);
  }

  /** A page of what a person needs, under any id the person has had. */
  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<Need>> {
    return this.#ofPerson.page(entrepreneurId, request);
  }

  /** A page of what an enterprise needs. */
  async ofEnterprise(number: string, request: PageRequest): Promise<Page<Need>> {
    return this.#ofEnterprise.page(number, request);
  }
}

function placeOf({ occurredAt, id }: Need): { at: Date; id: string } {
  return { at: occurredAt, id };
}

function completed(pages: readonly Page<Need>[]): readonly Page<Need>[] {
  for (const { edges } of pages) for (const { node } of edges) complete(node);
  return pages;
}

function complete(need: Need): Need {
  const { agencyCode, kindCode, referralId, noFollowUpCode } = need;
  return Object.assign(need, {
    identifiedBy: agencyReference(agencyCode),
    kind: codeOf(needKinds, kindCode),
    referral: referralId ? { id: referralId } : null,
    noFollowUpReason: codeOf(noFollowUpReasons, noFollowUpCode),
    open: needIsOpen({ referralId, noFollowUp: noFollowUpCode }),
  });
}
