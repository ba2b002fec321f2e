/** The sweep beside the requests: every process tries, one at a time goes on (decision 0019). */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@parcours/shared/database";
import { faultOf } from "@parcours/shared/server/fault";
import type { BackgroundJob, JobScope } from "@parcours/shared/subgraph";
import { frontDoorConfig } from "../config.js";
import { readMatchSweep } from "./match-sweep.repository.js";
import { stepOver, sweepPage, type SweepPace, type SweepStep } from "./match-sweep.service.js";

/** Persons of a page. */
const pageSize = 20;
/** A round a day; milliseconds. */
const roundEvery = 86_400_000;

/** After so many failures in a row a page is of one person, and after twice as many that person is stepped over. */
const patience = 3;

/** The pace at which so many persons a second are looked for, over all processes. */
function paceOf(peoplePerSecond: number): SweepPace {
  return { pageSize, pause: (pageSize / peoplePerSecond) * 1000, roundEvery };
}

/** The job; none where it is switched off. */
export function matchSweepJobs({ database, logger }: JobScope): readonly BackgroundJob[] {
  const { peoplePerSecond } = frontDoorConfig();
  return peoplePerSecond === 0 ? [] : [new MatchSweeper(database, paceOf(peoplePerSecond), logger)];
}

/** Sweeps for one process, until it is stopped. */
export class MatchSweeper implements BackgroundJob {
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #failures = 0;

  constructor(
    private readonly database: Database,
    private readonly pace: SweepPace,
    private readonly logger: JobScope["logger"],
    /** How long it waits where nothing is due, or after trouble; milliseconds. */
    private readonly idleFor = 60_000,
  ) {}

  /** Goes on where the last page ended; does not keep the process alive. */
  start(): void {
    this.#running = this.#follow();
  }

  /** Ends after the page in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const step = await this.#step();
      const wait = step === "PAGE" ? this.pace.pause : this.idleFor;
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #step(): Promise<SweepStep> {
    try {
      const step = await this.#nextPage();
      if (step === "PAGE") this.#failures = 0;
      if (step === "ROUND_ENDED") await this.#tell();
      return step;
    } catch (error) {
      // What the page would have found, the next try finds.
      this.#failures += 1;
      this.logger.warn({ fault: faultOf(error) }, "a page of the search for duplicates could not be swept");
      return "IDLE";
    }
  }

  async #nextPage(): Promise<SweepStep> {
    if (this.#failures >= 2 * patience) return stepOver(this.database, this.pace);
    return sweepPage(this.database, this.#failures >= patience ? { ...this.pace, pageSize: 1 } : this.pace);
  }

  async #tell(): Promise<void> {
    const sweep = await readMatchSweep(this.database);
    if (!sweep) return;
    const { round, beganAt, endedAt, people, pairs } = sweep;
    const seconds = beganAt && endedAt ? Math.round((endedAt.getTime() - beganAt.getTime()) / 1000) : null;
    this.logger.info({ round, people, pairs, seconds }, "all persons were searched for duplicates");
  }
}
