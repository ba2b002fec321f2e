// @ts-check
/** Applies what is missing of the migrations of the subgraph in this image, as the owner of its database; then ends. */
import { migrate } from "@parcours/shared/database";
// @ts-ignore -- stands beside this file in the image only
import { definition } from "./dist/subgraph.js";

const variable = `DATABASE_OWNER_URL_${definition.name.toUpperCase().replaceAll("-", "_")}`;
const url = process.env[variable];
if (!url) {
  console.error(`${variable} is missing: PostgreSQL URL of ${definition.name}'s database, with the role that owns it.`);
  process.exit(2);
}
const applied = await migrate(definition, url);
console.log(`${definition.name}: ${applied.length === 0 ? "up to date" : `applied ${applied.join(", ")}`}`);
