/** Annual accounts: figures that hang together, and in one enterprise out of four the signals of difficulty (N15, S55). */
import { idFrom } from "../ids.js";
import { dateOf, dayOf, yearOf } from "./calendar.js";
import type { Day } from "./calendar.js";
import type { AnnualAccountsStory } from "./enterprise-story.js";
import type { Random } from "./random.js";
import type { Teller } from "./teller.js";

/** What the years of one company depend on. */
export interface CompanyLife {
  readonly start: Day;
  readonly ended: Day | null;
  readonly bankrupt: boolean;
  readonly employs: boolean;
  readonly atRisk: boolean;
}

const mostYears = 5;
const euro = (amount: number): bigint => BigInt(Math.round(amount)) * 100n;

/** The accounts that were filed so far, oldest first: at most the last five years, none in the first months of a company's life (R80). */
export function annualAccountsOf(
  teller: Teller,
  number: string,
  random: Random,
  life: CompanyLife,
): readonly AnnualAccountsStory[] {
  const troubled = life.atRisk || life.bankrupt;
  const staff = life.employs ? 1 + Math.floor(random.skewed(5, 0.9)) : 0;
  const size = random.skewed(life.employs ? 650_000 : 110_000, 0.8);
  const lastYear = yearOf(life.ended ?? teller.yesterday);
  const firstYear = Math.max(yearOf(life.start), lastYear - mostYears);
  let equity = size * (0.15 + 0.25 * random.unit());
  const years: AnnualAccountsStory[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const closed = dayOf(`${year}-12-31`);
    const worst = troubled && year >= lastYear - 2;
    const turnover = size * (0.85 + 0.3 * random.unit());
    const result = worst ? -turnover * (0.05 + 0.25 * random.unit()) : turnover * (0.01 + 0.1 * random.unit());
    equity = worst ? Math.min(equity + result, -size * 0.02) : equity + result * 0.6;
    const filedLate = worst ? random.chance(0.6) : random.chance(0.03);
    const filed = closed + (filedLate ? random.int(230, 420) : random.int(120, 210));
    if (!teller.isPast(filed) || (life.ended !== null && closed > life.ended)) break;
    years.push({
      id: idFrom("demonstration", teller.world.seed, number, "accounts", year),
      year,
      closedOn: dateOf(closed),
      filedOn: dateOf(filed),
      filedLate,
      equity: euro(equity),
      turnover: random.chance(0.4) ? null : euro(turnover),
      result: euro(result),
      balanceTotal: euro(Math.abs(equity) + turnover * (0.3 + 0.4 * random.unit())),
      staff,
    });
  }
  return years;
}
