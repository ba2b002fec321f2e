/**
 * J18, R53: documents of a project that becomes an enterprise. What was given for the project is not asked of the enterprise; a link without a
 * mandate is a claim, which opens nothing and shows nowhere at the enterprise; a link that was wrong takes nothing along when it goes.
 */
import { demonstrationEnterpriseNumber, newId } from "@parcours/shared/ids";
import { until, type List } from "../asking.js";
import { aPdf, Client, type Provided } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { act, registerMandate, untilTold, type ProjectActed, type SaidProject } from "./projects.js";

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly isValid: boolean;
  readonly enterprise: { readonly number: string } | null;
  readonly projectEnterprise: { readonly number: string } | null;
}

let all: EndToEnd;
let olivia: string;
let amina: string;
let aminas: string;
let project: SaidProject;
let plan: string;
const number = demonstrationEnterpriseNumber(1_810_001);
const own = { as: "olivia" };
const content = aPdf("the plan of a project");
const clientOf = (as: string): Client => new Client(all, { as });

beforeAll(async () => {
  all = await startAll({ name: "j18documents" });
  olivia = all.person("olivia").entrepreneurId ?? "";
  amina = all.person("amina").entrepreneurId ?? "";
  aminas = all.numberOf("KNOWN_TO_EVERY_POLE");
  const title = { text: "Paper Shop", language: "EN" };
  const input = { entrepreneurId: olivia, title, stage: "PRE_CREATION", sector: "ICT" };
  const { project: made, errors } = await act(all, "registerProject", input, own);
  if (!made) throw new Error(JSON.stringify(errors));
  project = made;
});
afterAll(() => all?.system.stop());
afterEach(async () => {
  for (const name of ["coaching", "front-door"]) await all.isUp(name);
});

const fields = "id version isValid enterprise { number } projectEnterprise { number }";
const lists = {
  project: `query L($key: ID!) { of: project(id: $key) { documents { edges { node { ${fields} } } } } }`,
  enterprise: `query L($key: String!) { of: enterprise(number: $key) { documents { edges { node { ${fields} } } } } }`,
} as const;
async function documentsOf(kind: keyof typeof lists, key: string, as: string): Promise<Listed[]> {
  const { data } = await all.ask<{ of: { documents: List<Listed> | null } | null }>(lists[kind], { key }, { as });
  return data.of?.documents?.edges.map(({ node }) => node) ?? [];
}
const idsOf = async (kind: keyof typeof lists, key: string, as: string): Promise<string[]> =>
  (await documentsOf(kind, key, as)).map(({ id }) => id);
async function link(enterpriseNumber: string | null): Promise<ProjectActed> {
  const input = { projectId: project.id, version: project.version, enterpriseNumber };
  const acted = await act(all, "linkProjectToEnterprise", input, own);
  project = acted.project ?? project;
  return acted;
}
/** Waits until every owner knows, or no longer knows, of the link. */
async function linkIsTold(isThere = true): Promise<void> {
  for (const owner of Object.keys(all.system.subgraphs)) await untilTold(all, owner, project.id, isThere);
}
const codesOf = ({ errors }: Provided): string[] => errors.map(({ code }) => code);
const part = (more: object = {}) => ({ entrepreneurId: olivia, agency: "BEW", ...more });

describe("a document says of which project it is", () => {
  it("of the person's own: it is in the project, for who may read it", async () => {
    const offered = await clientOf("olivia").offer(content, part({ projectId: project.id }));
    expect(codesOf(offered)).toEqual([]);
    expect((await clientOf("olivia").send(offered, content)).status).toBe(204);
    plan = offered.ticket?.documentId ?? "";
    await until("the directory knows it", async () => (await idsOf("project", project.id, "olivia")).length === 1);
    expect(await documentsOf("project", project.id, "olivia")).toEqual([
      { id: plan, version: 1, isValid: true, enterprise: null, projectEnterprise: null },
    ]);
    expect(await idsOf("project", project.id, "karim")).toEqual([plan]);
    for (const as of ["wim", "sofie", "pieter", "emma"]) expect(await idsOf("project", project.id, as)).toEqual([]);
  });

  it("of no other: another's project and an unknown one are answered alike", async () => {
    const refusals = await Promise.all([
      clientOf("amina").offer(content, part({ entrepreneurId: amina, projectId: project.id })),
      clientOf("amina").offer(content, part({ entrepreneurId: amina, projectId: newId() })),
      // An official who may read both projects and persons.
      clientOf("claire").offer(content, part({ entrepreneurId: amina, projectId: project.id })),
      clientOf("claire").offer(content, part({ entrepreneurId: amina, projectId: newId() })),
    ]);
    for (const refused of refusals) expect(codesOf(refused)).toEqual(["DOCUMENT_PROJECT_REFUSED"]);
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[2]).toEqual(refusals[3]);
  });

  it("and waits where nobody can say whose it is; the same key goes on afterwards", async () => {
    await all.subgraph("coaching").kill();
    const market = part({ projectId: project.id, documentType: "MARKET_STUDY", idempotencyKey: newId() });
    expect(codesOf(await clientOf("olivia").offer(aPdf("study"), market))).toEqual(["DOCUMENT_PROJECT_SILENT"]);
    await all.isUp("coaching");
    await until("coaching answers", async () => {
      const { state } = await clientOf("olivia").offer(aPdf("study"), market);
      return state === "SEND_BYTES";
    });
  });
});

describe("a link without a mandate is a claim", () => {
  it("opens nothing of the person to the enterprise that is claimed, and shows nowhere at it", async () => {
    const { errors, warnings, project: claimed } = await link(aminas);
    expect([errors, claimed?.enterpriseLink?.code]).toEqual([[], "CLAIMED"]);
    expect(warnings.map(({ code }) => code)).toEqual(["PROJECT_LINK_CLAIMED"]);
    await linkIsTold();
    expect(await idsOf("enterprise", aminas, "amina")).not.toContain(plan);
    expect(await idsOf("enterprise", aminas, "tom")).not.toContain(plan);
    const seen = await all.ask<{ project: object; document: object | null }>(
      `query S($project: ID!, $document: ID!) {
         project(id: $project) { title pitch enterprise { number } } document(id: $document) { version } }`,
      { project: project.id, document: plan },
      { as: "amina" },
    );
    expect(seen.data).toEqual({ project: { title: null, pitch: null, enterprise: null }, document: null });
    expect(await clientOf("amina").link(plan, "BEW")).toBeNull();
    for (const as of ["amina", "tom"]) expect(await projectsOf(aminas, as)).not.toContain(project.id);
  });

  it("stands for nothing that the enterprise is asked for", async () => {
    const offered = await clientOf("amina").offer(
      aPdf("amina's"),
      part({ entrepreneurId: amina, enterpriseNumber: aminas }),
    );
    expect([offered.state, codesOf(offered)]).toEqual(["SEND_BYTES", []]);
  });
});

async function projectsOf(enterprise: string, as: string): Promise<string[]> {
  const { data } = await all.ask<{ enterprise: { projects: List<{ id: string }> | null } }>(
    "query P($number: String!) { enterprise(number: $number) { projects { edges { node { id } } } } }",
    { number: enterprise },
    { as },
  );
  return data.enterprise.projects?.edges.map(({ node }) => node.id) ?? [];
}

describe("with the mandate, project and enterprise are one", () => {
  beforeAll(async () => {
    await registerMandate(all, olivia, number);
    expect((await link(number)).project?.enterpriseLink?.code).toBe("CONFIRMED");
    await linkIsTold();
  });

  it("what was given for the project is not asked of the enterprise", async () => {
    await until("the directory follows", async () => (await idsOf("enterprise", number, "olivia")).includes(plan));
    const again = await clientOf("olivia").offer(
      aPdf("another"),
      part({ enterpriseNumber: number, agency: "INNOVIRIS" }),
    );
    expect(again).toMatchObject({ state: "ALREADY_HELD", document: { id: plan } });
    const elsewhere = await clientOf("olivia").offer(
      aPdf("another"),
      part({ enterpriseNumber: number, agency: "CITYDEV" }),
    );
    expect(elsewhere).toMatchObject({ state: "ALREADY_HELD", document: { id: plan } });
    const held = await all.ask<{ documentsHeldBy: List<{ id: string; projectEnterpriseNumber: string }> }>(
      `query H($number: String!) { documentsHeldBy(agency: "BEW", enterpriseNumber: $number) { edges { node { id projectEnterpriseNumber } } } }`,
      { number },
      own,
    );
    expect(held.data.documentsHeldBy.edges.map(({ node }) => node)).toEqual([
      { id: plan, projectEnterpriseNumber: number },
    ]);
    expect(await projectsOf(number, "tom")).toEqual([project.id]);
  });

  it("is read by who acts for the enterprise, and not by that the project", async () => {
    expect(await clientOf("amina").link(plan, "BEW")).toBeNull();
    await registerMandate(all, amina, number);
    await until("the directory follows", async () => (await idsOf("enterprise", number, "amina")).includes(plan));
    const path = await clientOf("amina").link(plan, "BEW");
    expect((await clientOf("amina").fetch(path ?? "")).body.equals(content)).toBe(true);
    const { data } = await all.ask<{ project: { title: string | null } }>(
      "query T($id: ID!) { project(id: $id) { title } }",
      { id: project.id },
      { as: "amina" },
    );
    expect(data.project.title).toBeNull();
    expect(await projectsOf(number, "amina")).toEqual([]);
  });

  it("the enterprise's next version is the second of one series; unlinked, each keeps its own", async () => {
    const next = aPdf("the plan of the enterprise");
    const offered = await clientOf("olivia").offer(next, part({ enterpriseNumber: number, isNewVersion: true }));
    expect((await clientOf("olivia").send(offered, next)).status).toBe(204);
    const second = offered.ticket?.documentId ?? "";
    await until("the directory knows both", async () => (await idsOf("enterprise", number, "olivia")).length === 2);
    expect(await documentsOf("enterprise", number, "olivia")).toMatchObject([
      { id: second, version: 2, isValid: true },
      { id: plan, version: 1, isValid: false },
    ]);
    expect((await link(null)).errors).toEqual([]);
    await linkIsTold(false);
    expect(await idsOf("enterprise", number, "amina")).toEqual([second]);
    expect(await clientOf("amina").link(plan, "BEW")).toBeNull();
    expect(await documentsOf("project", project.id, "olivia")).toMatchObject([
      { id: plan, version: 1, isValid: true, projectEnterprise: null },
    ]);
    const again = await clientOf("olivia").offer(aPdf("another"), part({ projectId: project.id }));
    expect(again).toMatchObject({ state: "ALREADY_HELD", document: { id: plan, version: 1 } });
    expect((await link(number)).errors).toEqual([]);
    await linkIsTold();
    expect(await idsOf("enterprise", number, "olivia")).toEqual([second, plan]);
  });

  it("without the front door the list says so", async () => {
    await all.subgraph("front-door").kill();
    const { data, errors } = await all.ask<{ of: { documents: null } }>(lists.project, { key: project.id }, own);
    expect(data.of.documents).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
  });
});

describe("an act on a project", () => {
  const input = { title: { text: "Of nobody", language: "EN" }, stage: "PRE_CREATION", sector: "ICT" };

  it.each([
    ["EN", "This person is not known: register the person first."],
    ["FR", "Cette personne n'est pas connue : enregistrez-la d'abord."],
    ["NL", "Deze persoon is niet bekend: registreer die eerst."],
  ] as const)("is on somebody: in %s", async (language, message) => {
    const asked = { ...input, entrepreneurId: newId() };
    const { errors } = await act(all, "registerProject", asked, { as: "tom", language });
    expect(errors).toMatchObject([{ code: "PROJECT_PERSON_UNKNOWN", message, path: ["input", "entrepreneurId"] }]);
  });

  it("waits for who knows the person; the same key goes on afterwards, once", async () => {
    await all.subgraph("front-door").kill();
    const asked = { ...input, idempotencyKey: newId(), entrepreneurId: olivia };
    const first = await act(all, "registerProject", asked, { as: "tom" });
    expect(first.errors.map(({ code }) => code)).toEqual(["PROJECT_PERSON_UNCHECKED"]);
    await all.isUp("front-door");
    await until("the front door answers", async () => {
      const { errors } = await act(all, "registerProject", asked, { as: "tom" });
      return errors.length === 0;
    });
    const done = await Promise.all(Array.from({ length: 20 }, () => act(all, "registerProject", asked, { as: "tom" })));
    expect(new Set(done.map((one) => one.project?.id)).size).toBe(1);
  });

  it("is on the id in use of a person whose files were merged", async () => {
    const { id, formerIds } = all.story("DUPLICATES_MERGED");
    const asked = { ...input, entrepreneurId: formerIds[0]?.id ?? "" };
    const { project: made } = await act(all, "registerProject", asked, { as: "tom" });
    const { data } = await all.ask<{ project: { entrepreneur: { id: string } } }>(
      "query P($id: ID!) { project(id: $id) { entrepreneur { id } } }",
      { id: made?.id },
      { as: "tom" },
    );
    expect(data.project.entrepreneur.id).toBe(id);
  });

  it("of twenty at once with one key links once; of two with one version one is told of the other", async () => {
    const asked = { projectId: project.id, version: project.version, enterpriseNumber: number };
    const once = { ...asked, idempotencyKey: newId() };
    const acts = await Promise.all(Array.from({ length: 20 }, () => act(all, "linkProjectToEnterprise", once, own)));
    expect(new Set(acts.map((one) => one.project?.version))).toEqual(new Set([project.version + 1]));
    const version = project.version + 1;
    const two = await Promise.all(
      [number, null].map((enterpriseNumber) =>
        act(all, "linkProjectToEnterprise", { ...asked, version, enterpriseNumber }, own),
      ),
    );
    expect(two.map(({ errors }) => errors.map(({ code }) => code).join()).sort()).toEqual(["", "CHANGED_MEANWHILE"]);
  });
});
