/** Whose a mandate is to change, and what a change of it may be. Pure. */
import { conceptList, type AuthenticSource } from "@parcours/shared/concepts/concept-list";

/** The register that a mandate came from, which alone changes it; null where it was noted here. Sources are those of `shared/concepts.yaml`. */
export function registerOf(source: string): AuthenticSource | null {
  const known = conceptList.sources.get(source);
  return known?.register ? known : null;
}

/** From when to when somebody may act; null while it runs. Days as `YYYY-MM-DD`, both included. */
export interface MandateDays {
  readonly since: string;
  readonly until: string | null;
}

/** Whether the last day is not before the first. */
export function endsAfterItBegins({ since, until }: MandateDays): boolean {
  return until === null || until >= since;
}

/** The day before a day. */
export function dayBefore(day: string): string {
  const instant = new Date(`${day}T12:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - 1);
  return instant.toISOString().slice(0, 10);
}
