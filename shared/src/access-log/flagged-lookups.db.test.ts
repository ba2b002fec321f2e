import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aRow, policyIsRead } from "../../test/log-rows.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { idFrom } from "../ids.js";
import { anAdvisor } from "../testing/run-operation.js";
import type { Reader } from "../visibility/reader.js";
import { AccessLog } from "./access-log.js";
import { readFlagged, type FlaggedLookup } from "./flagged-lookups.js";
import { forgetSubject, Pseudonyms } from "./pseudonyms.js";

const officer: Reader = { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION", caseReference: "dpo-7" };
const [marie, gone] = [idFrom("marie"), idFrom("gone")];

let served: ServedFeed;
beforeAll(async () => {
  served = await serveOrchard("flagged");
  const { database } = served;
  await policyIsRead(database);
  const pseudonyms = new Pseudonyms(database);
  const [subject, forgotten] = await Promise.all([pseudonyms.of(marie), pseudonyms.of(gone)]);
  await new AccessLog(database).write([
    aRow({ subject: subject.pseudonym, flag: "COLLEAGUE", at: new Date("2026-01-01T10:00:00Z"), caseReference: "c-1" }),
    aRow({ subject: subject.pseudonym, at: new Date("2026-01-02T10:00:00Z") }),
    aRow({ subject: forgotten.pseudonym, flag: "SELF", at: new Date("2026-01-03T10:00:00Z"), caseReference: "c-2" }),
    aRow({ subject: subject.pseudonym, flag: "SELF", at: new Date("2026-01-04T10:00:00Z"), caseReference: "c-3" }),
  ]);
  await forgetSubject(database, [gone]);
});
afterAll(() => served.close());

interface Told {
  readonly rows: readonly FlaggedLookup[];
  readonly total: number;
  readonly code?: string;
}
async function ask(reader: Reader, order: object = {}): Promise<{ status: number; told: Told }> {
  const body = JSON.stringify({ first: 10, before: null, ...order });
  const token = gatewaySigner.sign({ reader, requestId: "flagged", hop: 1 }, body);
  const headers = { [internalTokenHeader]: token };
  const response = await fetch(`${served.url}/flagged-lookups`, { method: "POST", headers, body });
  return { status: response.status, told: (await response.json()) as Told };
}
const casesOf = ({ told }: { told: Told }): unknown[] => told.rows.map(({ caseReference }) => caseReference);

describe("the flagged looks", () => {
  it("are the officer's, newest first, with the person and the official", async () => {
    const { status, told } = await ask(officer);
    expect([status, told.total]).toEqual([200, 3]);
    expect(told.rows).toMatchObject([
      { caseReference: "c-3", flag: "SELF", entrepreneurId: marie, staffId: "a-17", agencyCode: "1819" },
      { caseReference: "c-2", flag: "SELF", entrepreneurId: null },
      { caseReference: "c-1", flag: "COLLEAGUE", entrepreneurId: marie, categories: ["IDENTITY"] },
    ]);
  });

  it("are narrowed to a flag, and go on behind a row", async () => {
    const colleagues = await ask(officer, { flag: "COLLEAGUE" });
    expect([casesOf(colleagues), colleagues.told.total]).toEqual([["c-1"], 1]);
    const [first] = (await ask(officer, { first: 1 })).told.rows;
    expect(casesOf(await ask(officer, { before: first }))).toEqual(["c-2", "c-1"]);
  });

  it("are told to whom they name as a look of the officer", async () => {
    const rows = statement(
      `select l.role, l.categories, l.records from access_log l join log_subject s on s.pseudonym = l.subject
        where s.entrepreneur_id = $1 and l.request_id = 'flagged' order by l.at desc limit 1`,
    );
    await ask(officer);
    expect(await served.database.query(rows, [marie])).toEqual([
      { role: "DATA_PROTECTION_OFFICER", categories: ["FLAGGED_LOOKUPS"], records: 2 },
    ]);
  });

  it.each<[string, Reader, string]>([
    ["an advisor", anAdvisor, "NOT_SHARED"],
    ["a person", { role: "ENTREPRENEUR", entrepreneurId: marie, purpose: "OWN_PATH" }, "NOT_SHARED"],
    ["an officer without case", { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION" }, "CASE_REQUIRED"],
    ["nobody", { role: "ANONYMOUS" }, "SIGN_IN_REQUIRED"],
  ])("are closed to %s", async (_, reader, code) => {
    const { status, told } = await ask(reader);
    expect([status, told.code]).toEqual([403, code]);
  });

  it.each<[string, object]>([
    ["a flag that is none", { flag: "FRIEND" }],
    ["no length", { first: 0 }],
    ["a place that is none", { before: "x" }],
  ])("are not asked with %s", async (_, order) => expect((await ask(officer, order)).status).toBe(400));

  it("are read on their own index, in its order", async () => {
    const plan = await withClient(served.testDatabase.appUrl, async (client) => {
      await client.query(
        "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off",
      );
      await client.query(`prepare page (text, timestamptz, uuid, bigint, int) as ${readFlagged.text}`);
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        "explain execute page (null, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1, 10)",
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toContain("access_log_flagged");
    expect(plan).not.toContain("Sort");
  });
});
