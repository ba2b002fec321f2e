import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { CommandFailed } from "../command-failed.js";
import type { Detail } from "../progress.js";
import { workspaceRoot } from "../workspace.js";
import type { DataTarget, MigrationResult } from "./data-work.js";
import type { DemonstrationMark } from "./demonstration-mark.js";

/** How much of which demonstration. Source: design 8. */
export interface SeedOptions {
  readonly entrepreneurs: number;
  readonly seed: string;
  /** The day on which the demonstration plays, `2026-01-31`. */
  readonly asOf: string;
}

/** What a data process is asked. */
export type DataRequest =
  | { readonly type: "migrate"; readonly targets: readonly DataTarget[] }
  | ({ readonly type: "seed"; readonly targets: readonly DataTarget[]; readonly spine: string } & SeedOptions);

/** What a data process answers. */
export type DataReply =
  | { readonly type: "detail"; readonly text: string }
  | { readonly type: "migrated"; readonly results: MigrationResult[] }
  | { readonly type: "seeded"; readonly mark: DemonstrationMark; readonly made: boolean }
  | { readonly type: "failed"; readonly message: string; readonly exitCode: number };

/**
 * Migrations and demonstration data in a process of their own: it loads every subgraph's code, which the supervisor then need not
 * keep, and it can be stopped in the middle.
 */
export class DataProcess {
  readonly #child: ChildProcess;
  #said = "";

  constructor() {
    const program = join(workspaceRoot(), "scripts/dist/lib/supervisor/data-main.js");
    const child = fork(program, [], {
      cwd: workspaceRoot(),
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      execArgv: ["--enable-source-maps"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => void (this.#said = (this.#said + chunk.toString()).slice(-2_000)));
    this.#child = child;
  }

  /** The process number, for the guard. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Applies what is missing. @throws CommandFailed */
  async migrate(targets: readonly DataTarget[]): Promise<MigrationResult[]> {
    const reply = await this.#ask({ type: "migrate", targets });
    return reply.type === "migrated" ? reply.results : [];
  }

  /** Fills the databases when they were never filled. @returns whom to try, and whether anything was made. @throws CommandFailed */
  async seed(
    targets: readonly DataTarget[],
    spine: string,
    options: SeedOptions,
    detail: Detail,
  ): Promise<{ mark: DemonstrationMark; made: boolean }> {
    const reply = await this.#ask({ type: "seed", targets, spine, ...options }, detail);
    if (reply.type !== "seeded") throw new CommandFailed("The demonstration data was not made.");
    return reply;
  }

  /** Ends it, also in the middle of its work. */
  end(): void {
    this.#child.kill("SIGKILL");
  }

  #ask(request: DataRequest, detail: Detail = () => undefined): Promise<DataReply> {
    return new Promise((resolve, reject) => {
      const ended = (): void =>
        reject(
          new CommandFailed(
            `The process that fills the databases ended: ${this.#said.trim().split("\n").at(-1) || "it said nothing"}`,
          ),
        );
      const hear = (reply: DataReply): void => {
        if (reply.type === "detail") return detail(reply.text);
        this.#child.off("exit", ended).off("message", hear);
        if (reply.type === "failed") reject(new CommandFailed(reply.message, reply.exitCode));
        else resolve(reply);
      };
      this.#child.on("message", hear).once("exit", ended);
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) return ended();
      this.#child.send(
        request,
        (error) =>
          error && reject(new CommandFailed(`The process that fills the databases does not listen: ${error.message}`)),
      );
    });
  }
}
