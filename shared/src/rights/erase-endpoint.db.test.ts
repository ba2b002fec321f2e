import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { orchard } from "../../test/orchard.js";
import { openDatabase, statement } from "../database.js";
import { demonstrationSource } from "../demonstration/loader.js";
import { publish } from "../feed/outbox.js";
import { pointerRow, sharedReaders } from "../feed/pointer.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { idFrom, newId } from "../ids.js";
import { insertRows, mergeFiles } from "../testing/tell-stories.js";
import type { Reader } from "../visibility/reader.js";
import type { ErasureReport } from "./erasure-report.js";

const officer: Reader = {
  role: "DATA_PROTECTION_OFFICER",
  agency: "1819",
  staffId: "dpo-1",
  purpose: "DATA_PROTECTION",
  caseReference: "gdpr-2026-7",
};
const readTrees = statement(
  `select id, entrepreneur_id as "entrepreneurId", note from tree where source = 'TEST' order by id`,
);
const readTold = statement(
  "select distinct on (key) key, body from outbox where topic = 'POINTER' order by key, id desc",
);
const readLog = statement(
  `select action, role, purpose, case_reference as "caseReference", categories, result, records, subject from access_log order by at, position`,
);

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("erase")));
afterAll(() => served.close());
beforeEach(async () => {
  await served.database.query(statement("delete from tree"));
  await served.database.query(statement("delete from outbox"));
});

async function ask(
  body: object,
  reader: Reader = officer,
  url = served.url,
): Promise<{ status: number; body: ErasureReport }> {
  const text = JSON.stringify(body);
  const token = gatewaySigner.sign({ reader, requestId: "request-1", hop: 1 }, text);
  const response = await fetch(`${url}/erase`, {
    method: "POST",
    headers: { "content-type": "application/json", [internalTokenHeader]: token },
    body: text,
  });
  return { status: response.status, body: (await response.json()) as ErasureReport };
}

/** A tree of somebody, with its pointer. */
async function plant(name: string, entrepreneurId: string, enterpriseNumber: string | null = null): Promise<string> {
  const id = idFrom("tree", name);
  const occurredAt = new Date("2025-05-05T10:00:00Z");
  await insertRows(served.database, "tree", [
    {
      id,
      agency_code: "ORCHARD",
      entrepreneur_id: entrepreneurId,
      enterprise_number: enterpriseNumber,
      occurred_at: occurredAt,
      since: "2025-05-05",
      until: null,
      note: "said in confidence",
      wish: null,
      species: "quince",
    },
  ]);
  const party = { entrepreneurId };
  await publish(served.database, [
    pointerRow(
      {
        entryId: id,
        type: "Tree",
        kind: "TREE",
        category: "DOSSIER_HEADER",
        agencyCode: "ORCHARD",
        holder: enterpriseNumber === null ? party : { enterpriseNumber },
        ...(enterpriseNumber === null ? {} : { other: party }),
        occurredAt,
        since: null,
        until: null,
        readers: sharedReaders,
        knownTo: [],
      },
      demonstrationSource,
    ),
  ]);
  return id;
}

describe("a request for erasure at an owner", () => {
  it.each<[string, Reader, string]>([
    ["an advisor", { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", caseReference: "call-1" }, "NOT_SHARED"],
    ["the person", { role: "ENTREPRENEUR", entrepreneurId: idFrom("p", 0), purpose: "OWN_PATH" }, "NOT_SHARED"],
    ["an officer without a case", { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION" }, "CASE_REQUIRED"],
    ["nobody", { role: "ANONYMOUS" }, "SIGN_IN_REQUIRED"],
  ])("of %s is refused, and nothing goes", async (_, reader, code) => {
    const person = idFrom("p", 0);
    await plant("kept", person);
    expect(await ask({ entrepreneurId: person, idempotencyKey: newId() }, reader)).toEqual({
      status: 403,
      body: { error: expect.any(String) as string, code },
    });
    expect(await served.database.query(readTrees)).toHaveLength(1);
  });

  it("takes what is the person's under every id, the name out of what an enterprise holds, and nothing of others", async () => {
    const [person, former, other] = [idFrom("p", 1), idFrom("p", 2), idFrom("p", 3)];
    await mergeFiles(served.database, [former, person]);
    const [own, old] = [await plant("own", person), await plant("former", former)];
    const [firms, soleTraders] = [await plant("firm", person, "0123456749"), await plant("sole", person, "0202239951")];
    const strangers = await plant("stranger", other, "0123456749");
    const order = { entrepreneurId: former, idempotencyKey: newId(), ownEnterprises: ["0202239951"] };

    const first = await ask(order);
    expect(first.status).toBe(200);
    expect(first.body.lines).toEqual([
      { line: "COACHING", erased: 3, unnamed: 1, kept: 0, keptUntil: null, basis: null },
      { line: "LOG", erased: 1, unnamed: 0, kept: 0, keptUntil: null, basis: null },
    ]);
    const left = await served.database.query<{ id: string }>(readTrees);
    expect(left.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [
        { id: firms, entrepreneurId: null, note: null },
        { id: strangers, entrepreneurId: other, note: "said in confidence" },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const told = new Map(
      (await served.database.query<{ key: string; body: Record<string, unknown> | null }>(readTold)).map(
        ({ key, body }) => [key, body],
      ),
    );
    expect([own, old, soleTraders].map((id) => told.get(id))).toEqual([null, null, null]);
    expect(told.get(firms)).toMatchObject({ holder: { enterpriseNumber: "0123456749" } });
    expect(told.get(firms)).not.toHaveProperty("other");
    expect(told.get(strangers)).toMatchObject({ other: { entrepreneurId: other } });

    // Asked again, under whichever id of the person, it answers the same and does nothing.
    await plant("later", person);
    expect((await ask({ ...order, entrepreneurId: person })).body).toEqual(first.body);
    expect(await served.database.query(readTrees)).toHaveLength(3);
    const again = await ask({ ...order, idempotencyKey: newId() });
    expect(again.body.lines).toContainEqual(expect.objectContaining({ line: "COACHING", erased: 1 }));
  });

  it("leaves a row each time it is asked, also with a key that is somebody else's", async () => {
    const [person, other, idempotencyKey] = [idFrom("p", 8), idFrom("p", 9), newId()];
    const rows = async (): Promise<unknown[]> => served.database.query(readLog);
    const before = (await rows()).length;
    for (const entrepreneurId of [person, person, other]) await ask({ entrepreneurId, idempotencyKey });
    expect((await rows()).slice(before)).toMatchObject([
      { action: "WRITE", categories: ["ERASURE"], result: "SERVED" },
      { action: "WRITE", categories: ["ERASURE"], result: "SERVED", records: 0 },
      { action: "WRITE", categories: [], result: "WITHHELD" },
    ]);
    const linked = statement("select from log_subject where entrepreneur_id = $1");
    expect(await served.database.query(linked, [person])).toHaveLength(0);
  });

  it("is in the log before it is final, under a pseudonym that leads to nobody any more", async () => {
    const person = idFrom("p", 4);
    await plant("logged", person);
    await ask({ entrepreneurId: person, idempotencyKey: newId() });
    const row = (await served.database.query<{ subject: string }>(readLog)).at(-1);
    expect(row).toEqual({
      action: "WRITE",
      role: "DATA_PROTECTION_OFFICER",
      purpose: "DATA_PROTECTION",
      caseReference: "gdpr-2026-7",
      categories: ["COACHING_CONTENT", "DOSSIER_HEADER", "ERASURE", "IDENTITY"],
      result: "SERVED",
      records: 1,
      subject: expect.any(String) as string,
    });
    const links = await served.database.query(
      statement("select from log_subject where entrepreneur_id = $1 or pseudonym = $2"),
      [person, row?.subject],
    );
    expect(links).toEqual([]);
  });

  it("takes nothing where the log cannot be written", async () => {
    const person = idFrom("p", 5);
    await plant("unlogged", person);
    const owner = await openDatabase(orchard, served.testDatabase.ownerUrl, 1);
    await owner.query(statement("alter table access_log add constraint full_disk check (role is null) not valid"));
    const { status } = await ask({ entrepreneurId: person, idempotencyKey: newId() });
    await owner.query(statement("alter table access_log drop constraint full_disk"));
    await owner.close();
    expect(status).toBe(500);
    expect(await served.database.query(readTrees)).toHaveLength(1);
  });

  it.each([
    ["no person", { idempotencyKey: newId() }, 400],
    ["a person that is no id", { entrepreneurId: "x", idempotencyKey: newId() }, 400],
    ["no key", { entrepreneurId: idFrom("p", 6) }, 400],
    ["a number that is none", { entrepreneurId: idFrom("p", 6), idempotencyKey: newId(), ownEnterprises: ["1"] }, 400],
  ])("with %s is refused", async (_, body, status) => expect((await ask(body)).status).toBe(status));

  it("with a key of another person is refused", async () => {
    const idempotencyKey = newId();
    expect((await ask({ entrepreneurId: idFrom("p", 7), idempotencyKey })).status).toBe(200);
    const { status, body } = await ask({ entrepreneurId: idFrom("p", 8), idempotencyKey });
    expect([status, body]).toEqual([409, expect.objectContaining({ code: "IDEMPOTENCY_KEY_REUSED" })]);
  });
});

describe("an owner with few connections", () => {
  let narrow: ServedFeed;
  beforeAll(async () => void (narrow = await serveOrchard("erase_narrow", { poolSize: 1 })));
  afterAll(() => narrow.close());

  it("erases several persons who ask at once, on the one connection it has", async () => {
    const answers = await Promise.all(
      [20, 21, 22, 23].map((index) =>
        ask({ entrepreneurId: idFrom("p", index), idempotencyKey: newId() }, officer, narrow.url),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const logged = await narrow.database.query<{ looks: number }>(
      statement("select count(*)::int as looks from access_log where action = 'WRITE' and 'ERASURE' = any(categories)"),
    );
    expect(logged).toEqual([{ looks: 4 }]);
    expect(await narrow.database.query(statement("select from log_subject"))).toEqual([]);
    const by = await narrow.database.query(
      statement(
        `select distinct agency_code as "agencyCode", staff_id as "staffId", case_reference as "caseReference" from erasure`,
      ),
    );
    expect(by).toEqual([{ agencyCode: "1819", staffId: "dpo-1", caseReference: "gdpr-2026-7" }]);
  });
});
