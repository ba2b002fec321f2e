/** What people open and withdraw, and what officials open in an emergency: each obeyed at the owner, through the whole system. */
import { newId } from "@parcours/shared/ids";
import { startAll, type Asking, type EndToEnd } from "../harness.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "sharing" });
});
afterAll(() => all?.system.stop());

const everySubgraph = ["coaching", "financing", "front-door", "housing", "registry"];
const notes = `query Notes($id: ID!) { entrepreneur(id: $id) { coaching { dossiers(first: 5) { edges { node { id sessions(first: 5) { edges { node { id note } } } } } } } } }`;
const cases = `query Cases($id: ID!) { entrepreneur(id: $id) { coaching { difficultyCases(first: 5) { edges { node { id } } } } } }`;
const grant = `mutation Grant($input: GrantSharingInput!) { grantSharing(input: $input) { sharingGrants { id active } errors { code message } } }`;
const withdraw = `mutation Withdraw($input: WithdrawSharingInput!) { withdrawSharing(input: $input) { sharingGrant { active } reached pending errors { code } } }`;
const breakGlass = `mutation Break($input: BreakGlassInput!) { breakGlass(input: $input) { openUntil reached pending errors { code } } }`;
const reviews = `query Reviews { breakGlassReviews(state: OPEN, first: 20) { edges { node { id version motive byAgency { code } entrepreneur { id } } } } }`;
const close = `mutation Close($input: CloseBreakGlassReviewInput!) { closeBreakGlassReview(input: $input) { breakGlassReview { state } errors { code } } }`;

/** How many notes of sessions somebody reads of a person. */
async function notesRead(id: string, asking: Asking): Promise<number> {
  const { data } = await all.ask<unknown>(notes, { id }, asking);
  return [...JSON.stringify(data ?? {}).matchAll(/"note":"/g)].length;
}

describe("what a person opens", () => {
  it("is read by the agency's staff until it is withdrawn, and the next read obeys", async () => {
    const [id, pieter] = [all.person("amina").entrepreneurId ?? "", { as: "pieter" }];
    expect(await notesRead(id, { as: "amina" })).toBeGreaterThan(0);
    expect(await notesRead(id, pieter)).toBe(0);
    const input = {
      idempotencyKey: newId(),
      entrepreneurId: id,
      toAgency: "FINANCE_INVEST",
      categories: ["COACHING_CONTENT"],
    };
    const given = await all.ask<{ grantSharing: { sharingGrants: { id: string }[]; errors: object[] } }>(
      grant,
      { input },
      { as: "amina" },
    );
    expect(given.data?.grantSharing.errors).toEqual([]);
    await until(async () => (await notesRead(id, pieter)) > 0);
    expect(await notesRead(id, { as: "claire" })).toBe(0);
    const grantId = given.data?.grantSharing.sharingGrants[0]?.id ?? "";
    const withdrawn = await all.ask<{ withdrawSharing: object }>(
      withdraw,
      { input: { idempotencyKey: newId(), grantId } },
      { as: "amina" },
    );
    expect(withdrawn.data?.withdrawSharing).toEqual({
      sharingGrant: { active: false },
      reached: everySubgraph,
      pending: [],
      errors: [],
    });
    expect(await notesRead(id, pieter)).toBe(0);
  });

  it("names who could not be told, and is obeyed there when it is back", async () => {
    const [id, pieter] = [all.person("amina").entrepreneurId ?? "", { as: "pieter" }];
    const input = {
      idempotencyKey: newId(),
      entrepreneurId: id,
      toAgency: "FINANCE_INVEST",
      categories: ["COACHING_CONTENT"],
      howGiven: "PHONE",
    };
    const given = await all.ask<{ grantSharing: { sharingGrants: { id: string }[] } }>(grant, { input });
    await until(async () => (await notesRead(id, pieter)) > 0);
    const housing = all.subgraph("housing");
    await housing.kill();
    const grantId = given.data?.grantSharing.sharingGrants[0]?.id ?? "";
    const withdrawn = await all.ask<{ withdrawSharing: object }>(withdraw, {
      input: { idempotencyKey: newId(), grantId },
    });
    expect(withdrawn.data?.withdrawSharing).toMatchObject({ pending: ["housing"], errors: [] });
    expect(await notesRead(id, pieter)).toBe(0);
    await all.isUp("housing");
  });
});

describe("an emergency", () => {
  it("opens one category to one official for the day; the owner agency has its review at once and closes it", async () => {
    const id = all.person("nadia").entrepreneurId ?? "";
    const [usual, emergency] = [{ as: "lucas" }, { as: "lucas", purpose: "EMERGENCY" }];
    const found = async (asking: Asking): Promise<boolean> =>
      JSON.stringify((await all.ask<unknown>(cases, { id }, asking)).data).includes('"node"');
    expect([await found(usual), await found(emergency)]).toEqual([false, false]);
    const motive = "A hearing this afternoon; the person is in hospital.";
    const input = {
      idempotencyKey: newId(),
      entrepreneurId: id,
      ownerAgency: "COM",
      category: "DIFFICULTY_CASE",
      motive,
    };
    const refused = await all.ask<{ breakGlass: object }>(breakGlass, { input }, usual);
    expect(refused.data?.breakGlass).toMatchObject({ openUntil: null, errors: [{ code: "EMERGENCY_REQUIRED" }] });
    const broken = await all.ask<{ breakGlass: object }>(breakGlass, { input }, emergency);
    expect(broken.data?.breakGlass).toMatchObject({ reached: everySubgraph, pending: [], errors: [] });
    expect([await found(emergency), await found(usual), await found({ as: "sofie", purpose: "EMERGENCY" })]).toEqual([
      true,
      false,
      false,
    ]);

    type Review = { id: string; version: number; motive: string; entrepreneur: { id: string } };
    const list = await all.ask<{ breakGlassReviews: { edges: { node: Review }[] } }>(reviews, {}, { as: "samira" });
    const review = list.data?.breakGlassReviews.edges.map(({ node }) => node).find((node) => node.motive === motive);
    expect(review).toMatchObject({ version: 1, entrepreneur: { id } });
    const closing = {
      idempotencyKey: newId(),
      reviewId: review?.id ?? "",
      version: 1,
      outcome: "JUSTIFIED",
      note: "The hearing took place.",
    };
    const closed = await all.ask<{ closeBreakGlassReview: object }>(close, { input: closing }, { as: "samira" });
    expect(closed.data?.closeBreakGlassReview).toEqual({ breakGlassReview: { state: "CLOSED" }, errors: [] });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come about within ten seconds");
}
