/** Rows of the access log, and what the policy says of people, for the log's tests. */
import { generateKeyPairSync } from "node:crypto";
import type { LogRow } from "../src/access-log/log-row.js";
import { statement, type Queries } from "../src/database.js";
import { newId } from "../src/ids.js";

/** A look, but for what a test says of it. */
export function aRow(part: Partial<LogRow> = {}): LogRow {
  return {
    at: new Date(),
    action: "READ",
    subject: null,
    enterprise: null,
    agencyCode: "1819",
    system: "advisors-desk",
    role: "ADVISOR_1819",
    staffId: "a-17",
    readerSubject: null,
    onBehalfOf: null,
    purpose: "CALL",
    caseReference: "call-1",
    categories: ["IDENTITY"],
    withheld: [],
    result: "SERVED",
    records: 1,
    flag: null,
    requestId: "r",
    hop: 1,
    ...part,
  };
}

/** A private key as the setting holds it. */
export function newSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url");
}

/** What the spine told a moment ago. */
export const spine = "spine";

const insertRelation = statement(
  `insert into policy_relation (producer, generation, key, kind, entrepreneur_id, enterprise_number, agency_code, since, until)
   values ($1, 0, $2, $3, $4, $5, $6, $7, $8)`,
);
const insertIdentity = statement(
  "insert into policy_identity (producer, generation, key, former_id, canonical_id) values ($1, 0, $2, $3, $4)",
);
const readNow = statement(
  `insert into feed_cursor (producer, topic, as_of) values ($1, 'POLICY', clock_timestamp() - $2 * interval '1 second')
   on conflict (producer, topic) do update set as_of = excluded.as_of`,
);

/** That a person has a mandate, or works somewhere. */
export async function relate(
  queries: Queries,
  relation: {
    readonly kind: "MANDATE" | "STAFF";
    readonly person: string;
    readonly enterprise?: string;
    readonly agency?: string;
    readonly since?: string;
    readonly until?: string | null;
  },
): Promise<void> {
  const { kind, person, enterprise = null, agency = null, since = "2020-01-01", until = null } = relation;
  await queries.query(insertRelation, [spine, newId(), kind, person, enterprise, agency, since, until]);
}

/** That two ids are one person's. */
export async function merge(queries: Queries, formerId: string, canonicalId: string): Promise<void> {
  await queries.query(insertIdentity, [spine, newId(), formerId, canonicalId]);
}

/** That the copy of the policy was read so many seconds ago. */
export async function policyIsRead(queries: Queries, secondsAgo = 0): Promise<void> {
  await queries.query(readNow, [spine, secondsAgo]);
}
