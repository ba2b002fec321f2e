import { OwnedTable } from "../owned-pages.js";
import { RegisteredBranch } from "./branch.entity.js";

/** Branches by enterprise. */
export const branches = new OwnedTable<RegisteredBranch>(RegisteredBranch, {
  table: "branch",
  column: "id",
  type: "text",
  direction: "asc",
  keyOf: ({ id }) => id,
});
