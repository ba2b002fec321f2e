/** The rows of one demonstration grant: granted help with its payments, or a co-investment. */
import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { GrantStory, PaymentStory } from "@parcours/shared/demonstration/financing-story";
import type { Emit } from "@parcours/shared/demonstration/loader";
import { isGrantedToThePerson } from "../funding-application/funding-application.rules.js";
import { noonOf, supportReaders } from "../holder/holder.rules.js";
import { coachingRequirementOf, grantKindOf } from "./funding-grant.rules.js";

/** Whether a grant is told as a co-investment. */
export function isCoInvestment({ coInvestment }: GrantStory): boolean {
  return coInvestment !== null;
}

/** Tells a grant and its payments, or the co-investment that it is. */
export function tellGrant(grant: GrantStory, use: string, emit: Emit): void {
  const { agency, entrepreneurId, since, until, instrument, coInvestment } = grant;
  const enterpriseNumber = isGrantedToThePerson(instrument, use) ? null : grant.enterpriseNumber;
  const entry: ToldEntry = {
    id: grant.id,
    agency,
    entrepreneurId,
    enterpriseNumber,
    occurredAt: noonOf(since),
    since,
    until,
  };
  const support = { category: "SUPPORT_GRANTED", readers: supportReaders };
  if (coInvestment) {
    const told = { ...entry, id: coInvestment.id };
    emit("co_investment", {
      ...entryRow(told),
      public_share_cents: coInvestment.publicShare,
      private_share_cents: coInvestment.privateShare,
      private_investor: coInvestment.privateInvestor,
    });
    emit("outbox", pointerTo(told, { ...support, type: "CoInvestment", kind: "CO_INVESTMENT" }));
    return;
  }
  emit("funding_grant", {
    ...entryRow(entry),
    instrument_code: instrument,
    amount_cents: grant.amount,
    coaching_requirement_code: coachingRequirementOf(instrument),
  });
  emit("outbox", pointerTo(entry, { ...support, type: "FundingGrant", kind: grantKindOf(instrument) }));
  grant.payments.forEach((payment, place) => tellPayment(payment, grant, place, emit));
}

function tellPayment(payment: PaymentStory, { id, payments }: GrantStory, place: number, emit: Emit): void {
  const isLast = place === payments.length - 1;
  emit("grant_payment", {
    id: payment.id,
    grant_id: id,
    kind_code: payment.advance ? "ADVANCE" : isLast ? "BALANCE" : "INSTALMENT",
    amount_cents: payment.amount,
    due_on: payment.dueOn,
    paid_on: payment.paidOn,
  });
}
