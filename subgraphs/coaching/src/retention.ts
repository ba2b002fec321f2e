/** How long coaching keeps what, and how it goes. Restricted tables stand beside the others: an erasure knows no secret. */
import { dayOf, type RetainedTable } from "@parcours/shared/rights/retained-table";

const [person, enterprise] = ["entrepreneur_id", "enterprise_number"] as const;

/** Coaching's tables, in order of deletion. A project, a case and a test of an activity are a person's, whatever enterprise they name. */
export const retention: readonly RetainedTable[] = [
  {
    table: "coaching_session",
    line: "COACHING",
    person,
    enterprise,
    childOf: { table: "coaching_dossier", column: "dossier_id" },
    // A note of a meeting is about whoever sat there.
    unnamed: { entrepreneur_id: "null", note: "null" },
  },
  {
    table: "follow_up_meeting",
    line: "COACHING",
    person,
    enterprise,
    childOf: { table: "package_enrolment", column: "enrolment_id" },
  },
  {
    table: "coaching_dossier",
    line: "COACHING",
    lastDate: dayOf("closed_at"),
    person,
    enterprise,
    unnamed: { entrepreneur_id: "null" },
  },
  {
    table: "package_enrolment",
    line: "COACHING",
    lastDate: "t.until",
    person,
    enterprise,
    unnamed: { entrepreneur_id: "null" },
  },
  { table: "test_phase", line: "COACHING", lastDate: "t.ended_on", person },
  { table: "restart_enrolment", line: "DIFFICULTY", lastDate: "t.ended_on", person },
  { table: "difficulty_case", line: "DIFFICULTY", lastDate: dayOf("closed_at"), person },
  { table: "project", line: "COACHING", lastDate: "t.until", person },
];
