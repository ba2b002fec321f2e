// @ts-check
/** The verbs of package.json: builds what changed, then runs `scripts/<verb>.ts`. `node scripts/run.mjs start` runs scripts/start.ts. */
import { build } from "./build.mjs";

const verb = process.argv[2];
if (!verb || !/^[a-z][a-z-]*$/.test(verb)) {
  console.error("Name one verb of package.json, for instance: node scripts/run.mjs start");
  process.exit(2);
}
process.argv.splice(2, 1);
process.setSourceMapsEnabled(true);
await build();
await import(`./dist/${verb}.js`);
