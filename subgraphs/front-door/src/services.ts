import type { Page, PageRequest } from "@parcours/shared/paging";
import { RowReader } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import { AgencyService } from "./agency/agency.service.js";
import { CallerService } from "./caller/caller.service.js";
import type { ContactPoint } from "./contact-point/contact-point.entity.js";
import { contactPoints } from "./contact-point/contact-point.repository.js";
import { DirectoryService, type DirectoryEntry, type EntryFilter } from "./directory/directory.service.js";
import { EntrepreneurService } from "./entrepreneur/entrepreneur.service.js";
import type { Interaction } from "./interaction/interaction.entity.js";
import { interactions } from "./interaction/interaction.repository.js";
import type { Mandate } from "./mandate/mandate.entity.js";
import { mandates } from "./mandate/mandate.repository.js";
import { PersonList } from "./person-list.js";
import type { Referral } from "./referral/referral.entity.js";
import { referrals } from "./referral/referral.repository.js";
import { SupportServiceService } from "./support-service/support-service.service.js";

/** What the front door's resolvers work with. */
export interface FrontDoorServices {
  readonly agencies: AgencyService;
  readonly caller: CallerService;
  readonly contactPoints: PersonList<ContactPoint>;
  readonly directory: DirectoryService;
  readonly entrepreneurs: EntrepreneurService;
  readonly interactions: RowReader<Interaction>;
  readonly mandates: PersonList<Mandate>;
  readonly referrals: RowReader<Referral>;
  readonly supportServices: SupportServiceService;
  /** The timeline, in which the front door's own entries are whole: it is their owner, so nobody is asked again. */
  timeline(entrepreneurId: string, request: PageRequest, filter: EntryFilter): Promise<Page<DirectoryEntry>>;
}

/** The context of the front door's resolvers. */
export type FrontDoorContext = Context<FrontDoorServices>;

/** Wires the front door's services for one request. */
export function frontDoorServices(scope: ServiceScope): FrontDoorServices {
  const agencies = new AgencyService(scope);
  const entrepreneurs = new EntrepreneurService(scope);
  const directory = new DirectoryService(scope, agencies);
  const own = { Interaction: new RowReader(interactions, scope), Referral: new RowReader(referrals, scope) };
  return {
    agencies,
    entrepreneurs,
    directory,
    caller: new CallerService(scope, entrepreneurs),
    contactPoints: new PersonList(contactPoints, scope),
    mandates: new PersonList(mandates, scope),
    interactions: own.Interaction,
    referrals: own.Referral,
    supportServices: new SupportServiceService(scope, agencies),
    async timeline(entrepreneurId, request, filter) {
      const page = await directory.timeline(entrepreneurId, request, filter);
      const edges = await Promise.all(
        page.edges.map(async ({ cursor, node }) => ({ cursor, node: await whole(own, node) })),
      );
      return { ...page, edges };
    },
  };
}

type OwnEntries = Readonly<Record<string, { reference(key: Readonly<Record<string, string>>): Promise<object> }>>;

/** An own entry is read from its table; what the pointer says of it stays, should the row be gone. */
async function whole(own: OwnEntries, entry: DirectoryEntry): Promise<DirectoryEntry> {
  const row = await own[entry.__typename]?.reference({ id: entry.id });
  return row ? { ...row, ...entry } : entry;
}
