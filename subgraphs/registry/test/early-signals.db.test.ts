/** Early signals as readers meet them: withheld, or explained. */
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { askOf, enterprises, enterpriseWith, openToldRegistry, unknown } from "./told-registry.js";

const helper = { role: "RECOGNISED_HELPER", agency: "COM" } as const;

let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openToldRegistry();
}, 60_000);
afterAll(() => registry.close());

describe("early signals", () => {
  const signals =
    "earlySignals { negativeEquity accountsFiledLate lossYears figures { signal { code } year amount { amount } dueOn filedOn } }";

  it("are withheld from a 1819 advisor, whether there are any or not (J10)", async () => {
    for (const number of [enterprises[0]?.number ?? "", unknown]) {
      const { enterprise, codes } = await askOf(registry, signals, number);
      expect([enterprise["earlySignals"], codes]).toEqual([null, ["NOT_SHARED"]]);
    }
  });

  it.each([
    ["FINANCING_OFFICER", "NOT_SHARED"],
    ["HOUSING_HOST", "NOT_SHARED"],
    ["STATISTICIAN", "ROLE_HAS_NO_PURPOSE"],
  ] as const)("never reach a %s (J10): %s", async (role, code) => {
    const { codes } = await askOf(registry, signals, enterprises[0]?.number ?? "", { reader: { role, agency: "BWF" } });
    expect(codes).toEqual([code]);
  });

  it("are explained by figures to a recognised helper", async () => {
    const story = enterpriseWith(
      ({ annualAccounts }) => (annualAccounts.at(-1)?.equity ?? 0n) < 0n && (annualAccounts.at(-1)?.result ?? 0n) < 0n,
    );
    const { enterprise, codes } = await askOf(registry, signals, story.number, { reader: helper });
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
    const { enterprise } = await askOf(registry, signals, young.number, { reader: helper });
    expect(enterprise["earlySignals"]).toEqual({
      negativeEquity: null,
      accountsFiledLate: null,
      lossYears: null,
      figures: [],
    });
  });
});
