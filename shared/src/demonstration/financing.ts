import { dayOf, laterThan } from "./calendar.js";
import type { Day } from "./calendar.js";
/** What the financing pole did for an ordinary entrepreneur. */
import type { DifficultyCaseStory, DossierStory, ProjectStory } from "./coaching-story.js";
import { isAlive } from "./coaching.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import type { ApplicationStory, DecisionStory, FinancingStory, StateAidStory } from "./financing-story.js";
import type { Holder } from "./grants.js";
import { dayOfInstant, grantOf, guaranteeAidOf, guaranteeOf, stateAidOf } from "./grants.js";
import { amountOf, offerOf, offersFor } from "./instruments.js";
import type { Offer } from "./offer.js";
import { restartCredit } from "./offers-of-credit.js";
import type { Random } from "./random.js";
import type { Teller } from "./teller.js";

/** Whom the applications are about, as far as the other poles told it. */
export interface Applicant {
  readonly enterprises: readonly EnterpriseStory[];
  readonly projects: readonly ProjectStory[];
  readonly dossiers: readonly DossierStory[];
  readonly difficultyCases: readonly DifficultyCaseStory[];
}

/** What must hold of an application; the rest is left to chance. */
export interface ApplicationWish {
  readonly offer: Offer;
  readonly submitted: Day;
  readonly enterprise?: EnterpriseStory | null;
  readonly project?: ProjectStory | null;
  readonly dossier?: DossierStory | null;
  readonly amount?: bigint;
  readonly status?: ApplicationStory["status"];
  readonly motivation?: string;
  readonly beside?: ApplicationStory;
  /** For a guarantee that bridges the time until a granted aid is paid. */
  readonly forGrant?: NonNullable<ApplicationStory["grant"]>;
  readonly entrepreneurId?: string;
}

const ownersAsking = 0.45;
const othersAsking = 0.1;

/** The applications and the ledger lines of an ordinary story. */
export function financingOf(teller: Teller, applicant: Applicant): FinancingStory {
  const random = teller.chance("financing");
  const asks = random.chance(applicant.enterprises.length > 0 ? ownersAsking : othersAsking);
  const count = asks
    ? random.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [5, 5],
      ])
    : 0;
  const applications: ApplicationStory[] = [];
  for (let number = 0; number < count; number++) applications.push(...someApplications(teller, random, applicant));
  applications.push(...restartCredits(teller, random, applicant));
  return { applications, stateAid: ledgerOf(teller, applications) };
}

/** One application, or two where the one stands on the other. */
function someApplications(teller: Teller, random: Random, applicant: Applicant): readonly ApplicationStory[] {
  const enterprise = applicant.enterprises.length > 0 ? random.pick(applicant.enterprises) : null;
  const submitted = submissionDay(teller, random, enterprise);
  const living = enterprise && isAlive(enterprise, submitted) ? enterprise : null;
  const dossier = applicant.dossiers.find(({ openedAt }) => dayOfInstant(openedAt) <= submitted) ?? null;
  const offer = random.weighted(
    offersFor({
      enterprise: !living ? "NONE" : living.naturalPerson ? "SOLE_TRADER" : "COMPANY",
      coached: dossier !== null,
    }),
  );
  const wish = {
    submitted,
    enterprise: living,
    project: applicant.projects.find(({ since }) => dayOf(since) <= submitted) ?? null,
    dossier,
  };
  if (offer.agency(submitted) === "VILLAGE_FINANCE") return stackedCredit(teller, random, wish);
  const application = applicationOf(teller, random, { ...wish, offer });
  const bridged = application.instrument === "GENERAL_INVESTMENT_AID" && application.grant && random.chance(0.04);
  if (!bridged || !application.grant) return [application];
  const bridge = {
    offer: offerOf("GUARANTEE"),
    submitted: dayOf(application.grant.since) + 14,
    enterprise: living,
    forGrant: application.grant,
  };
  return [
    application,
    applicationOf(teller, random, { ...bridge, amount: application.grant.amount, status: "GRANTED" }),
  ];
}

/** An honour loan of Village Finance: 5,000 beside a credit of at least 10,000, refused beside a smaller one (R48). */
export function stackedCredit(
  teller: Teller,
  random: Random,
  wish: Omit<ApplicationWish, "offer">,
  credit = random.chance(0.85) ? 12_000n : 8000n,
): readonly ApplicationStory[] {
  const first = applicationOf(teller, random, {
    ...wish,
    offer: offerOf("MICROCREDIT", "CREDAL"),
    amount: credit * 100n,
    status: "GRANTED",
  });
  const enough = credit >= 10_000n;
  const submitted = Math.min(wish.submitted + 20, teller.yesterday);
  const second = applicationOf(teller, random, {
    ...wish,
    offer: offerOf("HONOUR_LOAN", "VILLAGE_FINANCE"),
    submitted,
    amount: 500_000n,
    beside: first,
    status: enough ? "GRANTED" : "REFUSED",
    ...(enough
      ? {}
      : {
          motivation: "Le crédit principal n'atteint pas 10 000 euros. / Het hoofdkrediet bedraagt geen 10.000 euro.",
        }),
  });
  return [first, second];
}

function restartCredits(
  teller: Teller,
  random: Random,
  { difficultyCases, dossiers }: Applicant,
): readonly ApplicationStory[] {
  return difficultyCases
    .filter(({ restart, outcome }) => restart?.financingPlanOn && outcome === "RESTARTED" && random.chance(0.15))
    .map(({ restart }) =>
      applicationOf(teller, random, {
        offer: restartCredit,
        submitted: dayOf(restart?.financingPlanOn ?? teller.on(teller.yesterday)),
        dossier: dossiers[0] ?? null,
      }),
    );
}

function submissionDay(teller: Teller, random: Random, enterprise: EnterpriseStory | null): Day {
  const window = teller.ago(3300);
  if (!enterprise) return teller.ago(random.int(1, 3300));
  const from = Math.max(window, dayOf(enterprise.startDate) - 90);
  const until = Math.max(from, enterprise.ceasedOn === null ? teller.yesterday : dayOf(enterprise.ceasedOn));
  return Math.min(random.int(from, until), teller.yesterday);
}

/** One application with its decision and what came of it. */
export function applicationOf(teller: Teller, random: Random, wish: ApplicationWish): ApplicationStory {
  const { offer } = wish;
  const agency = offer.agency(wish.submitted);
  const asked = wish.amount ?? amountOf(offer, random);
  const status = wish.status ?? statusOf(teller, random, offer, wish.submitted);
  const decided = Math.min(wish.submitted + random.int(14, 80), teller.yesterday);
  const holder = {
    entrepreneurId: wish.entrepreneurId ?? teller.entrepreneurId,
    enterpriseNumber: wish.enterprise?.number ?? null,
  };
  const motivationRequested = random.chance(0.25);
  const granted = status === "GRANTED";
  const submittedAt = teller.at(wish.submitted, random);
  const decidedAt = laterThan(submittedAt, teller.at(decided, random));
  return {
    id: teller.id("application"),
    agency,
    ...holder,
    projectId: wish.project?.id ?? null,
    instrument: offer.instrument,
    amountAsked: asked,
    use: offer.use,
    submittedAt,
    status,
    withdrawnAt: status === "WITHDRAWN" ? decidedAt : null,
    motivationRequested,
    coachingDossierId: wish.dossier?.id ?? null,
    besideApplicationId: wish.beside?.id ?? null,
    decision:
      granted || status === "REFUSED"
        ? decisionOf(teller, random, {
            at: decidedAt,
            granted,
            motivationRequested,
            coached: Boolean(wish.dossier),
            motivation: wish.motivation,
          })
        : null,
    ...(granted
      ? awardOf(teller, random, wish, { ...holder, agency, decided, asked })
      : { grant: null, guarantee: null }),
  };
}

/** What is given: money, a promise to a bank, or nothing where a mediation made the bank give it. */
function awardOf(
  teller: Teller,
  random: Random,
  { offer, forGrant }: ApplicationWish,
  { asked, ...given }: Holder & { readonly agency: string; readonly decided: Day; readonly asked: bigint },
): Pick<ApplicationStory, "grant" | "guarantee"> {
  if (offer.instrument === "MEDIATION") return { grant: null, guarantee: null };
  if (offer.instrument !== "GUARANTEE") {
    return { grant: grantOf(teller, random, offer, { ...given, asked }), guarantee: null };
  }
  const wish = { ...given, bankLoan: asked, ...(forGrant ? { forGrant } : {}) };
  return { grant: null, guarantee: guaranteeOf(teller, random, wish) };
}

function statusOf(teller: Teller, random: Random, { granted }: Offer, submitted: Day): ApplicationStory["status"] {
  const days = teller.yesterday - submitted;
  if (days < 20) return random.chance(0.6) ? "SUBMITTED" : "UNDER_ANALYSIS";
  if (days < 90 && random.chance(0.6)) return "UNDER_ANALYSIS";
  if (random.chance(0.06)) return "WITHDRAWN";
  return random.int(1, 100) <= granted ? "GRANTED" : "REFUSED";
}

const motivations: readonly string[] = [
  "Le plan financier ne montre pas comment le crédit sera remboursé la première année.",
  "Het eigen vermogen volstaat niet voor het gevraagde bedrag.",
  "The market study does not support the expected sales.",
  "L'investissement a commencé avant la demande.",
  "De activiteit valt buiten de sectoren van deze maatregel.",
];

/** Coached applicants get a thorough motivation (R14), others when they ask (R13); one owed motivation in ten is still due. */
function decisionOf(
  teller: Teller,
  random: Random,
  wish: {
    readonly at: Date;
    readonly granted: boolean;
    readonly motivationRequested: boolean;
    readonly coached: boolean;
    readonly motivation: string | undefined;
  },
): DecisionStory {
  const owed = !wish.granted && (wish.coached || wish.motivationRequested);
  const given = wish.motivation ?? (owed && random.chance(0.9) ? random.pick(motivations) : null);
  return {
    id: teller.id("decision"),
    at: wish.at,
    outcome: wish.granted ? "GRANTED" : "REFUSED",
    motivation: wish.granted ? null : given,
    motivationDue: owed && given === null,
  };
}

/** The state-aid lines of what was granted. */
export function ledgerOf(teller: Teller, applications: readonly ApplicationStory[]): readonly StateAidStory[] {
  return applications.flatMap(({ instrument, agency, grant, guarantee }) => {
    const line = grant
      ? stateAidOf(teller, offerOfGrant(instrument, agency), grant)
      : guarantee
        ? guaranteeAidOf(teller, guarantee)
        : null;
    return line ? [line] : [];
  });
}

function offerOfGrant(instrument: ApplicationStory["instrument"], agency: string): Offer {
  return offerOf(instrument, agency === "GIMB" ? "FINANCE_INVEST" : agency);
}
