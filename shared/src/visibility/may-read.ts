/** May this reader see this category on this row? Decided from reader, relation, category and the row's agency: never from whether there is a value. */
import { DomainError, kernelErrors } from "../errors.js";
import { staffRoles, type ReaderRole } from "../identity/roles.js";
import { isOpenAtOwnerAgency, isOpenToRole, openingRelations, ruleOf, type Relation } from "./access-matrix.js";
import { ownAgencies, type Reader } from "./reader.js";

/** Whom a row is about and whose it is. A row carries the properties it has; a type without any is about nobody. */
export interface Subject {
  readonly agencyCode?: string | null;
  /** The agency that receives what another sent: the row is of both (J04). */
  readonly receivingAgencyCode?: string | null;
  readonly entrepreneurId?: string | null;
  readonly enterpriseNumber?: string | null;
  /** The id of the member of staff to whom the dossier is assigned. */
  readonly staffId?: string | null;
}

/** Finds what a reader is to a subject, from the subgraph's own copy of the policy. */
export interface Relations {
  /** @param category what is to be opened: a grant and a break-glass open one category only */
  holds(relation: Relation, reader: Reader, subject: Subject, category: string): Promise<boolean>;
}

/** Roles to whose agency a person may open more than the table does: those that treat a dossier (design 3, `SharingGrant`). */
const grantees: readonly ReaderRole[] = [
  "ADVISOR_1819",
  "COACH",
  "FINANCING_OFFICER",
  "HOUSING_HOST",
  "RECOGNISED_HELPER",
];

/** Whether the reader may see the category on a row of the subject. Answers without waiting where the role alone decides. */
export function mayRead(
  reader: Reader,
  category: string,
  subject: Subject,
  known: Relations,
): boolean | Promise<boolean> {
  if (isOpenToRole(category, reader.role)) return true;
  if (isOpenAtOwnerAgency(category, reader.role) && isOfOwnAgency(subject, reader)) return true;
  const candidates = openingRelations(category).filter((relation) => isPossible(relation, reader));
  return candidates.length > 0 && holdsAny(candidates, reader, subject, category, known);
}

/** Whether a row is of the reader's own agency: on either side of what one agency sent to another. */
export function isOfOwnAgency({ agencyCode, receivingAgencyCode }: Subject, reader: Reader): boolean {
  return ownAgencies(reader).some((agency) => agency === agencyCode || agency === receivingAgencyCode);
}

/** The error of a withheld field. It says what would open it, and is the same whether or not there is a value. */
export function notShared(category: string): DomainError {
  return new DomainError(kernelErrors.NOT_SHARED, {}, { category, opens: ruleOf(category).readers });
}

/**
 * Which relations a reader can have at all; spares questions that can only be answered no. Who signed in as staff reads in that role only:
 * the own file is read by signing in as oneself.
 */
export function isPossible(relation: Relation, { role, agency, staffId, entrepreneurId, purpose }: Reader): boolean {
  switch (relation) {
    case "OWN":
      return role === "ENTREPRENEUR" && entrepreneurId !== undefined;
    case "MANDATARY":
      return (role === "ENTREPRENEUR" || role === "MANDATARY") && entrepreneurId !== undefined;
    case "COACH_OF":
      return role === "COACH" && staffId !== undefined;
    case "ASSIGNED":
      return staffRoles.includes(role) && staffId !== undefined;
    case "GRANTED":
      return grantees.includes(role) && agency !== undefined;
    case "BREAK_GLASS":
      return purpose === "EMERGENCY" && agency !== undefined && staffId !== undefined;
  }
}

async function holdsAny(
  candidates: readonly Relation[],
  reader: Reader,
  subject: Subject,
  category: string,
  known: Relations,
): Promise<boolean> {
  for (const relation of candidates) {
    if (await known.holds(relation, reader, subject, category)) return true;
  }
  return false;
}
