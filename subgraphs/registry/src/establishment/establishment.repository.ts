import { OwnedTable } from "../owned-pages.js";
import { Establishment } from "./establishment.entity.js";

/** Establishments by enterprise. */
export const establishments = new OwnedTable<Establishment>(Establishment, {
  table: "establishment",
  column: "number",
  type: "text",
  direction: "asc",
  keyOf: ({ number }) => number,
});
