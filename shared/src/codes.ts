/** Code lists: sets of codes with labels that may grow without breaking a client (design section 2; R38). */
import type { LocalizedText } from "./languages.js";

/**
 * A list of codes with a label in every language, in the order a person would read them.
 * In the graph each entry is a `Code { code label(language) }`, never an enum value.
 */
export type CodeList = Readonly<Record<string, Required<LocalizedText>>>;

/** Which labels of a list are missing or blank, as `CODE.language`; empty where all is well. */
export function emptyLabels(list: CodeList): readonly string[] {
  return Object.entries(list).flatMap(([code, labels]) =>
    (["fr", "nl", "en"] as const)
      .filter((language) => !labels[language]?.trim())
      .map((language) => `${code}.${language}`),
  );
}
