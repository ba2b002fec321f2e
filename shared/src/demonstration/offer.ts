/** What one instrument at one body looks like. */
import type { Day } from "./calendar.js";
import type { ApplicationStory, Instrument, StateAidStory } from "./financing-story.js";

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

/** A body that never changed its name. */
export const at = (agency: string) => (): string => agency;
