import { fork, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CommandFailed, messageOf } from "../command-failed.js";
import { identityOf, type ProcessIdentity } from "../process-identity.js";
import { serviceNodeOptions } from "./node-options.js";
import type { ProcessPlan } from "./process-plans.js";

/** What a service tells of itself, in one line for people. */
export type Tell = (line: string) => void;

/** How long the first restart waits, the longest wait, and after what time up the count begins again; in milliseconds. */
const backOff = { first: 200, longest: 10_000, forgottenAfter: 30_000 };

/** How long a process may take until it listens, in milliseconds. */
const startLimit = 60_000;

/** One process that is kept running: started, restarted when it dies, drained when told. */
export class Service {
  readonly #plan: ProcessPlan;
  readonly #logFile: string;
  readonly #tell: Tell;
  readonly #onIdentity: () => void;
  #child: ChildProcess | undefined;
  #identity: ProcessIdentity | undefined;
  #wanted = false;
  #deaths = 0;
  #restart: NodeJS.Timeout | undefined;

  /** @param onIdentity called whenever another process runs the service */
  constructor(plan: ProcessPlan, logFile: string, tell: Tell, onIdentity: () => void = () => undefined) {
    this.#plan = plan;
    this.#logFile = logFile;
    this.#tell = tell;
    this.#onIdentity = onIdentity;
  }

  get name(): string {
    return this.#plan.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#plan.port}`;
  }

  /** The process that runs it now. */
  get identity(): ProcessIdentity | undefined {
    return this.#identity;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it listens; from then on it is restarted when it dies. @throws CommandFailed when it ends before */
  async start(): Promise<void> {
    this.#wanted = true;
    const child = this.#spawn();
    try {
      await this.#listening(child);
    } catch (error) {
      this.#wanted = false;
      child.kill("SIGKILL");
      throw error;
    }
  }

  /** Ends it and waits until it has; it is not restarted. After `patience` milliseconds it is killed. */
  async stop(patience: number, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const killing = setTimeout(() => child.kill("SIGKILL"), patience);
    await ended;
    clearTimeout(killing);
  }

  #spawn(): ChildProcess {
    const log = openLog(this.#logFile);
    // A session of its own: Ctrl-C reaches the supervisor alone, which then ends everything in order.
    const options = {
      cwd: dirname(this.#plan.script),
      env: this.#plan.environment,
      detached: true,
      execArgv: [...serviceNodeOptions],
    };
    const child = fork(this.#plan.script, [], { ...options, stdio: ["ignore", log, log, "ipc"] });
    closeSync(log);
    this.#child = child;
    this.#identity = child.pid === undefined ? undefined : identityOf(child.pid);
    const startedAt = Date.now();
    child.on("error", (error) => this.#tell(`${this.name}: ${error.message}`));
    child.once("exit", (code, signal) => this.#ended(child, signal ?? `exit code ${code}`, Date.now() - startedAt));
    this.#onIdentity();
    return child;
  }

  #listening(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (failure?: string): void => {
        clearTimeout(limit);
        child.off("message", hear).off("exit", exited).off("error", failed);
        if (failure === undefined) resolve();
        else
          reject(new CommandFailed(`${this.name} ${failure}: ${lastLine(this.#logFile)} (more in ${this.#logFile})`));
      };
      const hear = (message: unknown): void =>
        void ((message as { type?: unknown } | null)?.type === "listening" && settle());
      const exited = (code: number | null, signal: string | null): void =>
        settle(`ended before it listened (${signal ?? `exit code ${code}`})`);
      const failed = (error: Error): void => settle(`cannot be run (${error.message})`);
      const limit = setTimeout(() => settle(`does not listen after ${startLimit / 1000} s`), startLimit);
      child.on("message", hear).once("exit", exited).once("error", failed);
    });
  }

  #ended(child: ChildProcess, how: string, upMilliseconds: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#identity = undefined;
    if (!this.#wanted) return;
    this.#deaths = upMilliseconds >= backOff.forgottenAfter ? 1 : this.#deaths + 1;
    const wait = Math.min(backOff.first * 2 ** (this.#deaths - 1), backOff.longest);
    this.#tell(`${this.name} ended (${how}): starting it again in ${wait / 1000} s; its log is ${this.#logFile}`);
    this.#restart = setTimeout(() => this.#comeBack(), wait);
  }

  #comeBack(): void {
    const since = Date.now();
    this.#listening(this.#spawn()).then(
      () => this.#tell(`${this.name} is back (${((Date.now() - since) / 1000).toFixed(1)} s)`),
      // Its end was told and the next try is on its way; one that hangs is killed, which leads there too.
      () => this.#child?.kill("SIGKILL"),
    );
  }
}

/** Opens a log to be appended to; the last one is kept beside it once it has grown. */
function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function lastLine(file: string): string {
  try {
    const lines = readFileSync(file, "utf8").slice(-10_000).trim().split("\n");
    return lines.at(-1)?.slice(0, 300) || "it said nothing";
  } catch (error) {
    return messageOf(error);
  }
}
