import { openDatabase, statement } from "@parcours/shared/database";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { erase } from "@parcours/shared/rights/erasure";
import { retain } from "@parcours/shared/rights/retain";
import { anAdvisor, openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../src/subgraph.js";
import {
  act,
  anOfficer,
  asCoach,
  asPerson,
  codesOf,
  followAs,
  inEmergency,
  rowsOf,
  type Payload,
} from "./acts-fixtures.js";
import { aPerson, readPolicy } from "./fixtures.js";

const today = brusselsDate(new Date());
const motive = "Bailiff announced for tomorrow morning, nobody answers.";
const helper = (staffId: string): Reader => ({
  role: "RECOGNISED_HELPER",
  agency: "COM",
  staffId,
  purpose: "DIFFICULTY_HELP",
  caseReference: "case-1",
});
const advisor: Reader = { ...anAdvisor, staffId: "a1" };

let subgraph: SubgraphUnderTest;
let nadia: string;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  nadia = await aPerson(subgraph.database, { given: "Nadia", family: "Haddad" });
  await readPolicy(subgraph.database);
});
afterAll(() => subgraph.close());

const breakGlass = (reader: Reader, input: object = {}): Promise<Payload> =>
  act(subgraph, reader, ["breakGlass", "BreakGlassInput", "openUntil reached pending"], {
    idempotencyKey: newId(),
    entrepreneurId: nadia,
    ownerAgency: "COM",
    category: "DIFFICULTY_CASE",
    motive,
    ...input,
  });
const fields = `id state outcome note version motive caseReference brokenAt openUntil closedAt agency { code } byAgency { code } byRole { code } category { code } entrepreneur { id displayName }`;
const close = (reader: Reader, input: object): Promise<Payload> =>
  act(subgraph, reader, ["closeBreakGlassReview", "CloseBreakGlassReviewInput", `breakGlassReview { ${fields} }`], {
    idempotencyKey: newId(),
    version: 1,
    outcome: "JUSTIFIED",
    note: "A bailiff came indeed.",
    ...input,
  });
interface Review {
  readonly id: string;
  readonly [field: string]: unknown;
}
async function reviews(reader: Reader, filter = "state: OPEN"): Promise<Review[] | null> {
  const answer = await subgraph.run(
    `{ breakGlassReviews(${filter}, first: 50) { edges { node { ${fields} } } } }`,
    {},
    { reader },
  );
  const { breakGlassReviews: page } = answer.data as { breakGlassReviews: { edges: { node: Review }[] } | null };
  return page?.edges.map(({ node }) => node) ?? null;
}
async function broken(reader: Reader = inEmergency(advisor), input: object = {}): Promise<string> {
  const known = new Set((await reviews(anOfficer))?.map(({ id }) => id));
  expect(codesOf(await breakGlass(reader, input))).toEqual([]);
  return (await reviews(anOfficer))?.find(({ id }) => !known.has(id))?.id ?? "";
}
const isOpen = (reader: Reader): Promise<boolean> =>
  new PolicyCopy(subgraph.database).holds("BREAK_GLASS", reader, { entrepreneurId: nadia }, "DIFFICULTY_CASE");

describe("breaking the glass", () => {
  it("opens the category to the official for the day, and gives the owner agency its task in the same moment", async () => {
    const followers = followAs(subgraph.database, ["coaching"]);
    const payload = await breakGlass(inEmergency(advisor));
    expect(payload).toMatchObject({ openUntil: today, reached: ["coaching"], errors: [] });
    expect(await isOpen(inEmergency(advisor))).toBe(true);
    expect(await isOpen(inEmergency({ ...advisor, staffId: "a2" }))).toBe(false);
    expect(await reviews(helper("h1"))).toMatchObject([
      {
        state: "OPEN",
        outcome: null,
        motive,
        caseReference: "call-9",
        openUntil: today,
        version: 1,
        agency: { code: "COM" },
        byAgency: { code: "1819" },
        byRole: { code: "ADVISOR_1819" },
        category: { code: "DIFFICULTY_CASE" },
        entrepreneur: { id: nadia, displayName: "Nadia Haddad" },
      },
    ]);
    await followers.stop();
  });

  it("tells the policy neither motive nor case, the day only, and whose rows it opens", async () => {
    const rows = await subgraph.database.query<{ body: object }>(
      statement("select body from outbox where topic = 'POLICY' and body->>'kind' = 'BREAK_GLASS'"),
    );
    expect(rows.map(({ body }) => body)).toEqual([
      {
        kind: "BREAK_GLASS",
        entrepreneurId: nadia,
        agencyCode: "1819",
        staffId: "a1",
        category: "DIFFICULTY_CASE",
        ownerAgencyCodes: ["COM"],
        since: today,
        until: today,
      },
    ]);
  });

  it.each<[string, () => Reader, object, string[]]>([
    ["another purpose", () => advisor, {}, ["EMERGENCY_REQUIRED"]],
    ["a coach's usual purpose", () => asCoach("s1"), {}, ["EMERGENCY_REQUIRED"]],
    ["an official without an id", () => inEmergency(anAdvisor), {}, ["EMERGENCY_REQUIRED"]],
    ["a role that may not use the purpose", () => inEmergency(anOfficer), {}, ["PURPOSE_NOT_ALLOWED"]],
    [
      "a lender",
      () => inEmergency({ role: "FINANCING_OFFICER", agency: "BWF", staffId: "f" }),
      {},
      ["PURPOSE_NOT_ALLOWED"],
    ],
    ["the person", () => asPerson(nadia), {}, ["EMERGENCY_REQUIRED"]],
    [
      "a category that no emergency opens",
      () => inEmergency(advisor),
      { category: "DECISION" },
      ["INPUT_CODE_UNKNOWN"],
    ],
    [
      "a motive that says nothing",
      () => inEmergency(advisor),
      { motive: "  urgent            " },
      ["INPUT_TEXT_LENGTH"],
    ],
    ["a novel", () => inEmergency(advisor), { motive: "x".repeat(501) }, ["INPUT_TEXT_LENGTH"]],
    ["an agency that never was", () => inEmergency(advisor), { ownerAgency: "MARS" }, ["ACT_AGENCY_UNKNOWN"]],
    ["a person whom nobody knows", () => inEmergency(advisor), { entrepreneurId: newId() }, ["ACT_NOT_ALLOWED"]],
    ["an id that is none", () => inEmergency(advisor), { entrepreneurId: "x" }, ["INPUT_ID_INVALID"]],
  ])("does not go with %s", async (_, reader, input, codes) => {
    const before = await rowsOf(subgraph.database, "break_glass");
    expect(codesOf(await breakGlass(reader(), input))).toEqual(codes);
    expect(await rowsOf(subgraph.database, "break_glass")).toBe(before);
  });

  it("is done once, however many clients ask", async () => {
    const [idempotencyKey, before] = [newId(), await rowsOf(subgraph.database, "break_glass")];
    await Promise.all(Array.from({ length: 20 }, () => breakGlass(inEmergency(advisor), { idempotencyKey })));
    expect(await rowsOf(subgraph.database, "break_glass")).toBe(before + 1);
  });

  it("on rows of an agency that went up in another is reviewed by its successor (R68)", async () => {
    const id = await broken(inEmergency(advisor), { ownerAgency: "IMPULSE", category: "COACHING_CONTENT" });
    expect((await reviews(asCoach("s1")))?.map((review) => review.id)).toEqual([id]);
  });
});

describe("reviews", () => {
  it("are the owner agency's and the officer's to see, nobody else's", async () => {
    const all = await reviews(anOfficer);
    const ofCom = await reviews(helper("h1"));
    expect(all?.length).toBeGreaterThan(ofCom?.length ?? 0);
    expect(ofCom?.every(({ agency }) => (agency as { code: string }).code === "COM")).toBe(true);
    expect(await reviews({ ...helper("h1"), agency: "BECI" })).toEqual([]);
    for (const reader of [advisor, asPerson(nadia), { role: "ANONYMOUS" } as const])
      expect(await reviews(reader)).toBeNull();
  });

  it("page through reviews of the own agency only", async () => {
    const query = `query ($after: String) { breakGlassReviews(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer = await subgraph.run(query, { after }, { reader: helper("h1") });
      const { breakGlassReviews: page } = answer.data as {
        breakGlassReviews: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      found.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual((await reviews(helper("h1"), ""))?.map(({ id }) => id));
  });

  it("are read by the person, who sees agency and role but not the official", async () => {
    const query = `{ me { breakGlasses { edges { node { ${fields} } } } } }`;
    const answer = await subgraph.run(query, {}, { reader: asPerson(nadia) });
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toContain(motive);
    expect(JSON.stringify(answer.data)).not.toContain('"a1"');
    const coach = await subgraph.run(
      `{ entrepreneur(id: "${nadia}") { breakGlasses { edges { node { id } } } } }`,
      {},
      { reader: asCoach("s1") },
    );
    expect(coach.data).toEqual({ entrepreneur: { breakGlasses: null } });
  });

  it("are closed by the owner agency, once, and by the version that was read", async () => {
    const reviewId = await broken();
    expect(codesOf(await close(helper("h1"), { reviewId, version: 2 }))).toEqual(["CHANGED_MEANWHILE"]);
    const key = { idempotencyKey: newId(), reviewId };
    const closed = await close(helper("h1"), key);
    expect(closed).toMatchObject({
      breakGlassReview: { state: "CLOSED", outcome: "JUSTIFIED", note: "A bailiff came indeed.", version: 2 },
      errors: [],
    });
    expect((await close(helper("h1"), key))["breakGlassReview"]).toEqual(closed["breakGlassReview"]);
    expect(codesOf(await close(helper("h2"), { reviewId }))).toEqual(["CHANGED_MEANWHILE"]);
    expect(codesOf(await close(helper("h2"), { reviewId, version: 2 }))).toEqual(["CHANGED_MEANWHILE"]);
  });

  it("of which two are closed at once are closed by one", async () => {
    const reviewId = await broken();
    const outcomes = await Promise.all(["h1", "h2"].map((staffId) => close(helper(staffId), { reviewId })));
    expect(outcomes.flatMap(codesOf)).toEqual(["CHANGED_MEANWHILE"]);
  });

  it("are never closed by who broke the glass, nor by others", async () => {
    const reviewId = await broken(inEmergency(helper("h1")));
    const { staffId: _, ...nameless } = helper("h1");
    for (const reader of [helper("h1"), nameless])
      expect(codesOf(await close(reader, { reviewId }))).toEqual(["REVIEW_IS_OF_YOUR_OWN_ACT"]);
    for (const reader of [advisor, asPerson(nadia), asCoach("s1"), { ...helper("h2"), agency: "BECI" }])
      for (const id of [reviewId, newId()])
        expect(codesOf(await close(reader, { reviewId: id }))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await close(anOfficer, { reviewId: newId() }))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await close(anOfficer, { reviewId, note: "" }))).toEqual(["INPUT_TEXT_LENGTH"]);
    expect(codesOf(await close(anOfficer, { reviewId, outcome: "NOT_JUSTIFIED" }))).toEqual([]);
  });
});

describe("a person who was erased", () => {
  it("is written about no more: an open review ends without words, and nothing new is put down", async () => {
    const ended = await aPerson(subgraph.database, { given: "Ilse", family: "Vermeulen" });
    const open = await broken(inEmergency(advisor), { entrepreneurId: ended });
    const left = await broken(inEmergency(advisor), { entrepreneurId: ended });
    const by = { agencyCode: "1819", staffId: "d1", caseReference: "gdpr-1" };
    const order = { idempotencyKey: newId(), ids: [ended], ownEnterprises: [], today, by };
    await erase(subgraph.database, definition.retention ?? [], order, async () => undefined);
    expect(codesOf(await breakGlass(inEmergency(advisor), { entrepreneurId: ended }))).toEqual(["ACT_NOT_ALLOWED"]);
    expect((await reviews(anOfficer))?.find(({ id }) => id === open)).toMatchObject({ motive, entrepreneur: null });
    expect(await close(helper("h1"), { reviewId: open })).toMatchObject({
      breakGlassReview: { state: "CLOSED", outcome: "JUSTIFIED", note: null, motive: "" },
      errors: [],
    });
    // One that was closed by other means loses its words when the periods are applied.
    await subgraph.database.query(
      statement(
        "update break_glass set state = 'CLOSED', outcome = 'JUSTIFIED', note = 'Nadia said', closed_at = now() - interval '2 days' where id = $1",
      ),
      [left],
    );
    const inTwoDays = brusselsDate(new Date(Date.now() + 2 * 86_400_000));
    const owner = await openDatabase(definition, subgraph.testDatabase.ownerUrl, 1);
    await retain(owner, definition.retention ?? [], { today: inTwoDays, dryRun: false });
    const due = await owner.query(statement("select from erasure_due"));
    await owner.close();
    expect(due).toEqual([]);
    expect((await reviews(anOfficer, "state: CLOSED"))?.find(({ id }) => id === left)).toMatchObject({
      note: null,
      motive: "",
    });
  });

  it("goes out of rows about two people, whichever of them it is", async () => {
    const ended = await aPerson(subgraph.database, { given: "Els", family: "Maes" });
    await subgraph.database.query(
      statement(
        `insert into not_same_person (id, entrepreneur_id, other_id, reason, noted_at, source)
         select gen_random_uuid(), least(v.one, $1), greatest(v.one, $1), 'Els has a twin', now(), 'TEST'
           from unnest($2::uuid[]) as v(one)`,
      ),
      [ended, ["00000000-0000-4000-8000-000000000001", "ffffffff-ffff-4fff-8fff-fffffffffff1"]],
    );
    const by = { agencyCode: "1819", staffId: "d1", caseReference: "gdpr-3" };
    const order = { idempotencyKey: newId(), ids: [ended], ownEnterprises: [], today, by };
    await erase(subgraph.database, definition.retention ?? [], order, async () => undefined);
    expect(await subgraph.database.query(statement("select from not_same_person where source = 'TEST'"))).toEqual([]);
  });

  it("is not written about by an act that began before the erasure", async () => {
    const ended = await aPerson(subgraph.database, { given: "Omar", family: "Peeters" });
    const by = { agencyCode: "1819", staffId: "d1", caseReference: "gdpr-2" };
    const order = { idempotencyKey: newId(), ids: [ended], ownEnterprises: [], today, by };
    // The act is asked while the erasure is under way: it has looked for the person before, and writes after.
    const asked: Promise<Payload>[] = [];
    await erase(subgraph.database, definition.retention ?? [], order, async () => {
      asked.push(breakGlass(inEmergency(advisor), { entrepreneurId: ended }));
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect((await Promise.all(asked)).map(codesOf)).toEqual([["ACT_NOT_ALLOWED"]]);
    const rows = await subgraph.database.query(statement("select from break_glass where entrepreneur_id = $1"), [
      ended,
    ]);
    expect(rows).toEqual([]);
  });
});

describe("an objection", () => {
  const record = (reader: Reader, input: object = {}): Promise<Payload> =>
    act(
      subgraph,
      reader,
      ["recordObjection", "RecordObjectionInput", "objection { id category { code } reason recordedBy recordedAt }"],
      {
        idempotencyKey: newId(),
        entrepreneurId: nadia,
        category: "SUPPORT_AMOUNT",
        reason: "Nobody needs the amounts.",
        ...input,
      },
    );

  it("is put down by the person or the officer, and listed to both", async () => {
    expect(await record(asPerson(nadia))).toMatchObject({
      objection: {
        category: { code: "SUPPORT_AMOUNT" },
        reason: "Nobody needs the amounts.",
        recordedBy: "OWN_PERSON",
      },
      errors: [],
    });
    expect(await record(anOfficer)).toMatchObject({ objection: { recordedBy: "DATA_PROTECTION_OFFICER" } });
    const list = async (reader: Reader) => {
      const query = `{ entrepreneur(id: "${nadia}") { objections { edges { node { reason } } } } }`;
      const { data } = await subgraph.run(query, {}, { reader });
      return (data as { entrepreneur: { objections: { edges: unknown[] } | null } }).entrepreneur.objections?.edges
        .length;
    };
    expect([await list(asPerson(nadia)), await list(anOfficer), await list(advisor)]).toEqual([2, 2, undefined]);
  });

  it("is refused from others, and where its input is at fault", async () => {
    for (const reader of [advisor, asCoach("s1"), asPerson(newId())])
      expect(codesOf(await record(reader))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await record(asPerson(nadia), { category: "PUBLIC", reason: " " }))).toEqual([
      "INPUT_CODE_UNKNOWN",
      "INPUT_TEXT_LENGTH",
    ]);
  });

  it("changes nothing that anybody sees", async () => {
    const kinds = await subgraph.database.query<{ kind: string }>(
      statement("select distinct body->>'kind' as kind from outbox where topic = 'POLICY' and body is not null"),
    );
    expect(kinds).toEqual([{ kind: "BREAK_GLASS" }]);
  });
});
