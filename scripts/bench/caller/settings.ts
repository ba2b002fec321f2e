import { parseArgs } from "node:util";
import { CommandFailed, messageOf } from "../../lib/command-failed.js";

/** How much is measured. */
export interface BenchSettings {
  /** Slices of each contender at each level of load. */
  readonly slices: number;
  readonly sliceMilliseconds: number;
  readonly warmUpMilliseconds: number;
  /** The size at which ours is held against the reference. */
  readonly entrepreneurs: number;
  /** The size that the first is held against. */
  readonly fewEntrepreneurs: number;
  /** Numbers that are called. */
  readonly phones: number;
  /** Measures only once fewer processes than this want a processor; 0 does not wait. */
  readonly calm: number;
  /** A trial run that says nothing about speed. */
  readonly quick: boolean;
}

/** How the options are written. */
export const usage =
  "pnpm bench caller [--entrepreneurs 100000] [--few 1000] [--phones 1000] [--slices 20] [--seconds 1.5] [--warm-up 8] [--calm 0] [--quick]";

const ordinary = {
  entrepreneurs: "100000",
  few: "1000",
  phones: "1000",
  slices: "20",
  seconds: "1.5",
  "warm-up": "8",
  calm: "0",
};
/** Enough to see that everything fits together. */
const trial = { entrepreneurs: "200", few: "60", phones: "100", slices: "2", seconds: "1", "warm-up": "1", calm: "0" };

/** Reads the options. @throws CommandFailed (exit code 2) that says what is wrong and how it is written */
export function settingsOf(options: readonly string[]): BenchSettings {
  const { quick, ...given } = parsed(options);
  const texts = { ...(quick ? trial : ordinary), ...given };
  const count = (name: keyof typeof ordinary, least: number): number => within(name, Number(texts[name]), least, true);
  const seconds = (name: keyof typeof ordinary): number => within(name, Number(texts[name]), 0.1, false) * 1000;
  return {
    slices: count("slices", 2),
    sliceMilliseconds: seconds("seconds"),
    warmUpMilliseconds: seconds("warm-up"),
    entrepreneurs: count("entrepreneurs", 50),
    fewEntrepreneurs: count("few", 50),
    phones: count("phones", 10),
    calm: within("calm", Number(texts.calm), 0, false),
    quick: quick ?? false,
  };
}

function parsed(options: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      // Some launchers pass on the "--" that parts their options from ours.
      args: options.filter((option) => option !== "--"),
      options: {
        entrepreneurs: text,
        few: text,
        phones: text,
        slices: text,
        seconds: text,
        "warm-up": text,
        calm: text,
        quick: { type: "boolean" },
      },
    });
    return values;
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}

function within(name: string, value: number, least: number, whole: boolean): number {
  if (value >= least && value <= 10_000_000 && (!whole || Number.isInteger(value))) return value;
  throw new CommandFailed(`--${name} must be a ${whole ? "whole " : ""}number from ${least}. Usage: ${usage}`, 2);
}
