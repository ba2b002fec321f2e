import { dayFirst, digits, entityNumber, naceDigits, optional, optionalDigits, threeDigits } from "./values.js";

describe("values of KBO Open Data", () => {
  it.each([
    ["30-05-2025", "2025-05-30"],
    ["01-01-1830", "1830-01-01"],
    ["29-02-2024", "2024-02-29"],
    ["29-02-2000", "2000-02-29"],
    ["", null],
    ["  ", null],
  ])("the day %j is %j", (text, day) => {
    expect(dayFirst("StartDate", text)).toBe(day);
  });

  it.each([
    "2025-05-30",
    "30/05/2025",
    "30-05-25",
    "1-1-2020",
    "29-02-2023",
    "29-02-1900",
    "31-04-2020",
    "00-01-2020",
    "01-13-2020",
    "01-00-2020",
    "01-01-0000",
  ])("%s is no day", (text) => {
    expect(() => dayFirst("StartDate", text)).toThrow(/^StartDate .* is not a /);
  });

  it.each([
    ["0200.065.765", "0200065765"],
    ["0314595348", "0314595348"],
    ["0291.000.097", "0291000097"],
    ["2.000.005.485", "2000005485"],
    ["9.000.006.626", "9000006626"],
  ])("the number %s is %s", (text, number) => {
    expect(entityNumber("EntityNumber", text)).toBe(number);
  });

  it.each([
    ["0200.065.766", undefined, "EntityNumber 0200.065.766 has wrong check digits"],
    ["200.065.765", undefined, "EntityNumber 200.065.765 is not ten digits"],
    ["", undefined, "EntityNumber (empty) is not ten digits"],
    ["2.000.005.485", "enterprise", "EntityNumber 2.000.005.485 is not the number of an enterprise"],
    ["0200.065.765", "establishment", "EntityNumber 0200.065.765 is not the number of an establishment"],
    ["2.000.005.485", "branch", "EntityNumber 2.000.005.485 is not the number of a branch"],
  ] as const)("the number %s as %s is refused", (text, kind, reason) => {
    expect(() => entityNumber("EntityNumber", text, kind)).toThrow(reason);
  });

  it("keeps leading zeros, and refuses codes that have lost them", () => {
    expect(digits("ActivityGroup", "001", threeDigits)).toBe("001");
    expect(digits("NaceCode", "01110", naceDigits)).toBe("01110");
    expect(digits("NaceCode", "0111001", naceDigits)).toBe("0111001");
    expect(() => digits("ActivityGroup", "1", threeDigits)).toThrow(
      "ActivityGroup 1 is not three digits (leading zeros lost?)",
    );
    expect(() => digits("NaceCode", "A1110", naceDigits)).toThrow("NaceCode A1110 is not five or seven digits");
    expect(() => digits("NaceCode", " ", naceDigits)).toThrow("NaceCode is empty");
    expect(optionalDigits("JuridicalForm", "", threeDigits)).toBeNull();
  });

  it("takes both kinds of empty for none", () => {
    expect([optional(""), optional("  "), optional(" Dénomination ")]).toEqual([null, null, "Dénomination"]);
  });
});
