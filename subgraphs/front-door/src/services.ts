import type { Page, PageRequest } from "@parcours/shared/paging";
import { RowReader } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import { ActService } from "./acts/act.service.js";
import { PersonPages } from "./acts/person-pages.js";
import { AgencyService } from "./agency/agency.service.js";
import type { BreakGlassReview } from "./break-glass/break-glass.entity.js";
import { breakGlasses } from "./break-glass/break-glass.repository.js";
import { BreakGlassService } from "./break-glass/break-glass.service.js";
import { CallerService } from "./caller/caller.service.js";
import { frontDoorConfig } from "./config.js";
import type { ContactPoint } from "./contact-point/contact-point.entity.js";
import { contactPages, contactPoints } from "./contact-point/contact-point.repository.js";
import { ContactPointService } from "./contact-point/contact-point.service.js";
import { DirectoryService, type DirectoryEntry, type EntryFilter } from "./directory/directory.service.js";
import { DocumentService } from "./document/document.service.js";
import { EntrepreneurService } from "./entrepreneur/entrepreneur.service.js";
import type { IdentityEvent } from "./identity/identity-event.entity.js";
import { identityEventsOf } from "./identity/identity-event.repository.js";
import { IdentityService } from "./identity/identity.service.js";
import type { MatchReview } from "./identity/match-review.entity.js";
import { matchReviewsOf } from "./identity/match-review.repository.js";
import { MatchReviewService } from "./identity/match-review.service.js";
import type { Interaction } from "./interaction/interaction.entity.js";
import { interactions } from "./interaction/interaction.repository.js";
import type { Mandate } from "./mandate/mandate.entity.js";
import { mandatePages, mandates } from "./mandate/mandate.repository.js";
import { MandateService } from "./mandate/mandate.service.js";
import { MatchSweepService } from "./match-sweep/match-sweep.service.js";
import type { Objection } from "./objection/objection.entity.js";
import { objections } from "./objection/objection.repository.js";
import { ObjectionService } from "./objection/objection.service.js";
import { PersonList } from "./person-list.js";
import type { Referral } from "./referral/referral.entity.js";
import { referrals } from "./referral/referral.repository.js";
import { ReferralService } from "./referral/referral.service.js";
import { RegistrationService } from "./registration/registration.service.js";
import type { SharingGrant } from "./sharing-grant/sharing-grant.entity.js";
import { sharingGrants } from "./sharing-grant/sharing-grant.repository.js";
import { SharingGrantService } from "./sharing-grant/sharing-grant.service.js";
import { SupportServiceService } from "./support-service/support-service.service.js";

/** What the front door's resolvers work with. */
export interface FrontDoorServices {
  readonly agencies: AgencyService;
  readonly breakGlass: BreakGlassService;
  readonly breakGlassesOf: PersonPages<BreakGlassReview>;
  readonly caller: CallerService;
  readonly contactPages: PersonPages<ContactPoint>;
  readonly contactPoints: PersonList<ContactPoint>;
  readonly contactPointActs: ContactPointService;
  readonly directory: DirectoryService;
  readonly documents: DocumentService;
  readonly entrepreneurs: EntrepreneurService;
  readonly identities: IdentityService;
  readonly interactions: RowReader<Interaction>;
  readonly mandatePages: PersonPages<Mandate>;
  readonly mandates: PersonList<Mandate>;
  readonly mandateActs: MandateService;
  readonly matchReviews: MatchReviewService;
  readonly matchSweep: MatchSweepService;
  readonly objections: ObjectionService;
  readonly objectionsOf: PersonPages<Objection>;
  readonly referrals: RowReader<Referral>;
  readonly registrations: RegistrationService;
  readonly referralsOf: ReferralService;
  readonly sharingGrants: SharingGrantService;
  readonly sharingGrantsOf: PersonPages<SharingGrant>;
  readonly supportServices: SupportServiceService;
  /** What happened to who a person is, newest first. */
  identityEvents(entrepreneurId: string): Promise<IdentityEvent[]>;
  /** Doubts in which one of a person's files is a side, newest first. */
  matchReviewsOf(entrepreneurId: string): Promise<MatchReview[]>;
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
  const acts = new ActService(scope, entrepreneurs);
  const own = { Interaction: new RowReader(interactions, scope), Referral: new RowReader(referrals, scope) };
  return {
    agencies,
    entrepreneurs,
    directory,
    documents: new DocumentService(scope),
    breakGlass: new BreakGlassService(acts, agencies),
    breakGlassesOf: new PersonPages(breakGlasses, scope),
    identities: new IdentityService(acts, entrepreneurs),
    matchReviews: new MatchReviewService(acts),
    matchSweep: new MatchSweepService(scope),
    registrations: new RegistrationService(scope, entrepreneurs, frontDoorConfig().nationalNumberKey),
    objections: new ObjectionService(acts),
    objectionsOf: new PersonPages(objections, scope),
    sharingGrants: new SharingGrantService(acts, agencies),
    sharingGrantsOf: new PersonPages(sharingGrants, scope),
    caller: new CallerService(scope, entrepreneurs),
    contactPages: new PersonPages(contactPages, scope),
    contactPoints: new PersonList(contactPoints, scope),
    mandatePages: new PersonPages(mandatePages, scope),
    contactPointActs: new ContactPointService(acts),
    mandateActs: new MandateService(acts),
    mandates: new PersonList(mandates, scope),
    interactions: own.Interaction,
    referrals: own.Referral,
    referralsOf: new ReferralService(scope),
    supportServices: new SupportServiceService(scope, agencies),
    async matchReviewsOf(entrepreneurId) {
      return matchReviewsOf(scope.database, (await scope.policy.identity(entrepreneurId)).ids);
    },
    async identityEvents(entrepreneurId) {
      return identityEventsOf(scope.database, (await scope.policy.identity(entrepreneurId)).ids);
    },
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
