/** Rules of stays (J27; N52: D4:4746-4749). */
import { DomainError } from "@parcours/shared/errors";
import { housingStayErrors } from "./housing-stay.errors.js";

/** How long a soft landing may last, in calendar months. */
const softLandingMonths = 3;

/** What the rules look at; days as `YYYY-MM-DD`, both ends included. */
export interface StayPeriod {
  readonly stayKind: string;
  readonly since: string;
  readonly until: string | null;
}

/** A soft landing ends three months after its first day at the latest. Errors: SOFT_LANDING_TOO_LONG. */
export function softLandingMustEndWithinThreeMonths({ stayKind, since, until }: StayPeriod): void {
  if (stayKind !== "SOFT_LANDING") return;
  const latest = monthsLater(since, softLandingMonths);
  if (until === null || until > latest) throw new DomainError(housingStayErrors.SOFT_LANDING_TOO_LONG, { latest });
}

/** The same day of the month, some months later; the last of the month where there is no such day, as PostgreSQL counts. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
