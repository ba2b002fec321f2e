/** What each instrument looks like: who lends or gives, how much, to whom, and how often it is asked for. */
import type { Day } from "./calendar.js";
import type { ApplicationStory, Instrument, StateAidStory } from "./financing-story.js";
import type { Random, Weights } from "./random.js";
import { investmentCompanyOn } from "./staff.js";

/** One way of being financed at one body. */
export interface Offer {
  readonly instrument: Instrument;
  /** The body, as it was called on the day. */
  readonly agency: (day: Day) => string;
  /** How often it is asked for, against the others. */
  readonly weight: number;
  /** Mean amount in euro, the spread of its logarithm, and its bounds. */
  readonly mean: number;
  readonly spread: number;
  readonly least: number;
  readonly most: number;
  /** ANYONE also without an enterprise number; COMPANY no sole trader; COACHED only with a coaching dossier (R18). */
  readonly needs: "ANYONE" | "ENTERPRISE" | "COMPANY" | "COACHED";
  readonly use: ApplicationStory["use"];
  /** Of a hundred decided, how many are granted. */
  readonly granted: number;
  /** How long it runs. */
  readonly months: number;
  /** How it stands in the state-aid ledger; null where it is no aid. */
  readonly aid: Pick<StateAidStory, "regime" | "instrument" | "objective"> | null;
}

const at = (agency: string) => (): string => agency;
const minimis = (objective: StateAidStory["objective"]): Offer["aid"] => ({ regime: "DE_MINIMIS", instrument: "DIRECT_GRANT", objective });
const exempted = (objective: StateAidStory["objective"]): Offer["aid"] => ({ regime: "GBER", instrument: "DIRECT_GRANT", objective });

/**
 * Calibrated on requirements 3.4. The five aids of BEW average 10,000 (N56); BWF guarantees 150,000 (N57); microstart 6,424 (N59);
 * Brusoc 29,936 (N60); Brupart 35,519 (N61); the investment company 150,000 a ticket (N55); mediation 200,000 (N70).
 */
export const offers: readonly Offer[] = [
  { instrument: "GENERAL_INVESTMENT_AID", agency: at("BEW"), weight: 40, mean: 14_000, spread: 0.6, least: 1500, most: 120_000, needs: "ENTERPRISE", use: "EQUIPMENT", granted: 74, months: 12, aid: exempted("SME_INVESTMENT") },
  { instrument: "CONSULTANCY_AID", agency: at("BEW"), weight: 30, mean: 6500, spread: 0.4, least: 500, most: 30_000, needs: "ENTERPRISE", use: "ADVICE", granted: 78, months: 12, aid: minimis("CONSULTANCY") },
  { instrument: "RECRUITMENT_AID", agency: at("BEW"), weight: 12, mean: 11_000, spread: 0.4, least: 1000, most: 50_000, needs: "COMPANY", use: "STAFF", granted: 75, months: 24, aid: minimis("EMPLOYMENT") },
  { instrument: "EXPORT_AID", agency: at("BEW"), weight: 12, mean: 7200, spread: 0.5, least: 500, most: 40_000, needs: "COMPANY", use: "EXPORT", granted: 80, months: 12, aid: minimis("EXPORT") },
  { instrument: "PRE_ACTIVITY_AID", agency: at("BEW"), weight: 6, mean: 4500, spread: 0.3, least: 500, most: 15_000, needs: "COACHED", use: "ADVICE", granted: 70, months: 6, aid: null },
  { instrument: "TRANSITION_PREMIUM", agency: at("BEW"), weight: 5, mean: 4000, spread: 0, least: 4000, most: 4000, needs: "ENTERPRISE", use: "LIVING_COSTS", granted: 80, months: 6, aid: null },
  { instrument: "CALL", agency: at("BEW"), weight: 5, mean: 40_000, spread: 0.5, least: 5000, most: 100_000, needs: "ENTERPRISE", use: "RESEARCH", granted: 35, months: 18, aid: minimis("OTHER") },
  { instrument: "MEDIATION", agency: at("BEW"), weight: 2, mean: 200_000, spread: 0.6, least: 10_000, most: 1_000_000, needs: "ENTERPRISE", use: "WORKING_CAPITAL", granted: 60, months: 0, aid: null },
  { instrument: "RDI_AID", agency: at("INNOVIRIS"), weight: 6, mean: 180_000, spread: 0.7, least: 15_000, most: 1_500_000, needs: "COMPANY", use: "RESEARCH", granted: 55, months: 24, aid: exempted("RESEARCH_AND_DEVELOPMENT") },
  { instrument: "PROTOTYPE_AID", agency: at("INNOVIRIS"), weight: 3, mean: 45_000, spread: 0.4, least: 5000, most: 150_000, needs: "COMPANY", use: "RESEARCH", granted: 55, months: 12, aid: exempted("RESEARCH_AND_DEVELOPMENT") },
  { instrument: "GUARANTEE", agency: at("BWF"), weight: 14, mean: 265_000, spread: 0.6, least: 15_000, most: 1_500_000, needs: "ENTERPRISE", use: "EQUIPMENT", granted: 78, months: 60, aid: null },
  { instrument: "LOAN", agency: investmentCompanyOn, weight: 10, mean: 147_000, spread: 0.55, least: 25_000, most: 1_000_000, needs: "COMPANY", use: "WORKING_CAPITAL", granted: 50, months: 60, aid: null },
  { instrument: "EQUITY", agency: investmentCompanyOn, weight: 1.5, mean: 170_000, spread: 0.5, least: 50_000, most: 1_000_000, needs: "COMPANY", use: "WORKING_CAPITAL", granted: 40, months: 84, aid: null },
  { instrument: "PRE_SEED", agency: investmentCompanyOn, weight: 1.5, mean: 150_000, spread: 0.3, least: 50_000, most: 250_000, needs: "COMPANY", use: "RESEARCH", granted: 40, months: 60, aid: null },
  { instrument: "CO_INVESTMENT", agency: investmentCompanyOn, weight: 1.2, mean: 600_000, spread: 0.5, least: 250_000, most: 3_000_000, needs: "COMPANY", use: "WORKING_CAPITAL", granted: 45, months: 84, aid: null },
  { instrument: "CROWDFUNDING", agency: investmentCompanyOn, weight: 1.5, mean: 60_000, spread: 0.5, least: 5000, most: 300_000, needs: "COMPANY", use: "EQUIPMENT", granted: 60, months: 48, aid: null },
  { instrument: "MICROCREDIT", agency: at("MICROSTART"), weight: 16, mean: 6530, spread: 0.45, least: 500, most: 25_000, needs: "ANYONE", use: "WORKING_CAPITAL", granted: 72, months: 36, aid: null },
  { instrument: "MICROCREDIT", agency: at("BRUSOC"), weight: 5, mean: 29_936, spread: 0.45, least: 5000, most: 95_000, needs: "ANYONE", use: "EQUIPMENT", granted: 60, months: 60, aid: null },
  { instrument: "MICROCREDIT", agency: at("CREDAL"), weight: 6, mean: 9500, spread: 0.4, least: 1250, most: 25_000, needs: "ANYONE", use: "WORKING_CAPITAL", granted: 66, months: 48, aid: null },
  { instrument: "LOAN", agency: at("BRUPART"), weight: 2, mean: 35_519, spread: 0.5, least: 5000, most: 250_000, needs: "ENTERPRISE", use: "EQUIPMENT", granted: 55, months: 60, aid: null },
  { instrument: "LOAN", agency: at("HEFBOOM"), weight: 2, mean: 40_000, spread: 0.5, least: 5000, most: 300_000, needs: "COMPANY", use: "PREMISES", granted: 60, months: 84, aid: null },
  { instrument: "HONOUR_LOAN", agency: at("CREDAL"), weight: 3, mean: 9000, spread: 0.4, least: 5000, most: 25_000, needs: "ANYONE", use: "WORKING_CAPITAL", granted: 55, months: 36, aid: null },
  { instrument: "HONOUR_LOAN", agency: at("RESEAU_ENTREPRENDRE"), weight: 2, mean: 15_000, spread: 0, least: 15_000, most: 15_000, needs: "ENTERPRISE", use: "WORKING_CAPITAL", granted: 50, months: 36, aid: null },
  { instrument: "HONOUR_LOAN", agency: at("VILLAGE_FINANCE"), weight: 1.5, mean: 5000, spread: 0, least: 5000, most: 5000, needs: "ANYONE", use: "WORKING_CAPITAL", granted: 70, months: 36, aid: null },
];

/** Credit for who starts again after a failure: only with a case whose three steps are done (R25); never in the ordinary mix. */
export const restartCredit: Offer = {
  instrument: "RESTART_CREDIT", agency: at("CREDAL"), weight: 0, mean: 9000, spread: 0.3, least: 2500, most: 25_000,
  needs: "ANYONE", use: "WORKING_CAPITAL", granted: 65, months: 48, aid: null,
};

/** The offer of one instrument, of a named body where several have it. */
export function offerOf(instrument: Instrument, agency?: string): Offer {
  const found = offers.find((offer) => offer.instrument === instrument && (agency === undefined || offer.agency(Infinity) === agency));
  if (instrument === "RESTART_CREDIT") return restartCredit;
  if (!found) throw new RangeError(`no offer of ${instrument}${agency ? ` at ${agency}` : ""}`);
  return found;
}

/** The offers open to an applicant, by how often they are asked for. */
export function offersFor(applicant: { readonly enterprise: "NONE" | "SOLE_TRADER" | "COMPANY"; readonly coached: boolean }): Weights<Offer> {
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
