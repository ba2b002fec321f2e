/**
 * A subgraph's process without an access log, for the bench that measures what the log costs. Only this program can leave it out: no setting
 * of a subgraph does.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithParent } from "@parcours/shared/server/lifecycle";
import { startSubgraph } from "@parcours/shared/server/start-subgraph";
import type { SubgraphDefinition } from "@parcours/shared/subgraph";

const nobody = Promise.resolve({ pseudonym: "", worksAt: [] });
const folder = process.env["PARCOURS_SUBGRAPH_FOLDER"] ?? "";
const { definition } = (await import(pathToFileURL(join(folder, "dist/subgraph.js")).href)) as {
  definition: SubgraphDefinition;
};
const running = await startSubgraph(definition, process.env, {
  log: { write: async () => undefined },
  pseudonyms: { of: () => nobody, ofEnterprise: async () => "", prepare: () => undefined },
});
endWithParent(() => running.stop());
process.send?.({ type: "listening", port: Number(new URL(running.url).port) });
