import { openDatabase, migrate, statement, type Database } from "@parcours/shared/database";
import { publish } from "@parcours/shared/feed/outbox";
import { pointerRow, sharedReaders } from "@parcours/shared/feed/pointer";
import { idFrom, newId } from "@parcours/shared/ids";
import { erase } from "@parcours/shared/rights/erasure";
import { retain, type RetainedCount } from "@parcours/shared/rights/retain";
import { createTestDatabase, type TestDatabase } from "@parcours/shared/testing/postgres";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { definition } from "../../subgraphs/housing/src/subgraph.js";

const today = "2026-03-31";
const person = idFrom("due", "person");
const retention = definition.retention ?? [];
const by = { agencyCode: "1819", staffId: "dpo-1", caseReference: "gdpr-2026-7" };

let testDatabase: TestDatabase;
let owner: Database;
let serving: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase("erasure_due");
  await migrate(definition, testDatabase.ownerUrl);
  owner = await openDatabase(definition, testDatabase.ownerUrl, 2);
  serving = await openDatabase(definition, testDatabase.appUrl, 2);
});
afterAll(async () => {
  await owner.close();
  await serving.close();
  await testDatabase.drop();
});

/** A stay, and the pointer that tells of it. */
async function stay(name: string, until: string | null, enterpriseNumber: string | null = null): Promise<string> {
  const [id, occurredAt] = [idFrom("stay", name), new Date("2025-05-05T10:00:00Z")];
  const [site] = await owner.query<{ id: string }>(statement("select id from site limit 1"));
  await insertRows(owner, "housing_stay", [
    {
      id,
      agency_code: "CITYDEV",
      entrepreneur_id: person,
      enterprise_number: enterpriseNumber,
      occurred_at: occurredAt,
      since: "2025-05-05",
      until,
      site_id: site?.id ?? null,
      unit_id: null,
      stay_kind_code: "TENANCY",
    },
  ]);
  const pointer = {
    entryId: id,
    type: "HousingStay",
    kind: "STAY",
    category: "DOSSIER_HEADER",
    agencyCode: "CITYDEV",
    holder: enterpriseNumber === null ? { entrepreneurId: person } : { enterpriseNumber },
    ...(enterpriseNumber === null ? {} : { other: { entrepreneurId: person } }),
    occurredAt,
    since: "2025-05-05",
    until,
    readers: sharedReaders,
    knownTo: [],
  };
  await publish(owner, [pointerRow(pointer, "TEST")]);
  return id;
}

const left = (): Promise<{ id: string; person: string | null }[]> =>
  owner.query(statement(`select id, entrepreneur_id as person from housing_stay order by id`));
const stays = (counts: readonly RetainedCount[]): RetainedCount | undefined =>
  counts.find(({ table }) => table === "housing_stay");
const told = (): Promise<{ body: object | null }[]> =>
  owner.query(
    statement(
      `select body from (select distinct on (key) body from outbox where topic = 'POINTER' order by key, id desc) told
        where position($1 in body::text) > 0`,
    ),
    [person],
  );

it("a stay that still ran at the erasure goes when it has ended, and not years later", async () => {
  await insertRows(owner, "site", [await aSite()]);
  const [running, firms, ended] = [
    await stay("running", null),
    await stay("firm", "2026-05-31", "0123456749"),
    await stay("ended", "2026-01-31"),
  ];
  const order = { idempotencyKey: newId(), ids: [person], ownEnterprises: [], today, by };
  const report = await erase(serving, retention, order, async () => undefined);
  expect(report.lines).toContainEqual(expect.objectContaining({ line: "HOUSING", erased: 1, unnamed: 0, kept: 2 }));
  expect((await left()).map(({ id }) => id)).toEqual([running, firms].sort());
  expect((await left()).map(({ id }) => id)).not.toContain(ended);

  // Nothing has ended yet: nothing goes.
  expect(stays(await retain(owner, retention, { today, dryRun: false }))).toMatchObject({
    due: 0,
    unnamed: 0,
    kept: 2,
  });

  // The agency puts the end down; what it tells of that is taken back with the row.
  await owner.query(statement("update housing_stay set until = '2026-04-15' where id = $1"), [running]);
  const wouldGo = await retain(owner, retention, { today: "2026-06-15", dryRun: true });
  expect(stays(wouldGo)).toMatchObject({ due: 1, unnamed: 1, kept: 1 });
  expect(await left()).toHaveLength(2);
  expect(stays(await retain(owner, retention, { today: "2026-06-15", dryRun: false }))).toEqual(stays(wouldGo));
  expect(await left()).toEqual([{ id: firms, person: null }]);
  expect(await told()).toEqual([]);
  expect(await owner.query(statement("select from erasure_due"))).toEqual([]);
  expect(stays(await retain(owner, retention, { today: "2026-06-15", dryRun: false }))).toMatchObject({
    due: 0,
    unnamed: 0,
  });
});

it("who erased, and why, is kept without the person, and not for ever", async () => {
  const [row] = await owner.query<Record<string, unknown>>(statement("select * from erasure"));
  expect(row).toMatchObject({ agency_code: "1819", staff_id: "dpo-1", case_reference: "gdpr-2026-7" });
  expect(JSON.stringify(row)).not.toContain(person);
  const denied = serving.query(statement("update erasure set staff_id = 'somebody else'"));
  await expect(denied).rejects.toThrow(/permission denied/);
  await expect(serving.query(statement("delete from erasure_due"))).rejects.toThrow(/permission denied/);
  const of = (counts: readonly RetainedCount[]) => counts.find(({ table }) => table === "erasure");
  expect(of(await retain(owner, retention, { today, dryRun: false }))).toMatchObject({ due: 0, kept: 1 });
  expect(of(await retain(owner, retention, { today: "2050-01-01", dryRun: true }))).toMatchObject({ due: 1, kept: 0 });
});

/** A site with a value in each column that must have one. */
async function aSite(): Promise<Record<string, string>> {
  const columns = await owner.query<{ name: string; type: string }>(
    statement(
      `select column_name as name, data_type as type from information_schema.columns
        where table_name = 'site' and is_nullable = 'NO' and column_default is null and column_name <> 'source'`,
    ),
  );
  const values: Readonly<Record<string, string>> = {
    uuid: idFrom("site", 1),
    date: "2020-01-01",
    boolean: "false",
    integer: "1",
  };
  return Object.fromEntries(
    columns.map(({ name, type }) => [name, name === "ownership_code" ? "PUBLIC" : (values[type] ?? "X")]),
  );
}
