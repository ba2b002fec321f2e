import { defineErrors, DomainError, kernelErrors } from "./errors.js";

const errors = defineErrors({
  TOO_LATE: {
    meaning: "The day has passed.",
    remedy: "Come earlier.",
    messages: { fr: "Trop tard de {days} jours, {unknown}.", nl: "{days} dagen te laat.", en: "{days} days late." },
  },
});

describe("a catalogue of errors", () => {
  it("gives each error its name for a code", () => expect(errors.TOO_LATE.code).toBe("TOO_LATE"));

  it.each(Object.values(kernelErrors).map((error) => [error.code, error] as const))(
    "%s says it in three languages, with meaning and remedy",
    (_, error) => {
      for (const text of [error.meaning, error.remedy, error.messages.fr, error.messages.nl, error.messages.en])
        expect(text?.trim()).toBeTruthy();
      const names = (text: string | null): string[] => (text?.match(/\{\w+\}/g) ?? []).toSorted();
      expect(names(error.messages.nl)).toEqual(names(error.messages.fr));
      expect(names(error.messages.en)).toEqual(names(error.messages.fr));
    },
  );
});

describe("an expected error", () => {
  const error = new DomainError(errors.TOO_LATE, { days: 3 }, { since: "2024-01-01" });

  it.each([
    ["FR", "Trop tard de 3 jours, {unknown}."],
    ["NL", "3 dagen te laat."],
    ["EN", "3 days late."],
  ] as const)("speaks %s", (language, text) => {
    expect(error.messageIn(language)).toBe(text);
  });

  it("carries its code and details, and fills in no pattern of its own", () => {
    expect([error.definition.code, error.details]).toEqual(["TOO_LATE", { since: "2024-01-01" }]);
    expect(new DomainError(errors.TOO_LATE, { days: "$& {days}" }).messageIn("EN")).toBe("$& {days} days late.");
    expect(new DomainError(errors.TOO_LATE).messageIn("EN")).toBe("{days} days late.");
  });
});
