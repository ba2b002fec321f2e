/** Texts that people write in a language of their own, and that are shown with it. */

/** A text and the language in which it was written. */
export interface WrittenText {
  readonly text: string;
  readonly language: "FR" | "NL" | "EN";
}

interface TextBounds {
  readonly least: number;
  readonly most: number;
  /** Of a text that says none. */
  readonly language: WrittenText["language"];
}

/** `{ text, language }`, or a text in the language of the one it replaces; null where it is none. */
export function writtenTextIn(given: unknown, { least, most, language }: TextBounds): WrittenText | null {
  const said = typeof given === "string" ? { text: given, language } : ((given ?? {}) as Partial<WrittenText>);
  const text = typeof said.text === "string" ? said.text.normalize("NFC").trim() : "";
  const { length } = Array.from(text);
  const isText = length >= least && length <= most && !text.includes("\u0000");
  return isText && isLanguage(said.language) ? { text, language: said.language } : null;
}

function isLanguage(code: unknown): code is WrittenText["language"] {
  return code === "FR" || code === "NL" || code === "EN";
}
