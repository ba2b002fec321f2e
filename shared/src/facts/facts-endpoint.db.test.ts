/** An owner's part in corrections on a real database: disputes stand until answered, only the owner changes, nothing tells who may not read. */
import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { AccessLog } from "../access-log/access-log.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import { statement } from "../database.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { newId } from "../ids.js";
import { erase } from "../rights/erasure.js";
import { requestScope } from "../server/context.js";
import { BadRequest } from "../server/http.js";
import type { Reader } from "../visibility/reader.js";
import { answerFacts } from "./facts-endpoint.js";
import type { ToldDispute, ToldHistory, ToldProvenance } from "./facts-request.js";
import { correctionRetention } from "./retention.js";

const person = newId();
const own: Reader = { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" };
const stranger: Reader = { role: "ENTREPRENEUR", entrepreneurId: newId(), purpose: "OWN_PATH" };
const advisor: Reader = { role: "ADVISOR_1819", agency: "ORCHARD", staffId: "a", purpose: "CALL", caseReference: "c" };
const officer: Reader = {
  role: "FINANCING_OFFICER",
  agency: "BWF",
  staffId: "s",
  purpose: "FUNDING",
  caseReference: "a-1",
};
const watching: Reader = {
  role: "DATA_PROTECTION_OFFICER",
  agency: "ORCHARD",
  staffId: "n",
  purpose: "DATA_PROTECTION",
  caseReference: "d",
};
const actiris: Reader = { role: "ACTIRIS", agency: "ACTIRIS", purpose: "EMPLOYMENT", caseReference: "e" };

let opened: OpenedDatabase;
let held: Record<string, unknown>;
beforeAll(async () => void (opened = await openOrchard("facts")));
afterAll(() => opened.close());
beforeEach(async () => {
  held = { "Entrepreneur.familyName": "Peters", "Entrepreneur.preferredLanguage": "FR" };
  for (const table of ["dispute", "fact_change", "mutation_key"])
    await opened.database.query(statement(`delete from ${table}`));
});

const categories: Readonly<Record<string, string>> = {
  "Entrepreneur.familyName": "IDENTITY",
  "Entrepreneur.preferredLanguage": "IDENTITY",
  "Entrepreneur.birthDate": "BIRTH_DATE",
  "Entrepreneur.mandates": "IDENTITY",
};
const changes = Object.fromEntries(
  ["Entrepreneur.familyName", "Entrepreneur.preferredLanguage", "Entrepreneur.birthDate"].map((coordinate) => [
    coordinate,
    async (_: unknown, __: string, value: unknown) => {
      if (typeof value !== "string") return null;
      const former = held[coordinate] ?? null;
      held[coordinate] = value;
      return { former, value };
    },
  ]),
);

async function ask<Body = Record<string, unknown>>(
  body: object,
  reader: Reader = own,
): Promise<{ status: number; body: Body }> {
  const { database } = opened;
  const request = requestScope({ reader, language: "EN", requestId: "r", hop: 1 });
  const read = async (_: unknown, id: string) =>
    id === person
      ? { id, entrepreneurId: id, enterpriseNumber: null, agencyCode: "ORCHARD", source: "OFFICE", since: new Date(0) }
      : null;
  const definition = { facts: { subjects: { Entrepreneur: read }, changes, own: ["Entrepreneur.preferredLanguage"] } };
  const target = { log: new AccessLog(database), pseudonyms: new Pseudonyms(database) };
  const categoryOf = (coordinate: string): string | null => categories[coordinate] ?? null;
  const scope = { definition, database, policy: new PolicyCopy(database), request, target, categoryOf };
  return (await answerFacts(scope, body)) as { status: number; body: Body };
}

const holder = { type: "Entrepreneur", id: person };
const dispute = (more: object = {}): object => ({
  action: "RAISE",
  holder,
  coordinate: "Entrepreneur.familyName",
  idempotencyKey: newId(),
  value: "Peeters",
  statement: "It is written with two e.",
  ...more,
});
const raise = async (more: object = {}, reader: Reader = own): Promise<ToldDispute> =>
  (await ask<{ dispute: ToldDispute }>(dispute(more), reader)).body.dispute;
const list = async (reader: Reader = own): Promise<ToldDispute[]> =>
  (await ask<{ disputes: ToldDispute[] }>({ action: "DISPUTES", holder, first: 20 }, reader)).body.disputes;
const open = (reader: Reader, first = 20, place: unknown = null): ReturnType<typeof ask<{ disputes: ToldDispute[] }>> =>
  ask<{ disputes: ToldDispute[] }>({ action: "OPEN", agency: "ORCHARD", first, place }, reader);
const answer = (
  { id, version }: Pick<ToldDispute, "id" | "version">,
  more: object = {},
  reader: Reader = advisor,
): ReturnType<typeof ask<{ dispute: ToldDispute; code?: string }>> =>
  ask<{ dispute: ToldDispute; code?: string }>(
    {
      action: "ANSWER",
      disputeId: id,
      version,
      idempotencyKey: newId(),
      decision: "ACCEPTED",
      reason: "Seen on the identity card.",
      ...more,
    },
    reader,
  );
const history = (reader: Reader = own, coordinate = "Entrepreneur.familyName"): ReturnType<typeof ask<ToldHistory>> =>
  ask<ToldHistory>({ action: "HISTORY", holder, coordinate, first: 20 }, reader);

describe("a dispute", () => {
  it("stands beside the fact, for whoever reads the fact, until its owner answers; then the fact is changed", async () => {
    const raised = await raise();
    expect(raised).toMatchObject({
      state: "OPEN",
      author: "PERSON",
      agencyCode: "ORCHARD",
      value: "Peeters",
      version: 1,
    });
    expect(raised.dueOn > new Date().toISOString().slice(0, 10)).toBe(true);
    expect(held["Entrepreneur.familyName"]).toBe("Peters");
    expect((await list(officer)).map(({ id }) => id)).toEqual([raised.id]);
    const { status, body } = await answer(raised);
    expect([status, body.dispute]).toMatchObject([
      200,
      {
        state: "ACCEPTED",
        isChanged: true,
        reason: "Seen on the identity card.",
        answeredByAgencyCode: "ORCHARD",
        version: 2,
      },
    ]);
    expect(held["Entrepreneur.familyName"]).toBe("Peeters");
    expect((await open(advisor)).body.disputes).toEqual([]);
  });

  it("that is rejected changes nothing and says why", async () => {
    const { body } = await answer(await raise(), { decision: "REJECTED", reason: "The card says Peters." });
    expect(body.dispute).toMatchObject({ state: "REJECTED", isChanged: false, reason: "The card says Peters." });
    expect(held["Entrepreneur.familyName"]).toBe("Peters");
    expect((await history()).body.changes).toEqual([]);
  });

  it("is raised by staff who read the fact, in the name of their agency", async () => {
    expect(await raise({}, officer)).toMatchObject({ author: "AGENCY", authorAgencyCode: "BWF" });
  });

  it.each<[string, object, Reader]>([
    ["of what one may not read", { coordinate: "Entrepreneur.birthDate", value: "1990-01-01" }, officer],
    ["of a stranger", {}, stranger],
    ["of nobody", { holder: { type: "Entrepreneur", id: newId() } }, advisor],
    ["of what this owner does not keep", { coordinate: "Entrepreneur.postcode" }, own],
    ["of what only registers hold", { coordinate: "Entrepreneur.shoeSize" }, own],
  ])("%s is refused in the same words", async (_, more, reader) => {
    const { status, body } = await ask(dispute(more), reader);
    expect([status, body["code"]]).toEqual([409, "ACT_NOT_ALLOWED"]);
  });

  it("does not exist for who may not read the fact", async () => {
    await raise({ coordinate: "Entrepreneur.birthDate", value: "1990-01-01" });
    expect(await list(officer)).toEqual([]);
    expect(await list(advisor)).toHaveLength(1);
    expect((await ask({ action: "DISPUTES", holder, first: 20 }, stranger)).status).toBe(403);
    expect((await ask({ action: "DISPUTES", holder, first: 20 }, actiris)).status).toBe(403);
  });

  it("of what people change of themselves changes it at once", async () => {
    const changed = await raise({ coordinate: "Entrepreneur.preferredLanguage", value: "NL" });
    expect(changed).toMatchObject({ state: "ACCEPTED", reason: null });
    expect(held["Entrepreneur.preferredLanguage"]).toBe("NL");
    expect(await raise({ coordinate: "Entrepreneur.preferredLanguage", value: "EN" }, advisor)).toMatchObject({
      state: "OPEN",
    });
  });

  it("is raised once for a key, whoever sends it how often", async () => {
    const idempotencyKey = newId();
    const all = await Promise.all(Array.from({ length: 20 }, () => raise({ idempotencyKey })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await list()).toHaveLength(1);
    const again = await ask(dispute({ idempotencyKey, value: "Pieters" }));
    expect([again.status, again.body["code"]]).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
  });
});

describe("an answer", () => {
  it.each<[string, Reader]>([
    ["the person", own],
    ["another agency", officer],
    ["who only watches", watching],
  ])("is not taken from %s", async (_, reader) => {
    expect(await answer(await raise(), {}, reader)).toMatchObject({ status: 409, body: { code: "ACT_NOT_ALLOWED" } });
    expect(held["Entrepreneur.familyName"]).toBe("Peters");
  });

  it("is given once: of two officers at once the second reads what the first decided", async () => {
    const raised = await raise();
    const both = await Promise.all([answer(raised), answer(raised, { decision: "REJECTED" })]);
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe("CHANGED_MEANWHILE");
  });

  it("says to what the fact is changed, where the dispute did not", async () => {
    const raised = await raise({ value: null });
    expect((await answer(raised)).body.code).toBe("FACT_VALUE_REQUIRED");
    expect((await answer(raised, { value: 7 })).body.code).toBe("FACT_VALUE_INVALID");
    expect((await answer(raised, { value: "Peeters" })).body.dispute).toMatchObject({ isChanged: true });
  });

  it("on a fact without a change of its own says how it was put right", async () => {
    const { body } = await answer(await raise({ coordinate: "Entrepreneur.mandates" }), { reason: "Ended on 1 May." });
    expect(body.dispute).toMatchObject({ state: "ACCEPTED", isChanged: false, reason: "Ended on 1 May." });
  });
});

describe("the work list", () => {
  it("has the open disputes of the reader's own agency, oldest first, page by page", async () => {
    const raised = [await raise(), await raise({ value: "Pieters" }), await raise({ value: "Peers" })];
    const page = (await open(advisor, 2)).body.disputes;
    expect(page.map(({ id }) => id)).toEqual(raised.slice(0, 2).map(({ id }) => id));
    const [, last] = page;
    const rest = (await open(advisor, 2, { at: new Date(last?.raisedAt ?? 0).toISOString(), id: last?.id })).body
      .disputes;
    expect(rest.map(({ id }) => id)).toEqual([raised[2]?.id]);
    expect((await open(officer)).status).toBe(403);
    expect((await open(own)).status).toBe(403);
  });
});

describe("the history of a fact", () => {
  it("has every former value with who changed it, when, and why; and what it began with", async () => {
    const raised = await raise();
    await answer(raised);
    await answer(await raise({ value: "Pieters" }));
    const { body } = await history();
    expect(body.changes).toMatchObject([
      { former: "Peeters", value: "Pieters", author: "AGENCY", agencyCode: "ORCHARD", source: "OFFICE" },
      { former: "Peters", value: "Peeters", disputeId: raised.id },
    ]);
    expect(body.origin).toMatchObject({ isChanged: true, value: "Peters", agencyCode: "ORCHARD", source: "OFFICE" });
  });

  it("is read by who reads the fact today, and nobody else", async () => {
    await answer(await raise({ coordinate: "Entrepreneur.birthDate", value: "1990-01-01" }));
    expect((await history(advisor, "Entrepreneur.birthDate")).body.changes).toHaveLength(1);
    expect((await history(officer, "Entrepreneur.birthDate")).status).toBe(403);
    expect((await history(stranger)).status).toBe(403);
    expect((await history(own, "Entrepreneur.sex")).status).toBe(403);
  });

  it("tells where the present values were given, of what the reader reads", async () => {
    await answer(await raise());
    const coordinates = ["Entrepreneur.familyName", "Entrepreneur.preferredLanguage", "Entrepreneur.birthDate"];
    const told = async (reader: Reader): Promise<ToldProvenance[]> =>
      (await ask<{ provenance: ToldProvenance[] }>({ action: "PROVENANCE", holder, coordinates }, reader)).body
        .provenance;
    expect(await told(officer)).toMatchObject([
      { coordinate: "Entrepreneur.familyName", author: "AGENCY", agencyCode: "ORCHARD" },
      { coordinate: "Entrepreneur.preferredLanguage", source: "OFFICE", at: new Date(0).toISOString() },
    ]);
    expect(await told(own)).toHaveLength(3);
    expect(await told(stranger)).toEqual([]);
  });
});

it("corrections go with the person", async () => {
  await answer(await raise());
  const by = { agencyCode: "1819", staffId: "dpo", caseReference: "request-1" };
  const order = { idempotencyKey: newId(), ids: [person], ownEnterprises: [], today: "2026-11-22", by };
  const { lines } = await erase(opened.database, correctionRetention, order, async () => undefined);
  expect(lines).toContainEqual(expect.objectContaining({ line: "CORRECTIONS", erased: 2 }));
  expect(await list()).toEqual([]);
});

it.each([
  [{}],
  [dispute({ holder: { type: "Entrepreneur", id: "x" } })],
  [dispute({ coordinate: "Project.title" })],
  [dispute({ idempotencyKey: "x" })],
  [dispute({ statement: "" })],
  [{ action: "DISPUTES", holder, first: 102 }],
  [{ action: "DISPUTES", holder, first: 1, place: { at: "x", id: newId() } }],
  [{ action: "PROVENANCE", holder, coordinates: [1] }],
])("a body that is none is refused: %j", async (body) => {
  await expect(ask(body)).rejects.toThrow(BadRequest);
});
