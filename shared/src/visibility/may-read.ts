/** May this reader see this category on this row? Decided from reader, relation, category and the row's agency: never from whether there is a value. */
import { DomainError, kernelErrors } from "../errors.js";
import { isOpenAtOwnerAgency, isOpenToRole, openingRelations, ruleOf, type Relation } from "./access-matrix.js";
import { ownAgencies, type Reader } from "./reader.js";

/** Whom a row is about and whose it is. A row carries the properties it has; a type without any is about nobody. */
export interface Subject {
  readonly agencyCode?: string | null;
  readonly entrepreneurId?: string | null;
  readonly enterpriseNumber?: string | null;
  /** The id of the member of staff to whom the dossier is assigned. */
  readonly staffId?: string | null;
}

/** Finds what a reader is to a subject, from the subgraph's own copy of the policy. */
export interface Relations {
  holds(relation: Relation, reader: Reader, subject: Subject): Promise<boolean>;
}

/** Whether the reader may see the category on a row of the subject. Answers without waiting where the role alone decides. */
export function mayRead(
  reader: Reader,
  category: string,
  subject: Subject,
  known: Relations,
): boolean | Promise<boolean> {
  if (isOpenToRole(category, reader.role)) return true;
  if (
    subject.agencyCode &&
    isOpenAtOwnerAgency(category, reader.role) &&
    ownAgencies(reader).includes(subject.agencyCode)
  )
    return true;
  const candidates = openingRelations(category).filter((relation) => isPossible(relation, reader));
  return candidates.length > 0 && holdsAny(candidates, reader, subject, known);
}

/** The error of a withheld field. It says what would open it, and is the same whether or not there is a value. */
export function notShared(category: string): DomainError {
  return new DomainError(kernelErrors.NOT_SHARED, {}, { category, opens: ruleOf(category).readers });
}

/** Spares a question that can only be answered no: an advisor's own data are not in a dossier looked up as an advisor. */
function isPossible(relation: Relation, reader: Reader): boolean {
  switch (relation) {
    case "OWN":
    case "MANDATARY":
      return reader.entrepreneurId !== undefined;
    case "COACH_OF":
      return reader.role === "COACH";
    case "ASSIGNED":
      return reader.staffId !== undefined;
  }
}

async function holdsAny(
  candidates: readonly Relation[],
  reader: Reader,
  subject: Subject,
  known: Relations,
): Promise<boolean> {
  for (const relation of candidates) {
    if (await known.holds(relation, reader, subject)) return true;
  }
  return false;
}
