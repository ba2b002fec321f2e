/** What happened at the front door: contacts and the referrals that came of them. */
import type { Day } from "./calendar.js";
import { dayOf, laterThan } from "./calendar.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import type { Persona } from "./persona.js";
import { personPhone } from "./phones.js";
import { ideaOf, tradeOfEnterprise } from "./projects.js";
import { questionOn } from "./questions.js";
import type { Random, Weights } from "./random.js";
import type { Trade } from "./sectors.js";
import { asCalledOn, staffMemberOf } from "./staff.js";
import type { Topic } from "./story-parts.js";
import type { InteractionStory, ReferralStory } from "./story.js";
import type { Teller } from "./teller.js";

/** How far back the front door remembers. */
const windowInDays = 3650;
/**
 * One question in five goes to the centre for enterprises in difficulty (N42), and 60 % of questions come without an enterprise number (N33):
 * 0.4 × 0.455 + 0.6 × 0.06 = 0.218, of which the hard cases, who ask about other things, take a little.
 */
export const toDifficulty = { withNumber: 0.455, without: 0.06 } as const;

/** What must hold of a contact; the rest is left to chance. */
export interface InteractionWish {
  readonly day: Day;
  readonly topic: Topic;
  /** Null where somebody asks who gives no enterprise number. */
  readonly enterprise: EnterpriseStory | null;
  /** What it is about; if not said, what the enterprise does, else the person's idea. */
  readonly trade?: Trade;
  readonly channel?: InteractionStory["channel"];
  readonly outcome?: InteractionStory["outcome"];
  readonly callerId?: InteractionStory["callerId"];
}

/** What must hold of a referral. */
export interface ReferralWish {
  readonly from: InteractionStory;
  readonly toAgency: string;
  readonly status?: ReferralStory["status"];
}

const usualTopics: Weights<Topic> = [
  ["CREATION", 30],
  ["FINANCING", 20],
  ["PERMITS", 9],
  ["LOCATION", 7],
  ["LEGAL", 8],
  ["ACCOUNTING", 8],
  ["RECRUITING", 5],
  ["INTERNATIONALISATION", 3],
  ["DIGITAL", 4],
  ["NETWORKS", 3],
  ["TRANSFER", 3],
];

const usualTargets: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  CREATION: ["LOCAL_DESKS", "HUB", "JOB_YOURSELF"],
  FINANCING: ["LOCAL_DESKS", "MICROSTART", "BEW", "FINANCE_INVEST", "CREDAL"],
  LOCATION: ["CITYDEV"],
  RECRUITING: ["BEW"],
  INTERNATIONALISATION: ["HUB"],
  TRANSFER: ["HUB"],
  DIGITAL: ["HUB", "LOCAL_DESKS"],
};

/** Contacts and referrals of an ordinary story. */
export function frontDoorOf(
  teller: Teller,
  persona: Persona,
  enterprises: readonly EnterpriseStory[],
): { readonly interactions: readonly InteractionStory[]; readonly referrals: readonly ReferralStory[] } {
  const random = teller.chance("front-door");
  const interactions: InteractionStory[] = [];
  const referrals: ReferralStory[] = [];
  const count = random.weighted([
    [1, 72],
    [2, 18],
    [3, 6],
    [4, 2.5],
    [6, 1.5],
  ]);
  for (let number = 0; number < count; number++) {
    const { day, enterprise } = occasion(teller, random, enterprises);
    const toCom = random.chance(enterprise ? toDifficulty.withNumber : toDifficulty.without);
    const topic = toCom ? "DIFFICULTY" : random.weighted(usualTopics);
    const target = toCom ? "COM" : random.chance(0.3) ? random.pick(usualTargets[topic] ?? ["LOCAL_DESKS"]) : null;
    const interaction = interactionOf(teller, persona, random, {
      day,
      topic,
      enterprise,
      ...aboutTheFirstOf(enterprises),
      ...(target ? { outcome: "REFERRED" } : {}),
    });
    interactions.push(interaction);
    if (target) referrals.push(referralOf(teller, random, { from: interaction, toAgency: target }));
  }
  interactions.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { interactions, referrals };
}

/** Who calls without naming an enterprise calls about the one that is founded later, or is no more. */
export function aboutTheFirstOf([first]: readonly EnterpriseStory[]): Pick<InteractionWish, "trade"> {
  return first ? { trade: tradeOfEnterprise(first) } : {};
}

/** When somebody calls, and for which enterprise: seven owners in ten call about the one they have, while it lives. */
function occasion(
  teller: Teller,
  random: Random,
  enterprises: readonly EnterpriseStory[],
): { day: Day; enterprise: EnterpriseStory | null } {
  const earliest = teller.ago(windowInDays);
  const living = enterprises.filter(({ ceasedOn }) => ceasedOn === null || dayOf(ceasedOn) > earliest);
  const enterprise = living.length > 0 && random.chance(0.69) ? random.pick(living) : null;
  if (enterprise) {
    const from = Math.max(earliest, dayOf(enterprise.startDate));
    const until = enterprise.ceasedOn === null ? teller.yesterday : dayOf(enterprise.ceasedOn);
    return { day: lately(random, from, until), enterprise };
  }
  const firstStart = Math.min(teller.yesterday, ...enterprises.map(({ startDate }) => dayOf(startDate)));
  return { day: lately(random, earliest, firstStart > earliest ? firstStart : teller.yesterday), enterprise: null };
}

/** A day between two, the later ones more likely. */
function lately(random: Random, from: Day, until: Day): Day {
  const share = random.unit();
  return Math.max(from, until - Math.floor((until - from) * share * share));
}

/** One contact. */
export function interactionOf(
  teller: Teller,
  persona: Persona,
  random: Random,
  wish: InteractionWish,
): InteractionStory {
  const channel =
    wish.channel ??
    random.weighted<InteractionStory["channel"]>([
      ["PHONE", 62],
      ["WEB", 14],
      ["EMAIL", 12],
      ["DESK", 8],
      ["APP", 4],
    ]);
  return {
    id: teller.id("interaction"),
    at: teller.at(wish.day, random),
    agency: "1819",
    channel,
    topic: wish.topic,
    language: persona.language,
    outcome:
      wish.outcome ??
      random.weighted<InteractionStory["outcome"]>([
        ["ANSWERED", 65],
        ["INFORMATION_SENT", 27],
        ["CALL_BACK", 8],
      ]),
    enterpriseNumber: wish.enterprise?.number ?? null,
    question: questionOn(
      {
        topic: wish.topic,
        trade: wish.enterprise ? tradeOfEnterprise(wish.enterprise) : (wish.trade ?? ideaOf(teller)),
        asOwner: wish.enterprise !== null,
      },
      persona.language,
      random,
    ),
    callerId: wish.callerId === undefined ? callerIdOf(teller, channel, random) : wish.callerId,
    advisor: staffMemberOf("1819", random),
  };
}

function callerIdOf(
  teller: Teller,
  channel: InteractionStory["channel"],
  random: Random,
): InteractionStory["callerId"] {
  const phone = personPhone(teller.index);
  if (channel !== "PHONE") return null;
  return phone === null || random.chance(0.05) ? { kind: "WITHHELD", value: null } : { kind: "PHONE", value: phone };
}

/** One referral out of a contact, with the answer it got so far. */
export function referralOf(teller: Teller, random: Random, wish: ReferralWish): ReferralStory {
  const sent = dayOf(wish.from.at.toISOString().slice(0, 10));
  const days = teller.yesterday - sent;
  const status = wish.status ?? (days < 12 ? "SENT" : statusAfter(random, days));
  const answered = status !== "SENT" && status !== "EXPIRED" && status !== "REVOKED";
  const successful = status === "DONE" ? random.chance(0.78) : null;
  const sentAt = new Date(wish.from.at.getTime() + 600_000);
  const respondedAt = answered ? laterThan(sentAt, teller.at(sent + random.int(1, 11), random)) : null;
  return {
    id: teller.id("referral"),
    interactionId: wish.from.id,
    fromAgency: wish.from.agency,
    toAgency: asCalledOn(sent, wish.toAgency),
    topic: wish.from.topic,
    sentAt,
    status,
    respondedAt,
    doneAt: status === "DONE" ? laterThan(respondedAt ?? sentAt, teller.at(sent + random.int(40, 80), random)) : null,
    successful,
    reason: reasonOf(random, status, successful),
    enterpriseNumber: wish.from.enterpriseNumber,
  };
}

function statusAfter(random: Random, days: number): ReferralStory["status"] {
  const done = days > 90 ? 62 : 0;
  return random.weighted([
    ["DONE", done],
    ["ACCEPTED", days > 90 ? 12 : 74],
    ["REJECTED", 9],
    ["EXPIRED", 11],
    ["REVOKED", 6],
  ]);
}

function reasonOf(
  random: Random,
  status: ReferralStory["status"],
  successful: boolean | null,
): ReferralStory["reason"] {
  if (status === "REJECTED") return random.pick(["OUTSIDE_SCOPE", "NO_CAPACITY"] as const);
  if (status === "REVOKED") return "WITHDRAWN_BY_PERSON";
  if (successful === false) return random.pick(["NOT_REACHED", "PROJECT_STOPPED"] as const);
  return null;
}
