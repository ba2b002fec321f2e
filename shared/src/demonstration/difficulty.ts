/**
 * The centre for enterprises in difficulty. Half of its cases come from 1819 and name the referral; every referral to it has exactly one case,
 * so that what left the front door equals what arrived in coaching (N42, requirements 3.7 check 4). Four in five are legal in nature.
 */
import { dateOf, dayOf, laterThan } from "./calendar.js";
import type { Day } from "./calendar.js";
import type { DifficultyCaseStory } from "./coaching-story.js";
import { toDifficulty } from "./front-door.js";
import type { Random, Weights } from "./random.js";
import { staffMemberOf } from "./staff.js";
import type { StaffMember } from "./story-parts.js";
import type { InteractionStory, ReferralStory } from "./story.js";
import type { Teller } from "./teller.js";

const legalShare = 0.8;

/** What must hold of a case. */
export interface DifficultyWish {
  /** Somebody at the centre; whoever it falls to where absent. */
  readonly advisor?: StaffMember;
  readonly received: Day;
  readonly referral?: ReferralStory | null;
  readonly enterpriseNumber: string | null;
  readonly status?: DifficultyCaseStory["status"];
  readonly outcome?: DifficultyCaseStory["outcome"];
  readonly causes?: DifficultyCaseStory["causes"];
  readonly severity?: DifficultyCaseStory["severity"];
  readonly restart?: DifficultyCaseStory["restart"];
}

/** The cases of an ordinary story. */
export function difficultyCasesOf(
  teller: Teller,
  interactions: readonly InteractionStory[],
  referrals: readonly ReferralStory[],
): readonly DifficultyCaseStory[] {
  const random = teller.chance("difficulty");
  const referred = referrals
    .filter(({ toAgency }) => toAgency === "COM")
    .map((referral) =>
      difficultyCaseOf(teller, random, {
        received: dayOf((referral.respondedAt ?? referral.sentAt).toISOString().slice(0, 10)),
        referral,
        enterpriseNumber: referral.enterpriseNumber,
        ...answerOf(referral),
      }),
    );
  // As many come by other ways: the same chances once more.
  const others = interactions
    .filter(({ enterpriseNumber }) => random.chance(enterpriseNumber ? toDifficulty.withNumber : toDifficulty.without))
    .map(({ at, enterpriseNumber }) =>
      difficultyCaseOf(teller, random, {
        received: Math.min(teller.yesterday, dayOf(at.toISOString().slice(0, 10)) + random.int(0, 60)),
        enterpriseNumber,
      }),
    );
  return [...referred, ...others];
}

/** A referral that was not taken up is a case that was received and went no further. */
function answerOf({ status }: ReferralStory): Pick<DifficultyWish, "status" | "outcome"> {
  if (status === "SENT") return { status: "RECEIVED", outcome: null };
  if (status === "REJECTED" || status === "REVOKED" || status === "EXPIRED")
    return { status: "CLOSED", outcome: "NOT_TAKEN_ON" };
  return status === "DONE" ? { status: "CLOSED" } : {};
}

const outcomes: Weights<NonNullable<DifficultyCaseStory["outcome"]>> = [
  ["RECOVERED", 38],
  ["RESTRUCTURED", 27],
  ["CEASED", 25],
  ["RESTARTED", 10],
];
const otherWays: Weights<DifficultyCaseStory["cameFrom"]> = [
  ["SELF", 40],
  ["ACCOUNTANT", 25],
  ["BANK", 10],
  ["COURT", 10],
  ["LOCAL_DESKS", 15],
];
const severities: Weights<DifficultyCaseStory["severity"]> = [
  ["LOW", 25],
  ["MEDIUM", 40],
  ["HIGH", 25],
  ["CRITICAL", 10],
];

/** One case. */
export function difficultyCaseOf(teller: Teller, random: Random, wish: DifficultyWish): DifficultyCaseStory {
  const referral = wish.referral ?? null;
  const causes = wish.causes ?? causesOf(random);
  const end = wish.received + random.int(60, 500);
  const status = wish.status ?? (teller.isPast(end) ? "CLOSED" : "OPEN");
  const outcome = status !== "CLOSED" ? null : (wish.outcome ?? random.weighted(outcomes));
  const receivedAt = teller.at(wish.received, random);
  const closedAt = status === "CLOSED" ? laterThan(receivedAt, teller.at(end, random)) : null;
  return {
    id: teller.id("difficulty-case"),
    agency: "COM",
    entrepreneurId: teller.entrepreneurId,
    enterpriseNumber: wish.enterpriseNumber,
    referralId: referral?.id ?? null,
    cameFrom: referral ? "FRONT_DOOR" : random.weighted(otherWays),
    causes,
    helpers: helpersOf(random, causes),
    severity: wish.severity ?? random.weighted(severities),
    status,
    advisor: staffMemberOf("COM", random, wish.advisor),
    receivedAt,
    closedAt,
    outcome,
    restart: wish.restart ?? (outcome === "RESTARTED" ? restartSteps(teller, wish.received) : null),
  };
}

function causesOf(random: Random): DifficultyCaseStory["causes"] {
  const legal = random.chance(legalShare);
  const others = random.some(
    ["NEGATIVE_EQUITY", "LOSS_OF_BANK_TRUST", "ENERGY_AND_PRICES", "PSYCHOLOGICAL"] as const,
    0.3,
  );
  if (!legal) return others;
  return random.chance(0.5) ? ["LEGAL", ...others] : ["LEGAL"];
}

const helperFor = {
  LEGAL: "LEGAL",
  NEGATIVE_EQUITY: "ACCOUNTING",
  LOSS_OF_BANK_TRUST: "FINANCIAL",
  ENERGY_AND_PRICES: "FINANCIAL",
  PSYCHOLOGICAL: "PSYCHOLOGICAL",
} as const;

function helpersOf(random: Random, causes: DifficultyCaseStory["causes"]): DifficultyCaseStory["helpers"] {
  const helpers = new Set<DifficultyCaseStory["helpers"][number]>(causes.map((cause) => helperFor[cause]));
  if (random.chance(0.3)) helpers.add("COACHING");
  return [...helpers];
}

/** Diagnosis, restart plan, financing plan: all three before a credit (S60). */
function restartSteps(teller: Teller, received: Day): DifficultyCaseStory["restart"] {
  const day = (after: number): string => dateOf(Math.min(received + after, teller.yesterday));
  return { diagnosisOn: day(10), businessPlanOn: day(30), financingPlanOn: day(55) };
}
