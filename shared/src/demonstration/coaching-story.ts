/** What the coaching pole did: projects, dossiers and sessions, packages, the test phase, difficulty cases. */
import type { Sector } from "./enterprise-story.js";
import type { StaffMember, Texts, Topic } from "./story-parts.js";

/** Glossary 4.1. A stage belongs to a project: one person may be in several at once. */
export type LifecycleStage =
  | "AWARENESS"
  | "PRE_CREATION"
  | "TEST_PHASE"
  | "CREATION"
  | "POST_CREATION"
  | "GROWTH"
  | "DIFFICULTY"
  | "RESTART"
  | "TRANSFER"
  | "TRANSITION"
  | "CEASED";

/** S39. */
export type CoachingIntensity = "GENERALIST" | "FARMING" | "PRIORITY_DOSSIER" | "COLLECTIVE" | "MENTORING";

/** An idea that somebody works on, with or without an enterprise (R53). */
export interface ProjectStory {
  readonly id: string;
  readonly title: Texts;
  readonly sector: Sector;
  readonly stage: LifecycleStage;
  readonly since: string;
  readonly until: string | null;
  /** The enterprise it became, from `numberSince` on; null while there is none. */
  readonly enterpriseNumber: string | null;
  readonly numberSince: string | null;
}

/** A coaching dossier. Opened before 2018 it stands under IMPULSE, ATRIUM or BIE, whose successor is HUB (R68). */
export interface DossierStory {
  readonly id: string;
  readonly agency: string;
  /** The id it was opened under: the entrepreneur's, or one of `formerIds`. */
  readonly entrepreneurId: string;
  readonly projectId: string | null;
  readonly enterpriseNumber: string | null;
  readonly intensity: CoachingIntensity;
  readonly stage: LifecycleStage;
  readonly topic: Topic;
  readonly advisor: StaffMember;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** Set when closed. `POSITIVE_DEMOTIVATION` is an honest outcome, not a failure (glossary 4.7). */
  readonly outcome:
    | "COMPLETED"
    | "ENTERPRISE_CREATED"
    | "FINANCING_FOUND"
    | "REFERRED"
    | "DROPPED_OUT"
    | "POSITIVE_DEMOTIVATION"
    | null;
  readonly sessions: readonly SessionStory[];
}

/** One meeting. The note is confidential: only the coaching agency and the entrepreneur read it. */
export interface SessionStory {
  readonly id: string;
  readonly at: Date;
  readonly kind: "INDIVIDUAL" | "COLLECTIVE" | "FOLLOW_UP" | "WORKSHOP";
  readonly minutes: number;
  readonly advisor: StaffMember;
  readonly note: string;
}

/** Enrolment in a package (glossary 4.5); a level contains the lower ones (R43). */
export interface EnrolmentStory {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  readonly package: "CREATION" | "GROWTH" | "RESTART" | "TRANSFER" | "TRANSITION";
  /** 1 to 3 for CREATION, else null. */
  readonly level: 1 | 2 | 3 | null;
  readonly variant: "RETAIL" | null;
  readonly enrolledAt: Date;
  readonly endedOn: string | null;
}

/** A test of an activity inside a cooperative, which is host and not employer (J18); there is no enterprise number yet. */
export interface TestPhaseStory {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string;
  readonly dossierId: string;
  readonly projectId: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** Set when ended. */
  readonly successful: boolean | null;
}

/** A case of the centre for enterprises in difficulty. Restricted: it never leaves coaching, not even as a pointer. */
export interface DifficultyCaseStory {
  readonly id: string;
  readonly agency: "COM";
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  /** Half of all cases come from 1819, and then name its referral (N42). Every referral to COM has exactly one case. */
  readonly referralId: string | null;
  readonly cameFrom: "FRONT_DOOR" | "SELF" | "ACCOUNTANT" | "BANK" | "COURT" | "LOCAL_DESKS";
  readonly causes: readonly (
    | "LEGAL"
    | "NEGATIVE_EQUITY"
    | "LOSS_OF_BANK_TRUST"
    | "ENERGY_AND_PRICES"
    | "PSYCHOLOGICAL"
  )[];
  readonly helpers: readonly ("LEGAL" | "FINANCIAL" | "ACCOUNTING" | "COACHING" | "PSYCHOLOGICAL")[];
  readonly severity: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
  readonly status: "RECEIVED" | "OPEN" | "CLOSED";
  readonly advisor: StaffMember;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: "RECOVERED" | "RESTRUCTURED" | "CEASED" | "RESTARTED" | "NOT_TAKEN_ON" | null;
  /** The three steps before a restart credit (J11); null where nobody restarts. */
  readonly restart: {
    readonly diagnosisOn: string;
    readonly businessPlanOn: string | null;
    readonly financingPlanOn: string | null;
  } | null;
}

/** Everything of one entrepreneur at the coaching pole. */
export interface CoachingStory {
  readonly projects: readonly ProjectStory[];
  readonly dossiers: readonly DossierStory[];
  readonly enrolments: readonly EnrolmentStory[];
  readonly testPhases: readonly TestPhaseStory[];
  readonly difficultyCases: readonly DifficultyCaseStory[];
}
