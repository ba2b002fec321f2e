import { PageLoaders } from "@parcours/shared/page-loaders";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { mayRead } from "@parcours/shared/visibility/may-read";
import { ownAgencies } from "@parcours/shared/visibility/reader";
import type { Referral } from "./referral.entity.js";
import { referrals, referralsOfPersons } from "./referral.repository.js";

interface Asked extends PageRequest {
  /** Only what these sent or received; null for all. */
  readonly agencies: readonly string[] | null;
}

/** Where persons were sent, for one request. */
export class ReferralService {
  readonly #pages: PageLoaders<Referral, Asked>;

  constructor(private readonly scope: ServiceScope) {
    const { database, policy } = scope;
    this.#pages = new PageLoaders(async (ids, { agencies, ...page }) => {
      const persons = await policy.identities(ids);
      return referralsOfPersons.pages(
        database,
        persons.map((person) => person.ids),
        page,
        agencies,
      );
    }, referrals.complete);
  }

  /** A page of a person's referrals, newest first: all of them where the table opens them, else those of the reader's agency, on either side. */
  async ofPerson(entrepreneurId: string, page: PageRequest): Promise<Page<Referral>> {
    const { policy, request } = this.scope;
    const isOpen = await mayRead(request.reader, "REFERRAL", { entrepreneurId }, policy);
    return this.#pages.of(entrepreneurId, { ...page, agencies: isOpen ? null : ownAgencies(request.reader) });
  }
}
