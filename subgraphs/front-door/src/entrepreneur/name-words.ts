/** The words by which a name is found: accent-blind, order-blind, apostrophes and hyphens read as spaces. */

/** `D'Hondt-Élise` → `["d", "hondt", "elise"]`; each word once. */
export function nameWords(...names: readonly string[]): string[] {
  const folded = names
    .join(" ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[æœ]/g, (letter) => (letter === "æ" ? "ae" : "oe"))
    .replace(/ø/g, "o");
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
