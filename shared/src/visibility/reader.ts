/** Who asks: the reader, in which role, for which agency. The closed list of roles has no private financier (R29). */

import type { Purpose } from "../identity/purposes.js";
import type { ReaderRole } from "../identity/roles.js";

/** Who asks, and why. */
export interface Reader {
  readonly role: ReaderRole;
  /** Code of the agency for which a member of staff reads; absent for an entrepreneur or mandatary. */
  readonly agency?: string;
  /** Codes of bodies that went up in that agency: their rows count as its own. */
  readonly formerAgencies?: readonly string[];
  /** The id at the agency of a member of staff: for dossiers assigned to one person. */
  readonly staffId?: string;
  /** The person who reads; of a member of staff, the person that official is in the graph, if any. */
  readonly entrepreneurId?: string;
  /** The program that asks for the reader: the client that the issuer named. */
  readonly system?: string;
  /** Why; absent where the request names no purpose that exists. */
  readonly purpose?: Purpose;
  /** The case or call that the request serves. */
  readonly caseReference?: string;
}

/** Nobody signed in. */
export const anonymous: Reader = { role: "ANONYMOUS" };

/**
 * The reader's codes as pointers name them: the role, and the role at each agency whose rows are the reader's own. A mandatary has none: in
 * pointers that name is the relation, which holds for one enterprise.
 */
export function readerCodes(reader: Reader): readonly string[] {
  if (reader.role === "MANDATARY") return [];
  return [reader.role, ...ownAgencies(reader).map((agency) => `${reader.role}@${agency}`)];
}

/** The agencies whose rows count as the reader's own: the present one and those that went up in it. */
export function ownAgencies(reader: Reader): readonly string[] {
  return reader.agency ? [reader.agency, ...(reader.formerAgencies ?? [])] : [];
}
