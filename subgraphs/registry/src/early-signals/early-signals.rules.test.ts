import { emptyLabels } from "@parcours/shared/codes";
import { earlySignalLabels } from "../labels/early-signals.js";
import {
  areNewestAccountsLate,
  figuresBehindSignals,
  isEquityNegative,
  lossYearsInARow,
  type AccountsFigures,
} from "./early-signals.rules.js";

/** Accounts of a calendar year; euros. */
function accounts(
  year: number,
  equity: number | null,
  result: number | null,
  filedOn = `${year + 1}-06-30`,
): AccountsFigures {
  const cents = (euros: number | null): string | null => (euros === null ? null : String(euros * 100));
  return { year, closedOn: `${year}-12-31`, filedOn, equityCents: cents(equity), resultCents: cents(result) };
}

describe("early signals in annual accounts, newest first", () => {
  it.each([
    ["nothing without accounts", [], null, null, null],
    ["all well", [accounts(2024, 10, 5), accounts(2023, 5, 5)], false, false, 0],
    ["an equity of nought is not negative", [accounts(2024, 0, 0)], false, false, 0],
    ["negative equity counts in the newest year only", [accounts(2024, 1, 2), accounts(2023, -1, 1)], false, false, 0],
    [
      "three years of loss (J10)",
      [accounts(2024, -30, -10), accounts(2023, -20, -10), accounts(2022, -10, -15), accounts(2021, 5, 1)],
      true,
      false,
      3,
    ],
    [
      "a year without a loss ends the row",
      [accounts(2024, 1, -1), accounts(2023, 1, 1), accounts(2022, 1, -1)],
      false,
      false,
      1,
    ],
    ["a missing year ends the row", [accounts(2024, 1, -1), accounts(2022, 1, -1)], false, false, 1],
    ["figures that are left out signal nothing", [accounts(2024, null, null)], null, false, 0],
    ["late filing", [accounts(2024, 1, 1, "2025-08-01")], false, true, 0],
    [
      "late filing in an earlier year is past",
      [accounts(2024, 1, 1), accounts(2023, 1, 1, "2025-01-01")],
      false,
      false,
      0,
    ],
  ])("%s", (_, years, equity, late, losses) => {
    expect([isEquityNegative(years), areNewestAccountsLate(years), lossYearsInARow(years)]).toEqual([
      equity,
      late,
      losses,
    ]);
  });

  it("are explained by figures", () => {
    const figures = figuresBehindSignals([
      accounts(2024, -30, -10, "2025-09-15"),
      accounts(2023, -20, -10),
      accounts(2022, 4, 4),
    ]);
    expect(figures).toEqual([
      { signal: "NEGATIVE_EQUITY", year: 2024, amountCents: "-3000", dueOn: null, filedOn: null },
      { signal: "ACCOUNTS_FILED_LATE", year: 2024, amountCents: null, dueOn: "2025-07-31", filedOn: "2025-09-15" },
      { signal: "LOSS_YEAR", year: 2024, amountCents: "-1000", dueOn: null, filedOn: null },
      { signal: "LOSS_YEAR", year: 2023, amountCents: "-1000", dueOn: null, filedOn: null },
    ]);
    expect(figuresBehindSignals([accounts(2024, 1, 1)])).toEqual([]);
    expect(figuresBehindSignals([])).toEqual([]);
  });

  it("have labels in three languages", () => {
    expect(emptyLabels(earlySignalLabels)).toEqual([]);
  });
});
