import { runSubgraph } from "@parcours/shared/server/start-subgraph";
import { definition } from "./subgraph.js";

await runSubgraph(definition);
