/** The guard's process: waits until the process that started it is gone, then cleans up after it. Started by `guard.ts` only. */
import { rmSync } from "node:fs";
import { stopCluster } from "../postgres/embedded.js";
import { signal, waitForEnd } from "../process-identity.js";
import type { GuardMessage, GuardOrder } from "./guard.js";

/** Children end by themselves when their channel closes; one that hangs is not waited for longer. */
const graceMilliseconds = 2_000;

let order: GuardOrder = {};

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => undefined);

process.on("message", (message: GuardMessage) => {
  if (message.type === "release") process.exit(0);
  order = message.order;
});

process.on("disconnect", () => void cleanUp().finally(() => process.exit(0)));

async function cleanUp(): Promise<void> {
  const hanging = await waitForEnd(order.processes ?? [], graceMilliseconds);
  for (const identity of hanging) signal(identity, "SIGKILL");
  if (order.stop) await stopCluster(order.stop).catch(() => undefined);
  if (order.remove) rmSync(order.remove, { recursive: true, force: true });
}
