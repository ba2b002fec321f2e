/** How long housing keeps what, and how it goes. */
import { dayOf, type RetainedTable } from "@parcours/shared/rights/retained-table";

const [person, enterprise] = ["entrepreneur_id", "enterprise_number"] as const;
const unnamed = { entrepreneur_id: "null" };

/** Housing's tables, in order of deletion. A cheque is a person's, in whatever name it was used. */
export const retention: readonly RetainedTable[] = [
  {
    table: "coworking_cheque_month",
    line: "CHEQUES",
    key: "cheque_id",
    childOf: { table: "coworking_cheque", column: "cheque_id" },
  },
  { table: "coworking_cheque", line: "CHEQUES", lastDate: "t.until", person },
  {
    table: "housing_stay",
    line: "HOUSING",
    lastDate: "t.until",
    person,
    enterprise,
    unnamed,
    // The cheque outlives the stay it paid for.
    namedBy: [{ table: "coworking_cheque", column: "stay_id" }],
  },
  { table: "permanence_visit", line: "VISITS", lastDate: dayOf("occurred_at"), person, enterprise, unnamed },
  { table: "need", line: "VISITS", lastDate: dayOf("occurred_at"), person, enterprise, unnamed },
];
