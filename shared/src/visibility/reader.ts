/** Who asks: the reader, in which role, for which agency. The closed list of roles has no private financier (R29). */

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

/** Who asks. */
export interface Reader {
  readonly role: Role;
  /** Code of the agency for which a member of staff reads; absent for an entrepreneur or mandatary. */
  readonly agency?: string;
  /** Codes of bodies that went up in that agency: their rows count as its own. */
  readonly formerAgencies?: readonly string[];
  /** The id at the agency of a member of staff: for dossiers assigned to one person. */
  readonly staffId?: string;
  /** The person who reads, where it is an entrepreneur or mandatary. */
  readonly entrepreneurId?: string;
}

/**
 * The reader of the present request. Until sign-in exists, everyone is one fixed 1819 advisor: this function is the only place
 * that says so, and the one that sign-in replaces.
 */
export function currentReader(): Reader {
  return { role: "ADVISOR_1819", agency: "1819" };
}

/** The reader's codes as pointers name them: the role, and the role at each agency whose rows are the reader's own. */
export function readerCodes(reader: Reader): readonly string[] {
  return [reader.role, ...ownAgencies(reader).map((agency) => `${reader.role}@${agency}`)];
}

/** The agencies whose rows count as the reader's own: the present one and those that went up in it. */
export function ownAgencies(reader: Reader): readonly string[] {
  return reader.agency ? [reader.agency, ...(reader.formerAgencies ?? [])] : [];
}
