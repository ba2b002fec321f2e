/** Documents of projects in the directory: listed by project, and as those of the enterprise that the project became (R53, J18; decision 0023). */
import type { DocumentPointer } from "@parcours/shared/documents/document-pointer";
import type { RelationPolicy } from "@parcours/shared/feed/policy";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import { demonstrationEnterpriseNumber, idFrom, newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { pointerTarget } from "../src/directory/directory.target.js";
import { definition } from "../src/subgraph.js";
import { asPerson } from "./acts-fixtures.js";
import { aPerson, readPolicy } from "./fixtures.js";

const number = demonstrationEnterpriseNumber(21);
const project = idFrom("a project");
const id = (name: string): string => idFrom("project document", name);
const officer: Reader = { role: "FINANCING_OFFICER", agency: "BEW", staffId: "BEW-1" };
const stranger: Reader = { ...officer, agency: "CREDAL" };

let subgraph: SubgraphUnderTest;
let sofie: string;
let partner: string;
const told = (name: string, day: string, part: object = {}, document: object = {}): { key: string; body: object } => ({
  key: id(name),
  body: {
    holder: { entrepreneurId: sofie },
    agencyCode: "BEW",
    category: "DOCUMENT",
    readers: ["OWN", "MANDATARY", "COACH_OF", "GRANTED", "FINANCING_OFFICER@BEW"],
    ...part,
    document: {
      type: "BUSINESS_PLAN",
      providedTo: ["BEW"],
      projectId: project,
      sha256: "ab".repeat(32),
      mediaType: "application/pdf",
      size: 1000,
      version: 1,
      validFrom: "2020-01-01",
      validUntil: null,
      supersededBy: null,
      supersededThrough: null,
      receivedAt: `${day}T10:00:00.000Z`,
      ...document,
    } satisfies DocumentPointer["document"],
  },
});
const target = policyTargetFor("front-door", new Map());
async function policy(producer: string, key: string, body: RelationPolicy | null): Promise<void> {
  await target.apply(subgraph.database, [{ position: 1, key, body }], { producer, generation: 1 });
  await readPolicy(subgraph.database);
}
const period = { since: "2020-01-01", until: null };
const link = (entrepreneurId: string): Promise<void> =>
  policy("coaching", project, {
    kind: "PROJECT",
    projectId: project,
    entrepreneurId,
    enterpriseNumber: number,
    ...period,
  });

beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  sofie = await aPerson(subgraph.database, { given: "Sofie", family: "Maes" });
  partner = await aPerson(subgraph.database, { given: "Jan", family: "Claes" });
  const rows = [
    told(
      "plan",
      "2026-01-01",
      {},
      { supersededBy: id("next"), supersededThrough: { projectId: project, enterpriseNumber: number } },
    ),
    told("pitch", "2026-01-02", {}, { type: "MARKET_STUDY" }),
    told("of somebody else", "2026-01-03", { holder: { entrepreneurId: partner } }, { type: "LEASE" }),
    told(
      "next",
      "2026-01-04",
      { holder: { enterpriseNumber: number }, other: { entrepreneurId: sofie } },
      { projectId: null, version: 2 },
    ),
  ];
  await pointerTarget.apply(
    subgraph.database,
    rows.map((row, position) => ({ position, ...row })),
    { producer: "financing", generation: 1 },
  );
  for (const who of [sofie, partner])
    await policy("front-door", who, { kind: "MANDATE", entrepreneurId: who, enterpriseNumber: number, ...period });
});
afterAll(() => subgraph.close());
beforeEach(() => policy("coaching", project, null));

const list = "documents(first: $first, after: $after, validOnly: $validOnly)";
const fields =
  "edges { cursor node { id type { code } isValid enterprise { number } projectEnterprise { number } } } pageInfo { hasNextPage endCursor }";
interface Page {
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly isValid: boolean; readonly projectEnterprise: object | null };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const head = "$first: Int! = 20, $after: String, $validOnly: Boolean! = false";
async function ofProject(reader: Reader, variables: object = {}, key = project): Promise<Page> {
  const query = `query (${head}, $of: [_Any!]!) { _entities(representations: $of) { ... on Project { ${list} { ${fields} } } } }`;
  const of = [{ __typename: "Project", id: key }];
  const { data, errors } = await subgraph.run(query, { of, ...variables }, { reader });
  expect(errors).toBeUndefined();
  return (data as { _entities: readonly { readonly documents: Page }[] })._entities[0]?.documents as Page;
}
async function ofEnterprise(reader: Reader, variables: object = {}): Promise<Page> {
  const query = `query ($number: String!, ${head}) { enterprise(number: $number) { ${list} { ${fields} } } }`;
  const { data } = await subgraph.run(query, { number, ...variables }, { reader });
  return (data as { enterprise: { documents: Page } }).enterprise.documents;
}
const ids = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);
const named = (...names: string[]): string[] => names.map(id);

describe("documents of a project", () => {
  it("are seen by what the reader is to who gave each, newest first, page by page", async () => {
    expect(ids(await ofProject(asPerson(sofie)))).toEqual(named("pitch", "plan"));
    expect(ids(await ofProject(asPerson(partner)))).toEqual(named("of somebody else"));
    expect(ids(await ofProject(officer))).toEqual(named("of somebody else", "pitch", "plan"));
    expect(ids(await ofProject(stranger))).toEqual([]);
    const first = await ofProject(officer, { first: 2 });
    expect([ids(first), first.pageInfo.hasNextPage]).toEqual([named("of somebody else", "pitch"), true]);
    const rest = await ofProject(officer, { first: 2, after: first.pageInfo.endCursor });
    expect([ids(rest), rest.pageInfo.hasNextPage]).toEqual([named("plan"), false]);
  });

  it("are none for who says no purpose, and cost the same where there are none", async () => {
    expect(ids(await ofProject({ role: "ANONYMOUS" }))).toEqual([]);
    const cost = async (reader: Reader, key: string): Promise<number> => {
      await ofProject(reader, {}, key);
      const before = subgraph.database.statements;
      await ofProject(reader, {}, key);
      return subgraph.database.statements - before;
    };
    expect(await cost(stranger, newId())).toBe(await cost(stranger, project));
    expect(await cost(asPerson(idFrom("nobody")), newId())).toBe(await cost(asPerson(idFrom("nobody")), project));
  });

  it("of many projects cost as many statements as of one", async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Project { documents { edges { node { id } } } } } }`;
    const cost = async (keys: readonly string[]): Promise<number> => {
      const of = keys.map((key) => ({ __typename: "Project", id: key }));
      const before = subgraph.database.statements;
      await subgraph.run(query, { of }, { reader: officer });
      return subgraph.database.statements - before;
    };
    expect(await cost([project, ...Array.from({ length: 20 }, () => newId())])).toBe(await cost([project]));
  });
});

describe("documents of the enterprise that a project became", () => {
  it("hold those of the project while the link counts, its person's alone", async () => {
    expect(ids(await ofEnterprise(asPerson(partner)))).toEqual(named("next"));
    await link(sofie);
    const linked = await ofEnterprise(asPerson(partner));
    expect(ids(linked)).toEqual(named("next", "pitch", "plan"));
    expect(linked.edges.map(({ node }) => node.projectEnterprise)).toEqual([null, { number }, { number }]);
    expect(ids(await ofEnterprise(officer))).toEqual(named("next", "pitch", "plan"));
    expect(ids(await ofEnterprise(stranger))).toEqual([]);
    const first = await ofEnterprise(officer, { first: 2 });
    const rest = await ofEnterprise(officer, { first: 2, after: first.pageInfo.endCursor });
    expect([ids(first), ids(rest)]).toEqual([named("next", "pitch"), named("plan")]);
  });

  it("hold none by a claim", async () => {
    await link(idFrom("somebody without mandate"));
    expect(ids(await ofEnterprise(officer))).toEqual(named("next"));
    // Of a person with a mandate, whose project it is not: the documents are another's.
    await link(partner);
    expect(ids(await ofEnterprise(officer))).toEqual(named("next", "of somebody else"));
  });

  it("replace a version of the project for as long as the link counts", async () => {
    const valid = async (): Promise<string[]> => ids(await ofProject(asPerson(sofie), { validOnly: true }));
    expect(await valid()).toEqual(named("pitch", "plan"));
    await link(sofie);
    expect(await valid()).toEqual(named("pitch"));
    const { edges } = await ofEnterprise(asPerson(partner));
    expect(edges.map(({ node }) => node.isValid)).toEqual([true, true, false]);
  });

  it("are read one by one by who acts for the enterprise, and by nobody when the link is taken back", async () => {
    const ask = async (): Promise<unknown> => {
      const query = "query ($id: ID!) { document(id: $id) { version } }";
      return (await subgraph.run(query, { id: id("pitch") }, { reader: asPerson(partner) })).data;
    };
    expect(await ask()).toEqual({ document: null });
    await link(sofie);
    expect(await ask()).toEqual({ document: { version: 1 } });
    await policy("coaching", project, null);
    expect(await ask()).toEqual({ document: null });
  });
});
