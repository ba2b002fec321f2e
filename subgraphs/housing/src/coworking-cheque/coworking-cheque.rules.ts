/** Rules of the coworking cheque (R46, J13; D4:885-892, of which the requirements' T18 reads 2 + 2 + 2 months). */
import { DomainError } from "@parcours/shared/errors";
import { brusselsDate } from "@parcours/shared/periods";
import { coworkingChequeErrors } from "./coworking-cheque.errors.js";

/** Who pays month 1 to 6. */
const kindsInOrder = ["FREE", "FREE", "OWN", "OWN", "SPONSORED", "SPONSORED"] as const;

/** A month of a cheque; days as `YYYY-MM-DD`, both ends included. */
export interface ChequeMonth {
  readonly number: number;
  readonly kind: string;
  readonly since: string;
  readonly until: string;
}

/**
 * There is one cheque per entrepreneur, at whatever site.
 * @param earlier instants of the cheques granted before, under any id the person has had
 * Errors: COWORKING_CHEQUE_ALREADY_GRANTED, with the day of the first.
 */
export function entrepreneurMayHaveOnlyOneCheque(earlier: readonly Date[]): void {
  const [first] = [...earlier].sort((a, b) => a.getTime() - b.getTime());
  if (!first) return;
  const grantedOn = brusselsDate(first);
  throw new DomainError(coworkingChequeErrors.COWORKING_CHEQUE_ALREADY_GRANTED, { grantedOn }, { grantedOn });
}

/** Two free months, then two own, then two sponsored; each begins after the one before has ended. Errors: COWORKING_CHEQUE_MONTHS_INVALID. */
export function monthsMustComeInOrder(months: readonly ChequeMonth[]): void {
  const wrong = kindsInOrder.findIndex((kind, index) => {
    const month = months[index];
    const previous = months[index - 1];
    return (
      !month ||
      month.number !== index + 1 ||
      month.kind !== kind ||
      month.until < month.since ||
      (previous !== undefined && month.since <= previous.until)
    );
  });
  const number = wrong >= 0 ? wrong + 1 : months.length > kindsInOrder.length ? kindsInOrder.length + 1 : null;
  if (number !== null) throw new DomainError(coworkingChequeErrors.COWORKING_CHEQUE_MONTHS_INVALID, { number });
}

/** The sponsor of the last two months is named. Errors: COWORKING_CHEQUE_SPONSOR_REQUIRED. */
export function sponsorMustBeNamed(sponsor: string): void {
  if (sponsor.trim() === "") throw new DomainError(coworkingChequeErrors.COWORKING_CHEQUE_SPONSOR_REQUIRED);
}
