/**
 * One person fills in one form after another, and is asked only what the earlier ones did not give (J03, J18, R01, R08). Each answer goes to
 * its owner, every fate is told, and an owner that is down costs a second try with the same key, nothing else.
 */
import { readFileSync } from "node:fs";
import { newId } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { until } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { anAnswerTo, Forms, type Holders, type SubmittedForm } from "./forms.js";
import { documentFatesOf, documentsToAsk, isKnownTo, submitWhole } from "./whole.js";

let all: EndToEnd;
let forms: Forms;
let amina: Required<Holders>;
beforeAll(async () => {
  all = await startAll({ name: "once_only" });
  forms = new Forms(all);
  const { id: entrepreneurId } = all.story("KNOWN_TO_EVERY_POLE");
  const { data } = await all.ask<{ projects: { edges: { node: { id: string } }[] } }>(
    `query Projects($id: ID!) { projects(entrepreneurId: $id) { edges { node { id } } } }`,
    { id: entrepreneurId },
    { as: "amina" },
  );
  const projectId = data.projects.edges[0]?.node.id ?? "";
  amina = { entrepreneurId, enterpriseNumber: all.numberOf("KNOWN_TO_EVERY_POLE"), projectId };
});
afterAll(() => all?.system.stop());

const as = { as: "amina" };
const fatesOf = ({ submission }: SubmittedForm): Record<string, string> =>
  Object.fromEntries((submission?.fates ?? []).map(({ concept, fate }) => [concept.code, fate]));

/** Fills in forms one after another, each with what it still asks. @returns a line for each, and the totals */
async function walk(codes: readonly string[], holders: Holders, asking: { readonly as: string }): Promise<string[]> {
  const given = new Map<string, unknown>();
  const rows: string[] = [];
  const files = new Set<string>();
  const totals = { asked: 0, spared: 0, documentsAsked: 0, documentsSpared: 0 };
  for (const code of codes) {
    const arrived = await forms.arrive(code, holders, asking);
    for (const { concept, state, value } of arrived.questions)
      if (given.has(concept.code))
        expect([concept.code, state, value]).toEqual([concept.code, "KNOWN", given.get(concept.code)]);
    const toAsk = documentsToAsk(arrived);
    expect(toAsk.filter((type) => files.has(type))).toEqual([]);
    for (const type of toAsk) files.add(type);
    const { submitted } = await submitWhole(all, forms, { form: code, holders, asking });
    expect([submitted.errors, submitted.submission?.state]).toEqual([[], "COMPLETE"]);
    expect(new Set(Object.values(fatesOf(submitted)))).toEqual(new Set(arrived.asked > 0 ? ["RECEIVED"] : []));
    for (const [type, fate] of Object.entries(documentFatesOf(submitted)))
      expect([type, fate]).toEqual([type, toAsk.includes(type) ? "RECEIVED" : "ALREADY_HELD"]);
    if (toAsk.includes("BUSINESS_PLAN"))
      for (const form of ["RDI_AID", "PACKAGE_ENROLMENT"])
        await isKnownTo(forms, "BUSINESS_PLAN", { form, holders, asking });
    for (const { concept, state, value } of (await forms.arrive(code, holders, asking)).questions)
      if (state === "KNOWN") given.set(concept.code, value);
    const { documentsAsked, documentsSpared } = arrived;
    const inDocuments =
      documentsAsked + documentsSpared > 0 ? `; documents ${documentsAsked} · ${documentsSpared}` : "";
    rows.push(`${code} ${arrived.asked} · ${arrived.spared}${inDocuments}`);
    totals.asked += arrived.asked;
    totals.spared += arrived.spared;
    totals.documentsAsked += documentsAsked;
    totals.documentsSpared += documentsSpared;
  }
  expect(given.size).toBeGreaterThan(15);
  const { asked, spared, documentsAsked, documentsSpared } = totals;
  return [
    ...rows,
    `${asked} questions asked, ${spared} spared; ${documentsAsked} documents asked, ${documentsSpared} spared`,
  ];
}

/** Every form but the centre's for difficulty: what is said there is restricted, and shares nothing. */
async function openForms(): Promise<string[]> {
  const { data } = await all.ask<{ intakeForms: { form: { code: string } }[] }>(
    "{ intakeForms { form { code } } }",
    {},
    { as: null },
  );
  return data.intakeForms.map(({ form }) => form.code).filter((code) => code !== "DIFFICULTY_INTAKE");
}

describe("one form after another", () => {
  it("asks each thing once, over all agencies, as the README shows it", async () => {
    const rows = await walk(await openForms(), amina, as);
    console.log(rows.join("\n"));
    const readme = readFileSync("README.md", "utf8");
    const row = /`([A-Z_]+)` \(\w+\) (\d+ · \d+(?:; documents \d+ · \d+)?)/g;
    expect([...readme.matchAll(row)].map(([, code, counts]) => `${code} ${counts}`)).toEqual(rows.slice(0, -1));
    expect(readme.replace(/\s+/g, " ")).toContain(rows.at(-1));
  });

  it("asks each thing once in any order, also of who has no number yet (R53)", async () => {
    const order = (await openForms())
      .map((code) => ({ code, place: Math.random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ code }) => code);
    const { id: entrepreneurId } = all.story("COACHED_AND_REFUSED");
    console.log((await walk(order, { entrepreneurId }, { as: "wim" })).join("\n"));
  });

  it("shows each answer with where and when it was given, and the agency has a dossier of its own", async () => {
    const { questions } = await forms.arrive("RDI_AID", amina, as);
    const pitch = questions.find(({ concept }) => concept.code === "PITCH");
    expect(pitch).toMatchObject({ state: "KNOWN", rights: ["OWN"] });
    expect(pitch?.heldBy?.code).toBeTruthy();
    expect(pitch?.givenOn).toBeTruthy();
  });

  it("tells another agency's official that an answer is held, offers a grant, and shows it when it is given", async () => {
    const pieter = { as: "pieter" };
    // Pieter reads the answers to his own agency's form; those to Innoviris' alone are not his.
    const before = await forms.arrive("RDI_AID", amina, pieter);
    const novelty = (form: typeof before): (typeof before.questions)[number] | undefined =>
      form.questions.find(({ concept }) => concept.code === "NOVELTY");
    expect(novelty(before)).toMatchObject({
      state: "NOT_SHARED",
      value: null,
      grant: { category: { code: "INTAKE_ANSWER" } },
    });
    await all.ask(
      `mutation Grant($input: GrantSharingInput!) { grantSharing(input: $input) { errors { code } } }`,
      {
        input: {
          idempotencyKey: newId(),
          entrepreneurId: amina.entrepreneurId,
          toAgency: "FINANCE_INVEST",
          categories: ["INTAKE_ANSWER"],
        },
      },
      as,
    );
    await until(
      "the grant is obeyed",
      async () => novelty(await forms.arrive("RDI_AID", amina, pieter))?.state === "KNOWN",
    );
  });

  it("counts what was asked and spared, once there are enough forms to point at nobody", async () => {
    const period = brusselsDate(new Date()).slice(0, 7);
    const count = async (agency: string): Promise<Record<string, unknown>> =>
      (
        await all.ask<{ onceOnly: Record<string, unknown> }>(
          `query Count($period: String!, $agency: ID!) { onceOnly(period: $period, agency: $agency) { isAnswered submissions asked spared documentsAsked documentsSpared } }`,
          { period, agency },
          { as: null },
        )
      ).data.onceOnly;
    const nothing = { submissions: null, asked: null, spared: null, documentsAsked: null, documentsSpared: null };
    expect(await count("INNOVIRIS")).toEqual({ isAnswered: true, ...nothing });
    for (let times = 0; times < 3; times += 1) {
      const { submitted } = await submitWhole(all, forms, { form: "RDI_AID", holders: amina, asking: as });
      expect(submitted.submission?.state).toBe("COMPLETE");
    }
    // Amina's four, each with both plans by reference, and Wim's one.
    const { documentsAsked, documentsSpared, ...counted } = await count("INNOVIRIS");
    expect(counted).toMatchObject({ isAnswered: true, submissions: 5 });
    expect(Number(documentsAsked) + Number(documentsSpared)).toBe(10);
    expect(Number(documentsSpared)).toBeGreaterThanOrEqual(8);
  });
});

describe("what a form says of a fact", () => {
  const say = (concept: string, value: unknown, asking = as): Promise<SubmittedForm> =>
    forms.submit("CREDIT_APPLICATION", amina, [...needed, { concept, value }], asking);
  let needed: ReturnType<typeof anAnswerTo>[] = [];
  beforeAll(async () => {
    const { questions } = await forms.arrive("CREDIT_APPLICATION", amina, as);
    needed = questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo);
  });

  it("is held already, changes the person's own, stands beside the others', or is a register's", async () => {
    const { family } = all.story("KNOWN_TO_EVERY_POLE").name;
    expect(fatesOf(await say("FAMILY_NAME", ` ${family.toUpperCase()}`))).toMatchObject({
      FAMILY_NAME: "ALREADY_HELD",
    });
    expect(fatesOf(await say("FAMILY_NAME", "Peeters"))).toMatchObject({ FAMILY_NAME: "RECEIVED" });
    expect(fatesOf(await say("PREFERRED_LANGUAGE", "EN"))).toMatchObject({ PREFERRED_LANGUAGE: "CHANGED" });
    expect(fatesOf(await say("CONTACT_POINTS", { kind: "EMAIL", value: "Amina@Example.BE" }))).toMatchObject({
      CONTACT_POINTS: "CHANGED",
    });
    const register = await say("LEGAL_FORM", "NV");
    expect(register.submission?.fates.find(({ concept }) => concept.code === "LEGAL_FORM")).toMatchObject({
      fate: "REGISTER_FACT_REFUSED",
      corrections: expect.stringContaining("kbopub") as string,
    });
    const { facts } = await forms.arrive("CREDIT_APPLICATION", amina, as);
    const valueOf = (coordinate: string): unknown => facts.find((fact) => fact.coordinate === coordinate)?.value;
    expect(valueOf("Entrepreneur.familyName")).toBe(family);
    expect(valueOf("Entrepreneur.preferredLanguage")).toBe("EN");
    expect(valueOf("Entrepreneur.contactPoints")).toContainEqual(
      expect.objectContaining({ kind: "EMAIL", value: "amina@example.be" }),
    );
  });

  it("is received from an official who may not read the fact, whatever is held", async () => {
    const birthDate = all.story("KNOWN_TO_EVERY_POLE").birthDate;
    for (const value of [birthDate, "1901-01-01"])
      expect(fatesOf(await say("BIRTH_DATE", value, { as: "pieter" }))).toMatchObject({ BIRTH_DATE: "RECEIVED" });
  });

  it("is not taken from an official of another agency", async () => {
    const { submission, errors } = await say("FAMILY_NAME", "Peeters", { as: "claire" });
    expect(errors.map(({ code }) => code)).toContain("ACT_NOT_ALLOWED");
    expect(submission?.fates.every(({ fate }) => fate === "REFUSED")).toBe(true);
  });

  it.each([
    ["something that the form does not ask", { concept: "SHOE_SIZE", value: 41 }, "INTAKE_CONCEPT_UNKNOWN"],
    ["something that is no answer", { concept: "CREDIT_MONTHS", value: "many" }, "INTAKE_ANSWER_INVALID"],
  ])("names %s, and nothing is sent", async (_, answer, code) => {
    const answers = [...needed.filter(({ concept }) => concept !== answer.concept), answer];
    const { submission, errors } = await forms.submit("CREDIT_APPLICATION", amina, answers, as);
    expect(submission).toBeNull();
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect((await forms.submit("CREDIT_APPLICATION", amina, [], as)).errors.map((error) => error.code)).toContain(
      "INTAKE_ANSWER_REQUIRED",
    );
  });
});

describe("an owner that is down in the middle", () => {
  it("leaves what only it may know pending, what goes to it incomplete, and the same key finishes it", async () => {
    const { questions } = await forms.arrive("SITE_APPLICATION", amina, as);
    const answers = [
      ...questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo),
      { concept: "SPACE_SIZE", value: 77 },
      { concept: "FAMILY_NAME", value: "Janssens" },
    ];
    const key = newId();
    await all.subgraph("housing").kill();
    const pending = await forms.arrive("SITE_APPLICATION", amina, as);
    const states = Object.fromEntries(pending.questions.map(({ concept, state }) => [concept.code, state]));
    // Others were told the pitch too; the size of the space only housing asks.
    expect(states).toMatchObject({ PITCH: "KNOWN", SPACE_SIZE: "PENDING" });
    const half = await forms.submit("SITE_APPLICATION", amina, answers, as, key);
    expect(half.submission?.state).toBe("INCOMPLETE");
    expect(fatesOf(half)).toMatchObject({ SPACE_SIZE: "INCOMPLETE", FAMILY_NAME: "RECEIVED" });
    await all.isUp("housing");
    let whole = await forms.submit("SITE_APPLICATION", amina, answers, as, key);
    for (let tries = 0; tries < 20 && whole.submission?.state !== "COMPLETE"; tries += 1)
      whole = await forms.submit("SITE_APPLICATION", amina, answers, as, key);
    expect(fatesOf(whole)).toMatchObject({ SPACE_SIZE: "RECEIVED", FAMILY_NAME: "RECEIVED" });
    expect(fatesOf(await forms.submit("SITE_APPLICATION", amina, answers, as, key))).toEqual(fatesOf(whole));
    const other = await forms.submit(
      "SITE_APPLICATION",
      amina,
      [...answers.filter(({ concept }) => concept !== "SPACE_SIZE"), { concept: "SPACE_SIZE", value: 78 }],
      as,
      key,
    );
    expect(other.errors.map(({ code }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });
});

describe("a form for who is in difficulty", () => {
  it("is told of to nobody but the centre and the person", async () => {
    const { questions } = await forms.arrive("DIFFICULTY_INTAKE", amina, as);
    const submitted = await forms.submit("DIFFICULTY_INTAKE", amina, questions.map(anAnswerTo), as);
    expect(submitted.submission?.state).toBe("COMPLETE");
    for (const handle of ["pieter", "sofie", "tom"]) {
      const seen = await forms.arrive("DIFFICULTY_INTAKE", amina, { as: handle });
      expect(new Set(seen.questions.map(({ state }) => state))).toEqual(new Set(["TO_ASK"]));
    }
  });
});
