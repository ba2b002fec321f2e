/** What a granted application leads to: a grant with its payments, a co-investment, a guarantee, and its line in the state-aid ledger. */
import { addMonths, dateOf, dayOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import type {
  ApplicationStory,
  CoInvestmentStory,
  GrantStory,
  GuaranteeStory,
  PaymentStory,
  StateAidStory,
} from "./financing-story.js";
import type { Offer } from "./offer.js";
import type { Random } from "./random.js";
import type { Teller } from "./teller.js";

/** Whose it is. */
export type Holder = Pick<ApplicationStory, "entrepreneurId" | "enterpriseNumber">;

const banks = ["Banque du Canal", "Zennebank", "Banque Marolle", "Maalbeek Bank"] as const;
const investors = ["Zinneke Ventures", "Senne Angels", "Marolle Capital", "Ketje Invest"] as const;

/** The grant of a decision. A co-investment is the public share, never more than half (R49). */
export function grantOf(
  teller: Teller,
  random: Random,
  offer: Offer,
  wish: Holder & { readonly agency: string; readonly decided: Day; readonly asked: bigint },
): GrantStory {
  const coInvestment = offer.instrument === "CO_INVESTMENT" ? coInvestmentOf(teller, random, wish.asked) : null;
  const amount = coInvestment?.publicShare ?? wish.asked;
  return {
    id: teller.id("grant"),
    agency: wish.agency,
    entrepreneurId: wish.entrepreneurId,
    enterpriseNumber: wish.enterpriseNumber,
    instrument: offer.instrument,
    amount,
    since: teller.on(wish.decided),
    until: dateOf(addMonths(wish.decided, offer.months)),
    payments: paymentsOf(teller, random, offer, wish.decided, amount),
    coInvestment,
  };
}

function coInvestmentOf(teller: Teller, random: Random, total: bigint): CoInvestmentStory {
  const publicShare = (total * BigInt(random.int(25, 50))) / 100n;
  return {
    id: teller.id("co-investment"),
    publicShare,
    privateShare: total - publicShare,
    privateInvestor: random.pick(investors),
  };
}

/** Parts of the whole in per cent, and the months after the decision at which they are due. */
function scheduleOf(
  { instrument }: Offer,
  random: Random,
): readonly { readonly percent: number; readonly month: number; readonly advance: boolean }[] {
  // Degressive over six months (R51).
  if (instrument === "TRANSITION_PREMIUM")
    return [25, 21, 18, 15, 12, 9].map((percent, month) => ({ percent, month: month + 1, advance: false }));
  if (instrument === "RDI_AID" || instrument === "PROTOTYPE_AID" || instrument === "CALL") {
    return [
      { percent: 40, month: 1, advance: true },
      { percent: 40, month: 9, advance: false },
      { percent: 20, month: 15, advance: false },
    ];
  }
  if (instrument.endsWith("_AID") && random.chance(0.3))
    return [
      { percent: 50, month: 2, advance: true },
      { percent: 50, month: 10, advance: false },
    ];
  return [{ percent: 100, month: instrument.endsWith("_AID") ? 6 : 1, advance: false }];
}

/** One payment in three is late, as invoices are (N92). */
function paymentsOf(
  teller: Teller,
  random: Random,
  offer: Offer,
  decided: Day,
  amount: bigint,
): readonly PaymentStory[] {
  let left = amount;
  const schedule = scheduleOf(offer, random);
  return schedule.map(({ percent, month, advance }, number) => {
    const part = number === schedule.length - 1 ? left : (amount * BigInt(percent)) / 100n;
    left -= part;
    const due = addMonths(decided, month);
    const paid = due + (random.chance(1 / 3) ? random.int(1, 90) : -random.int(0, 15));
    return {
      id: teller.id("payment"),
      amount: part,
      dueOn: dateOf(due),
      paidOn: teller.isPast(paid) ? dateOf(paid) : null,
      advance,
    };
  });
}

/** A guarantee of at most 80 %; the amount asked is the bank's loan. */
export function guaranteeOf(
  teller: Teller,
  random: Random,
  wish: Holder & { readonly decided: Day; readonly bankLoan: bigint; readonly forGrant?: GrantStory },
): GuaranteeStory {
  const coveragePercent = random.pick([50, 65, 80]);
  const guaranteed = (wish.bankLoan * BigInt(coveragePercent)) / 100n;
  const settled =
    wish.forGrant?.payments
      .map(({ paidOn }) => paidOn)
      .toSorted()
      .at(-1) ?? null;
  const allPaid = wish.forGrant?.payments.every(({ paidOn }) => paidOn !== null) ?? false;
  const since = teller.on(wish.decided);
  return {
    id: teller.id("guarantee"),
    agency: "BWF",
    entrepreneurId: wish.entrepreneurId,
    enterpriseNumber: wish.enterpriseNumber,
    kind: wish.forGrant
      ? "SUBSIDY_BRIDGE"
      : random.weighted([
          ["CLASSIC", 80],
          ["GREEN", 10],
          ["PUBLIC_CONTRACT", 6],
          ["PORTFOLIO", 4],
        ]),
    bank: random.pick(banks),
    bankLoan: wish.bankLoan,
    coveragePercent,
    guaranteed,
    contribution: guaranteed / 50n,
    since,
    // A bridge ends when the aid is paid (J20).
    until: !wish.forGrant
      ? dateOf(addMonths(wish.decided, 60))
      : allPaid && settled !== null
        ? settled > since
          ? settled
          : since
        : null,
    forGrantId: wish.forGrant?.id ?? null,
  };
}

/** The ledger's line for a grant; null where the instrument is no aid or nobody has a number for it yet. */
export function stateAidOf(teller: Teller, offer: Offer, grant: GrantStory): StateAidStory | null {
  if (!offer.aid || grant.enterpriseNumber === null) return null;
  return {
    id: teller.id("state-aid"),
    enterpriseNumber: grant.enterpriseNumber,
    agency: grant.agency,
    ...offer.aid,
    grantedOn: grant.since,
    amount: grant.amount,
    grossGrantEquivalent: grant.amount,
    forId: grant.id,
  };
}

/** The ledger's line for a guarantee of five years: 300,000 euro of aid for 2,250,000 guaranteed (reference 5.8). */
export function guaranteeAidOf(
  teller: Teller,
  { id, enterpriseNumber, since, guaranteed }: GuaranteeStory,
): StateAidStory | null {
  if (enterpriseNumber === null) return null;
  return {
    id: teller.id("state-aid"),
    enterpriseNumber,
    agency: "BWF",
    regime: "DE_MINIMIS",
    instrument: "GUARANTEE",
    objective: "RISK_FINANCE",
    grantedOn: since,
    amount: guaranteed,
    grossGrantEquivalent: (guaranteed * 300_000n) / 2_250_000n,
    forId: id,
  };
}

/** The day something was decided or granted. */
export function dayOfInstant(instant: Date): Day {
  return dayOf(instant.toISOString().slice(0, 10));
}
