import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { CommandFailed, messageOf } from "../../lib/command-failed.js";

/** How much is registered, and drawn from what. */
export interface MatchingSettings {
  readonly entrepreneurs: number;
  readonly duplicateShare: number;
  readonly seeds: readonly string[];
}

const usage = "pnpm bench matching [--entrepreneurs 100000] [--seeds 3] [--tuning] [--quick]";
/** On these the weights and thresholds were chosen; what is reported comes from others. */
const tuningSeeds = ["1", "2", "3", "4", "5"];

/** Reads the options. @throws CommandFailed (exit code 2) that says what is wrong and how it is written */
export function matchingSettingsOf(options: readonly string[]): MatchingSettings {
  const { quick, tuning, ...given } = parsed(options);
  const number = (name: "entrepreneurs" | "seeds", usual: string, least: number): number => {
    const value = Number(given[name] ?? usual);
    if (Number.isInteger(value) && value >= least && value <= 1_000_000) return value;
    throw new CommandFailed(`--${name} must be a whole number from ${least}. Usage: ${usage}`, 2);
  };
  const drawn = Array.from({ length: number("seeds", quick ? "1" : "3", 1) }, () => randomBytes(6).toString("hex"));
  return {
    entrepreneurs: number("entrepreneurs", quick ? "2000" : "100000", 1000),
    duplicateShare: 0.03,
    seeds: tuning ? tuningSeeds : drawn,
  };
}

function parsed(options: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: options.filter((option) => option !== "--"),
      options: { entrepreneurs: text, seeds: text, tuning: flag, quick: flag },
    }).values;
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}
