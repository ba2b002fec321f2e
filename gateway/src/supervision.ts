/** When the process ends: on SIGTERM and SIGINT in good order, and with the parent that started it, however that one ended. */
import type { Logger } from "pino";

/** Calls `stop` once, at the first reason to end, then leaves. */
export function endWithReason(stop: () => Promise<void>, isSupervised: boolean, logger: Logger): void {
  let isEnding = false;
  const end = (reason: string): void => {
    if (isEnding) return;
    isEnding = true;
    logger.info({ reason }, "ending");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, "did not end in good order");
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", () => end("SIGTERM"));
  process.once("SIGINT", () => end("SIGINT"));
  if (!isSupervised) return;
  // A parent that is killed says nothing; its end of the channel closes all the same.
  if (process.send) process.once("disconnect", () => end("the parent is gone"));
  else process.stdin.resume().once("close", () => end("the parent is gone"));
}
