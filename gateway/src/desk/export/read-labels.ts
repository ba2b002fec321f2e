import type { LocalizedText } from "@parcours/shared/languages";

/** A table of labels, a line each: `name | French | Dutch | English`. */
export function readLabels(table: string): ReadonlyMap<string, Required<LocalizedText>> {
  return new Map(
    table
      .trim()
      .split("\n")
      .filter((line) => line.includes("|"))
      .map((line) => {
        const [name = "", fr = "", nl = "", en = ""] = line.split("|").map((part) => part.trim());
        return [name, { fr, nl, en }];
      }),
  );
}
