import type { Progress } from "../progress.js";
import type { Shutdown } from "../supervisor/shutdown.js";

/** What a bench is given. */
export interface BenchContext {
  /** The administrator of a server whose databases nobody misses. */
  readonly adminUrl: string;
  readonly progress: Progress;
  /** Ends what the bench began. */
  readonly shutdown: Shutdown;
}

/** What every bench ends with: one line of JSON. */
export interface BenchReport {
  readonly bench: string;
  /** Whether the targets are met beyond doubt. */
  readonly ok: boolean;
}

/** Measures something. @throws CommandFailed when it cannot */
export type Bench = (context: BenchContext, options: readonly string[]) => Promise<BenchReport>;
