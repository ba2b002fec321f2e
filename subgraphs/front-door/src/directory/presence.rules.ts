import type { AgencyReference } from "@parcours/shared/graphql/entities";

/** What is known of an agency's dealings with a person. */
export type PresenceState = "KNOWN" | "KNOWN_NOT_VISIBLE" | "UNKNOWN_HERE" | "NOT_ANSWERED";

/** One agency's row in `Entrepreneur.presence`. */
export interface AgencyPresence {
  readonly agency: AgencyReference;
  readonly state: PresenceState;
  /** The last pull that reached the end of the agency's feed; null where there never was one. */
  readonly asOf: Date | null;
}

/** A copy older than this is no answer. */
const answersForMilliseconds = 60_000;

/** Whether the directory's copy of an agency's feed is young enough to speak for it. */
export function isAnswering(asOf: Date | null, now: Date): boolean {
  return asOf !== null && now.getTime() - asOf.getTime() <= answersForMilliseconds;
}

/** Silence is never "knows nothing": a copy that is too old answers for nobody. */
export function presenceState(
  rows: readonly { readonly seen: boolean; readonly known: boolean }[],
  answers: boolean,
): PresenceState {
  if (!answers) return "NOT_ANSWERED";
  if (rows.some(({ seen }) => seen)) return "KNOWN";
  return rows.some(({ known }) => known) ? "KNOWN_NOT_VISIBLE" : "UNKNOWN_HERE";
}
