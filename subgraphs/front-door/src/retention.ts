/** How long the front door keeps what, and how it goes. What the law keeps elsewhere keeps the person's id only: the name goes here. */
import { dayOf, type RetainedTable } from "@parcours/shared/rights/retained-table";

const person = "entrepreneur_id";
const childOf = { table: "entrepreneur", column: person };

/** All ids of the person whose file is the row `t`: files that were merged are forgotten together. */
const ids = `(select t.id union
  select o.id from identity_merge m
    cross join lateral (select m.canonical_id union all select f.former_id from identity_merge f where f.canonical_id = m.canonical_id) o(id)
   where m.former_id = t.id or m.canonical_id = t.id)`;

/** The last day of anything the directory knows of the person; null while a mandate or a help runs. */
const lastKnown = `case
    when exists (select from mandate m where m.entrepreneur_id in ${ids} and (m.until is null or m.until >= current_date)) then null
    when exists (select from pointer p where p.holder_person in ${ids} and p.since is not null and p.until is null) then null
    else greatest(
      ${dayOf("known_since")},
      (select max(m.until) from mandate m where m.entrepreneur_id in ${ids}),
      (select max(greatest(p.until, (p.occurred_at at time zone 'Europe/Brussels')::date)) from pointer p where p.holder_person in ${ids}),
      (select max(greatest(p.until, (p.occurred_at at time zone 'Europe/Brussels')::date)) from pointer p where p.other_person in ${ids}))
  end`;

/** The front door's tables, in order of deletion. The directory itself follows the feeds: what is gone at its owner is gone in it. */
export const retention: readonly RetainedTable[] = [
  { table: "entrepreneur_word", line: "PERSON", key: person, person, childOf },
  { table: "person_key", line: "PERSON", key: person, person, childOf },
  { table: "national_number_hash", line: "PERSON", key: person, person, childOf },
  { table: "registration", line: "PERSON", person, childOf },
  { table: "match_review", line: "PERSON", person, childOf },
  { table: "not_same_person", line: "PERSON", person, childOf },
  { table: "contact_point", line: "CONTACTS", lastDate: "t.until", person, childOf },
  { table: "mandate", line: "MANDATES", lastDate: "t.until", person, childOf },
  {
    table: "sharing_grant",
    line: "SHARING",
    lastDate: `coalesce(${dayOf("withdrawn_at")}, t.until)`,
    person,
    childOf,
  },
  {
    table: "break_glass",
    line: "REQUESTS",
    lastDate: dayOf("closed_at"),
    person,
    // A review that is open needs the motive; one that has ended stands without the words.
    emptied: { motive: "case when state = 'CLOSED' then '' else motive end", note: "null" },
  },
  { table: "objection", line: "REQUESTS", lastDate: dayOf("recorded_at"), person, emptied: { reason: "''" } },
  { table: "staff_member", line: "STAFF", lastDate: "t.until", person },
  {
    table: "interaction",
    line: "INTERACTIONS",
    lastDate: dayOf("occurred_at"),
    person,
    enterprise: "enterprise_number",
    // The words are the person's.
    unnamed: { entrepreneur_id: "null", question: "''" },
  },
  {
    table: "referral",
    line: "REFERRALS",
    lastDate: `(coalesce(t.done_at, t.responded_at, t.occurred_at) at time zone 'Europe/Brussels')::date`,
    person,
    enterprise: "enterprise_number",
    unnamed: { entrepreneur_id: "null" },
  },
  {
    table: "identity_merge",
    line: "MERGES",
    // Old ids resolve for ever while there is a person; after an erasure the years count from that day.
    lastDate: `case when not exists (select from entrepreneur e where e.id = t.canonical_id) then ${dayOf("merged_at")} end`,
    person: "canonical_id",
    emptied: { reason: "''", merged_at: "clock_timestamp()" },
  },
  {
    table: "identity_event",
    line: "MERGES",
    lastDate: `case when not exists (select from entrepreneur e where e.id = t.entrepreneur_id) then ${dayOf("at")} end`,
    person,
    emptied: { reason: "''" },
  },
  { table: "entrepreneur", line: "PERSON", lastDate: lastKnown, person: "id" },
];
