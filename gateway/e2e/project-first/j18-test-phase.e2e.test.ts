/**
 * J18, R53: a project before the enterprise. (1) The file works without a number; (2) when the number exists, all is linked, found from both
 * sides, and nothing is asked again; (3) the cooperative of a test phase is host, not employer. One owner is down while it is linked.
 */
import { demonstrationEnterpriseNumber, newId } from "@parcours/shared/ids";
import { until } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { anAnswerTo, Forms } from "../intake/forms.js";
import { Facts } from "../whose-facts/facts.js";
import { act, registerMandate, type SaidProject } from "./projects.js";

let all: EndToEnd;
let forms: Forms;
let olivia: string;
let project: SaidProject;
const own = { as: "olivia" };
const number = demonstrationEnterpriseNumber(1_800_001);
const corrected = demonstrationEnterpriseNumber(1_800_002);
const pitch = {
  text: "Posters and signs for the shops of the quarter, printed on paper that they bring themselves.",
  language: "EN",
};
beforeAll(async () => {
  all = await startAll({ name: "j18" });
  forms = new Forms(all);
  olivia = all.person("olivia").entrepreneurId ?? "";
});
afterAll(() => all?.system.stop());
afterEach(() => all.isUp("financing"));

describe("J18 (1) the file works without number", () => {
  it("a project is registered by the person, once for a key, with its pitch as written", async () => {
    const idempotencyKey = newId();
    const title = { text: "Paper Shop", language: "EN" };
    const input = { idempotencyKey, entrepreneurId: olivia, title, pitch, stage: "PRE_CREATION", sector: "ICT" };
    const acts = await Promise.all(Array.from({ length: 20 }, () => act(all, "registerProject", input, own)));
    expect(acts.map(({ errors }) => errors)).toEqual(acts.map(() => []));
    expect(new Set(acts.map((one) => one.project?.id)).size).toBe(1);
    const [first] = acts;
    if (!first?.project) throw new Error("there is no project");
    project = first.project;
    expect(project).toMatchObject({
      version: 1,
      pitch: pitch.text,
      pitchLanguage: "EN",
      enterprise: null,
      agency: { code: "HUB" },
    });
  });

  it("is changed by the own coach and 1819, and by nobody else; a stale version is told", async () => {
    const change = {
      projectId: project.id,
      version: project.version,
      title: { text: "Boutique papier", language: "FR" },
    };
    for (const as of ["sofie", "pieter", "wim"])
      expect((await act(all, "changeProject", change, { as })).errors).toMatchObject([{ code: "ACT_NOT_ALLOWED" }]);
    const changed = await act(all, "changeProject", change, { as: "karim" });
    expect(changed).toMatchObject({ project: { title: "Boutique papier", version: 2 }, errors: [] });
    expect((await act(all, "changeProject", change, { as: "tom" })).errors).toMatchObject([
      { code: "CHANGED_MEANWHILE" },
    ]);
    const difficulty = { ...change, version: 2, stage: "DIFFICULTY" };
    expect((await act(all, "changeProject", difficulty, { as: "karim" })).errors).toMatchObject([
      { code: "INPUT_CODE_UNKNOWN", path: ["input", "stage"] },
    ]);
    project =
      (
        await act(
          all,
          "changeProject",
          { ...change, version: 2, title: { text: "Paper & Sign", language: "EN" } },
          { as: "tom" },
        )
      ).project ?? project;
    expect(project.version).toBe(3);
  });

  it("an aid is asked for before the activity: nothing that the project says is asked, and no number is missing", async () => {
    const holders = { entrepreneurId: olivia, projectId: project.id };
    const arrived = await forms.arrive("PRE_ACTIVITY_AID", holders, own);
    const title = arrived.facts.find(({ coordinate }) => coordinate === "Project.title");
    expect(title).toMatchObject({
      state: "KNOWN",
      value: "Paper & Sign",
      given: { author: "AGENCY", agency: { code: "1819" } },
    });
    expect(arrived.questions.find(({ concept }) => concept.code === "PITCH")).toMatchObject({
      state: "KNOWN",
      value: pitch.text,
      heldBy: { code: "HUB" },
    });
    const answers = arrived.questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo);
    const submitted = await forms.submit("PRE_ACTIVITY_AID", holders, answers, own);
    expect([submitted.errors, submitted.submission?.state]).toEqual([[], "COMPLETE"]);
  });
});

describe("J18 (2) when the number exists, all is linked", () => {
  it("though an owner is down meanwhile", async () => {
    await all.subgraph("financing").kill();
    const link = { projectId: project.id, version: project.version, enterpriseNumber: number, since: "2026-11-02" };
    expect((await act(all, "linkProjectToEnterprise", link, { as: "pieter" })).errors).toMatchObject([
      { code: "ACT_NOT_ALLOWED" },
    ]);
    expect(
      (await act(all, "linkProjectToEnterprise", { ...link, enterpriseNumber: "0123456789" }, own)).errors,
    ).toMatchObject([{ code: "PROJECT_ENTERPRISE_INVALID" }]);
    const linked = await act(all, "linkProjectToEnterprise", link, own);
    expect(linked).toMatchObject({
      errors: [],
      project: {
        enterprise: { number },
        enterpriseLink: { code: "CLAIMED" },
        numberSince: "2026-11-02",
        version: 4,
      },
    });
    expect(linked.warnings.map(({ code }) => code)).toEqual([
      "PROJECT_ENTERPRISE_NOT_IN_REGISTER",
      "PROJECT_LINK_CLAIMED",
    ]);
    const answer = await all.ask<{ project: { enterprise: object; applications: object[] | null } }>(
      "query P($id: ID!) { project(id: $id) { enterprise { number } applications { id } } }",
      { id: project.id },
      own,
    );
    expect(answer.data.project).toMatchObject({ enterprise: { number }, applications: null });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    project = linked.project ?? project;
  });

  it("what was told of the project is not asked of the enterprise again, once the person acts for it", async () => {
    await registerMandate(all, olivia, number);
    await until("financing to answer", async () => {
      const { questions } = await forms.arrive(
        "PRE_ACTIVITY_AID",
        { entrepreneurId: olivia, projectId: project.id },
        own,
      );
      return questions.every(({ state }) => state !== "PENDING");
    });
    const byProject = await forms.arrive("PRE_ACTIVITY_AID", { entrepreneurId: olivia, projectId: project.id }, own);
    const byEnterprise = await forms.arrive(
      "PRE_ACTIVITY_AID",
      { entrepreneurId: olivia, enterpriseNumber: number },
      own,
    );
    const known = (form: typeof byProject): string[] =>
      form.questions.filter(({ state }) => state === "KNOWN").map(({ concept }) => concept.code);
    expect(known(byProject)).toEqual(expect.arrayContaining(["PITCH", "CUSTOMERS", "PROFESSIONAL_EXPERIENCE"]));
    expect(known(byEnterprise)).toEqual(known(byProject));
  });

  it("is found from both sides, and a wrong link is corrected without a trace being lost", async () => {
    const link = { projectId: project.id, version: project.version, enterpriseNumber: corrected, since: "2026-11-03" };
    const relinked = await act(all, "linkProjectToEnterprise", link, { as: "karim" });
    expect(relinked).toMatchObject({
      errors: [],
      project: { enterprise: { number: corrected }, enterpriseLink: { code: "CLAIMED" } },
    });
    const sides = `query Sides($number: String!) { enterprise(number: $number) { projects { edges { node { id title } } } } }`;
    const from = async (enterprise: string, as: string): Promise<string[]> => {
      const { data } = await all.ask<{ enterprise: { projects: { edges: { node: { id: string } }[] } | null } }>(
        sides,
        { number: enterprise },
        { as },
      );
      return (data.enterprise.projects?.edges ?? []).map(({ node }) => node.id);
    };
    // A claim is found from the project alone; with the mandate it is found from the enterprise too.
    expect(await from(corrected, "tom")).toEqual([]);
    await registerMandate(all, olivia, corrected);
    expect(await from(corrected, "tom")).toEqual([project.id]);
    expect(await from(corrected, "olivia")).toEqual([project.id]);
    expect(await from(corrected, "wim")).toEqual([]);
    expect(await from(number, "tom")).toEqual([]);
    const titles = await new Facts(all).history("Project.title", { projectId: project.id }, own);
    expect(titles.data.factHistory?.edges.map(({ node }) => [node.author, node.agency?.code ?? null])).toEqual([
      ["AGENCY", "1819"],
      ["AGENCY", "LOCAL_DESKS"],
      ["PERSON", null],
    ]);
    const { data } = await new Facts(all).history("Project.enterprise", { projectId: project.id }, own);
    expect(data.factHistory).toMatchObject({
      value: { number: corrected },
      origin: { value: null },
      edges: [
        {
          node: { former: { number }, value: { number: corrected }, author: "AGENCY", agency: { code: "LOCAL_DESKS" } },
        },
        { node: { former: null, value: { number }, author: "PERSON", agency: null } },
      ],
    });
  });
});

describe("J18 (3) the cooperative is shown as host, not as employer", () => {
  it("beside the person and the project, with the dossier and the applications that were turned away", async () => {
    const { id } = all.story("TEST_PHASE");
    const { data, errors } = await all.ask<{
      entrepreneur: {
        coaching: { testPhases: { edges: { node: Phase }[] } };
        projects: {
          edges: {
            node: { applications: object[]; dossiers: { edges: object[] }; testPhases: { edges: { node: Phase }[] } };
          }[];
        };
      };
    }>(
      `query T($id: ID!) { entrepreneur(id: $id) {
         coaching { testPhases { edges { node { __typename host { code } project { enterprise { number } } } } } }
         projects { edges { node { applications { id } dossiers { edges { node { agency { code } } } }
           testPhases { edges { node { __typename host { code } } } } } } } } }`,
      { id },
      { as: "tom" },
    );
    expect(errors).toEqual([]);
    const phase = { node: { __typename: "TestPhase", host: { code: "JOB_YOURSELF" } } };
    expect(data.entrepreneur.coaching.testPhases.edges).toMatchObject([phase]);
    const [found] = data.entrepreneur.projects.edges;
    expect(found?.node.testPhases.edges).toMatchObject([phase]);
    expect(found?.node.dossiers.edges).toMatchObject([{ node: { agency: { code: "JOB_YOURSELF" } } }]);
    expect(found?.node.applications).toHaveLength(2);
    const described = await all.ask<{ __type: { fields: { name: string; description: string }[] } }>(
      `{ __type(name: "TestPhase") { fields { name description } } }`,
      {},
      { as: null },
    );
    expect(described.data.__type.fields.map(({ name }) => name)).not.toContain("employer");
    expect(described.data.__type.fields.find(({ name }) => name === "host")?.description).toContain("employs nobody");
  });
});

interface Phase {
  readonly host: { readonly code: string };
}
