import { fork } from "node:child_process";
import { join } from "node:path";
import type { StopOrder } from "../postgres/embedded.js";
import { identityOf, type ProcessIdentity } from "../process-identity.js";
import { workspaceRoot } from "../workspace.js";

/** What a guard does when the process it guards is gone. */
export interface GuardOrder {
  /** Processes to end: given two seconds to end by themselves, then killed. */
  readonly processes?: readonly ProcessIdentity[];
  /** A cluster to stop after them. */
  readonly stop?: StopOrder;
  /** A folder to remove at last. */
  readonly remove?: string;
}

/** A small process that cleans up after this one, should it be killed. */
export interface Guard {
  /** Replaces what it would do. */
  update(order: GuardOrder): void;
  /** The guard's own process. */
  readonly identity: ProcessIdentity | undefined;
  /** Ends it without doing anything: this process has cleaned up itself. */
  release(): void;
}

/** What is said to a guard. */
export type GuardMessage = { readonly type: "order"; readonly order: GuardOrder } | { readonly type: "release" };

/**
 * Starts a guard. It holds the other end of a channel to this process, which the system closes however this process ends (`kill -9`
 * too), and it stands in a session of its own, so that Ctrl-C and a closing terminal do not reach it.
 */
export function startGuard(order: GuardOrder): Guard {
  const program = join(workspaceRoot(), "scripts/dist/lib/supervisor/guard-main.js");
  const child = fork(program, [], {
    cwd: "/",
    detached: true,
    stdio: "ignore",
    execArgv: [],
    env: { PATH: process.env["PATH"] },
  });
  const send = (message: GuardMessage): void => void (child.connected && child.send(message, () => undefined));
  child.on("error", () => undefined);
  child.unref();
  child.channel?.unref();
  send({ type: "order", order });
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  return { identity, update: (next) => send({ type: "order", order: next }), release: () => send({ type: "release" }) };
}
