import { coInvestmentConditionsNotMet } from "./co-investment.rules.js";

const euro = (amount: number): bigint => BigInt(Math.round(amount * 100));

describe("public money stands beside private money (R49, J21)", () => {
  test.each([
    ["half and half, at the smallest ticket", 125_000, 125_000, []],
    ["less than half", 200_000, 300_000, []],
    ["no upper bound", 1_500_000, 1_500_000, []],
    ["a cent above half", 125_000.01, 125_000, ["CO_INVESTMENT_PUBLIC_SHARE"]],
    ["a cent below the smallest ticket", 124_999.99, 125_000, ["CO_INVESTMENT_TICKET"]],
    ["without a private investor", 300_000, 0, ["CO_INVESTMENT_PUBLIC_SHARE"]],
    ["nothing at all", 0, 0, ["CO_INVESTMENT_PUBLIC_SHARE", "CO_INVESTMENT_TICKET"]],
  ])("%s", (_case, publicShare, privateShare, lacking) => {
    expect(coInvestmentConditionsNotMet({ publicCents: euro(publicShare), privateCents: euro(privateShare) })).toEqual(
      lacking,
    );
  });
});
