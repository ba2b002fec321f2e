/**
 * J03 (2): a request for a document that is held is answered by its reference, over all poles (R01). The form says of each document whether it
 * is held, the submission hands it on or takes it, and whoever is down leaves it pending; who may not know of it is asked as if it were not
 * there.
 */
import { withClient } from "@parcours/shared/database-roles";
import { newId } from "@parcours/shared/ids";
import { until } from "../asking.js";
import { aPdf, Client } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { anAnswerTo, Forms, type AskedFor, type GivenAnswer, type Holders, type SubmittedForm } from "./forms.js";
import { aFile, documentFatesOf, isKnownTo, sendBytes } from "./whole.js";

let all: EndToEnd;
let forms: Forms;
let holders: Required<Holders>;
const own = { as: "amina" };
const coachOfHub = { as: "lucas" };
beforeAll(async () => {
  all = await startAll({ name: "j03 documents" });
  forms = new Forms(all);
  const story = all.story("KNOWN_TO_EVERY_POLE");
  const projectId = story.coaching.projects[0]?.id ?? "";
  holders = { entrepreneurId: story.id, enterpriseNumber: all.numberOf("KNOWN_TO_EVERY_POLE"), projectId };
});
afterAll(() => all?.system.stop());
afterEach(async () => {
  for (const name of ["front-door", "financing", "coaching"]) await all.isUp(name);
});

const answersTo = new Map<string, readonly GivenAnswer[]>();
/** The same answers each time: what is asked twice with one key must be the same. */
async function submit(form: string, key: string, files: readonly object[] = [], asking = own): Promise<SubmittedForm> {
  const { questions } = await forms.arrive(form, holders, asking);
  const known = answersTo.get(key) ?? questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo);
  answersTo.set(key, known);
  return forms.submit(form, holders, known, asking, key, files);
}
async function documentsOf(form: string, asking: { readonly as: string } = own): Promise<Record<string, AskedFor>> {
  const { documents } = await forms.arrive(form, holders, asking);
  return Object.fromEntries(documents.map((one) => [one.type.code, one]));
}
const stateOf = async (form: string, type: string, asking = own): Promise<string | undefined> =>
  (await documentsOf(form, asking))[type]?.state;
const hub = { form: "PACKAGE_ENROLMENT", asking: own };
const plans = [aFile("BUSINESS_PLAN"), aFile("FINANCIAL_PLAN")];

describe("a form that asks for documents", () => {
  const key = newId();

  it("says so, and by what right; without them the submission is incomplete, and says which are missing", async () => {
    expect(await documentsOf("GENERAL_INVESTMENT_AID")).toMatchObject({
      BUSINESS_PLAN: { state: "TO_ASK", isRequired: true, reference: null, former: null },
      FINANCIAL_PLAN: { state: "TO_ASK", isRequired: true, legalBasis: expect.stringContaining("2018") as string },
    });
    const submitted = await submit("GENERAL_INVESTMENT_AID", key);
    expect([submitted.errors, submitted.submission?.state]).toEqual([[], "INCOMPLETE"]);
    expect(documentFatesOf(submitted)).toEqual({ BUSINESS_PLAN: "MISSING", FINANCIAL_PLAN: "MISSING" });
    expect(submitted.submission).toMatchObject({ documentsAsked: 2, documentsSpared: 0 });
  });

  it("gives a ticket for each that is offered, the same to twenty at once; a wrong file is told, another finishes it", async () => {
    const lie = aFile("FINANCIAL_PLAN", Buffer.from("<html>no plan</html>"));
    const [business = {}] = plans;
    const offered = await Promise.all(
      Array.from({ length: 20 }, () => submit("GENERAL_INVESTMENT_AID", key, [business, lie])),
    );
    expect(new Set(offered.map((one) => JSON.stringify(one.submission?.documents))).size).toBe(1);
    const [first] = offered;
    if (!first) throw new Error("nothing came back");
    expect(documentFatesOf(first)).toEqual({ BUSINESS_PLAN: "SEND_BYTES", FINANCIAL_PLAN: "SEND_BYTES" });
    await expect(
      sendBytes(all, first, own, (type) =>
        type === "FINANCIAL_PLAN" ? Buffer.from("<html>no plan</html>") : aPdf(type),
      ),
    ).rejects.toThrow("DOCUMENT_CONTENT_DIFFERS");
    const again = await submit("GENERAL_INVESTMENT_AID", key, plans);
    expect(again.submission?.state).toBe("INCOMPLETE");
    expect(documentFatesOf(again)).toEqual({ BUSINESS_PLAN: "RECEIVED", FINANCIAL_PLAN: "SEND_BYTES" });
  });

  it("gives another ticket where one has expired, and is complete when the bytes are there", async () => {
    await withClient(all.system.ownerUrl("financing"), (client) => client.query("delete from document_upload"));
    const again = await submit("GENERAL_INVESTMENT_AID", key, plans);
    expect(documentFatesOf(again)).toEqual({ BUSINESS_PLAN: "RECEIVED", FINANCIAL_PLAN: "SEND_BYTES" });
    await sendBytes(all, again, own);
    const whole = await submit("GENERAL_INVESTMENT_AID", key, plans);
    expect([whole.errors, whole.submission?.state]).toEqual([[], "COMPLETE"]);
    const held = expect.objectContaining({ heldBy: { code: "BEW" }, givenOn: "GENERAL_INVESTMENT_AID" }) as object;
    expect(whole.submission?.documents).toMatchObject([{ fate: "RECEIVED", reference: held }, { reference: held }]);
    expect(documentFatesOf(await submit("GENERAL_INVESTMENT_AID", key))).toEqual({
      BUSINESS_PLAN: "ALREADY_HELD",
      FINANCIAL_PLAN: "ALREADY_HELD",
    });
  });

  it("refuses what it does not ask for, and tells what is wrong with a file, each where it belongs", async () => {
    const lease = await submit("RDI_AID", newId(), [aFile("LEASE")]);
    expect([lease.submission, lease.errors.map(({ code }) => code)]).toEqual([null, ["INTAKE_DOCUMENT_UNKNOWN"]]);
    const twice = await submit("RDI_AID", newId(), [...plans, ...plans]);
    expect(new Set(twice.errors.map(({ code }) => code))).toEqual(new Set(["INTAKE_DOCUMENT_UNKNOWN"]));
    const restart = { ...aFile("RESTART_PLAN"), mediaType: "image/png" };
    const { submission, errors } = await submit("DIFFICULTY_INTAKE", newId(), [restart]);
    expect(submission).toMatchObject({ state: "INCOMPLETE", documents: [{ fate: "REFUSED", isRequired: false }] });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ["DOCUMENT_MEDIA_TYPE_REFUSED", ["input", "documents", "RESTART_PLAN", "mediaType"]],
    ]);
  });
});

describe("the second form, of another pole", () => {
  it("does not ask for the plan that the first was given, and shows where and when it was", async () => {
    await isKnownTo(forms, "BUSINESS_PLAN", { ...hub, holders });
    expect((await documentsOf("PACKAGE_ENROLMENT"))["BUSINESS_PLAN"]).toMatchObject({
      state: "KNOWN",
      rights: ["MANDATARY"],
      reference: {
        heldBy: { code: "BEW" },
        version: 1,
        givenOn: "GENERAL_INVESTMENT_AID",
        providedTo: [{ code: "BEW" }],
      },
    });
  });

  it("is not told of it where its own official fills it in, until the person submits it: then the agency reads it", async () => {
    expect(await documentsOf("PACKAGE_ENROLMENT", coachOfHub)).toMatchObject({
      BUSINESS_PLAN: { state: "TO_ASK", reference: null, former: null, grant: null },
    });
    const submitted = await submit("PACKAGE_ENROLMENT", newId());
    expect(submitted.submission).toMatchObject({
      state: "COMPLETE",
      documentsAsked: 0,
      documentsSpared: 1,
      documents: [{ fate: "ALREADY_HELD", reference: { providedTo: [{ code: "BEW" }, { code: "HUB" }] } }],
    });
    await until(
      "the coach reads it",
      async () => (await stateOf("PACKAGE_ENROLMENT", "BUSINESS_PLAN", coachOfHub)) === "KNOWN",
    );
  });

  it("cannot be handed it by staff, though they read it: the person gives it", async () => {
    const { submission } = await submit("RDI_AID", newId(), [], { as: "sofie" });
    expect(submission?.state).toBe("INCOMPLETE");
    expect(submission?.documents.find(({ type }) => type.code === "BUSINESS_PLAN")).toMatchObject({
      fate: "NOT_HANDED_ON",
      reference: { heldBy: { code: "BEW" } },
    });
  });

  it("of who may not know of it says the same as of somebody who never gave any", async () => {
    const pieter = { as: "pieter" };
    const other = { entrepreneurId: all.story("COACHED_AND_REFUSED").id };
    const [here, there] = [
      await forms.arrive("CREDIT_APPLICATION", { entrepreneurId: holders.entrepreneurId }, pieter),
      await forms.arrive("CREDIT_APPLICATION", other, pieter),
    ];
    expect(here.documents).toEqual(there.documents);
    const named = await documentsOf("CREDIT_APPLICATION", pieter);
    expect(Object.values(named).map(({ state, former, grant }) => [state, former, grant])).toEqual([
      ["TO_ASK", null, null],
      ["TO_ASK", null, null],
    ]);
  });
});

describe("with somebody down", () => {
  it("its holder: the plan is pending with the day it was last heard of, the form is submitted, and the same key finishes it", async () => {
    await all.subgraph("financing").kill();
    const pending = (await documentsOf("GROWTH_SCREENING"))["BUSINESS_PLAN"];
    expect(pending).toMatchObject({ state: "PENDING", reference: null, former: null });
    expect(pending?.lastKnownAt).not.toBeNull();
    const key = newId();
    const half = await submit("GROWTH_SCREENING", key);
    expect(half.submission).toMatchObject({ state: "INCOMPLETE", documents: [{ fate: "PENDING", ticket: null }] });
    await all.isUp("financing");
    await until("its holder answers", async () => (await stateOf("GROWTH_SCREENING", "BUSINESS_PLAN")) === "KNOWN");
    const whole = await submit("GROWTH_SCREENING", key);
    expect(whole.submission).toMatchObject({ state: "COMPLETE", documents: [{ fate: "ALREADY_HELD" }] });
  });

  it("the directory: what the form's own pole holds is known, the rest is pending and not asked", async () => {
    await all.subgraph("front-door").kill();
    expect(await stateOf("RDI_AID", "BUSINESS_PLAN")).toBe("KNOWN");
    expect(await stateOf("PACKAGE_ENROLMENT", "BUSINESS_PLAN")).toBe("PENDING");
  });
});

describe("a new version", () => {
  it("is told to who read the one before, and not shared: a grant is offered", async () => {
    await until("the directory answers", async () => (await stateOf("PACKAGE_ENROLMENT", "BUSINESS_PLAN")) === "KNOWN");
    const client = new Client(all, own);
    const newer = aPdf("a newer plan");
    const offer = { ...holders, agency: "BEW", isNewVersion: true };
    expect((await client.send(await client.offer(newer, offer), newer)).status).toBe(204);
    await until("the directory knows it", async () => {
      const told = (await documentsOf("PACKAGE_ENROLMENT"))["BUSINESS_PLAN"];
      return told?.state === "KNOWN" && told.reference?.version === 2;
    });
    expect((await documentsOf("PACKAGE_ENROLMENT", coachOfHub))["BUSINESS_PLAN"]).toMatchObject({
      state: "NOT_SHARED",
      reference: null,
      former: null,
      grant: { category: { code: "DOCUMENT" }, toAgency: { code: "HUB" } },
    });
    expect(await stateOf("GENERAL_INVESTMENT_AID", "BUSINESS_PLAN")).toBe("KNOWN");
  });
});

describe("a document of a restricted dossier", () => {
  it("is held by the centre, for its forms and the person alone", async () => {
    const key = newId();
    const restart = [aFile("RESTART_PLAN")];
    await sendBytes(all, await submit("DIFFICULTY_INTAKE", key, restart), own);
    const whole = await submit("DIFFICULTY_INTAKE", key, restart);
    expect(whole.submission).toMatchObject({ state: "COMPLETE", documents: [{ fate: "RECEIVED" }] });
    expect(await stateOf("DIFFICULTY_INTAKE", "RESTART_PLAN")).toBe("KNOWN");
    for (const as of ["pieter", "sofie", "tom"])
      expect(await documentsOf("DIFFICULTY_INTAKE", { as })).toMatchObject({
        RESTART_PLAN: { state: "TO_ASK", reference: null, former: null, grant: null },
      });
  });
});
