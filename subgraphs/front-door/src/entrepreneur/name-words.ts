/** The words by which a name is found: blind to accents, scripts and order; apostrophes and hyphens read as spaces. */
import anyAscii from "any-ascii";

/** `D'Hondt-Élise` → `["d", "hondt", "elise"]`, `Łukasz` → `["lukasz"]`; each word once. */
export function nameWords(...names: readonly string[]): string[] {
  return [...new Set(wordsOf(names.join(" ")))];
}

/** The words of one name in the order in which they stand, each as often as it stands there. */
export function wordsOf(name: string): string[] {
  return (
    anyAscii(name.normalize("NFC"))
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
