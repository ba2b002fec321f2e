/** What a package entitles to, and when its follow-ups fall due (glossary 4.5; R43, R44; S40, S41, S46; J06). */
import { growthElements, packageLevels } from "../labels/packages.js";

/** What each level of the creation package adds to the level below it (D4:773-873). */
const addedByLevel: Readonly<Record<string, readonly string[]>> = {
  UNIVERSAL: ["EMERGENCE_TEST", "START_WORKSHOPS", "ONLINE_TOOLS", "EMPLOYMENT_AIDS", "TAILORED_RECRUITING"],
  CREATION_SUPPORT: [
    "COLLECTIVE_FOLLOW_UP",
    "CONSULTANTS_AND_MENTORS",
    "SHOP_LAYOUT",
    "NETWORKS",
    "INTERNATIONALISATION",
    "COWORKING_CHEQUES",
    "LOCATION_AND_PERMITS",
    "FINANCIAL_PLAN",
    "SEARCH_FOR_FINANCING",
    "PRO_DEO_ACCOUNTING",
    "TRANSITION_PREMIUM_OR_COOPERATIVE",
    "PRE_ACTIVITY_AID",
  ],
  HIGH_POTENTIAL: ["INDIVIDUAL_COACHING", "FINANCING_FILE_HELP", "FOLLOW_UP_AFTER_CREATION", "MULTIDISCIPLINARY_TEAM"],
};

const levelsInOrder = Object.keys(packageLevels);

/** The code of a level by its number, 1 to 3; null where the package has no levels. */
export function levelNumbered(number: 1 | 2 | 3 | null): string | null {
  return number === null ? null : (levelsInOrder[number - 1] ?? null);
}

/**
 * What an enrolment entitles to: a level of the creation package with everything of the lower ones (R43), or the seven elements of the
 * growth package. The sources do not say yet what the other packages contain (D4:1018-1023): they entitle to nothing that could be named.
 */
export function entitlementsOf(packageCode: string, levelCode: string | null): readonly string[] {
  if (packageCode === "GROWTH") return Object.keys(growthElements);
  if (packageCode !== "CREATION" || levelCode === null) return [];
  const levels = levelsInOrder.slice(0, levelsInOrder.indexOf(levelCode) + 1);
  return levels.flatMap((level) => addedByLevel[level] ?? []);
}

/** Whether one must be selected to enter: the universal level is open to everyone, without condition (R44). */
export function entryIsSelective(levelCode: string | null): boolean {
  return levelCode !== "UNIVERSAL";
}

/** The kind of quarterly follow-up that a level brings: collective on the second, individual on the third (D4:803, 867); null where none. */
export function followUpKindOf(levelCode: string | null): "COLLECTIVE" | "INDIVIDUAL" | null {
  switch (levelCode) {
    case "CREATION_SUPPORT":
      return "COLLECTIVE";
    case "HIGH_POTENTIAL":
      return "INDIVIDUAL";
    default:
      return null;
  }
}

/** Where a follow-up stands at a moment. */
export function followUpState(
  { dueAt, heldAt }: { readonly dueAt: Date; readonly heldAt: Date | null },
  now: Date,
): "HELD" | "DUE" | "LATE" {
  if (heldAt !== null) return "HELD";
  return dueAt < now ? "LATE" : "DUE";
}
