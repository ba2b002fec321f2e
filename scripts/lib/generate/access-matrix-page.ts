import { roles } from "@parcours/shared/identity/roles";
import type { CategoryRule } from "@parcours/shared/visibility/access-matrix";
import { relations } from "@parcours/shared/visibility/access-matrix";
import { page, table } from "./page.js";

const ownerAgency = "@OWNER_AGENCY";

/** The table category × reader, to be read across; and what each category holds, with the reason for its readers. */
export function accessMatrixPage(matrix: ReadonlyMap<string, CategoryRule>): string {
  const named = [...matrix.values()].flatMap(({ readers }) => readers.map((reader) => reader.replace(ownerAgency, "")));
  const columns = [...new Set(["ANYONE", ...relations, ...roles])].filter((column) => named.includes(column));
  const mark = (readers: readonly string[], column: string): string => {
    if (readers.includes(column)) return "●";
    return readers.includes(`${column}${ownerAgency}`) ? "○" : "";
  };
  const silent = roles.filter((role) => !named.includes(role)).map((role) => `\`${role}\``);
  return page(
    "Who may see what",
    "shared/access-matrix.yaml",
    "● sees it on every row, ○ on the rows of the reader's own agency (or of a body that went up in it). Who has no mark sees nothing. " +
      "Every field of the graph names one category in its `@category` directive; the guard in `shared/src/visibility` enforces this table.",
    table(
      ["category", ...columns.map((column) => `\`${column}\``)],
      [...matrix].map(([category, { readers }]) => [
        `\`${category}\``,
        ...columns.map((column) => mark(readers, column)),
      ]),
    ),
    silent.length === 0 ? "" : `No category is open to ${silent.join(", ")}: what they get is not read field by field.`,
    "## What each category holds",
    table(
      ["category", "holds", "reason"],
      [...matrix].map(([category, { holds, reason }]) => [`\`${category}\``, holds, reason]),
    ),
  ).replace(/\n{3,}/g, "\n\n");
}
