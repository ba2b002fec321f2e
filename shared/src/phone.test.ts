import { eachVector } from "../test/real-data.js";
import { parsePhone } from "./phone.js";

describe("a telephone number", () => {
  it.each([
    ["02 315 13 51", "+3223151351"],
    ["089/32.39.50", "+3289323950"],
    ["083611205", "+3283611205"],
    ["+32 (0)2 226 88 88", "+3222268888"],
    ["0032 (0)2 226 88 88", "+3222268888"],
    ["0032 475 12 34 56", "+32475123456"],
    ["0475/12.34.56", "+32475123456"],
    ["475 12 34 56", "+32475123456"],
    ["2 315 13 51", "+3223151351"],
    ["(02) 315-13-51", "+3223151351"],
    ["02\u00a0315\u00a013\u00a051", "+3223151351"],
    ["02 315\u201113\u201151", "+3223151351"],
    ["02 315 13\u201351", "+3223151351"],
    ["tel:+32-2-315-13-51", "+3223151351"],
  ])("%s is %s, Belgian (reference 5.4)", (raw, e164) => {
    expect(parsePhone(raw)).toEqual({ kind: "E164", e164, foreign: false });
  });

  it.each([
    ["+33 1 42 68 53 00", "+33142685300"],
    ["+33 (0)1 42 68 53 00", "+33142685300"],
    ["0031 20 624 1111", "+31206241111"],
  ])("%s is %s, foreign", (raw, e164) => {
    expect(parsePhone(raw)).toEqual({ kind: "E164", e164, foreign: true });
  });

  it.each([
    ["1819", "1819"],
    ["112", "112"],
    ["18 19", "1819"],
    ["1207", "1207"],
  ])("%s is the short number %s: nobody is found by it", (raw, short) => {
    expect(parsePhone(raw)).toEqual({ kind: "SHORT", short });
  });

  it.each(["", "  ", "anonymous", "Anonyme", "WITHHELD", "onbekend", "Inconnu", "unavailable"])(
    "%j is withheld",
    (raw) => {
      expect(parsePhone(raw)).toEqual({ kind: "WITHHELD" });
    },
  );

  it.each([
    "02 12",
    "0475 12 34 5",
    "+32",
    "+",
    "abc",
    "02 315 13 51 / 02 315 13 52",
    "0000000000",
    "99999999999999999999",
    "٠٢٣١٥١٣٥١",
    "+32+32",
  ])("%s is none", (raw) => expect(parsePhone(raw)).toEqual({ kind: "INVALID" }));

  eachVector<{ input: string; valid: boolean; e164: string }>("phone_vectors.json", ({ input, valid, e164 }) => {
    const phone = parsePhone(input);
    if (valid) expect(phone).toMatchObject({ kind: "E164", e164 });
    else expect(phone.kind).not.toBe("E164");
  });
});
