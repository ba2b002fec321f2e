/** `pnpm import:state-aid [file]`: reads an export of the European state-aid register (TAM) into the subgraph that keeps awards. */
import { runImport } from "./lib/run-import.js";

await runImport("state-aid");
