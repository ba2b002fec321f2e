/** The front door's own settings, beside those of every subgraph. */
import { readConfig, type Setting } from "@parcours/shared/config";

/** A key of at least 32 bytes. */
function asKey(text: string): string {
  if (Buffer.byteLength(text) < 32) throw new Error("expected a key of at least 32 bytes");
  return text;
}

/** A whole number from 0 to 1000. */
function asRate(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) > 1000) throw new Error("expected a whole number from 0 to 1000");
  return Number(text);
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
  peoplePerSecond: {
    variable: "MATCH_SWEEP_PEOPLE_PER_SECOND",
    purpose:
      "how many persons a second the search for duplicates among all looks at, over all processes, at most 1000; 0 switches it off",
    fallback: 10,
    parse: asRate,
  } satisfies Setting<number>,
};

/** What it is told. */
interface FrontDoorConfig {
  readonly nationalNumberKey: string | undefined;
  readonly peoplePerSecond: number;
}

let known: FrontDoorConfig | undefined;

/** The settings, read once. @throws ConfigError */
export function frontDoorConfig(): FrontDoorConfig {
  known ??= readConfig(settings);
  return known;
}
