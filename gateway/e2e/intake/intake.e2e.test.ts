/**
 * A form arrives filled in with what its owners know (J03, J18, R01, R06): each fact with owner, day and right; nothing that an owner or a
 * register can answer is asked; what is withheld tells nothing; an owner that is silent leaves its facts pending.
 */
import { randomUUID } from "node:crypto";
import { newId } from "@parcours/shared/ids";
import { operation, until, type Answer } from "../asking.js";
import { startAll, type Asking, type EndToEnd } from "../harness.js";

interface Fact {
  readonly coordinate: string;
  readonly state: string;
  readonly value: unknown;
  readonly text: string | null;
  readonly owner: string;
  readonly isRegister: boolean;
  readonly asOf: string | null;
  readonly rights: readonly string[];
  readonly grant: { readonly category: { readonly code: string }; readonly toAgency: { readonly code: string } } | null;
  readonly lastKnownAt: string | null;
}
interface Asked {
  readonly intake: {
    readonly leftOut: readonly string[];
    readonly asked: number;
    readonly spared: number;
    readonly facts: readonly Fact[];
    readonly questions: readonly { readonly state: string; readonly label: string; readonly legalBasis: string }[];
  } | null;
}
interface Holders {
  readonly entrepreneurId: string;
  readonly enterpriseNumber?: string;
  readonly projectId?: string;
}

let all: EndToEnd;
let amina: Required<Holders>;
beforeAll(async () => {
  all = await startAll({ name: "intake" });
  const { id: entrepreneurId } = all.story("KNOWN_TO_EVERY_POLE");
  const { data } = await all.ask<{ projects: { edges: { node: { id: string } }[] } }>(
    `query Projects($id: ID!) { projects(entrepreneurId: $id) { edges { node { id } } } }`,
    { id: entrepreneurId },
    { as: "amina" },
  );
  amina = {
    entrepreneurId,
    enterpriseNumber: all.numberOf("KNOWN_TO_EVERY_POLE"),
    projectId: data.projects.edges[0]?.node.id ?? "",
  };
});
afterAll(() => all?.system.stop());

const text = operation(import.meta.dirname, "intake");
const fill = (form: string, holders: Holders, asking: Asking = { as: "amina" }): Promise<Answer<Asked>> =>
  all.ask<Asked>(text, { form, ...holders }, asking);
const factOf = ({ data }: Answer<Asked>, coordinate: string): Fact | undefined =>
  data.intake?.facts.find((fact) => fact.coordinate === coordinate);
const statesOf = ({ data }: Answer<Asked>, owner: string): string[] => [
  ...new Set((data.intake?.facts ?? []).filter((fact) => fact.owner === owner).map(({ state }) => state)),
];

describe("a form for the person who signs in", () => {
  it("arrives with every fact that an owner holds, its day and the right to it", async () => {
    const answer = await fill("CREDIT_APPLICATION", amina);
    expect(answer.errors).toEqual([]);
    expect(factOf(answer, "Entrepreneur.familyName")).toMatchObject({
      state: "KNOWN",
      value: all.story("KNOWN_TO_EVERY_POLE").name.family,
      owner: "front-door",
      isRegister: false,
      rights: ["OWN"],
      grant: null,
    });
    const name = factOf(answer, "Enterprise.name");
    expect(name).toMatchObject({ state: "KNOWN", owner: "registry", isRegister: true, rights: ["ANYONE"] });
    expect(name?.asOf).not.toBeNull();
    expect(factOf(answer, "Enterprise.annualAccounts")?.value).toHaveProperty("edges");
    expect(factOf(answer, "Project.sector")).toMatchObject({ state: "KNOWN", owner: "coaching" });
    expect(
      answer.data.intake?.questions.every(({ state, legalBasis }) => state === "TO_ASK" && legalBasis !== ""),
    ).toBe(true);
  });

  it("never asks what a register holds, over all forms, and says how many questions are spared", async () => {
    const { data } = await all.ask<{ intakeForms: { form: { code: string }; agency: { code: string } }[] }>(
      "{ intakeForms { form { code } agency { code } } }",
      {},
      { as: null },
    );
    expect(data.intakeForms.length).toBeGreaterThanOrEqual(10);
    const rows: string[] = [];
    for (const { form, agency } of data.intakeForms) {
      const answer = await fill(form.code, amina);
      const { facts = [], asked = 0, spared = 0 } = answer.data.intake ?? {};
      expect(facts.filter(({ isRegister, state }) => isRegister && state === "TO_ASK")).toEqual([]);
      expect(facts.filter(({ isRegister }) => isRegister).every(({ state }) => state === "KNOWN")).toBe(true);
      rows.push(
        `${form.code.padEnd(24)} ${agency.code.padEnd(20)} ${String(asked).padStart(2)} asked, ${spared} spared`,
      );
    }
    console.log(rows.join("\n"));
  });

  it("is in the language of the request", async () => {
    const answer = await fill("GUARANTEE", amina, { as: "amina", language: "NL" });
    expect(answer.data.intake?.questions[0]?.label).toBe("Beschrijf uw activiteit in enkele zinnen.");
  });

  it("leaves out the facts of an enterprise that is not there yet (R53)", async () => {
    const { entrepreneurId, projectId } = amina;
    const answer = await fill("CREDIT_APPLICATION", { entrepreneurId, projectId });
    expect(answer.data.intake?.leftOut).toEqual(["ENTERPRISE"]);
    expect(answer.data.intake?.facts.some(({ coordinate }) => coordinate.startsWith("Enterprise."))).toBe(false);
  });
});

describe("a form that somebody else fills in", () => {
  it("shows an official what the role reads, asks what may be held unseen, and offers a grant where all have it", async () => {
    const answer = await fill("CREDIT_APPLICATION", amina, { as: "pieter" });
    expect(factOf(answer, "Entrepreneur.contactPoints")).toMatchObject({
      state: "KNOWN",
      rights: ["FINANCING_OFFICER"],
    });
    expect(factOf(answer, "Entrepreneur.birthDate")).toMatchObject({ state: "TO_ASK", value: null, rights: [] });
    expect(factOf(answer, "Enterprise.earlySignals")).toMatchObject({
      state: "NOT_SHARED",
      value: null,
      grant: { category: { code: "EARLY_SIGNALS" }, toAgency: { code: "FINANCE_INVEST" }, mutation: "grantSharing" },
    });
  });

  it.each([
    ["somebody else's", () => amina.entrepreneurId],
    ["nobody's", () => newId()],
  ])("is refused a person on %s file, in the same words", async (_, idOf) => {
    const { data, errors } = await fill("ORIENTATION", { entrepreneurId: idOf() }, { as: "wim" });
    expect(data.intake).toBeNull();
    expect(errors.map(({ message, extensions: { code, category } }) => ({ message, code, category }))).toEqual([
      { message: expect.any(String) as string, code: "NOT_SHARED", category: "LOOK_UP" },
    ]);
  });

  it("is refused who does not sign in", async () => {
    const { errors } = await fill("ORIENTATION", amina, { as: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["SIGN_IN_REQUIRED"]);
  });

  it.each([
    ["a form that is none", { form: "MADE_UP" }, "INTAKE_FORM_UNKNOWN"],
    ["an id that is none", { entrepreneurId: "x" }, "ID_INVALID"],
    ["a number that is none", { enterpriseNumber: "1" }, "ENTERPRISE_NUMBER_INVALID"],
  ])("names %s", async (_, part, code) => {
    const { errors } = await all.ask(text, { form: "ORIENTATION", ...amina, ...part }, { as: "amina" });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  });

  it("is refused another person's project", async () => {
    const { id } = all.story("COACHED_AND_REFUSED");
    const { errors } = await fill("ORIENTATION", { entrepreneurId: id, projectId: amina.projectId }, { as: "sofie" });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["INTAKE_PROJECT_OF_ANOTHER"]);
  });

  it("is refused a project that the reader may not read, and one that never was, alike", async () => {
    const { id } = all.story("COACHED_AND_REFUSED");
    for (const projectId of [amina.projectId, randomUUID()]) {
      const { errors } = await fill("ORIENTATION", { entrepreneurId: id, projectId }, { as: "wim" });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["INTAKE_PROJECT_OF_ANOTHER"]);
    }
  });
});

describe("an owner that is down in the middle", () => {
  const pendingWhileDown = async (name: string): Promise<Answer<Asked>> => {
    await all.subgraph(name).kill();
    try {
      return await fill("CREDIT_APPLICATION", amina);
    } finally {
      await all.isUp(name);
      await until(`${name} answers`, async () =>
        statesOf(await fill("CREDIT_APPLICATION", amina), name).every((state) => state !== "PENDING"),
      );
    }
  };

  it("leaves its facts pending, with the day it was last heard of; the others' are known", async () => {
    const answer = await pendingWhileDown("coaching");
    expect(statesOf(answer, "coaching")).toEqual(["PENDING"]);
    expect(factOf(answer, "Project.title")?.lastKnownAt).not.toBeNull();
    expect(statesOf(answer, "front-door")).toEqual(["KNOWN"]);
    expect(statesOf(answer, "registry")).toEqual(["KNOWN"]);
  });

  it("leaves the register's facts pending, and asks none of them", async () => {
    const answer = await pendingWhileDown("registry");
    expect(statesOf(answer, "registry")).toEqual(["PENDING"]);
    expect(statesOf(answer, "coaching")).toEqual(["KNOWN"]);
  });

  it("takes nothing with it when it is the front door", async () => {
    const answer = await pendingWhileDown("front-door");
    expect(statesOf(answer, "front-door")).toEqual(["PENDING"]);
    expect(statesOf(answer, "registry")).toEqual(["KNOWN"]);
    expect(statesOf(answer, "coaching")).toEqual(["KNOWN"]);
  });
});
