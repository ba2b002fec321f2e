/** For whom a person acts is written by 1819 and given up by the person; every owner obeys at once, and the history tells (J12, J29). */
import { statement } from "@parcours/shared/database";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { demonstrationEnterpriseNumber, newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { act, asCoach, asPerson, codesOf, followAs, rowsOf, type Payload } from "../../test/acts-fixtures.js";
import { aPerson, readPolicy } from "../../test/fixtures.js";
import { facts } from "../facts/facts.js";
import { definition } from "../subgraph.js";
import { dayBefore } from "./mandate.rules.js";

const advisor: Reader = {
  role: "ADVISOR_1819",
  agency: "1819",
  staffId: "s1",
  purpose: "CALL",
  caseReference: "call-1",
};
const today = brusselsDate(new Date());
const number = demonstrationEnterpriseNumber(7);
const subgraphs = ["coaching", "financing", "front-door", "housing", "registry"];

let tested: SubgraphUnderTest;
let followers: { stop(): Promise<void> };
let person: string;
let people = 0;
beforeAll(async () => {
  tested = await openSubgraphUnderTest(definition);
  await readPolicy(tested.database);
  followers = followAs(tested.database, subgraphs);
});
afterAll(async () => {
  await followers.stop();
  await tested.close();
});
beforeEach(async () => {
  people += 1;
  person = await aPerson(tested.database, { given: "Amina", family: `Mandate ${people}` });
});

const selection = "mandate { id since until version role { code } enterprise { number } } reached pending corrections";
const acting =
  (name: string, type: string) =>
  (input: object, reader: Reader = advisor): Promise<Payload> =>
    act(tested, reader, [name, type, selection], { idempotencyKey: newId(), entrepreneurId: person, ...input });
const addWith = acting("addMandate", "AddMandateInput");
const end = acting("endMandate", "EndMandateInput");
const correctWith = acting("correctMandate", "CorrectMandateInput");
const director = { enterpriseNumber: number, role: "DIRECTOR", since: "2024-01-01", evidence: "STATE_GAZETTE" };
const add = (part: object = {}, reader?: Reader): Promise<Payload> => addWith({ ...director, ...part }, reader);
const correct = (input: object, reader?: Reader): Promise<Payload> =>
  correctWith({ evidence: "REGISTER_EXTRACT", ...input }, reader);
const idOf = (payload: Payload): string => (payload["mandate"] as { id: string }).id;
const told = ({ reached, pending }: Payload): string[] =>
  [...(reached as string[]), ...(pending as string[])].sort((one, other) => one.localeCompare(other));
const mayActFor = async (entrepreneurId = person): Promise<string[]> =>
  new PolicyCopy(tested.database).mandatedEnterprises({ entrepreneurId });
/** The copies follow at once or, on a machine that is busy, a moment later. */
async function becomes(expected: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100 && JSON.stringify(await mayActFor()) !== JSON.stringify(expected); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await mayActFor()).toEqual(expected);
}
const history = (): Promise<object[]> =>
  tested.database.query(
    statement(
      `select former, value, author, author_agency_code as agency from fact_change
        where entrepreneur_id = $1 and coordinate = 'Entrepreneur.mandates' order by at, id`,
    ),
    [person],
  );

describe("1819 with the person on the line", () => {
  it("adds, corrects and ends a mandate; every owner obeys, and the history says what it was", async () => {
    const added = await add();
    expect(added).toMatchObject({
      mandate: { since: "2024-01-01", until: null, version: 1, role: { code: "DIRECTOR" }, enterprise: { number } },
      corrections: null,
      errors: [],
    });
    expect(told(added)).toEqual(subgraphs);
    await becomes([number]);
    const mandateId = idOf(added);
    const corrected = await correct({ mandateId, version: 1, role: "MANAGER", since: "2023-06-01" });
    expect(corrected).toMatchObject({
      mandate: { since: "2023-06-01", version: 2, role: { code: "MANAGER" } },
      errors: [],
    });
    const ended = await end({ mandateId, version: 2 });
    expect(ended).toMatchObject({ mandate: { until: dayBefore(today), version: 3 }, errors: [] });
    await becomes([]);
    const first = { enterpriseNumber: number, role: "DIRECTOR", since: "2024-01-01", until: null };
    const second = { ...first, role: "MANAGER", since: "2023-06-01" };
    const by = { author: "AGENCY", agency: "1819" };
    expect(await history()).toEqual([
      { former: null, value: { ...first, evidence: "STATE_GAZETTE" }, ...by },
      { former: first, value: { ...second, evidence: "REGISTER_EXTRACT" }, ...by },
      { former: second, value: { ...second, until: dayBefore(today) }, ...by },
    ]);
  });

  it("ends one that began today, which then never ran; and lets one end later", async () => {
    const now = await add({ since: today });
    await becomes([number]);
    expect(codesOf(await end({ mandateId: idOf(now), version: 1 }))).toEqual([]);
    await becomes([]);
    // What never ran is in the way of none.
    const real = await add({ since: "2023-01-01" });
    expect(codesOf(real)).toEqual([]);
    expect(codesOf(await end({ mandateId: idOf(real), version: 1 }))).toEqual([]);
    await becomes([]);
    const later = await add({ role: "PROXY" });
    expect(await end({ mandateId: idOf(later), version: 1, until: "2190-01-01" })).toMatchObject({
      mandate: { until: "2190-01-01" },
    });
    expect(await mayActFor()).toEqual([number]);
    expect(codesOf(await end({ mandateId: idOf(later), version: 2, until: "2191-01-01" }))).toEqual([
      "CHANGED_MEANWHILE",
    ]);
    expect(codesOf(await correct({ mandateId: idOf(later), version: 2, runsOn: true }))).toEqual([]);
  });

  it.each<[object, string[]]>([
    [{ enterpriseNumber: "1" }, ["ENTERPRISE_NUMBER_INVALID"]],
    [{ role: "KING" }, ["INPUT_CODE_UNKNOWN"]],
    [{ evidence: "HEARSAY" }, ["INPUT_CODE_UNKNOWN"]],
    [{ until: "2023-12-31" }, ["MANDATE_ENDS_BEFORE_IT_BEGINS"]],
    [{ entrepreneurId: newId() }, ["ACT_NOT_ALLOWED"]],
    [{ idempotencyKey: "1" }, ["IDEMPOTENCY_KEY_INVALID"]],
  ])("with %j is refused: %j", async (part, codes) => {
    const before = await rowsOf(tested.database, "mandate");
    expect(codesOf(await add(part))).toEqual(codes);
    expect(await rowsOf(tested.database, "mandate")).toBe(before);
  });

  it("notes one mandate once: asked twenty times at once, again, or on the same days in the same quality", async () => {
    const idempotencyKey = newId();
    const payloads = await Promise.all(Array.from({ length: 20 }, () => add({ idempotencyKey })));
    expect(new Set(payloads.map(idOf)).size).toBe(1);
    const others = await Promise.all([add({ since: "2025-01-01" }), add({ since: "2025-02-01" })]);
    expect(others.map(codesOf)).toEqual([["MANDATE_RUNS_ALREADY"], ["MANDATE_RUNS_ALREADY"]]);
    expect(codesOf(await add({ role: "ACCOUNTANT" }))).toEqual([]);
  });

  it("changes what it has read, and not what somebody changed meanwhile", async () => {
    const mandateId = idOf(await add());
    expect(codesOf(await correct({ mandateId, version: 2, role: "MANAGER" }))).toEqual(["CHANGED_MEANWHILE"]);
    expect(codesOf(await correct({ mandateId, version: 1, since: "2026-01-02", until: "2026-01-01" }))).toEqual([
      "MANDATE_ENDS_BEFORE_IT_BEGINS",
    ]);
    expect(await history()).toHaveLength(1);
  });
});

describe("the person", () => {
  it("gives a mandate up, and takes none, nor more of one", async () => {
    const mandateId = idOf(await add());
    await becomes([number]);
    const own = asPerson(person);
    expect(codesOf(await add({ role: "OWNER" }, own))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await correct({ mandateId, version: 1, since: "2020-01-01" }, own))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await end({ mandateId, version: 1 }, own))).toEqual([]);
    await becomes([]);
    expect(codesOf(await end({ mandateId, version: 2, until: "2190-01-01" }, own))).toEqual(["CHANGED_MEANWHILE"]);
    expect((await history()).at(-1)).toMatchObject({ author: "PERSON", agency: null });
  });

  it("ends nobody else's; neither does a coach, or an advisor without the person on the line", async () => {
    const mandateId = idOf(await add());
    const readers = [asPerson(newId()), asCoach("c1"), { ...advisor, purpose: "REFERRAL" } as Reader];
    for (const reader of readers)
      expect(codesOf(await end({ mandateId, version: 1 }, reader))).toEqual(["ACT_NOT_ALLOWED"]);
    const other = await aPerson(tested.database, { given: "Bart", family: `Mandate ${people}` });
    expect(codesOf(await end({ mandateId, version: 1, entrepreneurId: other }))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await end({ mandateId, version: 1, entrepreneurId: other }, asPerson(other)))).toEqual([
      "ACT_NOT_ALLOWED",
    ]);
  });
});

describe("an advisor of 1819", () => {
  it("writes no mandate of the own file, under whatever id, by no act and by no answer to a dispute", async () => {
    const mandateId = idOf(await add());
    const self: Reader = { ...advisor, entrepreneurId: person };
    for (const payload of [
      await add({ role: "OWNER" }, self),
      await correct({ mandateId, version: 1, since: "2020-01-01" }, self),
      await end({ mandateId, version: 1 }, self),
    ])
      expect(codesOf(payload)).toEqual(["ACT_NOT_ALLOWED"]);
    const other = await aPerson(tested.database, { given: "Bart", family: `Mandate ${people}` });
    expect(codesOf(await add({ entrepreneurId: other }, self))).toEqual([]);
  });
});

describe("a register's mandate", () => {
  const ofRegister = async (): Promise<string> => {
    const mandateId = idOf(await add());
    await tested.database.query(statement("update mandate set source = 'KBO' where id = $1"), [mandateId]);
    return mandateId;
  };

  it("is put right at the register, whose address is given", async () => {
    const mandateId = await ofRegister();
    for (const payload of [
      await end({ mandateId, version: 1 }),
      await correct({ mandateId, version: 1, role: "MANAGER" }),
    ])
      expect(payload).toMatchObject({ corrections: "https://kbopub.economie.fgov.be", mandate: null });
    const [error] = (await end({ mandateId, version: 1 }, asPerson(person))).errors;
    expect(error).toMatchObject({ code: "FACT_OF_REGISTER", path: ["input", "mandateId"] });
    expect(error?.message).toContain("https://kbopub.economie.fgov.be");
    expect((await end({ mandateId, version: 1 }, asPerson(newId())))["corrections"]).toBeNull();
    await becomes([number]);
  });

  it("is not changed by an answer to a dispute either", async () => {
    await ofRegister();
    const said = { enterpriseNumber: number, role: "DIRECTOR", since: "2024-01-01", until: "2024-12-31" };
    const changed = await tested.database.transaction((queries) =>
      Promise.resolve(facts.changes["Entrepreneur.mandates"]?.(queries, person, said)),
    );
    expect(changed).toBeNull();
  });
});

describe("what was said of a mandate, once accepted", () => {
  const accept = (value: unknown): Promise<unknown> =>
    tested.database.transaction((queries) =>
      Promise.resolve(facts.changes["Entrepreneur.mandates"]?.(queries, person, value)),
    );
  const said = { enterpriseNumber: number, role: "DIRECTOR", since: "2024-01-01", until: null };

  it("adds the mandate, or gives it the days that were said", async () => {
    expect(await accept(said)).toEqual({ former: null, value: said });
    await becomes([number]);
    const ended = { ...said, since: "2024-02-01", until: "2025-12-31" };
    expect(await accept({ ...ended, enterpriseNumber: `BE ${number}` })).toEqual({ former: said, value: ended });
    await becomes([]);
  });

  it.each([
    [null],
    ["DIRECTOR"],
    [{ ...said, enterpriseNumber: "1" }],
    [{ ...said, role: "KING" }],
    [{ ...said, role: "toString" }],
    [{ ...said, since: "2024-02-30" }],
    [{ ...said, until: "2023-12-31" }],
    [{ ...said, until: 7 }],
  ])("%j is none", async (value) => expect(await accept(value)).toBeNull());
});
