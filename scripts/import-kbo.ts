/** `pnpm import:kbo [folder or zip]`: reads an extract of KBO Open Data into the subgraph that keeps the register. */
import { runImport } from "./lib/run-import.js";

await runImport("kbo");
