/**
 * What a form may say of a fact: known, held and not shared, not answered, or to be asked. Decided from what the graph answered in the name of
 * who asks; so nothing is told that this reader could not read. Design 7; R01, R06, J03.
 */
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import { isOpenAtOwnerAgency, isOpenToRole, openingRelations } from "@parcours/shared/visibility/access-matrix";
import { isPossible } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";

/** What is known of a fact or an answer. */
export enum IntakeState {
  KNOWN = "KNOWN",
  NOT_SHARED = "NOT_SHARED",
  PENDING = "PENDING",
  TO_ASK = "TO_ASK",
}

/** What came back for a fact. */
export interface FactAnswer {
  readonly value: unknown;
  /** `WITHHELD`: not shared with this reader; `SILENT`: the owner did not answer. */
  readonly fault: "WITHHELD" | "SILENT" | null;
}

/** How an owner writes that a value was never told. */
const notToldYet = "UNKNOWN";

/** The state of a fact. */
export function factState({ source, isEverybodys }: DescribedFact, { value, fault }: FactAnswer): IntakeState {
  if (fault === "SILENT") return IntakeState.PENDING;
  // Where not everybody has it, to say that it is held would tell that this one has: it is asked, whoever holds it.
  if (fault === "WITHHELD") return isEverybodys || source.register ? IntakeState.NOT_SHARED : IntakeState.TO_ASK;
  // What a register does not have is not there: nobody is asked for it either.
  return isTold(value) || source.register ? IntakeState.KNOWN : IntakeState.TO_ASK;
}

/** Whether a value says something: a list with rows, a text, a number. */
function isTold(value: unknown): boolean {
  if (value === null || value === undefined || value === "" || value === notToldYet) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && "edges" in value) return isTold(value.edges);
  return true;
}

/** By what right a reader reads a fact: the lines of the access matrix that can be the reader's for the entity that has it. */
export function rightsOf(
  { category, coordinate }: Pick<DescribedFact, "category" | "coordinate">,
  reader: Reader,
): string[] {
  if (isOpenToRole(category, "ANONYMOUS")) return ["ANYONE"];
  if (isOpenToRole(category, reader.role)) return [reader.role];
  // Nobody is an enterprise, and a mandate opens nothing of the person who gave it (J12).
  const impossible = coordinate.startsWith("Enterprise.") ? "OWN" : "MANDATARY";
  const atOwnAgency = isOpenAtOwnerAgency(category, reader.role) ? [`${reader.role}@OWNER_AGENCY`] : [];
  const relations = openingRelations(category).filter(
    (relation) => relation !== impossible && isPossible(relation, reader),
  );
  return [...atOwnAgency, ...relations];
}

/** Whether the person could open a category to the reader's agency. */
export function canBeGranted(category: string, reader: Reader): boolean {
  return openingRelations(category).includes("GRANTED") && isPossible("GRANTED", reader);
}
