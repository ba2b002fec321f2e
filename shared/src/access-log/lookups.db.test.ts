import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { aRow, merge, policyIsRead, relate, spine } from "../../test/log-rows.js";
import { withClient } from "../database-roles.js";
import { idFrom } from "../ids.js";
import { AccessLog } from "./access-log.js";
import type { LogRow } from "./log-row.js";
import { lookupsOf, readLookups, type Lookup, type LookupPlace } from "./lookups.js";
import { Pseudonyms } from "./pseudonyms.js";

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("lookups")));
afterAll(() => opened.close());
beforeEach(async () => {
  await withClient(opened.testDatabase.ownerUrl, (owner) =>
    owner.query("truncate access_log, access_log_chain, log_subject, policy_relation, policy_identity"),
  );
  await policyIsRead(opened.database);
});

const [marie, formerMarie, other] = [idFrom("marie"), idFrom("marie before"), idFrom("other")];
const [shop, bakery] = ["0202239951", "0403170701"];

const pseudonymOf = async (person: string): Promise<string> =>
  (await new Pseudonyms(opened.database).of(person)).pseudonym;
const write = (...rows: Partial<LogRow>[]) => new AccessLog(opened.database).write(rows.map(aRow));
const page = (first = 100, before: LookupPlace | null = null, ids = [marie]) =>
  lookupsOf(opened.database, { ids, first, before, spine });
const cases = async (ids = [marie]): Promise<(string | null)[]> =>
  (await page(100, null, ids)).rows.map(({ caseReference }) => caseReference);

describe("the looks at a person", () => {
  it("stand newest first, with the agency and why, never the official", async () => {
    const subject = await pseudonymOf(marie);
    await write(
      { subject, at: new Date("2026-01-30T10:00:00Z"), caseReference: "first" },
      { subject: await pseudonymOf(other), caseReference: "somebody else's" },
      {
        subject,
        at: new Date("2026-01-31T10:00:00Z"),
        caseReference: "second",
        readerSubject: subject,
        withheld: ["SEX"],
      },
    );
    const { rows, total, since, mandatesKnown } = await page();
    expect(rows).toEqual([
      expect.objectContaining({ caseReference: "second", byYourself: true, withheld: ["SEX"] }),
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}:1$/),
        at: new Date("2026-01-30T10:00:00Z"),
        action: "READ",
        agencyCode: "1819",
        system: "advisors-desk",
        role: "ADVISOR_1819",
        purpose: "CALL",
        caseReference: "first",
        categories: ["IDENTITY"],
        withheld: [],
        result: "SERVED",
        records: 1,
        enterpriseNumber: null,
        flag: null,
        byYourself: false,
        ofYourself: true,
        restriction: null,
      },
    ]);
    expect([total, since, mandatesKnown]).toEqual([2, new Date("2026-01-30T10:00:00Z"), true]);
  });

  it("are those at an enterprise under its pseudonym, which leads to its number", async () => {
    await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: shop });
    const enterprise = await new Pseudonyms(opened.database).ofEnterprise(shop);
    await write(
      { enterprise, caseReference: "named", at: new Date("2026-01-30T10:00:00Z") },
      { enterprise: shop, caseReference: "of before", at: new Date("2026-01-29T10:00:00Z") },
    );
    const { rows, total } = await page();
    expect(rows.map(({ enterpriseNumber, caseReference }) => [enterpriseNumber, caseReference])).toEqual([
      [shop, "named"],
      [shop, "of before"],
    ]);
    expect(total).toBe(2);
  });

  it("are those at every id the person ever had", async () => {
    await merge(opened.database, formerMarie, marie);
    await write({ subject: await pseudonymOf(formerMarie), caseReference: "before the merge" });
    expect(await cases([marie, formerMarie])).toEqual(["before the merge"]);
  });

  it("are those at an enterprise on the days of a mandate in it, in Brussels", async () => {
    await relate(opened.database, {
      kind: "MANDATE",
      person: marie,
      enterprise: shop,
      since: "2026-01-10",
      until: "2026-01-20",
    });
    const at = (instant: string, caseReference: string) => ({
      at: new Date(instant),
      enterprise: shop,
      caseReference,
    });
    await write(
      at("2026-01-09T22:59:59.999Z", "the evening before"),
      at("2026-01-09T23:00:00Z", "the first minute"),
      at("2026-01-20T22:59:59.999Z", "the last minute"),
      at("2026-01-20T23:00:00Z", "the day after"),
      { ...at("2026-01-15T00:00:00Z", "another enterprise"), enterprise: bakery },
      { ...at("2026-01-15T00:00:00Z", "of another through it"), subject: await pseudonymOf(other) },
    );
    expect(await cases()).toEqual(["the last minute", "of another through it", "the first minute"]);
    expect((await page()).total).toBe(3);
  });

  it("are each there once, however many ways lead to it", async () => {
    const subject = await pseudonymOf(marie);
    for (const [since, until] of [
      ["2026-01-01", "2026-01-20"],
      ["2026-01-10", null],
    ] as const)
      await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: shop, since, until });
    await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: bakery });
    await write(
      { subject, enterprise: shop, at: new Date("2026-01-15T10:00:00Z") },
      { enterprise: shop, at: new Date("2026-01-15T11:00:00Z") },
      { enterprise: bakery },
    );
    expect(await page()).toMatchObject({ rows: [{}, {}, {}], total: 3 });
  });

  it("through an enterprise are left out, and said to be, where the copy of the policy is old", async () => {
    await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: shop });
    await write({ enterprise: shop }, { subject: await pseudonymOf(marie), caseReference: "own" });
    await policyIsRead(opened.database, 31);
    expect(await page()).toMatchObject({ rows: [{ caseReference: "own" }], total: 1, mandatesKnown: false });
  });

  it("go on behind any page, at equal instants too, and the total does not depend on it", async () => {
    const subject = await pseudonymOf(marie);
    await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: shop });
    const at = (index: number) => new Date(Date.UTC(2026, 0, 30, 10, 0, Math.floor(index / 7)));
    const rows = Array.from({ length: 60 }, (_, index) => ({
      at: at(index),
      caseReference: `case ${index}`,
      ...(index % 3 === 0 ? { enterprise: shop } : { subject }),
    }));
    await Promise.all([write(...rows.slice(0, 30)), write(...rows.slice(30))]);
    const whole = (await page()).rows;
    const read: Lookup[] = [];
    for (let before: LookupPlace | null = null; ; before = read.at(-1) ?? null) {
      const { rows: next, total } = await page(7, before);
      expect(total).toBe(60);
      read.push(...next);
      if (next.length < 7) break;
    }
    expect(read).toEqual(whole);
    expect(new Set(read.map(({ id }) => id)).size).toBe(60);
    const instants = whole.map((row) => row.at.getTime());
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
  });

  it("are none of somebody unknown", async () => {
    expect(await page(10, null, [idFrom("nobody")])).toEqual({ rows: [], total: 0, since: null, mandatesKnown: true });
  });
});

interface PlanNode {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly Plans?: readonly PlanNode[];
}

/** How the serving process runs the page's statement: with one plan whatever the values. */
async function planOf(values: string): Promise<PlanNode[]> {
  return withClient(opened.testDatabase.appUrl, async (client) => {
    await client.query("set plan_cache_mode = force_generic_plan");
    await client.query(`prepare page (uuid[], text, timestamptz, uuid, bigint, int) as ${readLookups.text}`);
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
      `explain (analyze, format json) execute page (${values})`,
    );
    const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
    return nodes(rows[0]?.["QUERY PLAN"][0].Plan as PlanNode);
  });
}

describe("a page of a long list", () => {
  /** A log in which one person and one enterprise have nearly all rows: where a plan that sorts the whole list would be dear. */
  beforeEach(async () => {
    const subject = await pseudonymOf(marie);
    await relate(opened.database, { kind: "MANDATE", person: marie, enterprise: shop });
    await withClient(opened.testDatabase.ownerUrl, async (owner) => {
      await owner.query("insert into access_log_chain values (gen_random_uuid(), now(), '[]', '')");
      await owner.query(
        `insert into access_log (chain, position, at, action, subject, enterprise, role, categories, withheld, result, records, request_id,
                                 hop, hash, previous)
         select c.id, n, now() - n * interval '1 second', 'READ', case when n % 2 = 0 then $1::uuid when n % 50 = 1 then gen_random_uuid() end,
                case when n % 2 = 1 then $2 end, 'COACH', '{IDENTITY}', '{}', 'SERVED', 1, 'r', 1, '', ''
           from access_log_chain c, generate_series(1, 40000) n`,
        [subject, shop],
      );
    });
  });

  it.each(["", "analyze access_log", "vacuum analyze access_log"])(
    "reads its own rows on the indexes and sorts no more (%p)",
    async (upkeep) => {
      if (upkeep !== "") await withClient(opened.testDatabase.ownerUrl, (owner) => owner.query(upkeep));
      const far = "'ffffffff-ffff-ffff-ffff-ffffffffffff', 9007199254740991";
      for (const before of ["'infinity'", "now() - interval '5 hours'"]) {
        const nodes = await planOf(`'{${marie}}', '${spine}', ${before}, ${far}, 100`);
        const ofLog = nodes.filter((node) => node["Relation Name"] === "access_log");
        expect(ofLog.map((node) => node["Node Type"]).filter((type) => !type.startsWith("Index"))).toEqual([]);
        expect(new Set(ofLog.map((node) => node["Index Name"]))).toEqual(
          new Set(["access_log_subject", "access_log_enterprise", "access_log_pkey"]),
        );
        const most = Math.max(...nodes.map((node) => node["Actual Rows"] * node["Actual Loops"]));
        expect(most).toBeLessThanOrEqual(200);
      }
    },
  );
});
