import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import { workspaceRoot } from "../workspace.js";
import type { LoadOrder, LoadResult, LoadTarget } from "./load-client.js";
import { quantile } from "./statistics.js";

/** What the load process is asked. */
export type LoadRequest =
  | { readonly type: "target"; readonly name: string; readonly target: LoadTarget }
  | { readonly type: "slice"; readonly name: string; readonly order: LoadOrder };

/** What the load process answers. */
export type LoadReply =
  | { readonly type: "ready" }
  | { readonly type: "slice"; readonly summary: SliceSummary }
  | { readonly type: "failed"; readonly message: string };

/** One slice in a few numbers; times in milliseconds. */
export interface SliceSummary {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
  /** Processor time that the load itself took for each answer. */
  readonly clientPerAnswer: number;
}

/** Makes load in a process of its own, so that asking never waits for measuring. */
export class LoadProcess {
  readonly #child: ChildProcess;

  constructor() {
    const program = join(workspaceRoot(), "scripts/dist/lib/bench/load-main.js");
    const environment = { PATH: process.env["PATH"], NODE_ENV: "production" };
    this.#child = fork(program, [], {
      cwd: "/",
      env: environment,
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
  }

  /** Tells of a contender under a name. */
  async target(name: string, target: LoadTarget): Promise<void> {
    await this.#ask({ type: "target", name, target });
  }

  /** Asks a contender for a while. @throws CommandFailed when it cannot be reached */
  async slice(name: string, order: LoadOrder): Promise<SliceSummary> {
    const reply = await this.#ask({ type: "slice", name, order });
    if (reply.type !== "slice") throw new CommandFailed(`The load process answered ${reply.type}.`);
    return reply.summary;
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  #ask(request: LoadRequest): Promise<LoadReply> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new CommandFailed("The load process ended."));
      this.#child.once("exit", ended).once("message", (reply: LoadReply) => {
        this.#child.off("exit", ended);
        if (reply.type === "failed") reject(new CommandFailed(`The load stopped: ${reply.message}`));
        else resolve(reply);
      });
      this.#child.send(request);
    });
  }
}

/** A slice in a few numbers. */
export function summaryOf({ answers, milliseconds, wrong, latencies, clientMilliseconds }: LoadResult): SliceSummary {
  return {
    perSecond: (answers * 1000) / milliseconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    wrong,
    clientPerAnswer: clientMilliseconds / Math.max(1, answers),
  };
}
