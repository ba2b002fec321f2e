import { EntityTable } from "../entity-rows.js";
import { Denomination } from "./denomination.entity.js";

/** Names by the entity that bears them. */
export const denominations = new EntityTable<Denomination>(
  Denomination,
  "denomination",
  "fact.type_code, fact.language_code, fact.denomination",
);
