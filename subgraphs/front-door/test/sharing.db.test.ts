import { statement } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { anAdvisor, openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { merge } from "../src/identity/identity.service.js";
import { grantEnds } from "../src/sharing-grant/sharing-grant.rules.js";
import { definition } from "../src/subgraph.js";
import { act, anOfficer, asCoach, asPerson, codesOf, followAs, rowsOf, type Payload } from "./acts-fixtures.js";
import { aPerson, readPolicy, somePolicy } from "./fixtures.js";

const subgraphs = ["coaching", "financing", "front-door", "housing", "registry"];
const today = brusselsDate(new Date());

let subgraph: SubgraphUnderTest;
let amina: string;
let other: string;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  amina = await aPerson(subgraph.database, { given: "Amina", family: "El Idrissi" });
  other = await aPerson(subgraph.database, { given: "Jan", family: "Peeters" });
  await readPolicy(subgraph.database);
});
afterAll(() => subgraph.close());

const granted = `sharingGrants { id agency { code name } category { code label(language: NL) } holds(language: FR) since until withdrawnAt givenBy howGiven { code } active }`;
const grant = (reader: Reader, input: object = {}): Promise<Payload> =>
  act(subgraph, reader, ["grantSharing", "GrantSharingInput", granted], {
    idempotencyKey: newId(),
    entrepreneurId: amina,
    toAgency: "BWF",
    categories: ["COACHING_CONTENT"],
    ...input,
  });
const withdraw = (reader: Reader, grantId: string, idempotencyKey = newId()): Promise<Payload> =>
  act(
    subgraph,
    reader,
    ["withdrawSharing", "WithdrawSharingInput", "sharingGrant { id withdrawnAt active } reached pending"],
    { idempotencyKey, grantId },
  );
interface Given {
  readonly id: string;
  readonly [field: string]: unknown;
}
const grantsIn = (payload: Payload): Given[] => payload["sharingGrants"] as Given[];
const isOpen = (category = "COACHING_CONTENT"): Promise<boolean> =>
  new PolicyCopy(subgraph.database).holds(
    "GRANTED",
    { role: "FINANCING_OFFICER", agency: "BWF" },
    { entrepreneurId: amina },
    category,
  );

describe("a person", () => {
  it("opens categories to an agency for a year, and reads what was opened", async () => {
    const payload = await grant(asPerson(amina), { categories: ["DECISION", "COACHING_CONTENT", "DECISION"] });
    expect(codesOf(payload)).toEqual([]);
    expect(grantsIn(payload)).toMatchObject([
      { category: { code: "DECISION", label: "Beslissingen en motiveringen" } },
      {
        agency: { code: "BWF" },
        category: { code: "COACHING_CONTENT" },
        holds: "Les notes, diagnostics, évaluations et résultats de votre accompagnement.",
        since: today,
        until: grantEnds(today).usual,
        withdrawnAt: null,
        givenBy: "OWN_PERSON",
        howGiven: { code: "SIGNED_IN" },
        active: true,
      },
    ]);
  });

  it.each<[string, object, string[]]>([
    ["an agency that never was", { toAgency: "MARS" }, ["ACT_AGENCY_UNKNOWN"]],
    ["an agency that went up in another", { toAgency: "IMPULSE" }, ["ACT_AGENCY_UNKNOWN"]],
    ["an authority that is no partner", { toAgency: "VLAIO" }, ["ACT_AGENCY_UNKNOWN"]],
    ["a category that nobody may open", { categories: ["SEX"] }, ["INPUT_CODE_UNKNOWN"]],
    ["a category that does not exist", { categories: ["DECISION", "GOSSIP"] }, ["INPUT_CODE_UNKNOWN"]],
    ["nothing", { categories: [] }, ["SHARING_CATEGORIES_REQUIRED"]],
    ["for more than two years", { until: "2199-01-01" }, ["INPUT_DATE_INVALID"]],
    ["until yesterday", { until: "2020-01-01" }, ["INPUT_DATE_INVALID"]],
    ["until no day", { until: "soon" }, ["INPUT_DATE_INVALID"]],
    ["as an advisor would", { howGiven: "PHONE" }, ["SHARING_HOW_GIVEN_NOT_YOURS"]],
    ["with a key that is none", { idempotencyKey: "1" }, ["IDEMPOTENCY_KEY_INVALID"]],
    ["of somebody whose id is none", { entrepreneurId: "me" }, ["INPUT_ID_INVALID"]],
    [
      "with everything wrong",
      { toAgency: "", categories: ["X"], until: "" },
      ["ACT_AGENCY_UNKNOWN", "INPUT_CODE_UNKNOWN", "INPUT_DATE_INVALID"],
    ],
  ])("cannot open to or by %s, and is told what is wrong", async (_, input, codes) => {
    const before = await rowsOf(subgraph.database, "sharing_grant");
    const payload = await grant(asPerson(amina), input);
    expect([codesOf(payload), payload["sharingGrants"]]).toEqual([codes, null]);
    expect(await rowsOf(subgraph.database, "sharing_grant")).toBe(before);
  });

  it("is told in the language of the request", async () => {
    const { errors } = await grant(asPerson(amina), { toAgency: "MARS" });
    expect(errors).toEqual([
      { code: "ACT_AGENCY_UNKNOWN", message: "There is no such agency, or no longer.", path: ["input", "toAgency"] },
    ]);
  });

  it("opens under any id, and the grant stands under the id in use", async () => {
    const former = await aPerson(subgraph.database, { given: "Amina", family: "Idrissi" });
    await merge(subgraph.database, { formerId: former, into: amina, reason: "SAME_PHONE", author: "test" });
    await somePolicy(subgraph.database, { merged: { kind: "IDENTITY", formerId: former, canonicalId: amina } });
    const payload = await grant(asPerson(former), { entrepreneurId: former });
    expect(codesOf(payload)).toEqual([]);
    const [row] = grantsIn(payload);
    const list = await subgraph.run(
      `{ entrepreneur(id: "${amina}") { sharingGrants { edges { node { id } } } } }`,
      {},
      { reader: asPerson(amina) },
    );
    expect(JSON.stringify(list.data)).toContain(row?.id);
  });
});

describe("who may", () => {
  it.each<[string, () => Reader]>([
    ["another person", () => asPerson(other)],
    ["a mandatary", () => ({ role: "MANDATARY", entrepreneurId: amina, purpose: "MANDATE" })],
    ["a coach", () => asCoach("s1")],
    ["an official who is the person too", () => asCoach("s1", { entrepreneurId: amina })],
    ["the data protection officer", () => anOfficer],
    ["an advisor without anybody on the line", () => ({ ...anAdvisor, purpose: "REFERRAL" })],
  ])("is not %s", async (_, reader) => {
    expect(codesOf(await grant(reader(), { howGiven: "PHONE" }))).toEqual(["ACT_NOT_ALLOWED"]);
  });

  it("is nobody who is not signed in or gives no purpose", async () => {
    expect(codesOf(await grant({ role: "ANONYMOUS" }))).toEqual(["SIGN_IN_REQUIRED"]);
    // A statistician has no purpose to name.
    expect(codesOf(await grant({ role: "STATISTICIAN", agency: "BEW", staffId: "1" }))).toEqual([
      "ROLE_HAS_NO_PURPOSE",
    ]);
  });

  it("is an advisor with the person on the line, who says how it was given", async () => {
    expect(codesOf(await grant(anAdvisor))).toEqual(["SHARING_HOW_GIVEN_REQUIRED"]);
    expect(codesOf(await grant(anAdvisor, { howGiven: "SIGNED_IN" }))).toEqual(["SHARING_HOW_GIVEN_REQUIRED"]);
    const payload = await grant(anAdvisor, { howGiven: "PHONE" });
    expect(grantsIn(payload)).toMatchObject([{ givenBy: "ADVISOR", howGiven: { code: "PHONE" } }]);
    expect(codesOf(await grant(anAdvisor, { howGiven: "PHONE", entrepreneurId: newId() }))).toEqual([
      "ACT_NOT_ALLOWED",
    ]);
  });

  it("reads the list is the person, an advisor and the data protection officer", async () => {
    const list = async (reader: Reader): Promise<unknown> => {
      const answer = await subgraph.run(
        `{ entrepreneur(id: "${amina}") { sharingGrants(first: 1) { edges { node { id } } pageInfo { hasNextPage } } } }`,
        {},
        { reader },
      );
      return (answer.data as { entrepreneur: { sharingGrants: unknown } | null }).entrepreneur?.sharingGrants ?? null;
    };
    for (const reader of [asPerson(amina), anAdvisor, anOfficer]) expect(await list(reader)).not.toBeNull();
    for (const reader of [asPerson(other), asCoach("s1")]) expect(await list(reader)).toBeNull();
  });
});

describe("withdrawing", () => {
  it("returns when every reachable subgraph obeys, and names the others", async () => {
    const followers = followAs(subgraph.database, ["coaching", "front-door"]);
    const [given] = grantsIn(await grant(asPerson(amina), { categories: ["NEED"] }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await isOpen("NEED")).toBe(true);
    const payload = await withdraw(asPerson(amina), given?.id ?? "");
    expect(await isOpen("NEED")).toBe(false);
    expect(payload).toMatchObject({
      sharingGrant: { id: given?.id, active: false, withdrawnAt: expect.any(Date) as Date },
      reached: ["coaching", "front-door"],
      pending: subgraphs.filter((name) => !["coaching", "front-door"].includes(name)),
      errors: [],
    });
    await followers.stop();
  });

  it("again changes nothing, with the same key or another", async () => {
    const [given] = grantsIn(await grant(asPerson(amina), { categories: ["NEED"] }));
    const key = newId();
    const first = await withdraw(asPerson(amina), given?.id ?? "", key);
    for (const again of [key, newId()])
      expect((await withdraw(asPerson(amina), given?.id ?? "", again))["sharingGrant"]).toEqual(first["sharingGrant"]);
  });

  it("is not another's, and an unknown grant answers alike", async () => {
    const [given] = grantsIn(await grant(asPerson(amina)));
    const refused = {
      sharingGrant: null,
      reached: [],
      pending: [],
      errors: [expect.objectContaining({ code: "ACT_NOT_ALLOWED" })],
    };
    for (const reader of [asPerson(other), asCoach("s1"), anOfficer])
      for (const id of [given?.id ?? "", newId()]) expect(await withdraw(reader, id)).toMatchObject(refused);
    expect(await withdraw(anAdvisor, newId())).toMatchObject(refused);
    expect(codesOf(await withdraw(asPerson(amina), "x"))).toEqual(["INPUT_ID_INVALID"]);
    expect(codesOf(await withdraw(anAdvisor, given?.id ?? ""))).toEqual([]);
  });
});

describe("an act of sharing", () => {
  it("that twenty clients ask at once is done once", async () => {
    const idempotencyKey = newId();
    const before = await rowsOf(subgraph.database, "sharing_grant");
    const payloads = await Promise.all(Array.from({ length: 20 }, () => grant(asPerson(amina), { idempotencyKey })));
    expect(new Set(payloads.map((payload) => grantsIn(payload)[0]?.id)).size).toBe(1);
    expect(await rowsOf(subgraph.database, "sharing_grant")).toBe(before + 1);
    expect(codesOf(await grant(asPerson(amina), { idempotencyKey, toAgency: "HUB" }))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
  });

  it("answers the same when it is asked again, whatever changed since", async () => {
    const input = { idempotencyKey: newId(), toAgency: "BWF", until: grantEnds(today).usual };
    const first = await grant(asPerson(amina), input);
    const owner = (text: string): Promise<unknown> =>
      withClient(subgraph.testDatabase.ownerUrl, (client) => client.query(text));
    await owner("update agency set valid_to = '2020-01-01' where code = 'BWF'");
    // What is remembered of agencies is read again after ten seconds.
    const soon = performance.now.bind(performance);
    const clock = jest.spyOn(performance, "now").mockImplementation(() => soon() + 11_000);
    const again = await grant(asPerson(amina), input);
    expect(codesOf(await grant(asPerson(amina)))).toEqual(["ACT_AGENCY_UNKNOWN"]);
    clock.mockImplementation(() => soon() + 33_000);
    await owner("update agency set valid_to = null where code = 'BWF'");
    expect(codesOf(await grant(asPerson(amina)))).toEqual([]);
    clock.mockRestore();
    expect(again).toEqual(first);
  });

  it("is in the log before it is final: without a row there is no act", async () => {
    const before = await rowsOf(subgraph.database, "sharing_grant");
    const serving = new URL(subgraph.testDatabase.appUrl).username;
    const owner = (text: string): Promise<unknown> =>
      withClient(subgraph.testDatabase.ownerUrl, (client) => client.query(text));
    await owner(`revoke insert on access_log from "${serving}"`);
    const payload = await grant(asPerson(amina));
    await owner(`grant insert on access_log to "${serving}"`);
    expect(codesOf(payload)).toEqual(["INTERNAL"]);
    expect(await rowsOf(subgraph.database, "sharing_grant")).toBe(before);
  });

  it("leaves a row each time it is asked, also where it is refused, and one for an answer that shows it", async () => {
    const query = `mutation ($input: GrantSharingInput!) { grantSharing(input: $input) { ${granted} errors { code } } }`;
    const input = { idempotencyKey: newId(), entrepreneurId: amina, toAgency: "BWF", categories: ["NEED"] };
    const done = { entrepreneurId: amina, categories: ["SHARING_GRANT"], withheld: [], records: 1, result: "SERVED" };
    for (const _ of [1, 2]) expect(await subgraph.looksOf(query, asPerson(amina), { input })).toMatchObject([done]);
    const refused = { categories: [], withheld: ["SHARING_GRANT"], records: 0, result: "WITHHELD" };
    for (const [reader, wrong] of [
      [asPerson(other), {}],
      [asCoach("s1"), {}],
      [asPerson(amina), { toAgency: "HUB" }],
      [asPerson(amina), { idempotencyKey: newId(), toAgency: "MARS" }],
    ] as const)
      expect(await subgraph.looksOf(query, reader, { input: { ...input, ...wrong } })).toMatchObject([
        { entrepreneurId: amina, ...refused },
      ]);
    const rows = statement(
      `select l.action, l.role, l.result from access_log l join log_subject s on s.pseudonym = l.subject
        where s.entrepreneur_id = $1 order by l.at desc, l.position desc limit 6`,
    );
    expect(await subgraph.database.query(rows, [amina])).toEqual([
      { action: "WRITE", role: "ENTREPRENEUR", result: "WITHHELD" },
      { action: "WRITE", role: "ENTREPRENEUR", result: "WITHHELD" },
      { action: "WRITE", role: "COACH", result: "WITHHELD" },
      { action: "WRITE", role: "ENTREPRENEUR", result: "WITHHELD" },
      { action: "WRITE", role: "ENTREPRENEUR", result: "SERVED" },
      { action: "WRITE", role: "ENTREPRENEUR", result: "SERVED" },
    ]);
  });

  it("on another's grant leaves a row at whose grant it is; on none, at nobody", async () => {
    const [given] = grantsIn(await grant(asPerson(amina)));
    const query = `mutation ($input: WithdrawSharingInput!) { withdrawSharing(input: $input) { errors { code } } }`;
    for (const [grantId, persons] of [
      [given?.id, [amina]],
      [newId(), []],
    ] as const) {
      const looks = await subgraph.looksOf(query, asCoach("s1"), { input: { idempotencyKey: newId(), grantId } });
      expect(looks.map(({ entrepreneurId }) => entrepreneurId)).toEqual(persons);
    }
  });

  it("is noted as a look at the person, also where only its errors are asked", async () => {
    const input = { idempotencyKey: newId(), entrepreneurId: amina, toAgency: "BWF", categories: ["NEED"] };
    const looks = await subgraph.looksOf(
      `mutation ($input: GrantSharingInput!) { grantSharing(input: $input) { errors { code } } }`,
      asPerson(amina),
      { input },
    );
    expect(looks).toMatchObject([{ entrepreneurId: amina, categories: ["SHARING_GRANT"], result: "SERVED" }]);
  });
});
