/** Days as whole numbers since 1970, so that stories can count with them, and the way back to dates and instants. */
import type { Random } from "./random.js";

/** Days since 1 January 1970. */
export type Day = number;

const millisecondsPerDay = 86_400_000;

/** The day of an ISO date. */
export function dayOf(date: string): Day {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);
}

/** An ISO date, `2024-03-31`. */
export function dateOf(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day of the month, some months later; the last of the month where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * millisecondsPerDay);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Math.floor(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last)) /
      millisecondsPerDay,
  );
}

/** The year a day lies in. */
export function yearOf(day: Day): number {
  return new Date(day * millisecondsPerDay).getUTCFullYear();
}

/** The day itself, or the Friday before it. */
export function workday(day: Day): Day {
  const weekday = (day + 4) % 7;
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
}

/** A moment in office hours (08:00 to 17:00 in Brussels, winter or summer) of that day, or of the Friday before it. */
export function officeHours(day: Day, random: Random): Date {
  return new Date(workday(day) * millisecondsPerDay + random.int(7 * 3600, 15 * 3600 - 1) * 1000);
}

/** An ISO date that a story tells without hour, as an instant: its morning, the same day in Brussels and in UTC. */
export function morningOf(date: string): Date {
  return new Date(`${date}T08:00:00Z`);
}

/** First day of the quarter a day lies in. */
export function quarterOf(day: Day): string {
  const date = new Date(day * millisecondsPerDay);
  return dateOf(
    Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % 3), 1) / millisecondsPerDay),
  );
}

/** The second instant where it is later than the first, else a minute after the first: a weekend must not turn the order of two things. */
export function laterThan(first: Date, second: Date): Date {
  return second > first ? second : new Date(first.getTime() + 60_000);
}
