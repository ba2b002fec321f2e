/** How long corrections are kept, in every owner's database alike. */
import { dayOf, type RetainedTable } from "../rights/retained-table.js";

/** The kernel's tables of corrections, in order of deletion. A dispute that nobody has answered stays until somebody does. */
export const correctionRetention: readonly RetainedTable[] = [
  { table: "fact_change", line: "CORRECTIONS", lastDate: dayOf("at"), person: "entrepreneur_id" },
  { table: "dispute", line: "CORRECTIONS", lastDate: dayOf("answered_at"), person: "entrepreneur_id" },
];
