import { statement } from "@parcours/shared/database";
import { idFrom } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../src/subgraph.js";
import { aMandate, anEnterprise, aPerson, readFeedOf, somePointers } from "./fixtures.js";

const timelineQuery = `query ($id: ID!, $first: Int! = 20, $after: String, $kinds: [String!], $agencies: [ID!]) {
  entrepreneur(id: $id) { timeline(first: $first, after: $after, kinds: $kinds, agencies: $agencies) {
    edges { cursor node { __typename id agency { code } kind { code label(language: EN) } } } pageInfo { hasNextPage endCursor }
  } }
}`;

interface TimelineAnswer {
  entrepreneur: {
    timeline: {
      edges: { node: { __typename: string; id: string; agency: { code: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

let subgraph: SubgraphUnderTest;
let person: string;
const entry = (name: string): string => idFrom("test entry", name);

beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  person = await aPerson(subgraph.database, { given: "Yusuf", family: "Yılmaz" });
});
afterAll(() => subgraph.close());

async function timeline(variables: Record<string, unknown>): Promise<TimelineAnswer["entrepreneur"]["timeline"]> {
  const answer = await subgraph.run(timelineQuery, { id: person, ...variables });
  expect(answer.errors).toBeUndefined();
  return (answer.data as TimelineAnswer).entrepreneur.timeline;
}

const idsOf = ({ edges }: TimelineAnswer["entrepreneur"]["timeline"]): string[] => edges.map(({ node }) => node.id);

describe("the timeline", () => {
  beforeAll(async () => {
    const { database } = subgraph;
    const holder = { entrepreneurId: person };
    const at = (day: number): Date => new Date(Date.UTC(2024, 0, day));
    await somePointers(database, "coaching", [
      { entryId: entry("first"), holder, occurredAt: at(1) },
      { entryId: entry("second"), holder, occurredAt: at(2) },
      { entryId: entry("same instant a"), holder, occurredAt: at(3) },
      { entryId: entry("same instant b"), holder, occurredAt: at(3) },
      {
        entryId: entry("of a kind nobody knows"),
        holder,
        occurredAt: at(4),
        type: "SpaceTravel",
        kind: "SPACE_TRAVEL",
      },
      { entryId: entry("for coaches only"), holder, occurredAt: at(5), readers: ["COACH"], knownTo: ["COACH"] },
      { entryId: entry("stricter table"), holder, occurredAt: at(6), category: "COACHING_CONTENT" },
    ]);
  });

  it("lists newest first and leaves out what the pointer or the present table withholds", async () => {
    const page = await timeline({});
    expect(new Set(idsOf(page))).toEqual(
      new Set(["of a kind nobody knows", "same instant a", "same instant b", "second", "first"].map(entry)),
    );
    expect(idsOf(page)[0]).toBe(entry("of a kind nobody knows"));
    expect(idsOf(page).at(-1)).toBe(entry("first"));
  });

  it("pages without losing or doubling, also at equal instants", async () => {
    const whole = idsOf(await timeline({}));
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: TimelineAnswer["entrepreneur"]["timeline"] = await timeline({ first: 1, after });
      found.push(...idsOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(whole);
  });

  it("answers an entry of an unknown type as OtherEntry", async () => {
    const { edges } = await timeline({ kinds: ["SPACE_TRAVEL"] });
    expect(edges.map(({ node }) => node)).toEqual([
      {
        __typename: "OtherEntry",
        id: entry("of a kind nobody knows"),
        agency: { code: "HUB" },
        kind: { code: "SPACE_TRAVEL", label: "SPACE_TRAVEL" },
      },
    ]);
  });

  it("narrows to agencies", async () => {
    expect(idsOf(await timeline({ agencies: ["INNOVIRIS"] }))).toEqual([]);
  });

  it("refuses a page of none or of too many, and a cursor of another list", async () => {
    for (const variables of [{ first: 0 }, { first: 101 }]) {
      const answer = await subgraph.run(timelineQuery, { id: person, ...variables });
      expect(answer.errors?.[0]?.extensions?.["code"]).toBe("PAGE_SIZE_INVALID");
    }
    const answer = await subgraph.run(timelineQuery, { id: person, after: "nonsense" });
    expect(answer.errors?.[0]?.extensions?.["code"]).toBe("CURSOR_INVALID");
  });

  it("shows what an enterprise holds only for the days of the mandate (J12)", async () => {
    const { database } = subgraph;
    const number = await anEnterprise(database, 10, "Vendue SA");
    const seller = await aPerson(database, { given: "Vera", family: "Verkoper" });
    const buyer = await aPerson(database, { given: "Bram", family: "Koper" });
    await aMandate(database, seller, number, "2010-01-01", "2022-12-31");
    await aMandate(database, buyer, number, "2023-01-01");
    const holder = { enterpriseNumber: number };
    await somePointers(database, "financing", [
      {
        entryId: entry("old loan"),
        holder,
        type: "FundingGrant",
        kind: "LOAN",
        since: "2015-01-01",
        until: "2020-01-01",
        occurredAt: new Date("2015-01-01"),
      },
      {
        entryId: entry("running loan"),
        holder,
        type: "FundingGrant",
        kind: "LOAN",
        since: "2021-01-01",
        until: "2026-01-01",
        occurredAt: new Date("2021-01-01"),
      },
      {
        entryId: entry("new aid"),
        holder,
        other: { entrepreneurId: buyer },
        type: "FundingGrant",
        kind: "EXPORT_AID",
        since: "2024-01-01",
        until: null,
        occurredAt: new Date("2024-01-01"),
      },
      { entryId: entry("seller's own"), holder: { entrepreneurId: seller }, occurredAt: new Date("2024-02-01") },
    ]);
    const of = async (id: string): Promise<string[]> => idsOf(await timeline({ id }));
    expect(await of(seller)).toEqual(["seller's own", "running loan", "old loan"].map(entry));
    expect(await of(buyer)).toEqual(["new aid", "running loan"].map(entry));
    const supports = await subgraph.run(
      `{ enterprise(number: "${number}") { supports { edges { node { id __typename } } } } }`,
    );
    expect(supports.data).toEqual({
      enterprise: {
        supports: {
          edges: ["new aid", "running loan", "old loan"].map((name) => ({
            node: { id: entry(name), __typename: "FundingGrant" },
          })),
        },
      },
    });
  });

  it("forgets a removed entry", async () => {
    const { database } = subgraph;
    const { pointerTarget } = await import("../src/directory/directory.target.js");
    await pointerTarget.apply(database, [{ position: 99, key: entry("first"), body: null }], {
      producer: "coaching",
      generation: 1,
    });
    expect(idsOf(await timeline({}))).not.toContain(entry("first"));
  });

  it("reads any number of persons' timelines with as many statements as one", async () => {
    const of = { __typename: "Entrepreneur", id: person };
    const ask = async (count: number): Promise<number> => {
      const before = subgraph.database.statements;
      await subgraph.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entrepreneur { displayName presence { state } mandates { since } contactPoints { value } timeline { edges { node { id } } } } } }`,
        { of: Array.from({ length: count }, () => of) },
      );
      return subgraph.database.statements - before;
    };
    // The first question also reads the agencies, which requests share.
    await ask(1);
    expect(await ask(20)).toBe(await ask(1));
  });
});

describe("presence", () => {
  const presenceQuery = `query ($id: ID!) { entrepreneur(id: $id) { presence { agency { code } state asOf } } }`;

  async function presence(): Promise<Record<string, string>> {
    const answer = await subgraph.run(presenceQuery, { id: person });
    expect(answer.errors).toBeUndefined();
    const { entrepreneur } = answer.data as {
      entrepreneur: { presence: { agency: { code: string }; state: string }[] };
    };
    return Object.fromEntries(entrepreneur.presence.map(({ agency, state }) => [agency.code, state]));
  }

  it("tells four states apart", async () => {
    const { database } = subgraph;
    const holder = { entrepreneurId: person };
    await somePointers(database, "financing", [
      {
        entryId: entry("hidden"),
        holder,
        agencyCode: "BWF",
        readers: ["FINANCING_OFFICER@BWF"],
        knownTo: ["ADVISOR_1819"],
      },
      {
        entryId: entry("more hidden"),
        holder,
        agencyCode: "INNOVIRIS",
        readers: ["FINANCING_OFFICER@INNOVIRIS"],
        knownTo: ["FINANCING_OFFICER@INNOVIRIS"],
      },
    ]);
    await readFeedOf(database, "coaching");
    await readFeedOf(database, "financing");
    await readFeedOf(database, "housing", "2 minutes");
    expect(await presence()).toMatchObject({
      HUB: "KNOWN",
      BWF: "KNOWN_NOT_VISIBLE",
      INNOVIRIS: "UNKNOWN_HERE",
      CITYDEV: "NOT_ANSWERED",
      "1819": "NOT_ANSWERED",
    });
  });

  it("has one row per active partner: none for a merged agency, an authentic source or an external authority", async () => {
    const rows = await presence();
    expect(Object.keys(rows)).not.toEqual(expect.arrayContaining(["IMPULSE"]));
    expect(rows).not.toHaveProperty("KBO");
    expect(rows).not.toHaveProperty("VLAIO");
  });

  it("counts a merged agency's entries for its successor (R68)", async () => {
    const { database } = subgraph;
    const id = await aPerson(database, { given: "Oude", family: "Klant" });
    await somePointers(database, "coaching", [
      { entryId: entry("before the merger"), holder: { entrepreneurId: id }, agencyCode: "IMPULSE" },
    ]);
    const answer = await subgraph.run(presenceQuery, { id });
    const { entrepreneur } = answer.data as {
      entrepreneur: { presence: { agency: { code: string }; state: string }[] };
    };
    expect(entrepreneur.presence.find(({ agency }) => agency.code === "HUB")?.state).toBe("KNOWN");
  });
});

describe("the catalogue and the agencies", () => {
  it("filters about a hundred services, in the language asked", async () => {
    const all = await subgraph.run(
      `{ supportServices { code name summary agency { code name } } agencies { code successor { code } } }`,
    );
    expect(all.errors).toBeUndefined();
    const { supportServices, agencies } = all.data as {
      supportServices: { code: string }[];
      agencies: { code: string; successor: { code: string } | null }[];
    };
    expect(supportServices.length).toBeGreaterThan(80);
    expect(agencies.find(({ code }) => code === "IMPULSE")?.successor?.code).toBe("HUB");
    const some = await subgraph.run(
      `{ supportServices(filter: { need: "PERMITS", helpLanguage: "NL" }, language: NL) { code name needs { code } languages { code } } }`,
    );
    const filtered = (some.data as { supportServices: { needs: { code: string }[]; languages: { code: string }[] }[] })
      .supportServices;
    expect(filtered.length).toBeGreaterThan(0);
    expect(filtered.length).toBeLessThan(supportServices.length);
    expect(filtered.every(({ needs }) => needs.length === 0 || needs.some(({ code }) => code === "PERMITS"))).toBe(
      true,
    );
  });

  it("refuses a filter by a code that does not exist, and lists those that do", async () => {
    const { data, errors } = await subgraph.run(
      `{ supportServices(filter: { stage: "PRE_CREATION", agency: "MARS" }, language: NL) { code } }`,
    );
    expect(data).toEqual({ supportServices: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ["supportServices"],
      extensions: {
        code: "SUPPORT_SERVICE_CODE_UNKNOWN",
        argument: "filter.agency",
        given: "MARS",
        allowed: expect.arrayContaining(["1819", "HUB", "INNOVIRIS"]) as string[],
      },
    });
  });

  it("plans its look-ups on indexes", async () => {
    const rows = await subgraph.database.query<{ "QUERY PLAN": string }>(
      statement(
        "explain select * from pointer where holder_person = '00000000-0000-4000-8000-000000000000' order by occurred_at desc, entry_id desc limit 21",
      ),
    );
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("pointer_person");
  });
});
