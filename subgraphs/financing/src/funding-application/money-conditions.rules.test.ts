import {
  conditionsNotMetBy,
  honourLoanIsWithinBounds,
  honourLoanStandsBesideCredit,
  investmentReachesMinimum,
} from "./money-conditions.rules.js";

const euro = (amount: number): bigint => BigInt(Math.round(amount * 100));

describe("an honour loan is of EUR 5,000 to 25,000 (R47)", () => {
  test.each([
    [4_999.99, false],
    [5_000, true],
    [15_000, true],
    [25_000, true],
    [25_000.01, false],
  ])("%p: %p", (amount, fits) => {
    expect(honourLoanIsWithinBounds(euro(amount))).toBe(fits);
  });
});

describe("Village Finance lends 5,000 beside a credit of at least 10,000 (R48, J22)", () => {
  test.each([
    [5_000, 12_000, true],
    [5_000, 10_000, true],
    [5_000, 9_999.99, false],
    [5_000, 8_000, false],
    [5_000, null, false],
    [6_000, 12_000, false],
  ])("%p beside %p: %p", (amount, beside, fits) => {
    expect(honourLoanStandsBesideCredit(euro(amount), beside === null ? null : euro(beside))).toBe(fits);
  });

  test.each([
    ["VILLAGE_FINANCE", "HONOUR_LOAN", 5_000, 12_000, []],
    ["VILLAGE_FINANCE", "HONOUR_LOAN", 5_000, 8_000, ["HONOUR_LOAN_BESIDE_CREDIT"]],
    ["VILLAGE_FINANCE", "HONOUR_LOAN", 4_000, 12_000, ["HONOUR_LOAN_BOUNDS", "HONOUR_LOAN_BESIDE_CREDIT"]],
    ["RESEAU_ENTREPRENDRE", "HONOUR_LOAN", 15_000, null, []],
    ["CREDAL", "HONOUR_LOAN", 30_000, null, ["HONOUR_LOAN_BOUNDS"]],
    ["CREDAL", "MICROCREDIT", 500, null, []],
  ])("%s, %s of %p beside %p lacks %p", (agencyCode, instrumentCode, amount, beside, lacking) => {
    const terms = {
      agencyCode,
      instrumentCode,
      amountAskedCents: euro(amount),
      creditBesideCents: beside === null ? null : euro(beside),
    };
    expect(conditionsNotMetBy(terms)).toEqual(lacking);
  });
});

describe("general investment aid has a minimum investment, which may change from a day on (R50)", () => {
  const lowered = [
    { since: null, cents: euro(15_000) },
    { since: "2030-01-01", cents: euro(10_000) },
  ];
  test.each([
    ["2016-06-01", 14_999.99, false],
    ["2016-06-01", 15_000, true],
    ["2029-12-31", 12_000, false],
    ["2030-01-01", 12_000, true],
    ["2030-01-01", 9_999, false],
  ])("on %s, %p: %p", (day, amount, reaches) => {
    expect(investmentReachesMinimum(euro(amount), day, lowered)).toBe(reaches);
  });

  test("today's data hold the figure of the source", () => {
    expect([
      investmentReachesMinimum(euro(15_000), "2017-01-01"),
      investmentReachesMinimum(euro(14_999), "2017-01-01"),
    ]).toEqual([true, false]);
  });
});
