/** What an application is, and what of it others may know. Pure: no clock, no data. */

const endedStatuses = ["GRANTED", "PARTLY_GRANTED", "REFUSED", "WITHDRAWN"];

/**
 * What readers other than applicant, applicant's coach and deciding body see of an application's status: whether it is open. Every ended
 * one is `CLOSED`, whatever the outcome (design section 4; requirements 5.6; J05 (5), J22 (2)).
 */
export function stateShownToOthers(statusCode: string): "OPEN" | "CLOSED" {
  return endedStatuses.includes(statusCode) ? "CLOSED" : "OPEN";
}

const personalInstruments = ["HONOUR_LOAN", "PRE_ACTIVITY_AID", "TRANSITION_PREMIUM"];

/**
 * Whether a help goes to the person even where there is an enterprise: it is lent on the person's word, or meant for who is only about to
 * undertake (S81, S82, S89), or to take an enterprise over, which is the buyer's and not the seller's to see. Such a row names no
 * enterprise, so that no mandatary of one comes to see it (J12).
 */
export function isGrantedToThePerson(instrumentCode: string, useCode: string): boolean {
  return personalInstruments.includes(instrumentCode) || useCode === "TAKEOVER";
}

/**
 * Whether money may be asked for this use. Paying off debts never is one: the source says it of restart credit, and no instrument has it
 * in its list (R24).
 */
export function mayBeAskedFor(useCode: string, uses: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(uses, useCode);
}
