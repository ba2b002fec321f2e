import { strongest } from "./part.js";
/** What telephones, e-mail addresses, enterprises, homes and national numbers say. */
import type { PersonRecord, RegisterFacts } from "./person-record.js";
import { isOneSlipAway } from "./typing-error.js";
import type { Finding } from "./weights.js";

type Bearers = Pick<RegisterFacts, "bearers">;
type ReachedOnce = Pick<PersonRecord, "phones" | "emails" | "formerPhones" | "formerEmails">;

/** From this many bearers on a telephone or address is an office's, an accountant's, a centre's. */
const manyBearers = 3;

/** What telephones say: one's own much, a household's half of it, an accountant's as much as a municipality: it has a few dozen clients. */
export function thePhonesAgree(one: readonly string[], other: readonly string[], { bearers }: Bearers): Finding | null {
  if (one.length === 0 || other.length === 0) return null;
  const shared = one.filter((phone) => other.includes(phone));
  const found = shared.map((phone): Finding => {
    const count = bearers.get(phone) ?? 1;
    if (count >= manyBearers) return "SAME_SHARED_PHONE";
    return count === 2 ? "SAME_HOUSEHOLD_PHONE" : "SAME_OWN_PHONE";
  });
  return strongest(found) ?? "OTHER_PHONE";
}

/** What e-mail addresses say. */
export function theEmailsAgree(one: readonly string[], other: readonly string[], { bearers }: Bearers): Finding | null {
  if (one.length === 0 || other.length === 0) return null;
  const shared = one.filter((email) => other.includes(email));
  const found = shared.map((email): Finding =>
    (bearers.get(email) ?? 1) > 1 ? "SAME_SHARED_EMAIL" : "SAME_OWN_EMAIL",
  );
  const mistyped = one.some((a) => other.some((b) => isMistypedEmail(a, b)));
  return strongest([...found, mistyped ? "MISTYPED_EMAIL" : null]) ?? "OTHER_EMAIL";
}

/**
 * What telephones say of which one side's at least has ended: a little, for numbers are given to somebody else. Nothing where both have it still.
 */
export function theFormerPhonesAgree(one: ReachedOnce, other: ReachedOnce): Finding | null {
  return haveInCommon(one.formerPhones, [...other.phones, ...other.formerPhones], one.phones) ||
    haveInCommon(other.formerPhones, [...one.phones, ...one.formerPhones], other.phones)
    ? "SAME_FORMER_PHONE"
    : null;
}

/** What e-mail addresses say of which one side's at least has ended. */
export function theFormerEmailsAgree(one: ReachedOnce, other: ReachedOnce): Finding | null {
  return haveInCommon(one.formerEmails, [...other.emails, ...other.formerEmails], one.emails) ||
    haveInCommon(other.formerEmails, [...one.emails, ...one.formerEmails], other.emails)
    ? "SAME_FORMER_EMAIL"
    : null;
}

function haveInCommon(ended: readonly string[], others: readonly string[], working: readonly string[]): boolean {
  return ended.some((value) => others.includes(value) && !working.includes(value));
}

/** One slip, and not in a digit: `an.peeters1` and `an.peeters2` are two people. */
function isMistypedEmail(one: string, other: string): boolean {
  const digits = (text: string): string => text.replace(/\D/g, "");
  return digits(one) === digits(other) && isOneSlipAway(one, other);
}

/** From this many mandates on an enterprise tells little of who somebody is. */
const manyMandates = 5;

/** What mandates in one enterprise say; nothing where there is none in common. */
export function theEnterprisesAgree(
  one: readonly string[],
  other: readonly string[],
  { bearers }: Bearers,
): Finding | null {
  const shared = one.filter((number) => other.includes(number));
  return strongest(
    shared.map((number) => ((bearers.get(number) ?? 1) >= manyMandates ? "SAME_LARGE_ENTERPRISE" : "SAME_ENTERPRISE")),
  );
}

/** What the municipalities of the homes say; people move. */
export function theHomesAgree(one: readonly string[], other: readonly string[]): Finding | null {
  if (one.length === 0 || other.length === 0) return null;
  return one.some((nis) => other.includes(nis)) ? "SAME_MUNICIPALITY" : "OTHER_MUNICIPALITY";
}

/** What national register numbers say, by their keyed hashes. A bis number becomes a national number: another one is not yet another person. */
export function theNationalNumbersAgree(one: readonly string[], other: readonly string[]): Finding | null {
  if (one.length === 0 || other.length === 0) return null;
  return one.some((hash) => other.includes(hash)) ? "SAME_NATIONAL_NUMBER" : "OTHER_NATIONAL_NUMBER";
}
