/** A story while it grows: each part is added by name, ids and dates follow. Ordinary stories and hard cases are both told with it. */
import { addMonths, dateOf, dayOf, morningOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import type {
  DifficultyCaseStory,
  DossierStory,
  EnrolmentStory,
  ProjectStory,
  TestPhaseStory,
} from "./coaching-story.js";
import { coachingOf, dossierOf, enrolmentOf } from "./coaching.js";
import type { DossierWish } from "./coaching.js";
import { contactPointsOf } from "./contact-points.js";
import { difficultyCasesOf, difficultyCaseOf } from "./difficulty.js";
import type { DifficultyWish } from "./difficulty.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { enterpriseOf } from "./enterprises.js";
import type { EnterpriseWish } from "./enterprises.js";
import type { ApplicationStory } from "./financing-story.js";
import { applicationOf, financingOf, ledgerOf } from "./financing.js";
import type { ApplicationWish } from "./financing.js";
import { aboutTheFirstOf, frontDoorOf, interactionOf, referralOf } from "./front-door.js";
import type { InteractionWish, ReferralWish } from "./front-door.js";
import type {
  CoworkingChequeStory,
  NeedStory,
  PermanenceVisitStory,
  SatisfactionAnswerStory,
  StayStory,
} from "./housing-story.js";
import { housingOf, stayOf } from "./housing.js";
import type { StayWish } from "./housing.js";
import type { Place } from "./lineup.js";
import type { Persona } from "./persona.js";
import { projectOf } from "./projects.js";
import type { ProjectWish } from "./projects.js";
import type { Random } from "./random.js";
import type {
  ContactPoint,
  EntrepreneurStory,
  FormerIdentity,
  InteractionStory,
  MandateStory,
  ReferralStory,
  SharingGrantStory,
} from "./story.js";
import type { Teller } from "./teller.js";

/** One story in the making. */
export class Scene {
  readonly random: Random;
  contactPoints: ContactPoint[] = [];
  formerIds: FormerIdentity[] = [];
  possibleDuplicateOf: EntrepreneurStory["possibleDuplicateOf"] = null;
  readonly mandates: MandateStory[] = [];
  readonly enterprises: EnterpriseStory[] = [];
  readonly interactions: InteractionStory[] = [];
  readonly referrals: ReferralStory[] = [];
  readonly sharingGrants: SharingGrantStory[] = [];
  readonly projects: ProjectStory[] = [];
  readonly dossiers: DossierStory[] = [];
  readonly enrolments: EnrolmentStory[] = [];
  readonly testPhases: TestPhaseStory[] = [];
  readonly difficultyCases: DifficultyCaseStory[] = [];
  readonly applications: ApplicationStory[] = [];
  readonly stays: StayStory[] = [];
  readonly cheques: CoworkingChequeStory[] = [];
  readonly needs: NeedStory[] = [];
  readonly visits: PermanenceVisitStory[] = [];
  readonly satisfaction: SatisfactionAnswerStory[] = [];

  constructor(
    readonly teller: Teller,
    readonly persona: Persona,
    readonly place: Place,
  ) {
    this.random = teller.chance("scene");
    this.contactPoints = [...contactPointsOf(teller, persona, this.random)];
  }

  /** Founds this person's next enterprise, and gives the mandate that goes with it (unless `mandate` is false). */
  founds(wish: EnterpriseWish = {}, { mandate = true }: { readonly mandate?: boolean } = {}): EnterpriseStory {
    const sequence = this.place.sequences[this.enterprises.length];
    if (sequence === undefined) throw new RangeError(`entrepreneur ${this.teller.index} has no enterprise number left`);
    const enterprise = enterpriseOf(this.teller, sequence, this.persona, wish);
    this.enterprises.push(enterprise);
    if (mandate)
      this.holds(
        enterprise,
        enterprise.naturalPerson ? "FOUNDER" : "DIRECTOR",
        enterprise.startDate,
        enterprise.ceasedOn,
      );
    return enterprise;
  }

  /** Gives a mandate in an enterprise, of this story or another. */
  holds(
    enterprise: EnterpriseStory,
    role: MandateStory["role"],
    since = enterprise.startDate,
    until: string | null = null,
  ): void {
    this.mandates.push({ id: this.teller.id("mandate"), enterpriseNumber: enterprise.number, role, since, until });
  }

  /** Asks 1819 something. */
  asks(wish: InteractionWish): InteractionStory {
    const interaction = interactionOf(this.teller, this.persona, this.random, {
      ...aboutTheFirstOf(this.enterprises),
      ...wish,
    });
    this.interactions.push(interaction);
    return interaction;
  }

  /** Is sent on by 1819. */
  isReferred(wish: ReferralWish): ReferralStory {
    const referral = referralOf(this.teller, this.random, wish);
    this.referrals.push(referral);
    return referral;
  }

  /** Has an idea. */
  plans(wish: ProjectWish): ProjectStory {
    const project = projectOf(this.teller, this.random, wish);
    this.projects.push(project);
    return project;
  }

  /** Is coached. */
  isCoached(wish: DossierWish): DossierStory {
    const dossier = dossierOf(this.teller, this.random, wish);
    this.dossiers.push(dossier);
    return dossier;
  }

  /** Enrols in a package that fits the dossier, or in the one that is named. */
  enrols(dossier: DossierStory, named: Partial<Pick<EnrolmentStory, "package" | "level" | "variant">> = {}): void {
    const enterprise = this.enterprises.find(({ number }) => number === dossier.enterpriseNumber) ?? null;
    this.enrolments.push({ ...enrolmentOf(this.teller, this.random, dossier, enterprise), ...named });
  }

  /** Is in difficulty. */
  isInDifficulty(wish: DifficultyWish): void {
    this.difficultyCases.push(difficultyCaseOf(this.teller, this.random, wish));
  }

  /** Asks for money. */
  applies(wish: ApplicationWish): ApplicationStory {
    const application = applicationOf(this.teller, this.random, wish);
    this.applications.push(application);
    return application;
  }

  /** Lives somewhere. */
  livesAt(wish: StayWish): StayStory {
    const stay = stayOf(this.teller, this.random, wish);
    this.stays.push(stay);
    return stay;
  }

  /** Lets an agency see more. */
  shares(toAgency: string, since: Day, until: Day | null = null): void {
    this.sharingGrants.push({
      id: this.teller.id("sharing-grant"),
      toAgency,
      since: dateOf(since),
      until: until === null ? null : dateOf(until),
      withdrawnAt: null,
    });
  }

  /** Turns out to have been written down before under another id, which keeps resolving. */
  wasKnownAs(merged: Day, name = this.persona.name): string {
    const id = this.teller.id("former");
    this.formerIds.push({
      id,
      mergeId: this.teller.id("merge"),
      mergedAt: this.teller.at(merged, this.random),
      name,
      reason: this.random.pick(["SAME_PHONE_AND_BIRTH_DATE", "SAME_EMAIL_AND_NAME", "CONFIRMED_BY_PERSON"]),
    });
    return id;
  }

  /** Whatever happens to people: `enterprises` are those they call about, their own or those they hold a mandate in. */
  liveOn(
    enterprises: readonly EnterpriseStory[] = this.enterprises,
    { housed = true }: { readonly housed?: boolean } = {},
  ): void {
    const { interactions, referrals } = frontDoorOf(this.teller, this.persona, enterprises);
    const coaching = coachingOf(this.teller, this.persona, enterprises, referrals);
    const difficultyCases = difficultyCasesOf(this.teller, interactions, referrals);
    const housing = housed ? housingOf(this.teller, enterprises) : null;
    this.interactions.push(...interactions);
    this.referrals.push(...referrals, ...(housing?.referrals ?? []));
    this.projects.push(...coaching.projects);
    this.dossiers.push(...coaching.dossiers);
    this.enrolments.push(...coaching.enrolments);
    this.testPhases.push(...coaching.testPhases);
    this.difficultyCases.push(...difficultyCases);
    this.applications.push(
      ...financingOf(this.teller, {
        enterprises,
        projects: coaching.projects,
        dossiers: coaching.dossiers,
        difficultyCases,
      }).applications,
    );
    this.stays.push(...(housing?.housing.stays ?? []));
    this.cheques.push(...(housing?.housing.cheques ?? []));
    this.needs.push(...(housing?.housing.needs ?? []));
    this.visits.push(...(housing?.housing.visits ?? []));
    this.satisfaction.push(...(housing?.housing.satisfaction ?? []));
  }

  /** The whole story. */
  told(cases: readonly string[]): EntrepreneurStory {
    const { teller, persona } = this;
    return {
      index: teller.index,
      id: teller.entrepreneurId,
      cases,
      name: persona.name,
      otherNames: persona.otherNames,
      language: persona.language,
      birthDate: persona.birthDate,
      sex: persona.sex,
      municipality: persona.municipality,
      contactPoints: this.contactPoints,
      knownSinceAt: this.knownSince(),
      formerIds: this.formerIds,
      possibleDuplicateOf: this.possibleDuplicateOf,
      mandates: this.mandates,
      enterprises: this.enterprises,
      interactions: this.interactions,
      referrals: this.referrals,
      sharingGrants: this.sharingGrants,
      coaching: {
        projects: this.projects,
        dossiers: this.dossiers,
        enrolments: this.enrolments,
        testPhases: this.testPhases,
        difficultyCases: this.difficultyCases,
      },
      financing: { applications: this.applications, stateAid: ledgerOf(teller, this.applications) },
      housing: {
        stays: this.stays,
        cheques: this.cheques,
        needs: this.needs,
        visits: this.visits,
        satisfaction: this.satisfaction,
      },
    };
  }

  /** A quarter of an hour before anything else. */
  private knownSince(): Date {
    const days = [
      ...this.interactions.map(({ at }) => at),
      ...this.dossiers.map(({ openedAt }) => openedAt),
      ...this.applications.map(({ submittedAt }) => submittedAt),
      ...this.difficultyCases.map(({ receivedAt }) => receivedAt),
      ...this.cheques.map(({ appliedAt }) => appliedAt),
      ...this.stays.map(({ from }) => morningOf(from)),
    ].map((instant) => instant.getTime());
    const first = days.length > 0 ? Math.min(...days) : this.teller.at(this.teller.ago(300), this.random).getTime();
    return new Date(first - 900_000);
  }

  /** So many months before yesterday. */
  monthsAgo(months: number): Day {
    return addMonths(this.teller.yesterday, -months);
  }

  /** A named day of history, or in a world that ends too early the given number of months ago. */
  inHistory(date: string, orMonthsAgo: number): Day {
    return Math.min(dayOf(date), this.monthsAgo(orMonthsAgo));
  }
}
