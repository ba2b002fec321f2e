/** The front door's own settings, beside those of every subgraph. */
import { readConfig, type Setting } from "@parcours/shared/config";

/** A key of at least 32 bytes. */
function asKey(text: string): string {
  if (Buffer.byteLength(text) < 32) throw new Error("expected a key of at least 32 bytes");
  return text;
}

/** What the front door alone is told. */
export const settings = {
  nationalNumberKey: {
    variable: "NATIONAL_NUMBER_KEY",
    purpose:
      "key of the hash by which national register numbers are compared, at least 32 bytes; set it only where an authorisation to use the number is held",
    fallback: undefined,
    parse: asKey,
  } satisfies Setting<string | undefined>,
};

let known: { readonly nationalNumberKey: string | undefined } | undefined;

/** The settings, read once. @throws ConfigError */
export function frontDoorConfig(): { readonly nationalNumberKey: string | undefined } {
  known ??= readConfig(settings);
  return known;
}
