/** For how long a person opens something: a year where nothing is said, two at the most. */
const usualYears = 1;
const mostYears = 2;

/** The last day of a grant that begins today: where none is asked, and the latest that may be. Days as `YYYY-MM-DD`. */
export function grantEnds(today: string): { readonly usual: string; readonly latest: string } {
  return { usual: yearsAfter(today, usualYears), latest: yearsAfter(today, mostYears) };
}

/** The same day some years later; the 28th for a 29 February that is not there. */
function yearsAfter(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const exists = new Date(`${later}T00:00:00Z`).toISOString().startsWith(later);
  return exists ? later : later.replace(/-29$/, "-28");
}

/** Whether a grant opens anything on a day. */
export function isRunning(
  grant: { readonly since: string; readonly until: string | null; readonly withdrawnAt: Date | null },
  today: string,
): boolean {
  return grant.withdrawnAt === null && grant.since <= today && (grant.until === null || grant.until >= today);
}
