/** Makes texts comparable: a search finds `Société L'Étoile` by `etoile`. Done here, not by a PostgreSQL extension that a server may lack. */

/** Letters and digits in lower case without accents, words apart by one space. */
export function searchText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A query for PostgreSQL's text search that asks for the beginning of every word; null where there is no word to ask for. */
export function searchQuery(text: string): string | null {
  const words = searchText(text).split(" ").filter(Boolean);
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(" & ");
}
