import { readTamRow, tamHeader } from "./tam-row.js";

const award = {
  ref_no: "TM-10172367",
  sa_number: "SA.35533",
  measure_title: "Le régime d'aide en faveur du développement expérimental",
  national_id_raw: "0202.239.951",
  kbo_number: "0202.239.951",
  id_status: "valid",
  beneficiary: "Proximus",
  beneficiary_type: "Only large enterprises",
  region: "RÉGION DE BRUXELLES-CAPITALE / BRUSSELS HOOFDSTEDELIJK GEWEST",
  is_brussels: "true",
  sector_nace_label: "Wireless telecommunications activities",
  aid_instrument: "Direct grant",
  objective: "Experimental development (Art. 31.2.c)",
  nominal_amount_raw: "",
  aid_element_raw: "592255",
  aid_element_eur: "592255",
  currency: "EUR",
  granted_on: "2018-11-09",
  granting_authority: "Innoviris",
  published_on: "2019-11-19",
} as const;

function row(changes: Partial<Record<(typeof tamHeader)[number], string>> = {}): string[] {
  const cells: Record<string, string> = { ...award, ...changes };
  return tamHeader.map((name) => cells[name] ?? "");
}

describe("a row of the register", () => {
  test("is read from what the register itself says", () => {
    expect(readTamRow(row())).toEqual({
      reference: "TM-10172367",
      agencyCode: "INNOVIRIS",
      enterpriseNumber: "0202239951",
      grantedOn: "2018-11-09",
      publishedOn: "2019-11-19",
      measureNumber: "SA.35533",
      measureTitle: "Le régime d'aide en faveur du développement expérimental",
      instrument: "Direct grant",
      objective: "Experimental development (Art. 31.2.c)",
      nominalCents: null,
      aidElementCents: 59_225_500n,
      amountNote: null,
      zeroRestored: false,
    });
  });

  test("gets back the leading zero that a spreadsheet took", () => {
    expect(readTamRow(row({ national_id_raw: "436410522", kbo_number: "" }))).toMatchObject({
      enterpriseNumber: "0436410522",
      zeroRestored: true,
    });
  });

  test.each(["BCE 0202.239.951", "KBO: 0202239951", "BE 0202 239 951"])("names the enterprise as %p", (raw) => {
    expect(readTamRow(row({ national_id_raw: raw }))).toMatchObject({
      enterpriseNumber: "0202239951",
      zeroRestored: false,
    });
  });

  test.each([
    ["< 500,000", null, "< 500,000"],
    ["500,000 - 1,000,000", null, "500,000 - 1,000,000"],
    ["1544941.96", 154_494_196n, null],
    ["0", 0n, null],
  ])("with the amount %p", (raw, aidElementCents, amountNote) => {
    expect(readTamRow(row({ aid_element_raw: raw }))).toMatchObject({ aidElementCents, amountNote });
  });

  test.each<[string, Partial<Record<(typeof tamHeader)[number], string>>, RegExp]>([
    ["no reference", { ref_no: "" }, /no reference/],
    ["several numbers in one cell", { national_id_raw: "0419.052.173; 0248.015.142" }, /several enterprise numbers/],
    [
      "several numbers, with a word between",
      { national_id_raw: "0850.123.935 en 0419.052.173" },
      /several enterprise numbers/,
    ],
    ["a Dutch number", { national_id_raw: "KvK 17007387" }, /foreign identification/],
    ["a Dutch VAT number", { national_id_raw: "NL51278871" }, /foreign identification/],
    [
      "a name in place of a number",
      { national_id_raw: "VERHAEGHE AEROSPACE" },
      /a text in place of an enterprise number$/,
    ],
    ["no number", { national_id_raw: "" }, /no enterprise number/],
    ["wrong check digits", { national_id_raw: "0471331909" }, /0471331909 has wrong check digits/],
    ["too many digits", { national_id_raw: "08772561619" }, /11 digits in place of 10/],
    ["an unknown authority", { granting_authority: "OVAM" }, /"OVAM" is unknown: add its spelling/],
    [
      "the enterprise number as amount",
      { national_id_raw: "0462144919", aid_element_raw: "462144919" },
      /aid_element_raw is the enterprise number/,
    ],
    ["no amount", { aid_element_raw: "" }, /gives no amount/],
    ["an amount in words", { aid_element_raw: "five" }, /aid_element_raw is no amount/],
    ["a negative amount", { aid_element_raw: "-5" }, /aid_element_raw is no amount/],
    ["a bad nominal amount", { nominal_amount_raw: "1.234.567" }, /nominal_amount_raw is no amount/],
    ["another currency", { currency: "USD" }, /USD/],
    ["a day that is none", { granted_on: "2018-02-30" }, /granted_on/],
    ["a day first", { granted_on: "09/11/2018" }, /granted_on/],
    ["a bad day of publication", { published_on: "soon" }, /published_on/],
  ])("is left out for %s", (_case, changes, reason) => {
    expect(() => readTamRow(row(changes))).toThrow(reason);
  });

  test("is left out when it has too few columns", () => {
    expect(() => readTamRow(row().slice(1))).toThrow("has 19 columns in place of 20");
  });
});
