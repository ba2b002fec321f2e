import type { DocumentPointer } from "@parcours/shared/documents/document-pointer";
import { demonstrationEnterpriseNumber, idFrom, newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { pointerTarget } from "../src/directory/directory.target.js";
import { definition } from "../src/subgraph.js";
import { asCoach, asPerson } from "./acts-fixtures.js";
import { aPerson, readPolicy, somePolicy } from "./fixtures.js";

const number = demonstrationEnterpriseNumber(7);
const officer = (agency: string): Reader => ({
  role: "FINANCING_OFFICER",
  agency,
  staffId: `${agency}-1`,
  purpose: "FUNDING",
  caseReference: "application-1",
});

let subgraph: SubgraphUnderTest;
let sofie: string;
const id = (name: string): string => idFrom("test document", name);
const told = (name: string, part: object = {}, document: object = {}): { key: string; body: DocumentPointer } => ({
  key: id(name),
  body: {
    holder: { entrepreneurId: sofie },
    agencyCode: "BEW",
    category: "DOCUMENT",
    readers: ["OWN", "MANDATARY", "COACH_OF", "GRANTED", "FINANCING_OFFICER@BEW", "FINANCING_OFFICER@INNOVIRIS"],
    ...part,
    document: {
      type: "BUSINESS_PLAN",
      providedTo: ["BEW", "INNOVIRIS"],
      projectId: null,
      sha256: "ab".repeat(32),
      mediaType: "application/pdf",
      size: 1000,
      version: 1,
      validFrom: "2020-01-01",
      validUntil: null,
      supersededBy: null,
      supersededThrough: null,
      receivedAt: "2026-01-01T10:00:00.000Z",
      ...document,
    },
  },
});
const tell = (rows: readonly { key: string; body: DocumentPointer | null }[], generation = 1): Promise<void> =>
  pointerTarget.apply(
    subgraph.database,
    rows.map((row, position) => ({ position, ...row })),
    { producer: "financing", generation },
  );

beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  sofie = await aPerson(subgraph.database, { given: "Sofie", family: "Maes" });
  await readPolicy(subgraph.database);
  await tell([
    told("plan"),
    told("former", {}, { supersededBy: id("plan"), receivedAt: "2025-01-01T10:00:00.000Z" }),
    told("for BEW alone", { readers: ["OWN", "FINANCING_OFFICER@BEW"] }, { providedTo: ["BEW"], type: "LEASE" }),
    told(
      "of the enterprise",
      { holder: { enterpriseNumber: number }, other: { entrepreneurId: sofie } },
      { type: "STATUTES" },
    ),
  ]);
});
afterAll(() => subgraph.close());

const list = `documents(types: $types, validOnly: $validOnly) { edges { node { id type { code } holder { code } providedTo { code }
  version isValid supersededBy { id } enterprise { number } } } }`;
interface Listed {
  readonly documents: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
}
async function ofPerson(reader: Reader, variables: object = {}): Promise<string[]> {
  const query = `query ($id: ID!, $types: [String!], $validOnly: Boolean! = false) { entrepreneur(id: $id) { ${list} } }`;
  const { data, errors } = await subgraph.run(query, { id: sofie, ...variables }, { reader });
  expect(errors).toBeUndefined();
  return ((data as { entrepreneur: Listed }).entrepreneur.documents?.edges ?? []).map(({ node }) => node.id);
}

describe("documents in the directory", () => {
  it("are all the person's to see, newest first, narrowed by type and day", async () => {
    const own = asPerson(sofie);
    expect((await ofPerson(own)).sort()).toEqual(
      [id("plan"), id("former"), id("for BEW alone"), id("of the enterprise")].sort(),
    );
    expect((await ofPerson(own)).at(-1)).toBe(id("former"));
    expect(await ofPerson(own, { types: ["LEASE"] })).toEqual([id("for BEW alone")]);
    expect(await ofPerson(own, { types: ["BUSINESS_PLAN"], validOnly: true })).toEqual([id("plan")]);
  });

  it("are each agency's to see to which they were given, and nobody else's", async () => {
    expect(await ofPerson(officer("INNOVIRIS"), { types: ["BUSINESS_PLAN", "LEASE"] })).toEqual([
      id("plan"),
      id("former"),
    ]);
    expect(await ofPerson(officer("BEW"), { types: ["LEASE"] })).toEqual([id("for BEW alone")]);
    expect(await ofPerson(officer("CREDAL"))).toEqual([]);
    expect(await ofPerson(asCoach("coach-1"))).toEqual([]);
  });

  it("are opened by a grant", async () => {
    const grant = {
      kind: "GRANT",
      entrepreneurId: sofie,
      agencyCode: "CREDAL",
      since: "2020-01-01",
      until: null,
    } as const;
    await somePolicy(subgraph.database, { grant: { ...grant, category: "DOCUMENT" } });
    expect((await ofPerson(officer("CREDAL"), { types: ["BUSINESS_PLAN"] })).length).toBe(2);
  });

  it("answer by id like one that is not there, to who may not see them", async () => {
    const ask = async (reader: Reader, of: string) =>
      subgraph.run(`query ($id: ID!) { document(id: $id) { id version } }`, { id: of }, { reader });
    expect((await ask(officer("INNOVIRIS"), id("plan"))).data).toEqual({ document: { id: id("plan"), version: 1 } });
    const [theirs, nobodys] = [await ask(officer("BWF"), id("plan")), await ask(officer("BWF"), newId())];
    expect(theirs).toEqual(nobodys);
  });

  it("of an enterprise are a mandatary's to see", async () => {
    const query = `query ($number: String!, $types: [String!], $validOnly: Boolean! = false) { enterprise(number: $number) { ${list} } }`;
    const seen = async (reader: Reader): Promise<number> => {
      const { data } = await subgraph.run(query, { number }, { reader });
      return (data as { enterprise: Listed }).enterprise.documents?.edges.length ?? 0;
    };
    expect(await seen(officer("INNOVIRIS"))).toBe(1);
    expect(await seen(officer("CREDAL"))).toBe(0);
  });

  it("go with their tombstone, and with the generation of their feed", async () => {
    await tell([{ key: id("for BEW alone"), body: null }]);
    expect(await ofPerson(asPerson(sofie), { types: ["LEASE"] })).toEqual([]);
    await tell([told("plan")], 2);
    await pointerTarget.sweep(subgraph.database, { producer: "financing", generation: 2 });
    expect(await ofPerson(asPerson(sofie))).toEqual([id("plan")]);
  });
});
