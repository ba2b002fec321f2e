import { nodes, type Edges } from "@parcours/shared/testing/asked-entity";
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { mergeFiles } from "@parcours/shared/testing/tell-stories";
import type { Reader } from "@parcours/shared/visibility/reader";
import { sectionOf, type Section } from "./asked-holder.js";
import { officerOf, openWith, self, tale } from "./told-people.js";

const [caller, bridged, stacked, small, many] = [
  tale("KNOWN_TO_EVERY_POLE"),
  tale("SUBSIDY_BRIDGE"),
  tale("STACKED_CREDIT"),
  tale("HONOUR_LOAN_REFUSED"),
  tale("HUNDRED_ENTRIES"),
] as const;

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openWith([caller, bridged, stacked, small, many]);
});
afterAll(() => subgraph.close());

const section = <Part>(key: string, selection: string, reader?: Reader): Promise<Section<Part>> =>
  sectionOf<Part>(subgraph, key, selection, reader);

interface Named {
  readonly id: string;
  readonly label: string;
  readonly kind: { readonly code: string };
}

describe("an advisor of 1819 (J01)", () => {
  it("sees every granted help with its amount, and that applications were made", async () => {
    const { financing, withheld } = await section<{
      applications: Edges<Named & { agency: { code: string }; state: { code: string } }>;
      grants: Edges<Named & { amount: { amount: string; currency: string } }>;
      guarantees: Edges<Named & { guaranteed: { amount: string } }>;
    }>(
      caller.id,
      `applications { edges { node { id label(language: EN) kind { code } agency { code } state { code } } } }
       grants { edges { node { id label(language: NL) kind { code } amount { amount currency } payments { status { code } daysLate } } } }
       guarantees { edges { node { id label(language: EN) kind { code } guaranteed { amount } coveragePercent } } }`,
    );
    const [aid] = caller.financing.applications;
    expect(withheld).toEqual([]);
    expect(
      nodes(financing.applications)
        .map(({ state, label }) => `${state.code}: ${label}`)
        .toSorted(),
    ).toEqual([
      "CLOSED: Application for funding or aid · Closed",
      "CLOSED: Application for funding or aid · Closed",
      "OPEN: Application for funding or aid · Open",
    ]);
    const cents = aid?.grant?.amount ?? 0n;
    expect(nodes(financing.grants)).toMatchObject([
      {
        id: aid?.grant?.id,
        kind: { code: "GENERAL_INVESTMENT_AID" },
        label: "Steun voor algemene investeringen",
        amount: { amount: `${cents / 100n}.00`, currency: "EUR" },
      },
    ]);
    expect(nodes(financing.guarantees)).toHaveLength(1);
  });

  it("sees the same help on the enterprise", async () => {
    const number = caller.enterprises[0]?.number ?? "";
    const { financing } = await section<{
      grants: Edges<{ enterprise: { number: string }; entrepreneur: { id: string } }>;
      stateAidAwards: Edges<{ forGrant: { id: string } | null }>;
    }>(
      number,
      `grants { edges { node { enterprise { number } entrepreneur { id } } } } stateAidAwards { edges { node { forGrant { id } } } }`,
    );
    expect(nodes(financing.grants)).toEqual([{ enterprise: { number }, entrepreneur: { id: caller.id } }]);
    expect(nodes(financing.stateAidAwards).filter(({ forGrant }) => forGrant !== null)).toHaveLength(1);
  });
});

describe("things that stand beside each other", () => {
  it("a bridging guarantee refers to the granted aid across bodies (J20)", async () => {
    const { financing } = await section<{
      guarantees: Edges<{ guaranteeKind: { code: string }; forGrant: { id: string; agency: { code: string } } }>;
    }>(
      bridged.id,
      `guarantees { edges { node { guaranteeKind { code } forGrant { id agency { code } toBePaid { amount } } } } }`,
    );
    const aid = bridged.financing.applications.find(({ grant }) => grant !== null);
    expect(nodes(financing.guarantees)).toMatchObject([
      { guaranteeKind: { code: "SUBSIDY_BRIDGE" }, forGrant: { id: aid?.grant?.id, agency: { code: aid?.agency } } },
    ]);
  });

  it.each([
    ["fits beside a credit of 12,000", stacked, []],
    ["does not fit beside one of 8,000", small, ["HONOUR_LOAN_BESIDE_CREDIT"]],
  ])("an honour loan of Village Finance %s (R48, J22)", async (_case, story, lacking) => {
    const { financing } = await section<{
      applications: Edges<{
        agency: { code: string };
        conditionsNotMet: { code: string }[] | null;
        besideApplication: { status: object | null } | null;
      }>;
    }>(
      story.id,
      `applications { edges { node { agency { code } conditionsNotMet { code } besideApplication { status { code } } } } }`,
      officerOf("VILLAGE_FINANCE"),
    );
    const loan = nodes(financing.applications).find(({ agency }) => agency.code === "VILLAGE_FINANCE");
    expect(loan?.conditionsNotMet).toEqual(lacking.map((code) => ({ code })));
    expect(loan?.besideApplication).toEqual({ status: null });
  });
});

describe("a person under a former id (design section 5)", () => {
  it("is found under both, and handed out under the one in use", async () => {
    const former = stacked.id;
    const canonical = "5f0f1b6e-0000-4000-8000-000000000001";
    await mergeFiles(subgraph.database, [former, canonical]);
    for (const id of [former, canonical]) {
      const { financing } = await section<{ applications: Edges<{ entrepreneur: { id: string } }> }>(
        id,
        `applications { edges { node { entrepreneur { id } } } }`,
      );
      expect(nodes(financing.applications)).toEqual([
        { entrepreneur: { id: canonical } },
        { entrepreneur: { id: canonical } },
      ]);
    }
  });
});

describe("statements", () => {
  it("are as many for thirty dossiers as for three", async () => {
    const selection = `applications(first: 50) { edges { node { label decision { grant { paid { amount } } guarantee { id } } besideApplication { id } } } }
      grants(first: 50) { edges { node { payments { daysLate } toBePaid { amount } } } } guarantees { edges { node { forGrant { id } } } } coInvestments { edges { node { raised { amount } } } }`;
    const count = async (story: { readonly id: string }): Promise<number> => {
      const before = subgraph.database.statements;
      await section(story.id, selection, self(story));
      return subgraph.database.statements - before;
    };
    expect(await count(many)).toBeLessThanOrEqual((await count(caller)) + 1);
  });
});

describe("root queries", () => {
  it("answer without any other subgraph, in any notation of a number", async () => {
    const number = caller.enterprises[0]?.number ?? "";
    const notation = `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
    const answer = await subgraph.run(
      `query ($id: ID!, $number: String!) {
         financingOfEntrepreneur(entrepreneurId: $id) { grants { edges { node { id } } } }
         financingOfEnterprise(enterpriseNumber: $number) { grants { edges { node { id } } } }
       }`,
      { id: caller.id, number: notation },
    );
    const data = answer.data as Record<
      "financingOfEntrepreneur" | "financingOfEnterprise",
      { grants: Edges<{ id: string }> }
    >;
    expect(nodes(data.financingOfEntrepreneur.grants)).toEqual(nodes(data.financingOfEnterprise.grants));
  });

  it.each([
    ['financingOfEntrepreneur(entrepreneurId: "x") { grants { edges { cursor } } }', "ID_INVALID"],
    [
      'financingOfEnterprise(enterpriseNumber: "0202239952") { grants { edges { cursor } } }',
      "ENTERPRISE_NUMBER_INVALID",
    ],
    ['fundingGrant(id: "x") { id }', undefined],
  ])("%s: %s", async (text, code) => {
    const answer = await subgraph.run(`{ ${text} }`);
    expect(answer.errors?.[0]?.extensions?.["code"]).toBe(code);
  });
});
