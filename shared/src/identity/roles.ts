/** In which quality somebody reads: a closed list, with no private financier (R29). Decision 0016. */

/** Every role there is. */
export const roles = [
  "ENTREPRENEUR",
  "MANDATARY",
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
  "MERGE_REVIEWER",
  "STATISTICIAN",
  "DATA_PROTECTION_OFFICER",
  "ACTIRIS",
  "SERVICE",
] as const;

/** In which quality somebody reads. */
export type Role = (typeof roles)[number];

/** The role of who asks; `ANONYMOUS` is no role, but that nobody is signed in. */
export type ReaderRole = Role | "ANONYMOUS";

/** Roles of people who act for an agency. */
export const staffRoles: readonly ReaderRole[] = [
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
  "MERGE_REVIEWER",
  "STATISTICIAN",
  "DATA_PROTECTION_OFFICER",
  "ACTIRIS",
];
