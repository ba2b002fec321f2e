import type { LookRestriction } from "./looks.js";
/**
 * What a look through an enterprise tells those who have a mandate in it. A look by the difficulty centre tells of difficulty, and an
 * accountant is not told of it: only the person looked at is told all (requirements 5.6 line 8; decision 0017).
 */
import type { Lookup } from "./lookups.js";

/** Roles and purposes that concern a person and no enterprise. More than those of difficulty, or the blank would tell. */
const personsRoles: ReadonlySet<string> = new Set(["RECOGNISED_HELPER", "MERGE_REVIEWER", "DATA_PROTECTION_OFFICER"]);
const personsPurposes: ReadonlySet<string> = new Set(["DIFFICULTY_HELP", "EMERGENCY", "MATCHING", "DATA_PROTECTION"]);
/** What was asked tells as much as who asked. */
const personsCategories: ReadonlySet<string> = new Set(["DIFFICULTY_CASE"]);

/** Whether a look may tell those who have a mandate in the enterprise no more than that there was one. */
export function restrictionOf(
  look: Pick<Lookup, "role" | "purpose" | "categories" | "withheld">,
): LookRestriction | null {
  const { role, purpose, categories, withheld } = look;
  const isPersons =
    (role !== null && personsRoles.has(role)) ||
    (purpose !== null && personsPurposes.has(purpose)) ||
    [...categories, ...withheld].some((category) => personsCategories.has(category));
  return isPersons ? "RESTRICTED" : null;
}

/** A look as it is told to a person who is reached by it only through an enterprise. */
export function asThroughEnterprise(look: Lookup): Lookup {
  const restriction = restrictionOf(look);
  if (restriction === null) return look;
  const who = { agencyCode: null, system: null, role: null, purpose: null, caseReference: null, flag: null };
  return { ...look, ...who, categories: [], withheld: [], restriction };
}
