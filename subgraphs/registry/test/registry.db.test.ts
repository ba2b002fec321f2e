/** The registry as a client meets it: real schema, real database, demonstration rows. */
import type { EnterpriseStory } from "@parcours/shared/demonstration/enterprise-story";
import type { DemonstrationLoader } from "@parcours/shared/demonstration/loader";
import { stories } from "@parcours/shared/demonstration/population";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { tellStories } from "@parcours/shared/testing/tell-stories";
import { demonstration } from "../src/demonstration.js";
import { definition } from "../src/subgraph.js";

const world = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 300 };
const told = [...stories(world)];
const enterprises = told.flatMap((story) => story.enterprises);
const helper = { role: "RECOGNISED_HELPER", agency: "COM" } as const;
const unknown = "0314595348";

/** The rows that belong to no entrepreneur come with the first story. */
const withWorld: DemonstrationLoader = {
  ...demonstration,
  story(story, of, emit) {
    if (story === told[0]) demonstration.world?.(of, emit);
    demonstration.story(story, of, emit);
  },
};

let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openSubgraphUnderTest(definition);
  await tellStories(registry.database, withWorld, world, told);
}, 60_000);
afterAll(() => registry.close());

/** One that the demonstration tells of. */
function enterpriseWith(what: (enterprise: EnterpriseStory) => boolean): EnterpriseStory {
  const found = enterprises.find(what);
  if (!found) throw new Error("the demonstration has no such enterprise");
  return found;
}

async function ask(
  fields: string,
  number: string,
  as: Parameters<SubgraphUnderTest["run"]>[2] = {},
): Promise<{ enterprise: Record<string, unknown>; codes: unknown[] }> {
  const { data, errors } = await registry.run(
    `query ($number: String!) { registryEnterprise(number: $number) { ${fields} } }`,
    { number },
    as,
  );
  const { registryEnterprise: enterprise } = data as { registryEnterprise: Record<string, unknown> };
  return { enterprise, codes: (errors ?? []).map(({ extensions }) => extensions?.["code"]) };
}

describe("a number that the register does not know", () => {
  it("is knowledge, not silence: state UNKNOWN, every fact null, no error", async () => {
    const facts = `name status { code } type { code } legalForm { code } registeredForm { code } juridicalSituation { code } legalSituation { code }
      startDate address { zipcode } registrySource { source }`;
    const { enterprise, codes } = await ask(`number registryState ${facts}`, unknown);
    expect(codes).toEqual([]);
    const { number, registryState, ...others } = enterprise;
    expect([number, registryState]).toEqual([unknown, "UNKNOWN"]);
    expect(Object.values(others).every((value) => value === null)).toBe(true);
    expect(Object.keys(others)).toHaveLength(10);
  });

  it("has empty lists", async () => {
    const { enterprise } = await ask(
      "names { denomination } contacts { value } activities { naceVersion } establishments { edges { cursor } } annualAccounts { edges { cursor } }",
      unknown,
    );
    expect(enterprise).toEqual({
      names: [],
      contacts: [],
      activities: [],
      establishments: { edges: [] },
      annualAccounts: { edges: [] },
    });
  });

  it("resolves as a reference of another subgraph too", async () => {
    const { data, errors } = await registry.run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { number registryState name } } }`,
      {
        of: [
          { __typename: "Enterprise", number: unknown },
          { __typename: "Enterprise", number: enterprises[0]?.number },
        ],
      },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        { number: unknown, registryState: "UNKNOWN", name: null },
        { number: enterprises[0]?.number, registryState: "KNOWN" },
      ],
    });
  });

  it.each(["12345678", "0314.595.347", "2000000339", ""])("is refused where it is no number: %j", async (number) => {
    const { codes } = await ask("name", number);
    expect(codes).toEqual(["ENTERPRISE_NUMBER_INVALID"]);
  });
});

describe("an enterprise of the demonstration", () => {
  it("has a name in each language, the form as it must be read, and labels without an imported code list", async () => {
    const story = enterpriseWith(({ legalFormCac, nameFr, nameNl }) => legalFormCac !== null && nameFr !== nameNl);
    const { enterprise } = await ask(
      `fr: name(language: FR) nl: name(language: NL) legalForm { code label(language: EN) } registeredForm { code }
       activities { naceVersion nace { code label(language: FR) } group { code label } classification { code } }
       address { street(language: NL) municipality(language: NL) nis type { label } } registrySource { source extractNumber }`,
      story.number,
    );
    expect(enterprise).toMatchObject({
      fr: story.nameFr,
      nl: story.nameNl,
      legalForm: { code: "610", label: "Private limited company" },
      registeredForm: { code: "015" },
      address: {
        street: story.address.streetNl,
        municipality: story.address.municipalityNl,
        nis: story.address.nis,
        type: { label: "Siège" },
      },
    });
    const activities = enterprise["activities"] as { naceVersion: string; nace: { code: string; label: string } }[];
    expect(activities.every(({ naceVersion }) => naceVersion === "2025")).toBe(true);
    expect(activities[0]?.nace.label).not.toBe(activities[0]?.nace.code);
  });

  it("tells a bankruptcy that Status hides", async () => {
    const bankrupt = enterpriseWith(({ juridicalSituation }) => juridicalSituation === "050");
    const { enterprise } = await ask(
      "status { code label(language: EN) } juridicalSituation { code } legalSituation { code label(language: EN) }",
      bankrupt.number,
    );
    expect(enterprise).toEqual({
      status: { code: "AC", label: "Active" },
      juridicalSituation: { code: "050" },
      legalSituation: { code: "BANKRUPT", label: "Bankrupt" },
    });
  });

  it("pages annual accounts, newest year first", async () => {
    const story = enterpriseWith(({ annualAccounts }) => annualAccounts.length >= 4);
    const page = async (after: string | null) => {
      const { data } = await registry.run(
        `query ($number: String!, $after: String) { registryEnterprise(number: $number) { annualAccounts(first: 2, after: $after) {
           edges { node { year equity { amount currency } filedLate } } pageInfo { hasNextPage endCursor } } } }`,
        { number: story.number, after },
      );
      return (
        data as {
          registryEnterprise: {
            annualAccounts: {
              edges: { node: { year: number; filedLate: boolean } }[];
              pageInfo: { hasNextPage: boolean; endCursor: string };
            };
          };
        }
      ).registryEnterprise.annualAccounts;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    const years = [...first.edges, ...second.edges].map(({ node }) => node.year);
    expect(years).toEqual(
      story.annualAccounts
        .map(({ year }) => year)
        .sort((a, b) => b - a)
        .slice(0, 4),
    );
    expect(first.pageInfo.hasNextPage).toBe(true);
  });

  it.each([
    ["first: 0", "PAGE_SIZE_INVALID"],
    ["first: 101", "PAGE_SIZE_INVALID"],
    [`after: "bm8"`, "CURSOR_INVALID"],
  ])("refuses a page of %s", async (page, code) => {
    const { codes } = await ask(`establishments(${page}) { edges { cursor } }`, enterprises[0]?.number ?? "");
    expect(codes).toEqual([code]);
  });

  it("agrees with the story on which accounts were filed late", async () => {
    for (const { number, annualAccounts } of enterprises
      .filter((enterprise) => enterprise.annualAccounts.length > 0)
      .slice(0, 40)) {
      const { enterprise } = await ask("annualAccounts(first: 10) { edges { node { year filedLate } } }", number);
      const { edges } = enterprise["annualAccounts"] as { edges: { node: { year: number; filedLate: boolean } }[] };
      const late = Object.fromEntries(annualAccounts.map(({ year, filedLate }) => [year, filedLate]));
      expect(Object.fromEntries(edges.map(({ node }) => [node.year, node.filedLate]))).toEqual(late);
    }
  });

  it("gives a natural person no address of a seat, and its establishments theirs", async () => {
    const person = enterpriseWith(
      ({ naturalPerson, establishments }) =>
        naturalPerson && establishments.some(({ commercialName }) => commercialName !== null),
    );
    const { enterprise } = await ask(
      "type { code } legalForm { code } address { zipcode } establishments { edges { node { name names { denomination } address { nis } } } }",
      person.number,
    );
    expect(enterprise).toMatchObject({ type: { code: "1" }, legalForm: null, address: null });
    expect(JSON.stringify(enterprise["establishments"])).toContain(person.establishments[0]?.commercialName);
  });
});

describe("early signals", () => {
  const signals =
    "earlySignals { negativeEquity accountsFiledLate lossYears figures { signal { code } year amount { amount } dueOn filedOn } }";

  it("are withheld from a 1819 advisor, whether there are any or not (J10)", async () => {
    for (const number of [enterprises[0]?.number ?? "", unknown]) {
      const { enterprise, codes } = await ask(signals, number);
      expect([enterprise["earlySignals"], codes]).toEqual([null, ["NOT_SHARED"]]);
    }
  });

  it.each(["FINANCING_OFFICER", "HOUSING_HOST", "STATISTICIAN"] as const)("never reach a %s (J10)", async (role) => {
    const { codes } = await ask(signals, enterprises[0]?.number ?? "", { reader: { role, agency: "BWF" } });
    expect(codes).toEqual(["NOT_SHARED"]);
  });

  it("are explained by figures to a recognised helper", async () => {
    const story = enterpriseWith(
      ({ annualAccounts }) => (annualAccounts.at(-1)?.equity ?? 0n) < 0n && (annualAccounts.at(-1)?.result ?? 0n) < 0n,
    );
    const { enterprise, codes } = await ask(signals, story.number, { reader: helper });
    expect(codes).toEqual([]);
    const newest = story.annualAccounts.at(-1);
    const cents = (amount: bigint | undefined): string => `${String(amount).slice(0, -2)}.${String(amount).slice(-2)}`;
    expect(enterprise["earlySignals"]).toMatchObject({ negativeEquity: true, accountsFiledLate: newest?.filedLate });
    expect(JSON.stringify(enterprise["earlySignals"])).toContain(
      `{"signal":{"code":"NEGATIVE_EQUITY"},"year":${newest?.year},"amount":{"amount":"${cents(newest?.equity)}"}`,
    );
  });

  it("say nothing where no accounts were ever filed, which is normal", async () => {
    const young = enterpriseWith(({ annualAccounts }) => annualAccounts.length === 0);
    const { enterprise } = await ask(signals, young.number, { reader: helper });
    expect(enterprise["earlySignals"]).toEqual({
      negativeEquity: null,
      accountsFiledLate: null,
      lossYears: null,
      figures: [],
    });
  });
});

describe("a search", () => {
  it("finds by the beginnings of words of any of its names, also an establishment's", async () => {
    const story = enterpriseWith(({ establishments }) => (establishments[0]?.commercialName ?? "").length > 5);
    const name = story.establishments[0]?.commercialName?.toUpperCase() ?? "";
    const { data } = await registry.run(
      `query ($name: String) { registryEnterprises(name: $name, first: 100) { edges { node { number } } } }`,
      { name },
    );
    expect(JSON.stringify(data)).toContain(story.number);
  });

  it("pages by number, without gap or repetition", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await registry.run(
        `query ($after: String) { registryEnterprises(numberPrefix: "0010", first: 7, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { edges, pageInfo } = (
        data as {
          registryEnterprises: {
            edges: { node: { number: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).registryEnterprises;
      seen.push(...edges.map(({ node }) => node.number));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    const expected = enterprises
      .map(({ number }) => number)
      .filter((number) => number.startsWith("0010"))
      .sort();
    expect(seen).toEqual(expected);
  });

  it.each([{}, { name: "a" }, { name: "…" }, { numberPrefix: "020" }, { numberPrefix: "02020202020" }])(
    "that is too wide is refused: %j",
    async (search) => {
      const { errors } = await registry.run(
        `query ($name: String, $numberPrefix: String) { registryEnterprises(name: $name, numberPrefix: $numberPrefix) { edges { cursor } } }`,
        search,
      );
      expect(errors?.[0]?.extensions?.["code"]).toBe("REGISTRY_SEARCH_TOO_WIDE");
    },
  );
});

describe("looking up many", () => {
  it("costs as many statements for fifty enterprises as for two", async () => {
    const statements = async (count: number): Promise<number> => {
      const before = registry.database.statements;
      const { errors } = await registry.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { name legalForm { label } legalSituation { label } address { municipality type { label } }
           activities { nace { label } } contacts { type { label } } establishments(first: 5) { edges { node { name address { zipcode } } } } annualAccounts(first: 1) { edges { node { year } } } registrySource { snapshotDate } } } }`,
        { of: enterprises.slice(0, count).map(({ number }) => ({ __typename: "Enterprise", number })) },
      );
      expect(errors).toBeUndefined();
      return registry.database.statements - before;
    };
    const many = await statements(50);
    expect(many).toBe(await statements(2));
    expect(many).toBeLessThanOrEqual(14);
  });
});

describe("the demonstration in the registry", () => {
  it("tells the front door of every enterprise once", async () => {
    const rows = await registry.database.dataSource.query<{ key: string; body: { phones: string[] } }[]>(
      "select key, body from outbox where topic = 'CONTACT'",
    );
    expect(rows.map(({ key }) => key).sort()).toEqual(enterprises.map(({ number }) => number).sort());
    const phones = enterprises.flatMap(({ contacts }) => contacts.flatMap(({ e164 }) => (e164 ? [e164] : [])));
    expect(rows.flatMap(({ body }) => body.phones).sort()).toEqual([...new Set(phones)].sort());
  });

  it("chooses names in the feed as the graph does", async () => {
    const rows = await registry.database.dataSource.query<
      { key: string; body: { names: { fr: string; nl: string } } }[]
    >("select key, body from outbox where topic = 'CONTACT' limit 20");
    for (const { key, body } of rows) {
      const { enterprise } = await ask("fr: name(language: FR) nl: name(language: NL)", key);
      expect(enterprise).toEqual(body.names);
    }
  });
});
