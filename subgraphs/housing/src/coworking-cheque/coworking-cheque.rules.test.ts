import { DomainError } from "@parcours/shared/errors";
import {
  entrepreneurMayHaveOnlyOneCheque,
  monthsMustComeInOrder,
  sponsorMustBeNamed,
  type ChequeMonth,
} from "./coworking-cheque.rules.js";

const kinds = ["FREE", "FREE", "OWN", "OWN", "SPONSORED", "SPONSORED"];
const sixMonths: readonly ChequeMonth[] = kinds.map((kind, index) => ({
  number: index + 1,
  kind,
  since: `2024-0${index + 1}-01`,
  until: `2024-0${index + 1}-28`,
}));

/** The six months with one of them changed. */
function withMonth(number: number, change: Partial<ChequeMonth>): readonly ChequeMonth[] {
  return sixMonths.map((month) => (month.number === number ? { ...month, ...change } : month));
}

function errorOf(act: () => void): DomainError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe("an entrepreneur may have only one cheque", () => {
  it("grants the first", () => {
    expect(errorOf(() => entrepreneurMayHaveOnlyOneCheque([]))).toBeNull();
  });

  it("refuses a second, with the day of the first in Brussels, at whatever site", () => {
    const earlier = [new Date("2024-05-02T08:00:00Z"), new Date("2021-06-30T22:30:00Z")];
    const error = errorOf(() => entrepreneurMayHaveOnlyOneCheque(earlier));
    expect(error?.definition.code).toBe("COWORKING_CHEQUE_ALREADY_GRANTED");
    expect(error?.details).toEqual({ grantedOn: "2021-07-01" });
    expect(error?.messageIn("EN")).toContain("2021-07-01");
  });
});

describe("the months of a cheque must come in order", () => {
  it("accepts two free, two own and two sponsored months", () => {
    expect(errorOf(() => monthsMustComeInOrder(sixMonths))).toBeNull();
  });

  it("accepts a pause between two months", () => {
    expect(errorOf(() => monthsMustComeInOrder(withMonth(6, { since: "2025-01-01", until: "2025-01-31" })))).toBeNull();
  });

  it.each<[string, readonly ChequeMonth[], number]>([
    ["no month at all", [], 1],
    ["five months", sixMonths.slice(0, 5), 6],
    ["seven months", [...sixMonths, { number: 7, kind: "FREE", since: "2024-07-01", until: "2024-07-31" }], 7],
    ["a third free month", withMonth(3, { kind: "FREE" }), 3],
    ["own months first", withMonth(1, { kind: "OWN" }), 1],
    ["a number left out", withMonth(4, { number: 5 }), 4],
    ["a month that begins before the one before has ended", withMonth(2, { since: "2024-01-28" }), 2],
    ["a month that ends before it begins", withMonth(5, { until: "2024-04-30" }), 5],
  ])("refuses %s", (_, months, number) => {
    const error = errorOf(() => monthsMustComeInOrder(months));
    expect(error?.definition.code).toBe("COWORKING_CHEQUE_MONTHS_INVALID");
    expect(error?.parameters).toEqual({ number });
  });
});

describe("the sponsor of a cheque must be named", () => {
  it.each([
    ["Zenne Hub", null],
    ["", "COWORKING_CHEQUE_SPONSOR_REQUIRED"],
    ["  ", "COWORKING_CHEQUE_SPONSOR_REQUIRED"],
  ])("%j: %s", (sponsor, code) => {
    expect(errorOf(() => sponsorMustBeNamed(sponsor))?.definition.code ?? null).toBe(code);
  });
});
