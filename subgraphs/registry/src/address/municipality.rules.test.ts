import { brusselsNisOf } from "./municipality.rules.js";

describe("the municipality of an address in Brussels", () => {
  it.each([
    ["two municipalities share 1040", "Etterbeek", "Etterbeek", "1040", "21005"],
    ["two municipalities share 1040", "Bruxelles", "Brussel", "1040", "21004"],
    ["two municipalities share 1050", "Ixelles", "Elsene", "1050", "21009"],
    ["two municipalities share 1050", "Bruxelles", "Brussel", "1050", "21004"],
    ["a name as the register tells it from namesakes", "Saint-Gilles", "Sint-Gillis (bij-Brussel)", "1060", "21013"],
    ["Dutch alone", null, "Sint-Gillis (bij-Brussel)", "1060", "21013"],
    ["capitals and accents", "SCHAERBÉEK", null, "1030", "21015"],
    ["the postcode alone does not give it", null, null, "1030", null],
    ["a namesake elsewhere", "Forest", "Forest", "7910", null],
    ["abroad", "Forest", null, null, null],
    ["another municipality", "Zaventem", "Zaventem", "1930", null],
  ])("%s: %s / %s, %s", (_, fr, nl, postcode, nis) => {
    expect(brusselsNisOf(fr, nl, postcode)).toBe(nis);
  });
});
