import type { Setting } from "@parcours/shared/config";
import { page, table } from "./page.js";

/** A setting, as the page tells it. */
export interface DescribedSetting extends Omit<Setting<unknown>, "parse"> {
  /** What holds without it, in words, where no value says so. */
  readonly otherwise?: string;
}

/** The settings of one process or verb. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly DescribedSetting[];
}

/** What each environment variable is for, and what holds without it. */
export function configurationPage(root: string, groups: readonly SettingGroup[]): string {
  return page(
    "Configuration",
    "the settings of each process",
    "Everything is told through the environment, read in one file per process, which refuses to start and names all that is missing or wrong at once. " +
      "`<SUBGRAPH>` is a subgraph's name in capitals: `FRONT_DOOR`.",
    ...groups.flatMap(({ title, settings }) => [
      `## ${title}`,
      table(
        ["variable", "what it is for", "without it"],
        settings.map((setting) => [`\`${setting.variable}\``, setting.purpose, without(root, setting)]),
      ),
    ]),
  );
}

function without(root: string, setting: DescribedSetting): string {
  if (setting.otherwise !== undefined) return setting.otherwise;
  if (!("fallback" in setting)) return "does not start";
  const { fallback } = setting;
  if (fallback === undefined || fallback === "") return "none";
  if (typeof fallback === "boolean") return fallback ? "1" : "0";
  // Defaults beside the sources are told from the checkout, wherever that lies.
  const value = typeof fallback === "string" ? fallback.replace(`${root}/`, "") : JSON.stringify(fallback);
  return `\`${value}\``;
}
