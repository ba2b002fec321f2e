/** The registry as a client meets it: real schema, real database, demonstration rows. */
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { askOf, enterprises, enterpriseWith, openToldRegistry, unknown } from "./told-registry.js";

let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openToldRegistry();
}, 60_000);
afterAll(() => registry.close());

describe("a number that the register does not know", () => {
  it("is knowledge, not silence: state UNKNOWN, every fact null, no error", async () => {
    const facts = `name status { code } type { code } legalForm { code } registeredForm { code } juridicalSituation { code } legalSituation { code }
      startDate address { zipcode } registrySource { source }`;
    const { enterprise, codes } = await askOf(registry, `number registryState ${facts}`, unknown);
    expect(codes).toEqual([]);
    const { number, registryState, ...others } = enterprise;
    expect([number, registryState]).toEqual([unknown, "UNKNOWN"]);
    expect(Object.values(others).every((value) => value === null)).toBe(true);
    expect(Object.keys(others)).toHaveLength(10);
  });

  it("has empty lists", async () => {
    const { enterprise } = await askOf(
      registry,
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
    const { codes } = await askOf(registry, "name", number);
    expect(codes).toEqual(["ENTERPRISE_NUMBER_INVALID"]);
  });
});

describe("an enterprise of the demonstration", () => {
  it("has a name in each language, the form as it must be read, and labels without an imported code list", async () => {
    const story = enterpriseWith(({ legalFormCac, nameFr, nameNl }) => legalFormCac !== null && nameFr !== nameNl);
    const { enterprise } = await askOf(
      registry,
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
    const { enterprise } = await askOf(
      registry,
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
    const { codes } = await askOf(
      registry,
      `establishments(${page}) { edges { cursor } }`,
      enterprises[0]?.number ?? "",
    );
    expect(codes).toEqual([code]);
  });

  it("agrees with the story on which accounts were filed late", async () => {
    for (const { number, annualAccounts } of enterprises
      .filter((enterprise) => enterprise.annualAccounts.length > 0)
      .slice(0, 40)) {
      const { enterprise } = await askOf(
        registry,
        "annualAccounts(first: 10) { edges { node { year filedLate } } }",
        number,
      );
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
    const { enterprise } = await askOf(
      registry,
      "type { code } legalForm { code } address { zipcode } establishments { edges { node { name names { denomination } address { nis } } } }",
      person.number,
    );
    expect(enterprise).toMatchObject({ type: { code: "1" }, legalForm: null, address: null });
    expect(JSON.stringify(enterprise["establishments"])).toContain(person.establishments[0]?.commercialName);
  });
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
    // Look-ups go together where they are asked in one turn, and how answers arrive may part them: the least of some runs is what it takes.
    const [many, few] = [[], []] as [number[], number[]];
    for (let run = 0; run < 8; run += 1) {
      many.push(await statements(50));
      few.push(await statements(2));
    }
    expect(Math.min(...many)).toBe(Math.min(...few));
    expect(Math.min(...many)).toBeLessThanOrEqual(14);
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
      const { enterprise } = await askOf(registry, "fr: name(language: FR) nl: name(language: NL)", key);
      expect(enterprise).toEqual(body.names);
    }
  });
});
