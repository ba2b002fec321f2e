/**
 * J03: the same form a second time. (1) The second form asks nothing that is held and valid, and says how many questions that spared; (3) each
 * prefilled value shows where and when it was given; (4) the person can correct it, and the correction goes to the owner; (5) both back offices
 * keep their own dossier. One owner is down in the middle. What is a document's (2) is beside, in `j03-documents`.
 */
import { withClient } from "@parcours/shared/database-roles";
import { until } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { Facts } from "../whose-facts/facts.js";
import { anAnswerTo, Forms, type ArrivedForm, type Holders } from "./forms.js";
import { submitWhole } from "./whole.js";

let all: EndToEnd;
let forms: Forms;
let holders: Required<Holders>;
let first: ArrivedForm;
const own = { as: "amina" };
beforeAll(async () => {
  all = await startAll({ name: "j03" });
  forms = new Forms(all);
  const story = all.story("KNOWN_TO_EVERY_POLE");
  const projectId = story.coaching.projects[0]?.id ?? "";
  holders = { entrepreneurId: story.id, enterpriseNumber: all.numberOf("KNOWN_TO_EVERY_POLE"), projectId };
  first = await forms.arrive("GENERAL_INVESTMENT_AID", holders, own);
});
afterAll(() => all?.system.stop());
afterEach(() => all.isUp("registry"));

const toAsk = ({ questions }: ArrivedForm): ArrivedForm["questions"] =>
  questions.filter(({ state }) => state === "TO_ASK");
const codesOf = (questions: ArrivedForm["questions"]): string[] => questions.map(({ concept }) => concept.code);

/** What the database of financing keeps of the forms of an agency. */
async function dossierOf(form: string): Promise<Record<string, unknown>> {
  const rows: { concept: string; value: unknown }[] = [];
  await withClient(all.system.ownerUrl("financing"), async (client) => {
    const text = "select concept, value from intake_answer where form_code = $1 and entrepreneur_id = $2";
    rows.push(...(await client.query<{ concept: string; value: unknown }>(text, [form, holders.entrepreneurId])).rows);
  });
  return Object.fromEntries(rows.map(({ concept, value }) => [concept, value]));
}

describe("J03 (1) the second submission re-asks no field that is held and valid", () => {
  it("and says how many questions that spared", async () => {
    const order = { form: "GENERAL_INVESTMENT_AID", holders, asking: own };
    const { submitted } = await submitWhole(all, forms, order);
    expect([submitted.errors, submitted.submission?.state]).toEqual([[], "COMPLETE"]);
    const second = await forms.arrive("RDI_AID", holders, own);
    const given = new Set(codesOf(first.questions));
    const shared = second.questions.filter(({ concept, state }) => given.has(concept.code) && state === "TO_ASK");
    // What is of one application only is asked for each.
    expect(
      codesOf(shared).filter((code) => !["AMOUNT_ASKED", "OTHER_APPLICATIONS", "OWN_CONTRIBUTION"].includes(code)),
    ).toEqual([]);
    expect(second.facts.filter(({ state, value }) => state === "TO_ASK" && value !== null)).toEqual([]);
    expect(second.spared).toBeGreaterThan(second.asked);
    const known = second.questions.filter(({ state }) => state === "KNOWN");
    expect(known.length).toBeGreaterThan(0);
    for (const question of known)
      expect(question).toMatchObject({ givenOn: "GENERAL_INVESTMENT_AID", heldBy: { code: "BEW" } });
  });

  it("though an owner is down: what it holds is pending, never asked, and the form is submitted all the same", async () => {
    await all.subgraph("registry").kill();
    const arrived = await forms.arrive("RDI_AID", holders, own);
    const ofRegister = arrived.facts.filter(({ isRegister }) => isRegister);
    expect(new Set(ofRegister.map(({ state }) => state))).toEqual(new Set(["PENDING"]));
    const submitted = await forms.submit("RDI_AID", holders, toAsk(arrived).map(anAnswerTo), own);
    expect([submitted.errors, submitted.submission?.state]).toEqual([[], "COMPLETE"]);
  });
});

describe("J03 (3) each prefilled value shows where and when it was given", () => {
  it("an office, a form or a register, and the day", async () => {
    await all.isUp("registry");
    await until("the register to answer", async () => {
      const { facts } = await forms.arrive("RDI_AID", holders, own);
      return facts.every(({ state }) => state !== "PENDING");
    });
    const { facts } = await forms.arrive("RDI_AID", holders, own);
    const known = facts.filter(({ state, value }) => state === "KNOWN" && value !== null);
    expect(known.filter(({ given }) => given === null).map(({ coordinate }) => coordinate)).toEqual([]);
    const name = known.find(({ coordinate }) => coordinate === "Enterprise.name");
    expect(name?.given).toMatchObject({ source: { code: "KBO" }, author: null, agency: null });
    const family = known.find(({ coordinate }) => coordinate === "Entrepreneur.familyName");
    expect(family?.given).toMatchObject({ agency: { code: "1819" }, at: expect.any(String) as string });
  });
});

describe("J03 (4) the person corrects a value, and the correction goes to the owner", () => {
  it("of what people change themselves at once, with the form in its history; of all else as a dispute", async () => {
    const corrections = [
      { concept: "PREFERRED_LANGUAGE", value: "NL" },
      { concept: "FAMILY_NAME", value: "El Idrissi-Janssens" },
    ];
    const { submission } = await forms.submit(
      "RDI_AID",
      holders,
      [...toAsk(await forms.arrive("RDI_AID", holders, own)).map(anAnswerTo), ...corrections],
      own,
    );
    const fates = Object.fromEntries(
      (submission?.fates ?? []).map(({ concept, fate, owner }) => [concept.code, { fate, owner }]),
    );
    expect(fates).toMatchObject({
      PREFERRED_LANGUAGE: { fate: "CHANGED", owner: "front-door" },
      FAMILY_NAME: { fate: "RECEIVED", owner: "front-door" },
    });
    const facts = new Facts(all);
    const history = await facts.history(
      "Entrepreneur.preferredLanguage",
      { entrepreneurId: holders.entrepreneurId },
      own,
    );
    expect(history.data.factHistory?.edges[0]?.node).toMatchObject({ value: "NL", author: "PERSON", form: "RDI_AID" });
    const { data } = await facts.ofPerson(holders.entrepreneurId, own);
    expect(data.entrepreneur?.disputes?.edges.map(({ node }) => [node.coordinate, node.form])).toEqual([
      ["Entrepreneur.familyName", "RDI_AID"],
    ]);
    const again = await forms.arrive("GENERAL_INVESTMENT_AID", holders, own);
    const language = again.facts.find(({ coordinate }) => coordinate === "Entrepreneur.preferredLanguage");
    expect(language).toMatchObject({
      value: "NL",
      given: { form: "RDI_AID", author: "PERSON", source: { code: "INTAKE" } },
    });
  });
});

describe("J03 (5) both back offices keep their own dossier", () => {
  it("with what the person answered, on this form or the one before", async () => {
    const [investment, research] = [await dossierOf("GENERAL_INVESTMENT_AID"), await dossierOf("RDI_AID")];
    const shared = Object.keys(research).filter((concept) => concept in investment);
    expect(shared.length).toBeGreaterThan(0);
    expect(Object.keys(investment)).toContain("INVESTMENT_KIND");
    expect(Object.keys(research)).toContain("RESEARCH_QUESTION");
    expect(research["PITCH"]).toBe(investment["PITCH"]);
  });
});
