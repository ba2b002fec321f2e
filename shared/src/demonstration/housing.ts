/** What the housing pole did for an ordinary entrepreneur: a stay, perhaps with a coworking cheque, visits to office hours, needs, a survey. */
import { addMonths, dateOf, dayOf, quarterOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import { isAlive } from "./coaching.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import { dayOfInstant } from "./grants.js";
import type {
  CoworkingChequeStory,
  HousingStory,
  NeedStory,
  PermanenceVisitStory,
  SatisfactionAnswerStory,
  StayStory,
} from "./housing-story.js";
import type { Random } from "./random.js";
import { chapterSize, permanencesOf, siteFacts, siteIdOf, sitesPerChapter, unitIdOf } from "./sites.js";
import { asCalledOn } from "./staff.js";
import type { Topic } from "./story-parts.js";
import type { ReferralStory } from "./story.js";
import type { Teller } from "./teller.js";

/** What must hold of a stay; the rest is left to chance. */
export interface StayWish {
  readonly siteIndex: number;
  readonly unit: number;
  readonly from: Day;
  /** Null: still there. */
  readonly to: Day | null;
  readonly kind: StayStory["kind"];
  readonly enterprise: EnterpriseStory | null;
}

/** The housing part, and the referrals that come of needs. */
export interface HousingPart {
  readonly housing: HousingStory;
  readonly referrals: readonly ReferralStory[];
}

const housedShare = 0.1;
const needKinds: readonly Topic[] = [
  "FINANCING",
  "RECRUITING",
  "PERMITS",
  "INTERNATIONALISATION",
  "DIGITAL",
  "LEGAL",
  "ACCOUNTING",
  "NETWORKS",
];
const suggestions = [
  "Plus d'heures de permanence le matin.",
  "Graag ook een permanentie in de zomer.",
  "Clearer opening hours on the door, please.",
  "Un espace plus calme pour les rendez-vous.",
] as const;

/** A person's own place in the chapter: each has a unit that nobody else may have. */
function ownPlace(teller: Teller): { readonly siteIndex: number; readonly unit: number } {
  const chapter = Math.floor(teller.index / chapterSize);
  const offset = teller.index % chapterSize;
  return {
    siteIndex: chapter * sitesPerChapter + 1 + (offset % (sitesPerChapter - 1)),
    unit: Math.floor(offset / (sitesPerChapter - 1)),
  };
}

/** Housing of an ordinary story. */
export function housingOf(teller: Teller, enterprises: readonly EnterpriseStory[]): HousingPart {
  const random = teller.chance("housing");
  if (!random.chance(housedShare))
    return { housing: { stays: [], cheques: [], needs: [], visits: [], satisfaction: [] }, referrals: [] };
  const place = ownPlace(teller);
  const desk = siteFacts(place.siteIndex).kind === "COWORKING" || place.unit >= 50;
  const opened = dayOf(siteFacts(place.siteIndex).openedOn);
  const from = Math.min(teller.yesterday, Math.max(opened, teller.ago(Math.floor(random.unit() ** 1.5 * 2600))));
  const enterprise = enterprises.find((candidate) => isAlive(candidate, from)) ?? null;
  const soft = !desk && !enterprise && random.chance(0.2);
  const planned = addMonths(from, soft ? 3 : desk ? random.pick([6, 9, 12, 18]) : random.int(9, 48));
  const stay = stayOf(teller, random, {
    ...place,
    from,
    enterprise,
    kind: desk ? "COWORKING" : soft ? "SOFT_LANDING" : "RENTAL",
    to: soft || teller.isPast(planned) ? planned : null,
  });
  const cheques = desk && random.chance(0.5) ? [chequeOf(teller, random, place.siteIndex, stay)] : [];
  return withLifeAt(teller, random, stay, cheques, place.siteIndex);
}

/** A stay with everything that happens around it. */
export function withLifeAt(
  teller: Teller,
  random: Random,
  stay: StayStory,
  cheques: readonly CoworkingChequeStory[],
  siteIndex: number,
): HousingPart {
  const visits = random.chance(0.4) ? visitsOf(teller, random, stay, siteIndex, random.int(1, 3)) : [];
  const { needs, referrals } = random.chance(0.35) ? needOf(teller, random, stay) : { needs: [], referrals: [] };
  return {
    housing: {
      stays: [stay],
      cheques,
      needs,
      visits,
      satisfaction: random.chance(0.25) ? [answerOf(teller, random, stay)] : [],
    },
    referrals,
  };
}

/** One stay. */
export function stayOf(teller: Teller, random: Random, wish: StayWish): StayStory {
  const rent =
    wish.kind === "SOFT_LANDING" ? 0 : wish.kind === "COWORKING" ? random.int(12, 28) * 10 : random.int(25, 160) * 10;
  return {
    id: teller.id("stay"),
    agency: siteFacts(wish.siteIndex).agency,
    entrepreneurId: teller.entrepreneurId,
    enterpriseNumber: wish.enterprise?.number ?? null,
    siteId: siteIdOf(teller.world, wish.siteIndex),
    unitId: unitIdOf(teller.world, wish.siteIndex, wish.unit),
    kind: wish.kind,
    from: dateOf(wish.from),
    to: wish.to === null ? null : dateOf(wish.to),
    monthlyRent: BigInt(rent) * 100n,
  };
}

/** A cheque of six months in order, two by two (R46). */
export function chequeOf(teller: Teller, random: Random, siteIndex: number, stay: StayStory): CoworkingChequeStory {
  const start = dayOf(stay.from);
  return {
    id: teller.id("cheque"),
    agency: stay.agency,
    entrepreneurId: stay.entrepreneurId,
    siteId: siteIdOf(teller.world, siteIndex),
    stayId: stay.id,
    appliedAt: teller.at(start - random.int(5, 30), random),
    sponsor: random.pick(["Ketje Coworking", "La Ruche du Canal", "Zenne Hub"]),
    months: Array.from({ length: 6 }, (_, month) => ({
      number: month + 1,
      kind: month < 2 ? "FREE" : month < 4 ? "OWN" : "SPONSORED",
      from: dateOf(addMonths(start, month)),
      to: dateOf(addMonths(start, month + 1) - 1),
    })),
  };
}

function visitsOf(
  teller: Teller,
  random: Random,
  stay: StayStory,
  siteIndex: number,
  count: number,
): readonly PermanenceVisitStory[] {
  const from = dayOf(stay.from);
  const until = Math.min(teller.yesterday, stay.to === null ? teller.yesterday : dayOf(stay.to));
  return Array.from({ length: count }, () => random.int(from, until)).flatMap(
    (day): readonly PermanenceVisitStory[] => {
      const open = permanencesOf(teller.world, siteIndex).filter(
        ({ since, until: end }) => dayOf(since) <= day && (end === null || dayOf(end) >= day),
      );
      if (open.length === 0) return [];
      const { id, agency, weekday } = random.pick(open);
      // The nearest such weekday that is not after the day drawn.
      const held = day - ((((day + 4) % 7) - weekday + 7) % 7);
      if (held < from) return [];
      return [
        {
          id: teller.id("visit"),
          permanenceId: id,
          entrepreneurId: stay.entrepreneurId,
          siteId: stay.siteId,
          agency,
          at: teller.at(held, random),
          topic: random.pick(needKinds),
        },
      ];
    },
  );
}

/** A need ends in a referral or in a stated reason for none (R62). */
function needOf(
  teller: Teller,
  random: Random,
  stay: StayStory,
): { readonly needs: readonly NeedStory[]; readonly referrals: readonly ReferralStory[] } {
  const until = Math.min(teller.yesterday, stay.to === null ? teller.yesterday : dayOf(stay.to));
  const day = random.int(dayOf(stay.from), until);
  const kind = random.pick(needKinds);
  const need = {
    id: teller.id("need"),
    entrepreneurId: stay.entrepreneurId,
    siteId: stay.siteId,
    kind,
    identifiedOn: dateOf(day),
  };
  if (random.chance(0.4)) {
    const noFollowUpReason = random.pick(["SOLVED_ON_THE_SPOT", "NOT_WANTED", "ALREADY_HELPED"] as const);
    return { needs: [{ ...need, referralId: null, noFollowUpReason }], referrals: [] };
  }
  const sentAt = teller.at(day, random);
  const recent = teller.yesterday - dayOfInstant(sentAt) < 20;
  const referral: ReferralStory = {
    id: teller.id("referral"),
    interactionId: null,
    fromAgency: stay.agency,
    toAgency: asCalledOn(day, kind === "FINANCING" ? "FINANCE_INVEST" : "LOCAL_DESKS"),
    topic: kind,
    sentAt,
    status: recent ? "SENT" : "ACCEPTED",
    respondedAt: recent ? null : new Date(sentAt.getTime() + random.int(1, 10) * 86_400_000),
    doneAt: null,
    successful: null,
    reason: null,
    enterpriseNumber: stay.enterpriseNumber,
  };
  return { needs: [{ ...need, referralId: referral.id, noFollowUpReason: null }], referrals: [referral] };
}

function answerOf(teller: Teller, random: Random, stay: StayStory): SatisfactionAnswerStory {
  const until = Math.min(teller.yesterday, stay.to === null ? teller.yesterday : dayOf(stay.to));
  return {
    id: teller.id("satisfaction"),
    siteId: stay.siteId,
    aboutAgency: stay.agency,
    quarter: quarterOf(random.int(dayOf(stay.from), until)),
    score: random.weighted([
      [5, 25],
      [4, 40],
      [3, 22],
      [2, 9],
      [1, 4],
    ]),
    suggestion: random.chance(0.3) ? random.pick(suggestions) : null,
  };
}
