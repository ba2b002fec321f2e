/** How a process of the system ends: when told, and when the supervisor that started it is gone. */

/** Ends the process in good order on SIGTERM, SIGINT, or when the supervisor's channel closes; after `patience` milliseconds in any order. */
export function endWithParent(stop: () => Promise<void>, patience = 3000): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  if (process.env["PARCOURS_SUPERVISED"] === "1") process.once("disconnect", end);
}
