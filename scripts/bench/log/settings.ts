import { parseArgs } from "node:util";
import { CommandFailed, messageOf } from "../../lib/command-failed.js";
import type { BenchSettings } from "../caller/settings.js";

/** How much is measured. */
export interface LogBenchSettings extends BenchSettings {
  /** Look-ups of the run in which processes are killed. */
  readonly lookUps: number;
}

const usage =
  "pnpm bench log [--entrepreneurs 20000] [--look-ups 100000] [--slices 20] [--seconds 1.5] [--warm-up 8] [--quick]";
const ordinary = { entrepreneurs: "20000", "look-ups": "100000", slices: "20", seconds: "1.5", "warm-up": "8" };
const trial = { entrepreneurs: "200", "look-ups": "600", slices: "2", seconds: "1", "warm-up": "1" };

/** Reads the options. @throws CommandFailed (exit code 2) that says what is wrong and how it is written */
export function logSettingsOf(options: readonly string[]): LogBenchSettings {
  const { quick = false, ...given } = parsed(options);
  const texts = { ...(quick ? trial : ordinary), ...given };
  const number = (name: keyof typeof ordinary, least: number): number => {
    const value = Number(texts[name]);
    if (value >= least && value <= 10_000_000) return value;
    throw new CommandFailed(`--${name} must be a number from ${least}. Usage: ${usage}`, 2);
  };
  const entrepreneurs = number("entrepreneurs", 60);
  return {
    slices: number("slices", 2),
    sliceMilliseconds: number("seconds", 0.1) * 1000,
    warmUpMilliseconds: number("warm-up", 0.1) * 1000,
    entrepreneurs,
    fewEntrepreneurs: entrepreneurs,
    phones: 1000,
    calm: 0,
    quick,
    lookUps: number("look-ups", 100),
  };
}

function parsed(options: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: options.filter((option) => option !== "--"),
      options: {
        entrepreneurs: text,
        "look-ups": text,
        slices: text,
        seconds: text,
        "warm-up": text,
        quick: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new CommandFailed(`${messageOf(error)}. Usage: ${usage}`, 2);
  }
}
