import { check, integer, property } from "fast-check";
import { eachVector } from "../test/real-data.js";
import {
  demonstrationEnterpriseNumber,
  formatEnterpriseNumber,
  hasValidCheckDigits,
  idFrom,
  isUuid,
  newId,
  parseEnterpriseNumber,
  parseEstablishmentNumber,
} from "./ids.js";

describe("an enterprise number", () => {
  it.each([
    ["0314.595.348", "0314595348"],
    ["BE 428759497", "0428759497"],
    ["0403.019.261", "0403019261"],
    ["0200.065.765", "0200065765"],
    ["0440966354", "0440966354"],
    ["0831797467", "0831797467"],
    ["0291.000.097", "0291000097"],
    ["1000.000.021", "1000000021"],
    ["(0)202 239 951", "0202239951"],
    ["be0202.239.951", "0202239951"],
    ["BE-0202-239-951", "0202239951"],
    ["0202/239/951", "0202239951"],
    ["0202\u00a0239\u00a0951", "0202239951"],
  ])("%s is read as %s (reference 5.1)", (raw, digits) => {
    expect(parseEnterpriseNumber(raw)).toBe(digits);
  });

  it.each([
    "BE431150351",
    "1000.000.031",
    "12345678",
    "2000000339",
    "0000000000",
    "0000.000.097",
    "BEBE0202239951",
    "NL0202239951",
    "0202239951 0202239951",
    "",
  ])("%s is none", (raw) => {
    expect(parseEnterpriseNumber(raw)).toBeNull();
  });

  it.each(["00", "98", "99"])("never has the check digits %s, which the popular rule accepts", (check) => {
    const bodies = Array.from({ length: 97 }, (_, index) => String(2_000_000 + index).padStart(8, "0"));
    expect(bodies.filter((body) => parseEnterpriseNumber(body + check))).toEqual([]);
  });

  eachVector<{ input: string; expected: boolean }>("kbo_vectors.json", ({ input, expected }) => {
    expect(parseEnterpriseNumber(input) !== null).toBe(expected);
  });

  it("survives its own notation, and no single wrong digit", () => {
    const numbers = integer({ min: 0, max: 1_899_999 }).map(demonstrationEnterpriseNumber);
    check(property(numbers, (number) => parseEnterpriseNumber(formatEnterpriseNumber(number)) === number));
    const damaged = property(numbers, integer({ min: 0, max: 9 }), integer({ min: 1, max: 9 }), (number, place, by) => {
      const digits = number.split("");
      digits[place] = String((Number(digits[place]) + by) % 10);
      return parseEnterpriseNumber(digits.join("")) === null;
    });
    expect(check(damaged).failed).toBe(false);
  });

  it("of the demonstration lies below every number the register issued", () => {
    expect(demonstrationEnterpriseNumber(0) < "0200065765").toBe(true);
    expect(demonstrationEnterpriseNumber(1_899_999) < "0200065765").toBe(true);
    for (const sequence of [-1, 1_900_000, 0.5, Number.NaN])
      expect(() => demonstrationEnterpriseNumber(sequence)).toThrow(RangeError);
  });
});

describe("an establishment number", () => {
  it.each([
    ["2.000.000.339", "2000000339"],
    ["2000000339", "2000000339"],
    ["0202239951", null],
    ["9.000.006.626", null],
    ["2.000.000.338", null],
  ])("%s is read as %s", (raw, digits) => expect(parseEstablishmentNumber(raw)).toBe(digits));
});

describe("an id", () => {
  it.each([
    ["3fa85f64-5717-4562-b3fc-2c963f66afa6", true],
    ["3FA85F64-5717-4562-B3FC-2C963F66AFA6", false],
    ["3fa85f6457174562b3fc2c963f66afa6", false],
    ["3fa85f64-5717-4562-73fc-2c963f66afa6", false],
    ["{3fa85f64-5717-4562-b3fc-2c963f66afa6}", false],
    ["3fa85f64-5717-4562-b3fc-2c963f66afa6\n", false],
  ])("%s: %s", (text, expected) => expect(isUuid(text)).toBe(expected));

  it("is made at random, or always alike of the same parts; in both cases of version 4", () => {
    expect(newId()).not.toBe(newId());
    expect(idFrom("a", 1)).toBe(idFrom("a", 1));
    expect(idFrom("a", "bc")).not.toBe(idFrom("ab", "c"));
    for (const id of [newId(), idFrom("x")]) expect([isUuid(id), id[14]]).toEqual([true, "4"]);
  });

  it("has check digits from 01 to 97", () => {
    expect(hasValidCheckDigits("0291000097")).toBe(true);
    expect(hasValidCheckDigits("0291000000")).toBe(false);
  });
});
