/** `pnpm start`: the whole system on this machine, until Ctrl-C. */
import { discoverSubgraphs } from "./lib/discover-subgraphs.js";
import { Progress } from "./lib/progress.js";
import { runVerb } from "./lib/run-verb.js";
import { readStartSettings } from "./lib/settings.js";
import { keepDatabase } from "./lib/supervisor/keep-database.js";
import { launchers, onLauncherGone } from "./lib/supervisor/launchers.js";
import { refuseTakenPorts } from "./lib/supervisor/ports.js";
import { endOnSignal, Shutdown } from "./lib/supervisor/shutdown.js";
import {
  claim,
  fillDatabases,
  graphqlUrl,
  openDatabases,
  readFeeds,
  refuseFullDisk,
  runProcesses,
  type StartContext,
} from "./lib/supervisor/start-steps.js";
import { welcome } from "./lib/supervisor/welcome.js";
import { stateFolder, workspaceRoot } from "./lib/workspace.js";

const progress = new Progress();
const shutdown = new Shutdown();
const end = endOnSignal(shutdown, (why) =>
  progress.line(`\nStopping (${why}): processes finish what they are at, then the database stops.`),
);

await runVerb(async () => {
  onLauncherGone(launchers(), () => end("the program that started this has gone", 0));
  try {
    await start();
  } catch (error) {
    // Once it is being stopped, what fails fails because of that.
    if (shutdown.hasBegun) return;
    await shutdown.end();
    throw error;
  }
});

async function start(): Promise<void> {
  const root = workspaceRoot();
  const subgraphs = discoverSubgraphs(root);
  const context: StartContext = { root, subgraphs, settings: readStartSettings(subgraphs), progress, shutdown };
  const checkout = await claim(context);
  await refuseTakenPorts(context.settings.ports);
  refuseFullDisk(stateFolder());
  const opened = await openDatabases(context, checkout);
  const mark = await fillDatabases(context, opened);
  await runProcesses(context, opened, mark);
  await readFeeds(context, opened);
  keepDatabase(
    opened.cluster,
    shutdown,
    (line) => progress.line(line),
    () => end("the database is gone", 1),
  );
  progress.line(welcome({ root, url: graphqlUrl(context.settings.ports), caller: mark.caller }));
}
