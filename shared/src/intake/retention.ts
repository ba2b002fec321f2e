/** How long what was said on forms is kept, in every owner's database alike. */
import { dayOf, type RetainedTable } from "../rights/retained-table.js";

/** The kernel's tables of forms, in order of deletion. */
export const intakeRetention: readonly RetainedTable[] = [
  { table: "intake_answer", line: "INTAKE", lastDate: dayOf("answered_at"), person: "entrepreneur_id" },
  {
    table: "intake_submission",
    line: "INTAKE",
    lastDate: dayOf("submitted_at"),
    person: "entrepreneur_id",
  },
];
