/** Projects and the enterprises that they become: who is told what of a claim, and what an act asks of others (R53, J18; decision 0023). */
import { statement } from "@parcours/shared/database";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { demonstrationEnterpriseNumber, idFrom, newId } from "@parcours/shared/ids";
import type { Language } from "@parcours/shared/languages";
import type { AskedGraph, GraphReply } from "@parcours/shared/server/graph-on-behalf";
import { anAdvisor, openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../src/subgraph.js";

const [olivia, former, mallory] = [idFrom("olivia"), idFrom("olivia before"), idFrom("mallory")];
const asPerson = (entrepreneurId: string): Reader => ({ role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" });
let next = 0;
const aNumber = (): string => demonstrationEnterpriseNumber((next += 1));

let subgraph: SubgraphUnderTest;
beforeAll(async () => void (subgraph = await openSubgraphUnderTest(definition)));
afterAll(() => subgraph.close());

const touch = statement(
  `insert into feed_cursor (producer, topic, as_of) values ($1, 'POLICY', clock_timestamp())
   on conflict (producer, topic) do update set as_of = excluded.as_of`,
);
async function mandate(entrepreneurId: string, enterpriseNumber: string): Promise<void> {
  const body = { kind: "MANDATE", entrepreneurId, enterpriseNumber, since: "2020-01-01", until: null };
  const rows = [{ position: 1, key: newId(), body }];
  const from = { producer: "front-door", generation: 1 };
  await policyTargetFor("front-door", new Map()).apply(subgraph.database, rows, from);
  await subgraph.database.query(touch, ["front-door"]);
}

/** What others answer: who is known under which id, and whether the register knows a number; what is not said is silence. */
function graphOf({ persons, register }: { persons?: Readonly<Record<string, string>>; register?: string } = {}) {
  const asked: string[] = [];
  const reply = (root: string, value: object | null, code = "NOT_SHARED"): GraphReply => ({
    data: { [root]: value },
    faults: value === null ? [{ root, code }] : [],
  });
  const graph: AskedGraph = {
    async ask(query, { id, number }) {
      asked.push(query.split(" ")[1] ?? "");
      if (typeof number === "string")
        return register === undefined ? null : reply("enterprise", { registryState: register });
      if (persons === undefined) return reply("entrepreneur", null, "SUBGRAPH_UNAVAILABLE");
      const known = persons[String(id)];
      return reply("entrepreneur", known === undefined ? null : { id: known });
    },
  };
  return { graph, asked };
}
const everybody = { persons: { [olivia]: olivia, [former]: olivia, [mallory]: mallory }, register: "KNOWN" };

interface Acted {
  readonly project: {
    readonly id: string;
    readonly version: number;
    readonly enterprise: { readonly number: string } | null;
    readonly enterpriseLink: { readonly code: string; readonly label: string } | null;
    readonly entrepreneur: { readonly id: string };
  } | null;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}
const said = "id version enterprise { number } enterpriseLink { code label } entrepreneur { id }";
interface ActedAs {
  readonly reader?: Reader;
  readonly language?: Language;
  readonly graph?: AskedGraph;
}
async function act(
  mutation: "registerProject" | "linkProjectToEnterprise",
  input: object,
  as: ActedAs = {},
): Promise<Acted> {
  const type = mutation === "registerProject" ? "RegisterProjectInput" : "LinkProjectInput";
  const query = `mutation ($input: ${type}!) { of: ${mutation}(input: $input) { project { ${said} } errors { code message } warnings { code message } } }`;
  const options = { reader: asPerson(olivia), graph: graphOf(everybody).graph, ...as };
  const { data, errors } = await subgraph.run(query, { input: { idempotencyKey: newId(), ...input } }, options);
  expect(errors).toBeUndefined();
  return (data as { of: Acted }).of;
}
const about = { title: { text: "Paper Shop", language: "EN" }, stage: "PRE_CREATION", sector: "ICT" };
const register = (entrepreneurId: string, as?: ActedAs, more: object = {}): Promise<Acted> =>
  act("registerProject", { ...about, entrepreneurId, ...more }, as);
async function aProject(of = olivia): Promise<{ projectId: string; version: number }> {
  const { project } = await register(of, { reader: asPerson(of) });
  if (!project) throw new Error("no project");
  return { projectId: project.id, version: project.version };
}
const codes = (faults: readonly { readonly code: string }[]): string[] => faults.map(({ code }) => code);
const projectsIn = async (): Promise<number> =>
  (await subgraph.database.query<{ n: number }>(statement("select count(*)::int as n from project")))[0]?.n ?? -1;

describe("a project is registered", () => {
  it("of a person whom the front door knows, under the id in use", async () => {
    const { project, errors } = await register(former, { reader: anAdvisor });
    expect([codes(errors), project?.entrepreneur.id]).toEqual([[], olivia]);
  });

  it("of nobody who is not known, and not while nobody can say", async () => {
    const before = await projectsIn();
    const unknown = await register(newId(), { reader: anAdvisor });
    expect(codes(unknown.errors)).toEqual(["PROJECT_PERSON_UNKNOWN"]);
    const key = { idempotencyKey: newId() };
    for (const graph of [graphOf().graph, { ask: async () => null }])
      expect(codes((await register(olivia, { reader: anAdvisor, graph }, key)).errors)).toEqual([
        "PROJECT_PERSON_UNCHECKED",
      ]);
    expect(await projectsIn()).toBe(before);
    const { project } = await register(olivia, { reader: anAdvisor }, key);
    // Done once, it is told again though nobody answers any more.
    const again = await register(olivia, { reader: anAdvisor, graph: graphOf().graph }, key);
    expect(again.project?.id).toBe(project?.id);
    expect(await projectsIn()).toBe(before + 1);
  });

  it("by nobody else, and then nobody is asked about the person", async () => {
    const { graph, asked } = graphOf(everybody);
    const coach: Reader = { role: "COACH", agency: "HUB", staffId: "7" };
    for (const reader of [asPerson(mallory), coach])
      expect(codes((await register(olivia, { reader, graph })).errors)).toEqual(["ACT_NOT_ALLOWED"]);
    expect(asked).toEqual([]);
  });
});

describe("a project is linked", () => {
  it.each([
    ["KNOWN", true, []],
    ["UNKNOWN", true, ["PROJECT_ENTERPRISE_NOT_IN_REGISTER"]],
    [undefined, true, ["PROJECT_REGISTER_SILENT"]],
    ["KNOWN", false, ["PROJECT_LINK_CLAIMED"]],
    ["UNKNOWN", false, ["PROJECT_ENTERPRISE_NOT_IN_REGISTER", "PROJECT_LINK_CLAIMED"]],
  ])("with the register saying %s and a mandate %s: warned of %j", async (state, hasMandate, expected) => {
    const enterpriseNumber = aNumber();
    if (hasMandate) await mandate(olivia, enterpriseNumber);
    const { graph } = graphOf({ persons: everybody.persons, ...(state !== undefined && { register: state }) });
    const done = await act("linkProjectToEnterprise", { ...(await aProject()), enterpriseNumber }, { graph });
    expect([codes(done.errors), codes(done.warnings)]).toEqual([[], expected]);
    expect(done.project).toMatchObject({
      enterprise: { number: enterpriseNumber },
      enterpriseLink: { code: hasMandate ? "CONFIRMED" : "CLAIMED" },
    });
  });

  it.each<[Language, RegExp, RegExp]>([
    ["FR", /^Aucun mandat/, /^Déclaré/],
    ["NL", /^Er is geen mandaat/, /^Verklaard/],
    ["EN", /^No mandate/, /^Claimed/],
  ])("and says so in %s", async (language, warning, label) => {
    const order = { ...(await aProject()), enterpriseNumber: aNumber() };
    const { warnings, project } = await act("linkProjectToEnterprise", order, { language });
    expect(warnings[0]?.message).toMatch(warning);
    expect(project?.enterpriseLink?.label).toMatch(label);
  });

  it("and every owner is told, with ids and days alone; taken back, so are they", async () => {
    const order = await aProject();
    const enterpriseNumber = aNumber();
    await act("linkProjectToEnterprise", { ...order, enterpriseNumber, since: "2026-01-02" });
    await act("linkProjectToEnterprise", { ...order, version: order.version + 1 });
    const told = await subgraph.database.query<{ body: object | null }>(
      statement("select body from outbox where topic = 'POLICY' and key = $1 order by id"),
      [order.projectId],
    );
    expect(told.map(({ body }) => body)).toEqual([
      {
        kind: "PROJECT",
        projectId: order.projectId,
        entrepreneurId: olivia,
        agencyCode: "HUB",
        enterpriseNumber,
        since: "2026-01-02",
        until: null,
      },
      null,
    ]);
  });

  it("to a stranger's enterprise it is read by nobody there, and not found from it", async () => {
    const enterpriseNumber = aNumber();
    await mandate(mallory, enterpriseNumber);
    const { projectId, version } = await aProject();
    await act("linkProjectToEnterprise", { projectId, version, enterpriseNumber });
    const read = `query ($id: ID!) { project(id: $id) { title enterprise { number } stage { code } } }`;
    const reads = async (reader: Reader): Promise<unknown> =>
      (await subgraph.run(read, { id: projectId }, { reader })).data;
    for (const reader of [
      asPerson(mallory),
      { role: "MANDATARY", entrepreneurId: mallory, purpose: "OWN_PATH" } as Reader,
    ])
      expect(await reads(reader)).toEqual({ project: { title: null, enterprise: null, stage: null } });
    expect(await reads(asPerson(olivia))).toMatchObject({ project: { title: "Paper Shop" } });
    const looks = await subgraph.looksOf(read, anAdvisor, { id: projectId });
    expect(looks.map(({ enterpriseNumber: of }) => of)).toEqual([null]);
    expect(await foundFrom(enterpriseNumber)).toEqual([]);
    await mandate(olivia, enterpriseNumber);
    expect(await foundFrom(enterpriseNumber)).toEqual([projectId]);
    // It became that enterprise, and is a person's all the same (J12).
    expect(await reads(asPerson(mallory))).toEqual({ project: { title: null, enterprise: null, stage: null } });
  });

  it("to a stranger's enterprise a hundred times fills no page of it", async () => {
    const enterpriseNumber = aNumber();
    await mandate(mallory, enterpriseNumber);
    const theirs = await aProject(mallory);
    await act("linkProjectToEnterprise", { ...theirs, enterpriseNumber }, { reader: asPerson(mallory) });
    for (let many = 0; many < 12; many += 1)
      await act("linkProjectToEnterprise", { ...(await aProject()), enterpriseNumber });
    expect(await foundFrom(enterpriseNumber, 10)).toEqual([theirs.projectId]);
  });
});

describe("the projects of an enterprise", () => {
  it("are those one may know of: a partner's is on no page, in no cursor and in no count, and is in the way of none", async () => {
    const enterpriseNumber = aNumber();
    for (const person of [olivia, mallory]) await mandate(person, enterpriseNumber);
    const mine = await aProject(mallory);
    await act("linkProjectToEnterprise", { ...mine, enterpriseNumber }, { reader: asPerson(mallory) });
    const theirs = await aProject();
    await act("linkProjectToEnterprise", { ...theirs, enterpriseNumber });
    for (const [person, own] of [
      [mallory, mine],
      [olivia, theirs],
    ] as const) {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { projects(first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } } }`;
      const asked = { of: [{ __typename: "Enterprise", number: enterpriseNumber }] };
      const { data } = await subgraph.run(query, asked, { reader: asPerson(person) });
      const [edge] = (data as { _entities: [{ projects: { edges: [{ cursor: string }] } }] })._entities[0].projects
        .edges;
      expect(data).toEqual({
        _entities: [
          {
            projects: {
              edges: [{ cursor: edge.cursor, node: { id: own.projectId } }],
              pageInfo: { hasNextPage: false, endCursor: edge.cursor },
            },
          },
        ],
      });
      expect(Buffer.from(edge.cursor, "base64url").toString()).toContain(own.projectId);
    }
  });
});

async function foundFrom(number: string, first = 10): Promise<string[]> {
  const query = `query ($of: [_Any!]!, $first: Int!) { _entities(representations: $of) { ... on Enterprise { projects(first: $first) { edges { node { id } } pageInfo { hasNextPage } } } } }`;
  const { data } = await subgraph.run(query, { of: [{ __typename: "Enterprise", number }], first });
  const [{ projects } = { projects: { edges: [], pageInfo: { hasNextPage: true } } }] = (
    data as { _entities: { projects: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean } } }[] }
  )._entities;
  expect(projects.pageInfo.hasNextPage).toBe(false);
  return projects.edges.map(({ node }) => node.id);
}
