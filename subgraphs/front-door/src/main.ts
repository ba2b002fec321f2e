import { runSubgraph } from "@parcours/shared/server/start-subgraph";
import { frontDoorConfig } from "./config.js";
import { definition } from "./subgraph.js";

// What is wrong with a setting is told before anybody is served.
frontDoorConfig();
await runSubgraph(definition);
