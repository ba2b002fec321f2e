/** A fact's value as people read it, in their language. Pure. */
import { pickText } from "@parcours/shared/languages";
import type { Language } from "@parcours/shared/languages";
import { pageTexts } from "./page-texts.js";

const locales: Readonly<Record<Language, string>> = { FR: "fr-BE", NL: "nl-BE", EN: "en-GB" };

/** A day or an instant (in Brussels), in words of the language. */
export function shownDate(text: string, language: Language): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const options: Intl.DateTimeFormatOptions = isDay ? { dateStyle: "long" } : { dateStyle: "long", timeStyle: "short" };
  const instant = new Date(isDay ? `${text}T12:00:00Z` : text);
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "Europe/Brussels" }).format(instant);
}

/** Any value that the graph gives. */
export function shownValue(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => shownValue(one, language)).join("; ");
  if (typeof value === "boolean") return pickText(value ? pageTexts.yes : pageTexts.no, language)?.text ?? "";
  if (typeof value === "number") return new Intl.NumberFormat(locales[language]).format(value);
  if (typeof value === "object" && value !== null)
    return shownObject(value as Readonly<Record<string, unknown>>, language);
  const text = typeof value === "string" ? value : "";
  return /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text) ? shownDate(text, language) : text;
}

function shownObject(value: Readonly<Record<string, unknown>>, language: Language): string {
  const { amount, currency, code, label, name, ...rest } = value;
  if (typeof amount === "string" && typeof currency === "string")
    return new Intl.NumberFormat(locales[language], { style: "currency", currency }).format(Number(amount));
  const named = label ?? name;
  if (typeof named === "string") return named;
  if (typeof code === "string") return code;
  return Object.entries(rest)
    .filter(([key, part]) => key !== "__typename" && part !== null)
    .map(([, part]) => shownValue(part, language))
    .join(" ");
}
