import { statement, type Queries } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { policyRow } from "@parcours/shared/feed/policy";
import { codeOf } from "@parcours/shared/graphql/code";
import { newId } from "@parcours/shared/ids";
import { officeSource } from "../acts/office.js";
import { ActTable } from "../acts/person-pages.js";
import { mandateRoles } from "../labels/mandate-roles.js";
import { PersonTable } from "../person-list.js";
import { Mandate } from "./mandate.entity.js";
import type { MandateDays } from "./mandate.rules.js";

const complete = (row: Mandate): Mandate =>
  Object.assign(row, { enterprise: { number: row.enterpriseNumber }, role: codeOf(mandateRoles, row.roleCode) });

/** Mandates by person, at a glance. An accountant may act for hundreds of enterprises; a hundred are shown. */
export const mandates = new PersonTable<Mandate>(Mandate, "mandate", 100, complete);

/** All of them, page by page: an index leads to the person's, which are few enough to sort. */
export const mandatePages = new ActTable<Mandate>(Mandate, "mandate", "since", complete, { isDay: true });

/** What a mandate says. */
export type MandateTerms = Pick<Mandate, "entrepreneurId" | "enterpriseNumber" | "roleCode" | "since" | "until">;

/** Whoever changes what one person may do for one enterprise waits for who does so already. */
const lock = statement("select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 7009))");
const readSame = statement(
  `select id, version from mandate
    where entrepreneur_id = any($1::uuid[]) and enterprise_number = $2 and role_code = $3 and id is distinct from $6::uuid
      and since <= coalesce($5::date, 'infinity') and coalesce(until, 'infinity') >= $4::date and (until is null or until >= since)
    order by since desc, id limit 1`,
);
const insert = statement(
  `insert into mandate (id, entrepreneur_id, enterprise_number, role_code, since, until, source) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const change = statement(
  `update mandate set role_code = $3, since = $4, until = $5, version = version + 1 where id = $1 and version = $2
   returning id, entrepreneur_id as "entrepreneurId", enterprise_number as "enterpriseNumber", role_code as "roleCode", since, until, source`,
);

/** Waits until nobody else changes what a person may do for an enterprise, until the end of the transaction. @param files all ids of the person, the one in use first */
export async function lockMandates(
  queries: Queries,
  [inUse = ""]: readonly string[],
  enterpriseNumber: string,
): Promise<void> {
  await queries.query(lock, [inUse, enterpriseNumber]);
}

/** The latest mandate in the same quality on some of the same days, but for one; null where there is none. One that never ran is none. @param files all ids of the person */
export async function sameMandate(
  queries: Queries,
  files: readonly string[],
  { enterpriseNumber, roleCode, since, until }: Omit<MandateTerms, "entrepreneurId">,
  exceptId: string | null = null,
): Promise<Pick<Mandate, "id" | "version"> | null> {
  const asked = [files, enterpriseNumber, roleCode, since, until, exceptId];
  return (await queries.query<Pick<Mandate, "id" | "version">>(readSame, asked))[0] ?? null;
}

/** Notes a mandate, and tells every owner. Answers its id. */
export async function insertMandate(queries: Queries, terms: MandateTerms): Promise<string> {
  const id = newId();
  const { entrepreneurId, enterpriseNumber, roleCode, since, until } = terms;
  await queries.query(insert, [id, entrepreneurId, enterpriseNumber, roleCode, since, until, officeSource]);
  await tell(queries, id, terms, officeSource);
  return id;
}

/** Changes a mandate of that version, and tells every owner. Answers whether there was one. */
export async function writeMandate(
  queries: Queries,
  { id, version }: Pick<Mandate, "id" | "version">,
  { roleCode, since, until }: MandateDays & Pick<Mandate, "roleCode">,
): Promise<boolean> {
  const [written] = await queries.query<Mandate>(change, [id, version, roleCode, since, until]);
  if (written) await tell(queries, id, written, written.source);
  return written !== undefined;
}

async function tell(queries: Queries, id: string, terms: MandateTerms, source: string): Promise<void> {
  const { entrepreneurId, enterpriseNumber, since, until } = terms;
  const policy = { kind: "MANDATE", entrepreneurId, enterpriseNumber, since, until } as const;
  await publish(queries, [policyRow(id, policy, source)]);
}
