import type { Language } from "@parcours/shared/languages";

/** What the rule needs of a denomination. */
export interface NameRow {
  readonly typeCode: string;
  readonly languageCode: string;
  readonly denomination: string;
}

/** KBO's language codes. */
const languageCodes: Readonly<Record<Language, string>> = { FR: "1", NL: "2", EN: "4" };
const typeOrder = ["001", "002", "003", "004"];

/**
 * The name to show for an enterprise: its name in the language, else its name in no or another language, else its abbreviation.
 * @returns null where the register gives no name. Source: reference 5.3
 */
export function displayNameOf(names: readonly NameRow[], language: Language): string | null {
  const rank = ({ typeCode, languageCode }: NameRow): number =>
    typeOrder.indexOf(typeCode) * 10 + (languageCode === languageCodes[language] ? 0 : 1 + Number(languageCode));
  return (
    first(
      names.filter(({ typeCode }) => typeOrder.includes(typeCode)),
      rank,
    )?.denomination ?? null
  );
}

/** The name to show for an establishment: its commercial name in the language or another one, else the enterprise's name. */
export function establishmentNameOf(
  own: readonly NameRow[],
  enterprise: readonly NameRow[],
  language: Language,
): string | null {
  const commercial = own.filter(({ typeCode }) => typeCode === "003");
  const inLanguage = commercial.filter(({ languageCode }) => languageCode === languageCodes[language]);
  return inLanguage[0]?.denomination ?? displayNameOf(enterprise, language) ?? displayNameOf(own, language);
}

function first(rows: readonly NameRow[], rank: (row: NameRow) => number): NameRow | undefined {
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.denomination < b.denomination ? -1 : 1))[0];
}
