/** How long financing keeps what, and how it goes. Nearly all of it is public money, which the law wants accounted for. */
import { dayOf, type RetainedTable } from "@parcours/shared/rights/retained-table";

const [person, enterprise] = ["entrepreneur_id", "enterprise_number"] as const;
const unnamed = { entrepreneur_id: "null" };

/** The end of a help; null while it runs. Help without a period is over on the day it happened. */
const endOfHelp = `case when t.since is not null and t.until is null then null else coalesce(t.until, ${dayOf("occurred_at")}) end`;

/** Financing's tables, in order of deletion. */
export const retention: readonly RetainedTable[] = [
  {
    table: "funding_decision",
    line: "FUNDING",
    childOf: { table: "funding_application", column: "application_id" },
  },
  { table: "funding_application", line: "FUNDING", lastDate: dayOf("closed_at"), person, enterprise, unnamed },
  { table: "grant_payment", line: "FUNDING", childOf: { table: "funding_grant", column: "grant_id" } },
  {
    table: "funding_grant",
    line: "FUNDING",
    lastDate: `case when t.since is not null and t.until is null then null
      else greatest(t.until, ${dayOf("occurred_at")}, (select max(coalesce(p.paid_on, p.due_on)) from grant_payment p where p.grant_id = t.id)) end`,
    person,
    enterprise,
    unnamed,
  },
  { table: "guarantee", line: "FUNDING", lastDate: endOfHelp, person, enterprise, unnamed },
  { table: "co_investment", line: "FUNDING", lastDate: endOfHelp, person, enterprise, unnamed },
  {
    table: "state_aid_award",
    line: "STATE_AID",
    // The public register of awards names enterprises only: what names nobody is kept as long as the register is.
    lastDate: `case when t.entrepreneur_id is not null then ${dayOf("occurred_at")} end`,
    person,
    enterprise,
    unnamed,
  },
  { table: "credit_mediation", line: "DIFFICULTY", lastDate: dayOf("closed_at"), person, enterprise, unnamed },
];
