/** All instruments: who may ask for which, and how much is asked. */
import type { Instrument } from "./financing-story.js";
import type { Offer } from "./offer.js";
import { offersOfAid } from "./offers-of-aid.js";
import { offersOfCredit, restartCredit } from "./offers-of-credit.js";
import type { Random, Weights } from "./random.js";

const offers: readonly Offer[] = [...offersOfAid, ...offersOfCredit];

/** The offer of one instrument, of a named body where several have it. */
export function offerOf(instrument: Instrument, agency?: string): Offer {
  const found = offers.find(
    (offer) => offer.instrument === instrument && (agency === undefined || offer.agency(Infinity) === agency),
  );
  if (instrument === "RESTART_CREDIT") return restartCredit;
  if (!found) throw new RangeError(`no offer of ${instrument}${agency ? ` at ${agency}` : ""}`);
  return found;
}

/** The offers open to an applicant, by how often they are asked for. */
export function offersFor(applicant: {
  readonly enterprise: "NONE" | "SOLE_TRADER" | "COMPANY";
  readonly coached: boolean;
}): Weights<Offer> {
  const open = offers.filter(({ needs }) => {
    if (needs === "COACHED") return applicant.coached;
    if (needs === "COMPANY") return applicant.enterprise === "COMPANY";
    return needs === "ANYONE" || applicant.enterprise !== "NONE";
  });
  return open.map((offer) => [offer, offer.weight] as const);
}

/** An amount asked, in cents, rounded to a hundred euro as people do, but for the small and the fixed ones. */
export function amountOf({ mean, spread, least, most }: Offer, random: Random): bigint {
  if (spread === 0) return BigInt(mean) * 100n;
  const amount = Math.min(most, Math.max(least, random.skewed(mean, spread)));
  return BigInt(Math.round(amount / (amount < 10_000 ? 10 : 100)) * (amount < 10_000 ? 10 : 100)) * 100n;
}
