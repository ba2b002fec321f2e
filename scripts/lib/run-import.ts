/** Runs `pnpm import:<name>`: finds who owns the data, opens its database, and ends with the exit code that says how it went. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ImportRefused, type Importer } from "@parcours/shared/import/importer";
import { CommandFailed, codeOf } from "./command-failed.js";
import { discoverSubgraphs, type Subgraph } from "./discover-subgraphs.js";
import { runVerb } from "./run-verb.js";
import { withOwnedDatabases } from "./supervisor/running-cluster.js";
import { workspaceRoot } from "./workspace.js";

/** Nothing was read or written: the file or the command line is not what it should be. */
const refused = 2;
/** What a shell says of a command that Ctrl-C ended. */
const stopped = 130;

/**
 * Runs the importer that a subgraph keeps as `src/importers/<name>.ts`, on the database of `DATABASE_OWNER_URL_<SUBGRAPH>` or, without
 * it, on the demonstration's, whether it runs or not. Ctrl-C leaves the database as it was.
 */
export async function runImport(name: string): Promise<void> {
  await runVerb(async () => {
    const { subgraph, importer } = await findImporter(name);
    const interruption = new AbortController();
    const stop = (): void => interruption.abort(new CommandFailed("Stopped; the database is as it was.", stopped));
    // A terminal and pnpm may each send it: a second one must not cut the clean end short.
    process.on("SIGINT", stop).on("SIGTERM", stop);
    const order = {
      args: process.argv.slice(2).filter((option) => option !== "--"),
      dataFolder: dataFolder(),
      output: process.stdout,
      signal: interruption.signal,
    };
    try {
      await withOwnedDatabases(`import:${name}`, [subgraph], async ([target]) =>
        importer({ ...order, ownerUrl: target?.ownerUrl ?? "" }),
      );
    } catch (error) {
      throw told(error, interruption.signal);
    }
  });
}

/** Where real data lies: `PARCOURS_DATA`, from the workspace's folder. */
function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(workspaceRoot(), environment["PARCOURS_DATA"] ?? "../shared/data");
}

async function findImporter(name: string): Promise<{ subgraph: Subgraph; importer: Importer }> {
  for (const subgraph of discoverSubgraphs()) {
    const file = join(subgraph.folder, `dist/importers/${name}.js`);
    if (!existsSync(file)) continue;
    const { importer } = (await import(pathToFileURL(file).href)) as { importer: Importer };
    return { subgraph, importer };
  }
  throw new CommandFailed(`No subgraph has src/importers/${name}.ts.`, refused);
}

/** An error as the person at the keyboard is told it. */
function told(error: unknown, { aborted, reason }: AbortSignal): unknown {
  if (aborted) return reason;
  if (error instanceof ImportRefused) return new CommandFailed(error.message, refused);
  if (codeOf(error) === "42P01")
    return new CommandFailed("The database has no tables yet: run pnpm start or pnpm migrate first.");
  return error;
}
