import type { RelationPolicy } from "@parcours/shared/feed/policy";
import { idFrom } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { merge } from "../src/identity/identity.service.js";
import { definition } from "../src/subgraph.js";
import { aMandate, anEnterprise, aPerson, readFeedOf, readPolicy, somePointers, somePolicy } from "./fixtures.js";

const day = (offset: number): string => brusselsDate(new Date(Date.now() + offset * 86_400_000));
const entry = (name: string): string => idFrom("entry", name);

let subgraph: SubgraphUnderTest;
let seller: string;
let buyer: string;
let number: string;
let mandates: Record<string, RelationPolicy>;

const asPerson = (entrepreneurId: string): Reader => ({ role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" });
const asMandatary = (entrepreneurId: string): Reader => ({ role: "MANDATARY", entrepreneurId, purpose: "MANDATE" });
const asCoach = (staffId: string): Reader => ({
  role: "COACH",
  agency: "HUB",
  staffId,
  purpose: "COACHING",
  caseReference: "coaching-1",
});

beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  const { database } = subgraph;
  seller = await aPerson(database, { given: "Georges", family: "Verkoper", phones: ["+32475111111"] });
  buyer = await aPerson(database, { given: "Yasmine", family: "Koopster" });
  number = await anEnterprise(database, 20, "Vendue SA");
  await aMandate(database, seller, number, "2010-01-01", day(-1));
  await aMandate(database, buyer, number, "2015-01-01");
  const acts = { kind: "MANDATE", enterpriseNumber: number } as const;
  mandates = {
    seller: { ...acts, entrepreneurId: seller, since: "2010-01-01", until: day(-1) },
    buyer: { ...acts, entrepreneurId: buyer, since: "2015-01-01", until: null },
  };
  await somePolicy(database, {
    ...mandates,
    coached: {
      kind: "COACHING",
      entrepreneurId: buyer,
      agencyCode: "HUB",
      staffId: "s1",
      since: "2020-01-01",
      until: null,
    },
  });
  const at = (month: number): { occurredAt: Date } => ({ occurredAt: new Date(Date.UTC(2024, month, 1)) });
  const company = { enterpriseNumber: number };
  await somePointers(database, "financing", [
    { entryId: entry("company's"), holder: company, ...at(1) },
    { entryId: entry("company's, named seller"), holder: company, other: { entrepreneurId: seller }, ...at(2) },
    { entryId: entry("seller's own"), holder: { entrepreneurId: seller }, other: company, ...at(3) },
    { entryId: entry("for the person only"), holder: { entrepreneurId: seller }, readers: ["OWN"], ...at(4) },
    { entryId: entry("for the coach only"), holder: { entrepreneurId: buyer }, readers: ["COACH_OF"], ...at(5) },
    {
      entryId: entry("the buyer's content"),
      holder: { entrepreneurId: buyer },
      category: "DECISION",
      readers: ["OWN", "COACH_OF", "COACH"],
      agencyCode: "INNOVIRIS",
      ...at(6),
    },
    { entryId: entry("for mandataries only"), holder: company, readers: ["MANDATARY"], agencyCode: "BWF", ...at(7) },
  ]);
  await readFeedOf(database, "financing");
});
afterAll(() => subgraph.close());

const list = `edges { cursor node { id occurredAt agency { code } } } pageInfo { hasNextPage endCursor }`;

interface Answered {
  readonly ids: string[] | null;
  readonly codes: unknown[];
}

async function ask(query: string, reader: Reader, field: "timeline" | "supports"): Promise<Answered> {
  const answer = await subgraph.run(query, {}, { reader });
  type Node = { id: string; occurredAt: string | null };
  const [root] = Object.values((answer.data ?? {}) as Record<string, Record<string, unknown> | null>);
  const page = root?.[field] as { edges: { node: Node }[] } | null | undefined;
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.["code"]);
  return { ids: page ? page.edges.map(({ node }) => node.id) : null, codes };
}

const timelineOf = (id: string, reader: Reader): Promise<Answered> =>
  ask(`{ entrepreneur(id: "${id}") { timeline { ${list} } } }`, reader, "timeline");
const supportsOf = (reader: Reader): Promise<Answered> =>
  ask(
    `{ enterprise(number: "${number}") { supports { edges { node { id agency { code } active } } } } }`,
    reader,
    "supports",
  );

describe("the own path", () => {
  it("shows what one holds and is named in, and of a sold enterprise nothing else (J12)", async () => {
    expect(await timelineOf(seller, asPerson(seller))).toEqual({
      ids: ["for the person only", "seller's own", "company's, named seller"].map(entry),
      codes: [],
    });
  });

  it("shows what the enterprise holds while the mandate runs, and nothing of the seller's own (J12)", async () => {
    expect(await timelineOf(buyer, asPerson(buyer))).toEqual({
      ids: ["for mandataries only", "the buyer's content", "company's, named seller", "company's"].map(entry),
      codes: [],
    });
  });

  it("is nobody else's, nor a mandatary's under that name", async () => {
    const refused = { ids: null, codes: ["NOT_SHARED"] };
    expect(await timelineOf(seller, asPerson(buyer))).toEqual(refused);
    expect(await timelineOf(buyer, asMandatary(buyer))).toEqual(refused);
    expect(await timelineOf(entry("nobody"), asPerson(buyer))).toEqual(refused);
  });

  it("is reached under any id that the person had", async () => {
    const { database } = subgraph;
    const former = await aPerson(database, { given: "Jorge", family: "Verkoper" });
    await merge(database, { formerId: former, into: seller, reason: "SAME_PHONE", author: "test" });
    await somePolicy(database, { merged: { kind: "IDENTITY", formerId: former, canonicalId: seller } });
    for (const [asked, signedIn] of [
      [former, seller],
      [seller, former],
    ] as const) {
      expect((await timelineOf(asked, asPerson(signedIn))).ids).toHaveLength(3);
    }
    await somePolicy(database, { merged: null });
  });

  it("loses what the enterprise holds where the policy is too old to say who has a mandate", async () => {
    await readPolicy(subgraph.database, "40 seconds");
    expect((await timelineOf(buyer, asPerson(buyer))).ids).toEqual([entry("the buyer's content")]);
    await readPolicy(subgraph.database);
  });

  it("narrows and counts only what it shows", async () => {
    const query = `{ entrepreneur(id: "${seller}") { timeline(first: 2, agencies: ["HUB"]) { ${list} } } }`;
    const answer = await subgraph.run(query, {}, { reader: asPerson(seller) });
    expect(answer.data).toMatchObject({ entrepreneur: { timeline: { pageInfo: { hasNextPage: true } } } });
    const none = `{ entrepreneur(id: "${seller}") { timeline(agencies: ["BWF"]) { ${list} } } }`;
    const empty = await subgraph.run(none, {}, { reader: asPerson(seller) });
    expect(empty.data).toEqual({
      entrepreneur: { timeline: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
    });
  });

  it("knows an agency only by what it shows", async () => {
    const presence = async (id: string): Promise<Record<string, string>> => {
      const query = `{ entrepreneur(id: "${id}") { presence { agency { code } state } } }`;
      const answer = await subgraph.run(query, {}, { reader: asPerson(id) });
      const { entrepreneur } = answer.data as {
        entrepreneur: { presence: { agency: { code: string }; state: string }[] };
      };
      return Object.fromEntries(entrepreneur.presence.map(({ agency, state }) => [agency.code, state]));
    };
    expect(await presence(buyer)).toMatchObject({ BWF: "KNOWN", INNOVIRIS: "KNOWN" });
    expect(await presence(seller)).toMatchObject({ BWF: "UNKNOWN_HERE", INNOVIRIS: "UNKNOWN_HERE" });
  });
});

describe("a coach", () => {
  it("with a running relation sees what it opens, a colleague does not", async () => {
    const ids = async (reader: Reader): Promise<string[]> => (await timelineOf(buyer, reader)).ids ?? [];
    expect(await ids(asCoach("s1"))).toEqual(
      expect.arrayContaining([entry("for the coach only"), entry("the buyer's content")]),
    );
    for (const name of ["for the coach only", "the buyer's content"])
      expect(await ids(asCoach("s2"))).not.toContain(entry(name));
  });

  it("reads any number of persons with one statement for each view", async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entrepreneur { timeline { edges { node { id } } } presence { state } } } }`;
    const statements = async (ids: readonly string[]): Promise<number> => {
      const before = subgraph.database.statements;
      const of = ids.map((id) => ({ __typename: "Entrepreneur", id }));
      await subgraph.run(query, { of }, { reader: asCoach("s1") });
      return subgraph.database.statements - before;
    };
    const strangers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        aPerson(subgraph.database, { given: "Iemand", family: `Anders${index}` }),
      ),
    );
    await statements([seller, buyer]);
    expect(await statements([seller, buyer, ...strangers])).toBe(await statements([seller, buyer]));
    // One more view: one more statement for the timeline, one for the presence.
    expect(await statements([seller, buyer])).toBe((await statements([seller])) + 2);
  });
});

describe("what an enterprise enjoys", () => {
  beforeAll(() =>
    somePointers(subgraph.database, "housing", [
      {
        entryId: entry("a loan"),
        holder: { enterpriseNumber: number },
        type: "FundingGrant",
        readers: ["MANDATARY"],
        since: "2020-01-01",
      },
    ]),
  );

  it.each([
    ["who signs in as its mandatary", asMandatary],
    ["who signs in as oneself", asPerson],
  ])("is shown to %s, today", async (_, as) => {
    expect(await supportsOf(as(buyer))).toEqual({
      ids: expect.arrayContaining(["a loan", "for mandataries only"].map(entry)) as string[],
      codes: [],
    });
    expect(await supportsOf(as(seller))).toEqual({ ids: null, codes: ["NOT_SHARED"] });
  });

  it("is nobody's where the policy is too old", async () => {
    await readPolicy(subgraph.database, "40 seconds");
    expect(await supportsOf(asMandatary(buyer))).toEqual({ ids: null, codes: ["NOT_SHARED"] });
    await readPolicy(subgraph.database);
  });
});

describe("who is signed in", () => {
  const me = async (reader: Reader): Promise<unknown> =>
    (await subgraph.run(`{ me { id displayName sex } }`, {}, { reader })).data;

  it("is told to a person, and to nobody else", async () => {
    expect(await me(asPerson(buyer))).toEqual({
      me: { id: buyer, displayName: "Yasmine Koopster", sex: "UNKNOWN" },
    });
    for (const reader of [asMandatary(buyer), { ...asCoach("s1"), entrepreneurId: buyer }, asPerson(entry("nobody"))])
      expect(await me(reader)).toEqual({ me: null });
    expect(await me({ role: "ANONYMOUS" })).toEqual({ me: null });
  });
});

describe("a look", () => {
  it("at the one who calls names the person, even where only the id is asked", async () => {
    const answer = await subgraph.looksOf(`{ caller(phone: "+32475111111") { entrepreneur { id } } }`);
    expect(answer).toEqual([expect.objectContaining({ entrepreneurId: seller, categories: ["LOOK_UP"], records: 1 })]);
  });

  it("at an enterprise's help names the enterprise, and the person whom an entry names", async () => {
    const looks = await subgraph.looksOf(
      `{ enterprise(number: "${number}") { supports { edges { node { agency { code } } } } } }`,
      asMandatary(buyer),
    );
    expect(looks).toMatchObject([
      { entrepreneurId: null, enterpriseNumber: number, categories: ["DOSSIER_HEADER", "SUPPORT_GRANTED"] },
      { entrepreneurId: seller, enterpriseNumber: number, categories: ["DOSSIER_HEADER"] },
    ]);
  });
});
