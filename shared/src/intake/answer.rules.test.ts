import "reflect-metadata";
import { answerFault, isStorable, saysTheSame } from "./answer.rules.js";
import type { AnswerType } from "./form.js";

const options = { A: { fr: "a", nl: "a", en: "a" }, B: { fr: "b", nl: "b", en: "b" } };

describe("an answer", () => {
  it.each<[AnswerType, unknown, string | null]>([
    [{ kind: "TEXT", least: 2, most: 4 }, "four", null],
    [{ kind: "TEXT", least: 2, most: 4 }, " a ", "LENGTH"],
    [{ kind: "TEXT", least: 2, most: 4 }, "fives", "LENGTH"],
    [{ kind: "TEXT", least: 2, most: 4 }, "a\u0000b", "LENGTH"],
    [{ kind: "TEXT", least: 2, most: 4 }, 12, "TYPE"],
    [{ kind: "NUMBER", least: 0, most: 9 }, 9, null],
    [{ kind: "NUMBER", least: 0, most: 9 }, 10, "BOUNDS"],
    [{ kind: "NUMBER", least: 0, most: 9 }, 1.5, "TYPE"],
    [{ kind: "NUMBER", least: 0, most: 9 }, "1", "TYPE"],
    [{ kind: "MONEY", least: 5, most: 90 }, "90.00", null],
    [{ kind: "MONEY", least: 5, most: 90 }, "90.01", "BOUNDS"],
    [{ kind: "MONEY", least: 5, most: 90 }, "1e3", "TYPE"],
    [{ kind: "MONEY", least: 5, most: 90 }, 50, "TYPE"],
    [{ kind: "DAY" }, "2028-02-29", null],
    [{ kind: "DAY" }, "2027-02-29", "TYPE"],
    [{ kind: "YES_NO" }, false, null],
    [{ kind: "YES_NO" }, "no", "TYPE"],
    [{ kind: "IBAN" }, "BE68 5390 0754 7034", null],
    [{ kind: "IBAN" }, "BE68 5390 0754 7035", "CHECK_DIGITS"],
    [{ kind: "IBAN" }, "68539007547034", "TYPE"],
    [{ kind: "CHOICE", options, several: false }, "A", null],
    [{ kind: "CHOICE", options, several: false }, ["A"], "TYPE"],
    [{ kind: "CHOICE", options, several: false }, "toString", "CODE"],
    [{ kind: "CHOICE", options, several: true }, ["A", "B"], null],
    [{ kind: "CHOICE", options, several: true }, ["A", "A"], "TYPE"],
    [{ kind: "CHOICE", options, several: true }, [], "TYPE"],
    [{ kind: "CHOICE", options, several: true }, ["C"], "CODE"],
  ])("%j to %j: %s", (type, value, fault) => {
    expect(answerFault(type, value)).toBe(fault);
  });
});

describe("what PostgreSQL keeps", () => {
  it.each<[unknown, boolean]>([
    ["N'Deye d'Haeyer-'t Kint 🚲", true],
    ["the letters \\u0000, as text", true],
    ["\\\\ud800 behind backslashes", true],
    ["a\u0000b", false],
    ["half a sign \ud83d", false],
    [{ rows: [{ value: "\u0000" }] }, false],
    [null, true],
    [12.5, true],
  ])("%j: %s", (value, isKept) => expect(isStorable(value)).toBe(isKept));
});

describe("two values say the same", () => {
  it.each<[unknown, unknown, boolean]>([
    ["El  Khattabi", "el khattabi ", true],
    ["El Khattabi", "Khattabi", false],
    ["FR", "fr", true],
    [{ code: "ICT", label: "Informatique" }, "ICT", true],
    [{ code: "ICT", label: "Informatique" }, { code: "HORECA" }, false],
    [
      [
        { kind: "PHONE", value: "+3225" },
        { kind: "EMAIL", value: "a@b" },
      ],
      { kind: "EMAIL", value: "A@b" },
      true,
    ],
    [[{ kind: "PHONE", value: "+3225" }], [{ value: "+3225" }, { value: "+3226" }], false],
    [[{ kind: "PHONE", value: "+3225" }], [], false],
    [{ a: 1 }, {}, false],
    [{ a: 1 }, { b: 1 }, false],
    [null, null, true],
    [12, 12, true],
    [12, "12", false],
  ])("%j and %j: %s", (held, given, same) => {
    expect(saysTheSame(held, given)).toBe(same);
  });
});
