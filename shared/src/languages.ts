/** The languages of the product: NL, FR and EN for every label, error and screen; NL and FR equal. */

/** A language the product speaks. */
export type Language = "NL" | "FR" | "EN";

/** One text in the product's languages. A missing one falls back, and the answer says so. */
export interface LocalizedText {
  readonly fr?: string | null;
  readonly nl?: string | null;
  readonly en?: string | null;
}

/** A text with the language it was really found in. */
export interface PickedText {
  readonly text: string;
  readonly language: Language;
}

const keys = { NL: "nl", FR: "fr", EN: "en" } as const;

/** The other languages to try, in order. FR and NL stand for each other before EN does. */
const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  NL: ["NL", "FR", "EN"],
  FR: ["FR", "NL", "EN"],
  EN: ["EN", "FR", "NL"],
};

/** The text in a language, else in the nearest one that has it; null where there is none at all. */
export function pickText(text: LocalizedText, language: Language): PickedText | null {
  for (const candidate of fallbacks[language]) {
    const found = text[keys[candidate]];
    if (found) return { text: found, language: candidate };
  }
  return null;
}

/** The first language of an `Accept-Language` header that the product speaks; FR where there is none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: (tag.trim().split("-")[0] ?? "").toUpperCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? "FR";
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(keys, text);
}
