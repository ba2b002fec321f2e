/** Money on its way: what is paid, what is late, by how long (R55, R56, J20). Pure; days are `YYYY-MM-DD` in Brussels. */

/** A payment, due on a day and perhaps made. */
export interface PaymentDates {
  readonly dueOn: string;
  readonly paidOn: string | null;
}

/** Where a payment stands on a day. */
export function paymentStatus({ dueOn, paidOn }: PaymentDates, today: string): "DUE" | "PAID" | "OVERDUE" {
  if (paidOn !== null) return "PAID";
  return dueOn < today ? "OVERDUE" : "DUE";
}

/** Whole days by which a payment was made, or is still being waited for, after it was due; 0 where it is not late. */
export function daysLate({ dueOn, paidOn }: PaymentDates, today: string): number {
  const days = (Date.parse(paidOn ?? today) - Date.parse(dueOn)) / 86_400_000;
  return Math.max(0, Math.round(days));
}

/** A payment with its amount in euro cents. */
export interface PaymentAmount extends PaymentDates {
  readonly cents: bigint;
  readonly kindCode: string;
}

/** Sums of payments, in euro cents. */
export interface PaymentSums {
  readonly paid: bigint;
  /** The part of `paid` that was paid in advance. */
  readonly advance: bigint;
  readonly toBePaid: bigint;
}

/** What of a grant is paid, paid in advance, and still to come (R55). */
export function paymentSums(payments: readonly PaymentAmount[]): PaymentSums {
  const sum = (which: (payment: PaymentAmount) => boolean): bigint =>
    payments.filter(which).reduce((total, { cents }) => total + cents, 0n);
  return {
    paid: sum(({ paidOn }) => paidOn !== null),
    advance: sum(({ paidOn, kindCode }) => paidOn !== null && kindCode === "ADVANCE"),
    toBePaid: sum(({ paidOn }) => paidOn === null),
  };
}

/** The day on which an aid was paid in full, when a guarantee that bridges it ends (J20 (2)); null while something is to be paid. */
export function paidInFullOn(payments: readonly PaymentDates[]): string | null {
  const days = payments.map(({ paidOn }) => paidOn);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((latest, day) => ((day ?? "") > (latest ?? "") ? day : latest), null);
}
