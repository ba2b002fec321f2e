import { messageOf } from "../command-failed.js";
import { openCluster, type Cluster } from "../postgres/cluster.js";
import { readPostmasterFile, servesFolder } from "../postgres/postmaster.js";
import type { Shutdown } from "./shutdown.js";

/** How often the server is looked at, in milliseconds. */
const interval = 1_000;

/**
 * Looks after the embedded server: one that died is started again on its port, where the processes find it.
 * @param tell one line for people
 * @param giveUp called when it does not come back
 */
export function keepDatabase(
  cluster: Cluster,
  shutdown: Shutdown,
  tell: (line: string) => void,
  giveUp: () => void,
): void {
  const order = cluster.stopOrder;
  if (order === undefined) return;
  const timer = setInterval(() => void look(), interval);
  shutdown.add(() => clearInterval(timer));
  let busy = false;
  const look = async (): Promise<void> => {
    const file = readPostmasterFile(order.dataFolder);
    if (busy || shutdown.hasBegun || (file !== undefined && servesFolder(file.pid, order.dataFolder))) return;
    busy = true;
    try {
      const { adminUrl } = await openCluster({ adminUrl: undefined, prefix: cluster.prefix });
      if (adminUrl !== cluster.adminUrl) throw new Error("its port was taken meanwhile");
      tell("the database server had ended and runs again");
      busy = false;
    } catch (error) {
      tell(`The database server ended and does not come back: ${messageOf(error)}`);
      giveUp();
    }
  };
}
