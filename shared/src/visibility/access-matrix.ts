/** Reads the hand-kept table category × reader (`shared/access-matrix.yaml`) and answers questions on it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { roles, type ReaderRole } from "../identity/roles.js";

/** What a reader is to the person or enterprise whom the data are about. */
export const relations = ["OWN", "MANDATARY", "COACH_OF", "ASSIGNED", "GRANTED", "BREAK_GLASS"] as const;

/** One relation of a reader to the subject of a row. */
export type Relation = (typeof relations)[number];

/** One line of the table. */
export interface CategoryRule {
  /** What the category holds, in words. */
  readonly holds: string;
  readonly readers: readonly string[];
  readonly reason: string;
}

const ownerAgency = "@OWNER_AGENCY";

/** The whole table; a line that names an unknown reader stops the process, for it would silently be narrower or wider than meant. */
export const accessMatrix: ReadonlyMap<string, CategoryRule> = readMatrix(
  readFileSync(join(import.meta.dirname, "../../access-matrix.yaml"), "utf8"),
);

/** Reads and checks a table. Throws an Error that names the category and what is wrong with it. */
export function readMatrix(text: string): ReadonlyMap<string, CategoryRule> {
  const known = new Set<string>(["ANYONE", ...relations, ...roles, ...roles.map((role) => `${role}${ownerAgency}`)]);
  const table = parse(text) as Record<string, Partial<CategoryRule> | null> | null;
  return new Map(
    Object.entries(table ?? {}).map(([category, rule]) => {
      if (!rule?.holds || !rule.reason || typeof rule.readers !== "object" || !rule.readers?.length) {
        throw new Error(`access matrix: ${category} must say what it holds, who reads it and why`);
      }
      const unknown = rule.readers.filter((reader) => !known.has(reader));
      if (unknown.length > 0)
        throw new Error(`access matrix: ${category} names readers that do not exist: ${unknown.join(", ")}`);
      return [category, { holds: rule.holds, readers: rule.readers, reason: rule.reason }];
    }),
  );
}

/** The line of a category. Throws where there is none: no category means refused. */
export function ruleOf(category: string): CategoryRule {
  const rule = accessMatrix.get(category);
  if (!rule) throw new Error(`no category "${category}" in shared/access-matrix.yaml`);
  return rule;
}

/** What a line of the table opens, sorted out once: it is asked for every personal field of every row. */
interface Opening {
  readonly isOpenToAll: boolean;
  /** Roles that read every row. */
  readonly roles: ReadonlySet<string>;
  /** Roles that read their own agency's rows. */
  readonly atOwnAgency: ReadonlySet<string>;
  readonly relations: readonly Relation[];
}

/**
 * By category. `MANDATARY` in the table is the relation: who signs in as a mandatary sees by that name what the mandate covers, never every
 * row.
 */
const openings = new Map([...accessMatrix].map(([category, { readers }]) => [category, openingFor(readers)]));

function openingFor(readers: readonly string[]): Opening {
  return {
    isOpenToAll: readers.includes("ANYONE"),
    roles: new Set(roles.filter((role) => !isRelation(role) && readers.includes(role))),
    atOwnAgency: new Set(roles.filter((role) => readers.includes(`${role}${ownerAgency}`))),
    relations: relations.filter((relation) => readers.includes(relation)),
  };
}

function openingOf(category: string): Opening {
  return openings.get(category) ?? openingFor(ruleOf(category).readers);
}

/** Whether a category is open to a role whatever the row. */
export function isOpenToRole(category: string, role: ReaderRole): boolean {
  const { isOpenToAll, roles: open } = openingOf(category);
  return isOpenToAll || open.has(role);
}

/** Whether a reader code names a relation; one role, the mandatary's, has a relation's name. */
export function isRelation(code: string): code is Relation {
  return (relations as readonly string[]).includes(code);
}

/** Whether a category is open to a role on the rows of the reader's own agency. */
export function isOpenAtOwnerAgency(category: string, role: ReaderRole): boolean {
  return openingOf(category).atOwnAgency.has(role);
}

/** Which relations open a category. */
export function openingRelations(category: string): readonly Relation[] {
  return openingOf(category).relations;
}

/** The categories that a role reads on every row, and those it reads on its own agency's rows only. */
export function categoriesOf(role: ReaderRole): {
  readonly everywhere: readonly string[];
  readonly atOwnAgency: readonly string[];
} {
  const categories = [...accessMatrix.keys()];
  return {
    everywhere: categories.filter((category) => isOpenToRole(category, role)),
    atOwnAgency: categories.filter((category) => isOpenAtOwnerAgency(category, role)),
  };
}
