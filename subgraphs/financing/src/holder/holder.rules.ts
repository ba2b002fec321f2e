/** Who may learn of a help of this pole, and when an entry of it happened. Pure. */
import { sharedReaders } from "@parcours/shared/feed/pointer";

/** Readers of granted help: those of every dossier, and Actiris, which grants too (requirements 5.6; R05). */
export const supportReaders: readonly string[] = [...sharedReaders, "ACTIRIS"];

/** A day without an hour is told as its noon, so that it is the same day in Brussels and in UTC. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
