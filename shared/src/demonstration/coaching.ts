/** What the coaching pole did for an ordinary entrepreneur: dossiers with their sessions, packages, the test phase. */
import { addMonths, dateOf, dayOf, laterThan } from "./calendar.js";
import type { Day } from "./calendar.js";
import type {
  CoachingIntensity,
  CoachingStory,
  DossierStory,
  EnrolmentStory,
  LifecycleStage,
  ProjectStory,
  SessionStory,
  TestPhaseStory,
} from "./coaching-story.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import type { Persona } from "./persona.js";
import { projectsOf } from "./projects.js";
import type { Random, Weights } from "./random.js";
import { prioritySectors } from "./sectors.js";
import { coachingAgencyOn, staffMemberOf } from "./staff.js";
import type { StaffMember, Topic } from "./story-parts.js";
import type { ReferralStory } from "./story.js";
import type { Teller } from "./teller.js";

/** What must hold of a dossier; the rest is left to chance. */
export interface DossierWish {
  readonly agency: string;
  /** Somebody at that agency; whoever it falls to where absent. */
  readonly advisor?: StaffMember;
  readonly opened: Day;
  /** Null: still open. */
  readonly closed?: Day | null;
  readonly topic?: Topic;
  readonly intensity?: CoachingIntensity;
  readonly stage?: LifecycleStage;
  readonly outcome?: DossierStory["outcome"];
  readonly enterprise?: EnterpriseStory | null;
  readonly project?: ProjectStory | null;
  readonly sessions?: number;
  readonly entrepreneurId?: string;
}

const coachedShare = 0.4;
/** 40 % of the dossiers of the local desks are about finding money (N40). */
const topics = (agency: string): Weights<Topic> => [
  ["FINANCING", agency === "LOCAL_DESKS" ? 40 : 20],
  ["CREATION", 30],
  ["LEGAL", 6],
  ["ACCOUNTING", 6],
  ["LOCATION", 5],
  ["DIGITAL", 5],
  ["NETWORKS", 3],
  ["PERMITS", 3],
  ["RECRUITING", 1],
  ["TRANSFER", 1],
  ...(agency === "LOCAL_DESKS" ? [] : [["INTERNATIONALISATION", 8] as const]),
];

/**
 * Which kind of agency coaches, by sex: among the coached of the regional agency 29 % are women, at the local desks 40 % (N41).
 * With half of all dossiers at the one and four in ten at the other, that is some 145 + 160 women and 355 + 240 men of a thousand.
 */
const agencyKinds = (woman: boolean): Weights<"REGIONAL" | "LOCAL_DESKS" | "JOB_YOURSELF"> =>
  woman
    ? [
        ["REGIONAL", 143],
        ["LOCAL_DESKS", 168],
        ["JOB_YOURSELF", 35],
      ]
    : [
        ["REGIONAL", 355],
        ["LOCAL_DESKS", 240],
        ["JOB_YOURSELF", 65],
      ];

/** Projects, dossiers, packages and test phases; difficulty cases are told apart (`difficulty.ts`). */
export function coachingOf(
  teller: Teller,
  persona: Persona,
  enterprises: readonly EnterpriseStory[],
  referrals: readonly ReferralStory[],
): Omit<CoachingStory, "difficultyCases"> {
  const random = teller.chance("coaching");
  const projects = projectsOf(teller, enterprises);
  const dossiers: DossierStory[] = [];
  const enrolments: EnrolmentStory[] = [];
  const testPhases: TestPhaseStory[] = [];
  if (!random.chance(coachedShare * (persona.sex === "F" ? 0.94 : 1)))
    return { projects, dossiers, enrolments, testPhases };
  const count = random.weighted([
    [1, 70],
    [2, 20],
    [3, 8],
    [4, 2],
  ]);
  for (let number = 0; number < count; number++) {
    const opened = openingDay(teller, random, referrals[number]);
    const enterprise = enterprises.find((candidate) => isAlive(candidate, opened)) ?? null;
    const project = projects.find(({ since }) => dayOf(since) <= opened) ?? projects[0] ?? null;
    const kind = random.weighted(agencyKinds(persona.sex === "F"));
    const agency = kind === "REGIONAL" ? coachingAgencyOn(opened, regionalBefore(enterprise, random)) : kind;
    const dossier = dossierOf(teller, random, {
      agency,
      opened,
      enterprise: kind === "JOB_YOURSELF" ? null : enterprise,
      project,
    });
    dossiers.push(dossier);
    if (kind === "JOB_YOURSELF" && project && random.chance(0.48))
      testPhases.push(testPhaseOf(teller, random, dossier, project));
    if (random.chance(0.3)) enrolments.push(enrolmentOf(teller, random, dossier, enterprise));
  }
  return { projects, dossiers, enrolments, testPhases };
}

/** Whether an enterprise existed and had not ended on a day. */
export function isAlive({ startDate, ceasedOn }: EnterpriseStory, day: Day): boolean {
  return dayOf(startDate) <= day && (ceasedOn === null || dayOf(ceasedOn) > day);
}

function openingDay(teller: Teller, random: Random, referral: ReferralStory | undefined): Day {
  const accepted = referral && referral.toAgency !== "COM" ? referral.respondedAt : null;
  return accepted ? dayOf(accepted.toISOString().slice(0, 10)) : teller.ago(Math.floor(random.unit() ** 1.4 * 4700));
}

/** Which of the three bodies that merged in 2018 would have had the dossier. */
function regionalBefore(enterprise: EnterpriseStory | null, random: Random): "IMPULSE" | "ATRIUM" | "BIE" {
  if (enterprise?.sector === "RETAIL" || enterprise?.sector === "HORECA")
    return random.chance(0.5) ? "ATRIUM" : "IMPULSE";
  return random.chance(0.12) ? "BIE" : "IMPULSE";
}

/** One dossier with its sessions. */
export function dossierOf(teller: Teller, random: Random, wish: DossierWish): DossierStory {
  const enterprise = wish.enterprise ?? null;
  const intensity = wish.intensity ?? intensityOf(random, wish.agency, enterprise);
  const planned = wish.opened + (intensity === "MENTORING" ? 720 : intensity === "FARMING" ? 540 : random.int(60, 420));
  const closed = wish.closed === undefined ? (teller.isPast(planned) ? planned : null) : wish.closed;
  const advisor = staffMemberOf(wish.agency, random, wish.advisor);
  const topic = wish.topic ?? random.weighted(topics(wish.agency));
  const openedAt = teller.at(wish.opened, random);
  const count =
    wish.sessions ??
    random.weighted([
      [0, 15],
      [1, 25],
      [2, 25],
      [3, 20],
      [5, 15],
    ]);
  return {
    id: teller.id("dossier"),
    agency: wish.agency,
    entrepreneurId: wish.entrepreneurId ?? teller.entrepreneurId,
    projectId: wish.project?.id ?? null,
    enterpriseNumber: enterprise?.number ?? null,
    intensity,
    stage: wish.stage ?? (wish.agency === "JOB_YOURSELF" ? "TEST_PHASE" : stageOn(wish.opened, enterprise)),
    topic,
    advisor,
    openedAt,
    closedAt: closed === null ? null : laterThan(openedAt, teller.at(closed, random)),
    outcome: closed === null ? null : (wish.outcome ?? outcomeOf(random, topic, enterprise)),
    sessions: sessionsOf(teller, random, {
      opened: wish.opened,
      until: closed ?? teller.yesterday,
      count,
      advisor,
      intensity,
      openedAt,
    }),
  };
}

function intensityOf(random: Random, agency: string, enterprise: EnterpriseStory | null): CoachingIntensity {
  if (agency === "LOCAL_DESKS" || agency === "JOB_YOURSELF") return random.chance(0.12) ? "COLLECTIVE" : "GENERALIST";
  const mayFarm = enterprise !== null && !enterprise.naturalPerson && prioritySectors.includes(enterprise.sector);
  return random.weighted([
    ["GENERALIST", 74],
    ["COLLECTIVE", 12],
    ["PRIORITY_DOSSIER", enterprise ? 6 : 0],
    ["MENTORING", 5],
    ["FARMING", mayFarm ? 30 : 0],
  ]);
}

/** Where in the life of an enterprise a day lies. */
export function stageOn(day: Day, enterprise: EnterpriseStory | null): LifecycleStage {
  if (!enterprise) return "PRE_CREATION";
  const age = day - dayOf(enterprise.startDate);
  return age < 0 ? "PRE_CREATION" : age < 120 ? "CREATION" : age < 1100 ? "POST_CREATION" : "GROWTH";
}

function outcomeOf(
  random: Random,
  topic: Topic,
  enterprise: EnterpriseStory | null,
): NonNullable<DossierStory["outcome"]> {
  return random.weighted([
    ["COMPLETED", 45],
    ["ENTERPRISE_CREATED", enterprise ? 15 : 0],
    ["FINANCING_FOUND", topic === "FINANCING" ? 25 : 0],
    ["REFERRED", 12],
    ["DROPPED_OUT", 13],
    ["POSITIVE_DEMOTIVATION", enterprise ? 0 : 12],
  ]);
}

interface SessionPlan {
  readonly opened: Day;
  readonly until: Day;
  readonly count: number;
  readonly advisor: StaffMember;
  readonly intensity: CoachingIntensity;
  readonly openedAt: Date;
}

const notes: readonly string[] = [
  "Business plan gone through; the sales figures of the first year still lack evidence.",
  "Plan financier relu : il manque le besoin en fonds de roulement.",
  "Financieel plan besproken; offerte van de leverancier nog op te vragen.",
  "Priorities for the next months agreed; next meeting after the visit to the premises.",
  "Point sur les démarches ; rendez-vous pris avec le comptable.",
  "Marktonderzoek bekeken; doelgroep scherper te stellen.",
];

function sessionsOf(teller: Teller, random: Random, plan: SessionPlan): readonly SessionStory[] {
  const span = Math.max(0, plan.until - plan.opened);
  const sessions = Array.from({ length: plan.count }, (_, number): SessionStory => {
    const day = plan.opened + Math.floor((span * (number + 1)) / (plan.count + 1));
    return {
      id: teller.id("session"),
      at: laterThan(plan.openedAt, teller.at(day, random)),
      kind:
        plan.intensity === "COLLECTIVE"
          ? random.pick(["COLLECTIVE", "WORKSHOP"] as const)
          : number > 2
            ? "FOLLOW_UP"
            : "INDIVIDUAL",
      minutes: random.pick([45, 60, 90, 120]),
      advisor: plan.advisor,
      note: random.pick(notes),
    };
  });
  return sessions.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** One enrolment in a package. */
export function enrolmentOf(
  teller: Teller,
  random: Random,
  dossier: DossierStory,
  enterprise: EnterpriseStory | null,
): EnrolmentStory {
  const grown = dossier.stage === "GROWTH" && random.chance(0.4);
  const kind =
    dossier.topic === "TRANSFER" ? "TRANSFER" : grown ? (random.chance(0.85) ? "GROWTH" : "TRANSITION") : "CREATION";
  const end = addMonths(dayOf(dossier.openedAt.toISOString().slice(0, 10)), kind === "CREATION" ? 12 : 18);
  return {
    id: teller.id("enrolment"),
    agency: dossier.agency,
    entrepreneurId: dossier.entrepreneurId,
    enterpriseNumber: dossier.enterpriseNumber,
    projectId: dossier.projectId,
    package: kind,
    level:
      kind === "CREATION"
        ? random.weighted([
            [1, 60],
            [2, 30],
            [3, 10],
          ])
        : null,
    variant: kind === "CREATION" && enterprise?.sector === "RETAIL" && random.chance(0.4) ? "RETAIL" : null,
    enrolledAt: new Date(dossier.openedAt.getTime() + 1_800_000),
    endedOn: teller.isPast(end) ? dateOf(end) : null,
  };
}

/** A test phase inside the activity cooperative; 79 % of the finished ones succeed (N45). */
export function testPhaseOf(
  teller: Teller,
  random: Random,
  dossier: DossierStory,
  project: ProjectStory,
): TestPhaseStory {
  const started = Math.min(dayOf(dossier.openedAt.toISOString().slice(0, 10)) + random.int(30, 120), teller.yesterday);
  const end = addMonths(started, random.int(6, 18));
  const ended = teller.isPast(end);
  return {
    id: teller.id("test-phase"),
    agency: dossier.agency,
    entrepreneurId: dossier.entrepreneurId,
    dossierId: dossier.id,
    projectId: project.id,
    startedOn: dateOf(started),
    endedOn: ended ? dateOf(end) : null,
    successful: ended ? random.chance(0.79) : null,
  };
}
