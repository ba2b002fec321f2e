/** Periods in calendar days, Europe/Brussels. Both ends belong to the period; an open end is null. */

const brusselsDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" });

/** The minute last asked for and its day: formatting costs more than all else a row needs, and most ask for the present day. */
let last = { minute: Number.NaN, day: "" };

/** The calendar day in Brussels of an instant, as `YYYY-MM-DD`. */
export function brusselsDate(instant: Date): string {
  // Days change on whole minutes, whatever the offset from UTC.
  const minute = Math.floor(instant.getTime() / 60_000);
  if (minute !== last.minute) last = { minute, day: brusselsDay.format(instant) };
  return last.day;
}

/** Whether help that runs from `since` to `until` is running on a day. The one definition of `active`, for stub and owner alike. */
export function isActive(since: string | null, until: string | null, today: string): boolean {
  return since !== null && since <= today && (until === null || until >= today);
}

/** Whether two periods share at least one day. */
export function overlap(
  a: { readonly since: string | null; readonly until: string | null },
  b: { readonly since: string | null; readonly until: string | null },
): boolean {
  const startsInTime = (since: string | null, until: string | null): boolean =>
    since === null || until === null || since <= until;
  return startsInTime(a.since, b.until) && startsInTime(b.since, a.until);
}
