import { languageOf, pickText } from "./languages.js";
import { labelIn, requestScope, type RequestScope } from "./server/context.js";

describe("the language of a request", () => {
  it.each([
    [undefined, "FR"],
    ["", "FR"],
    ["nl", "NL"],
    ["nl-BE,fr;q=0.8", "NL"],
    ["de,nl;q=0.5", "NL"],
    ["de-BE", "FR"],
    ["en;q=0.2, fr;q=0.9, nl;q=0.5", "FR"],
    ["EN-GB", "EN"],
    ["nl;q=0, en;q=0.1", "EN"],
    ["*", "FR"],
    ["nl ; q=0.3 , en ; q=0.4", "EN"],
    ["nl;q=abc, en", "EN"],
    ["nld", "FR"],
    [";;;,,,q=1", "FR"],
  ])("%j asks for %s", (header, language) => expect(languageOf(header)).toBe(language));
});

describe("a label", () => {
  const request = (): RequestScope =>
    requestScope({ reader: { role: "ADVISOR_1819" }, language: "NL", requestId: "r", hop: 1 });

  it.each([
    [{ fr: "f", nl: "n", en: "e" }, "NL", { text: "n", language: "NL" }],
    [{ fr: "f", en: "e" }, "NL", { text: "f", language: "FR" }],
    [{ nl: "n", en: "e" }, "FR", { text: "n", language: "NL" }],
    [{ fr: "", nl: null, en: "e" }, "FR", { text: "e", language: "EN" }],
    [{ nl: "n" }, "EN", { text: "n", language: "NL" }],
    [{}, "EN", null],
  ] as const)("%j in %s is %j: French and Dutch stand for each other before English does", (text, language, picked) => {
    expect(pickText(text, language)).toEqual(picked);
  });

  it("comes in the language of the argument, else of the request, and a fall-back is noted once", () => {
    const scope = request();
    expect(labelIn({ fr: "f", nl: "n" }, null, scope)).toBe("n");
    expect(labelIn({ fr: "f", nl: "n" }, "FR", scope)).toBe("f");
    expect(scope.fallbacks.size).toBe(0);
    expect(labelIn({ fr: "f" }, null, scope)).toBe("f");
    expect(labelIn({ fr: "g" }, undefined, scope)).toBe("g");
    expect(labelIn({ fr: "f" }, "EN", scope)).toBe("f");
    expect([...scope.fallbacks.values()]).toEqual([
      { asked: "NL", given: "FR" },
      { asked: "EN", given: "FR" },
    ]);
  });

  it("that is missing altogether is null, and no fall-back", () => {
    const scope = request();
    expect([labelIn(null, null, scope), labelIn({}, "EN", scope), scope.fallbacks.size]).toEqual([null, null, 0]);
  });
});
