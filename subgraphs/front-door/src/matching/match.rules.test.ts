import fc from "fast-check";
import { areTwoGenerations, theBirthDatesAgree } from "./birth-date.rules.js";
import {
  theEmailsAgree,
  theEnterprisesAgree,
  theHomesAgree,
  theNationalNumbersAgree,
  thePhonesAgree,
} from "./contact.rules.js";
import { guards, type GuardCode } from "./guards.rules.js";
import { compare } from "./match.rules.js";
import { outcomeOf } from "./outcome.rules.js";
import { noFacts, type PersonRecord } from "./person-record.js";
import { certainFrom, doubtfulFrom } from "./weights.js";

const amina: PersonRecord = {
  names: [{ given: "Amina", family: "El Idrissi" }],
  birthDates: ["1985-03-04"],
  phones: ["+32475123456"],
  emails: ["amina@example.be"],
  formerPhones: [],
  formerEmails: [],
  enterpriseNumbers: ["0123456749"],
  municipalities: ["21009"],
  nationalNumberHashes: [],
};
const bare = { phones: [], emails: [], enterpriseNumbers: [], municipalities: [] };
const named = (given: string, family = "El Idrissi"): Pick<PersonRecord, "names"> => ({ names: [{ given, family }] });
const many = { ...noFacts, bearers: new Map([["+32475123456", 25]]) };

describe("birth dates", () => {
  it.each([
    ["1985-03-04", "1985-03-04", "SAME_BIRTH_DATE"],
    ["1985-03-04", "1985-04-03", "DAY_AND_MONTH_CHANGED_PLACES"],
    ["1985-03-04", "1986-03-04", "MISTYPED_BIRTH_DATE"],
    ["1985-03-04", "1958-03-04", "MISTYPED_BIRTH_DATE"],
    ["1985-03-04", "1985-11-24", "OTHER_BIRTH_DATE"],
  ])("%s and %s: %s", (one, other, finding) => expect(theBirthDatesAgree([one], [other])).toBe(finding));

  it("say nothing where one is not known, and the best where one has several", () => {
    expect(theBirthDatesAgree([], ["1985-03-04"])).toBeNull();
    expect(theBirthDatesAgree(["1990-12-31", "1985-03-04"], ["1985-03-04"])).toBe("SAME_BIRTH_DATE");
  });

  it.each([
    ["1960-01-01", "1974-01-01", true],
    ["1960-01-01", "1973-01-01", false],
  ])("%s and %s lie a generation apart: %s", (one, other, apart) =>
    expect(areTwoGenerations([one], [other])).toBe(apart),
  );
});

describe("clues beside the name", () => {
  const bearers = new Map([
    ["own", 1],
    ["home", 2],
    ["office", 3],
    ["large", 5],
  ]);
  it.each([
    ["own", "SAME_OWN_PHONE", "SAME_OWN_EMAIL", "SAME_ENTERPRISE"],
    ["home", "SAME_HOUSEHOLD_PHONE", "SAME_SHARED_EMAIL", "SAME_ENTERPRISE"],
    ["office", "SAME_SHARED_PHONE", "SAME_SHARED_EMAIL", "SAME_ENTERPRISE"],
    ["large", "SAME_SHARED_PHONE", "SAME_SHARED_EMAIL", "SAME_LARGE_ENTERPRISE"],
  ])("of %s: %s, %s, %s", (clue, phone, email, enterprise) => {
    expect(thePhonesAgree([clue], [clue], { bearers })).toBe(phone);
    expect(theEmailsAgree([clue], [clue], { bearers })).toBe(email);
    expect(theEnterprisesAgree([clue], [clue], { bearers })).toBe(enterprise);
  });

  it("that differ speak against, that are not known say nothing", () => {
    expect([thePhonesAgree(["a"], ["b"], { bearers }), thePhonesAgree([], ["b"], { bearers })]).toEqual([
      "OTHER_PHONE",
      null,
    ]);
    expect(theEmailsAgree(["an.peeters@x.be"], ["an.peters@x.be"], { bearers })).toBe("MISTYPED_EMAIL");
    expect(theEmailsAgree(["an.peeters1@x.be"], ["an.peeters2@x.be"], { bearers })).toBe("OTHER_EMAIL");
    expect(theEnterprisesAgree(["a"], ["b"], { bearers })).toBeNull();
    expect([theHomesAgree(["1"], ["2"]), theHomesAgree(["1"], ["1"]), theHomesAgree([], ["1"])]).toEqual([
      "OTHER_MUNICIPALITY",
      "SAME_MUNICIPALITY",
      null,
    ]);
    expect([theNationalNumbersAgree(["h"], ["h"]), theNationalNumbersAgree(["h"], ["i"])]).toEqual([
      "SAME_NATIONAL_NUMBER",
      "OTHER_NATIONAL_NUMBER",
    ]);
  });
});

describe("two files", () => {
  it.each<[string, Partial<PersonRecord>, string, GuardCode | null]>([
    ["all alike", {}, "CERTAIN", null],
    ["moved, another telephone", { municipalities: ["21015"], phones: ["+32475999999"] }, "CERTAIN", null],
    ["a married name", named("Amina", "Peeters"), "CERTAIN", null],
    ["halves in the other order", named("El Idrissi", "Amina"), "CERTAIN", null],
    ["day and month changed places", { birthDates: ["1985-04-03"] }, "CERTAIN", null],
    ["a rare name and a birth date", bare, "CERTAIN", null],
    [
      "a twin with all in common but the given name",
      { ...named("Salma"), emails: ["salma@example.be"] },
      "DIFFERENT",
      "TWINS",
    ],
    ["a twin with telephone and address in common", named("Salma"), "DOUBTFUL", "TWINS"],
    ["father and son with one name", { birthDates: ["1956-11-20"] }, "DIFFERENT", "TWO_GENERATIONS"],
    ["a year mistyped by a generation", { birthDates: ["1965-03-04"] }, "DOUBTFUL", "TWO_GENERATIONS"],
    ["another birth date", { birthDates: ["1987-11-24"] }, "DOUBTFUL", "ANOTHER_BIRTH_DATE"],
    ["no birth date, and a telephone", { ...bare, birthDates: [], phones: amina.phones }, "DOUBTFUL", "NO_BIRTH_DATE"],
    ["no birth date, telephone and address", { birthDates: [] }, "CERTAIN", null],
    [
      "a brother at the same telephone",
      { ...named("Bilal"), birthDates: ["1990-12-12"] },
      "DIFFERENT",
      "ANOTHER_GIVEN_NAME",
    ],
    ["nothing but the name", { ...bare, birthDates: [] }, "DOUBTFUL", null],
  ])("%s: %s", (_, part, verdict, guard) => {
    const match = compare(amina, { ...amina, ...part }, noFacts);
    expect([match.verdict, match.guard]).toEqual([verdict, guard]);
    expect(compare({ ...amina, ...part }, amina, noFacts)).toEqual(match);
    expect(match.score).toBe(match.parts.reduce((sum, { weight }) => sum + weight, 0));
  });

  it("that share an accountant's telephone only are two people's", () => {
    const client = {
      ...amina,
      ...named("Jan", "Peeters"),
      birthDates: ["1970-07-07"],
      emails: [],
      enterpriseNumbers: [],
    };
    expect(compare(amina, client, many).verdict).toBe("DIFFERENT");
  });

  it("of namesakes born on one day in one municipality wait for somebody, where each has a telephone and an address", () => {
    const namesakes = new Map([["amina el idrissi", 10]]);
    const other = { ...amina, phones: ["+32475999999"], emails: ["other@example.be"], enterpriseNumbers: [] };
    expect(compare(amina, other, { ...noFacts, namesakes })).toMatchObject({
      verdict: "DOUBTFUL",
      guard: "NAME_AND_BIRTH_DATE_ONLY",
    });
  });

  it("that somebody told apart stay two, whatever they have in common", () => {
    expect(compare(amina, amina, noFacts, true)).toMatchObject({ verdict: "DIFFERENT", guard: "TOLD_APART" });
  });

  it("with one national number are one person's, unless the names or birth dates say otherwise", () => {
    const numbered = { ...amina, nationalNumberHashes: ["h"] };
    const other = { ...numbered, ...bare, birthDates: [] };
    expect(compare(numbered, other, noFacts).verdict).toBe("CERTAIN");
    expect(compare(numbered, { ...other, ...named("Jan") }, noFacts).guard).toBe("NUMBER_OF_ANOTHER");
    expect(compare(numbered, { ...amina, nationalNumberHashes: ["i"] }, noFacts).guard).toBe("TWO_NATIONAL_NUMBERS");
  });

  it("are decided by thresholds that lie apart, and every guard lets two strangers be", () => {
    expect(certainFrom).toBeGreaterThan(doubtfulFrom);
    const pair = { one: amina, other: amina, found: new Set<never>(), areKnownAsTwo: false, restsOnWhatEnded: false };
    for (const code of ["TOLD_APART", "TWINS", "ANOTHER_GIVEN_NAME", "TWO_GENERATIONS"] as const)
      expect(guards[code](pair)).toBeNull();
  });
});

describe("a telephone or address that has ended", () => {
  const { phones, emails } = amina;
  const moved = { ...amina, enterpriseNumbers: [], municipalities: ["21015"] };
  const ended = { ...moved, phones: ["+32475999999"], emails: [], formerPhones: phones, formerEmails: emails };

  it("is a weak clue, on whichever side it ended", () => {
    for (const match of [compare(amina, ended, noFacts), compare(ended, amina, noFacts)])
      expect(match.parts).toEqual(
        expect.arrayContaining([
          { code: "SAME_FORMER_PHONE", weight: 3 },
          { code: "SAME_FORMER_EMAIL", weight: 4 },
          { code: "OTHER_PHONE", weight: -2 },
        ]),
      );
    expect(compare(ended, ended, noFacts).parts.map(({ code }) => code)).toContain("SAME_FORMER_PHONE");
  });

  it("that works again is one's own as before", () => {
    const again = { ...amina, formerPhones: phones };
    const codes = compare(amina, again, noFacts).parts.map(({ code }) => code);
    expect(codes).toContain("SAME_OWN_PHONE");
  });

  it("and was given to somebody else leads nobody into the file of who had it", () => {
    const had = { ...amina, birthDates: [], phones: ["+32475999999"], emails: [], formerPhones: phones };
    const has = { ...amina, birthDates: [], emails: [], enterpriseNumbers: [] };
    expect(compare(has, had, noFacts)).toMatchObject({ verdict: "DOUBTFUL" });
    expect(compare({ ...has, ...named("Jan", "Peeters") }, had, noFacts).verdict).toBe("DIFFERENT");
  });

  it("that the score would rest on waits for somebody", () => {
    const other = {
      ...amina,
      ...named("Amina", "El Idrissi Peeters"),
      birthDates: ["1986-03-04"],
      phones: ["+32475999999"],
      emails: [],
      municipalities: ["21015"],
    };
    expect(compare(amina, other, noFacts)).toMatchObject({ verdict: "DOUBTFUL", guard: null });
    expect(compare(amina, { ...other, formerPhones: phones }, noFacts)).toMatchObject({
      verdict: "DOUBTFUL",
      guard: "ENDED_CONTACT",
    });
  });

  const part = fc.record({
    names: fc.constantFrom(amina.names, named("Aminah").names, named("Amina", "Peeters").names, named("Salma").names),
    birthDates: fc.constantFrom([], amina.birthDates, ["1985-04-03"], ["1986-03-04"], ["1956-11-20"]),
    phones: fc.constantFrom([], phones, ["+32475999999"]),
    emails: fc.constantFrom([], emails, ["other@example.be"]),
    formerPhones: fc.constantFrom([], phones, ["+32475999999"]),
    formerEmails: fc.constantFrom([], emails, ["other@example.be"]),
    enterpriseNumbers: fc.constantFrom([], amina.enterpriseNumbers),
    municipalities: fc.constantFrom([], ["21009"], ["21015"]),
    nationalNumberHashes: fc.constantFrom([], ["h"], ["i"]),
  });
  const withoutEnded = (record: PersonRecord): PersonRecord => ({ ...record, formerPhones: [], formerEmails: [] });

  it("never makes certain what is not certain without it, whatever else is known", () => {
    fc.assert(
      fc.property(part, part, fc.constantFrom(noFacts, many), (one, other, facts) => {
        const without = compare(withoutEnded(one), withoutEnded(other), facts);
        const { verdict } = compare(one, other, facts);
        expect(verdict === "CERTAIN").toBe(without.verdict === "CERTAIN");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a registration", () => {
  it.each([
    [[], "CREATED"],
    [["DIFFERENT"], "CREATED"],
    [["DOUBTFUL", "DIFFERENT"], "CREATED_FOR_REVIEW"],
    [["CERTAIN", "DOUBTFUL"], "FOUND"],
    [["CERTAIN", "CERTAIN"], "CREATED_FOR_REVIEW"],
  ] as const)("that compares as %j is %s", (verdicts, outcome) =>
    expect(outcomeOf(verdicts.map((verdict) => ({ verdict })))).toBe(outcome),
  );
});
