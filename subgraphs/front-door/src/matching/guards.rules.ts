/**
 * What no score overrules. Each guard is a sentence; it answers the most that a pair it is about may be, or null where it is not about it.
 */
import { areTwoGenerations } from "./birth-date.rules.js";
import type { PersonRecord } from "./person-record.js";
import type { Finding } from "./weights.js";

/** What two files are: one person's without a doubt, perhaps, or two people's. */
export type Verdict = "CERTAIN" | "DOUBTFUL" | "DIFFERENT";

/** A pair under the guards. */
export interface GuardedPair {
  readonly one: PersonRecord;
  readonly other: PersonRecord;
  readonly found: ReadonlySet<Finding>;
  /** Whether somebody decided before that they are two people. */
  readonly areKnownAsTwo: boolean;
  /** Whether without the telephones and addresses that have ended the score would not do. */
  readonly restsOnWhatEnded: boolean;
}

type Guard = (pair: GuardedPair) => Exclude<Verdict, "CERTAIN"> | null;

const has = ({ found }: GuardedPair, ...findings: readonly Finding[]): boolean =>
  findings.some((finding) => found.has(finding));
const ownContacts = (pair: GuardedPair): number =>
  Number(has(pair, "SAME_OWN_PHONE")) + Number(has(pair, "SAME_OWN_EMAIL", "MISTYPED_EMAIL"));
const otherGivenNames: readonly Finding[] = ["OTHER_GIVEN_NAME", "UNREADABLE_GIVEN_NAME", "SIMILAR_GIVEN_NAME"];
const isSameNumber = (pair: GuardedPair): boolean => has(pair, "SAME_NATIONAL_NUMBER");
const ofThePersonsOwn: readonly Finding[] = [
  "SAME_OWN_PHONE",
  "SAME_HOUSEHOLD_PHONE",
  "SAME_OWN_EMAIL",
  "SAME_SHARED_EMAIL",
  "MISTYPED_EMAIL",
  "SAME_ENTERPRISE",
  "SAME_NATIONAL_NUMBER",
];
const isSameFamily = (pair: GuardedPair): boolean =>
  has(pair, "SAME_FAMILY_NAME", "VARIANT_FAMILY_NAME", "MISTYPED_FAMILY_NAME", "PART_OF_FAMILY_NAME");

/** Two people whom somebody told apart stay two. */
const whoWasToldApartStaysTwo: Guard = ({ areKnownAsTwo }) => (areKnownAsTwo ? "DIFFERENT" : null);

/** Twins share birth date, family name, home and, as children do, a telephone or an address; not the given name. */
const twinsAreTwo: Guard = (pair) => {
  if (!has(pair, ...otherGivenNames) || isSameNumber(pair)) return null;
  if (!has(pair, "SAME_BIRTH_DATE") || !isSameFamily(pair)) return null;
  // A second given name in daily use, a name that nobody has, halves that changed places: somebody looks.
  const mayBeOne = ownContacts(pair) === 2 || has(pair, "NAMES_CHANGED_PLACES") || !has(pair, "OTHER_GIVEN_NAME");
  return mayBeOne ? "DOUBTFUL" : "DIFFERENT";
};

/** People of one household or office share telephone, address and home; each has a given name and a birth date. */
const otherGivenNameIsAnotherPerson: Guard = (pair) => {
  if (!has(pair, ...otherGivenNames) || isSameNumber(pair)) return null;
  const mayBeOne = has(pair, "SAME_BIRTH_DATE", "DAY_AND_MONTH_CHANGED_PLACES", "MISTYPED_BIRTH_DATE");
  return mayBeOne || !has(pair, "OTHER_GIVEN_NAME") ? "DOUBTFUL" : "DIFFERENT";
};

/** Father and son may bear one name, live in one home and have one telephone; a generation lies between their birth dates. */
const fatherAndSonAreTwo: Guard = (pair) => {
  if (isSameNumber(pair) || !areTwoGenerations(pair.one.birthDates, pair.other.birthDates)) return null;
  return has(pair, "OTHER_BIRTH_DATE") ? "DIFFERENT" : "DOUBTFUL";
};

/** Another birth date that is no slip of the hand is looked at by somebody. */
const otherBirthDateIsLookedAt: Guard = (pair) => (has(pair, "OTHER_BIRTH_DATE") ? "DOUBTFUL" : null);

/** Where a birth date is not known, father and son cannot be told apart by a telephone that may be both's. */
const withoutBirthDateMoreIsNeeded: Guard = (pair) => {
  const isKnown = pair.one.birthDates.length > 0 && pair.other.birthDates.length > 0;
  // An address of one's own at the same home, and no other telephone.
  const isAtHome = has(pair, "SAME_OWN_EMAIL") && has(pair, "SAME_MUNICIPALITY") && !has(pair, "OTHER_PHONE");
  return isKnown || isAtHome || ownContacts(pair) === 2 || isSameNumber(pair) ? null : "DOUBTFUL";
};

/**
 * Namesakes born on one day exist, in one municipality too: a name and a day need something of the person's own beside them. Without it the home
 * or the office whose telephone both gave must be the same, or the name rare; and two people have another telephone and another address.
 */
const nameAndBirthDateNeedMore: Guard = (pair) => {
  if (has(pair, ...ofThePersonsOwn)) return null;
  const otherContacts = Number(has(pair, "OTHER_PHONE")) + Number(has(pair, "OTHER_EMAIL"));
  // Of twins one may be mistyped into the other.
  if (!has(pair, "SAME_BIRTH_DATE") || !has(pair, "SAME_GIVEN_NAME", "VARIANT_GIVEN_NAME")) return "DOUBTFUL";
  // `Bouzid` and `Ben Bouzid` are one name or two families.
  if (has(pair, "SIMILAR_FAMILY_NAME") || (has(pair, "VARIANT_FAMILY_NAME") && otherContacts === 2)) return "DOUBTFUL";
  // The clients of an office are fewer than the people of a municipality.
  const isAtHome = has(pair, "SAME_MUNICIPALITY", "SAME_SHARED_PHONE");
  const hasMoved = has(pair, "OTHER_MUNICIPALITY");
  if (has(pair, "RARE_NAME")) return isAtHome || (otherContacts < 2 && !hasMoved) ? null : "DOUBTFUL";
  return isAtHome && otherContacts < (has(pair, "COMMON_NAME") ? 1 : 2) ? null : "DOUBTFUL";
};

/** A national number differs where it was mistyped, or where a bis number became one: somebody looks. */
const twoNationalNumbersAreLookedAt: Guard = (pair) => (has(pair, "OTHER_NATIONAL_NUMBER") ? "DOUBTFUL" : null);

/** A national number on a file whose names are others' may have been typed for somebody else. */
const numberWithOtherNamesIsLookedAt: Guard = (pair) =>
  isSameNumber(pair) && (has(pair, "OTHER_GIVEN_NAME") || has(pair, "OTHER_BIRTH_DATE")) ? "DOUBTFUL" : null;

/** A number that has ended may be somebody else's since: who was given it is not who had it. */
const whatEndedProvesNothing: Guard = ({ restsOnWhatEnded }) => (restsOnWhatEnded ? "DOUBTFUL" : null);

/** Every guard, by the code under which it is explained. */
export const guards = {
  TOLD_APART: whoWasToldApartStaysTwo,
  TWINS: twinsAreTwo,
  TWO_GENERATIONS: fatherAndSonAreTwo,
  ANOTHER_GIVEN_NAME: otherGivenNameIsAnotherPerson,
  ANOTHER_BIRTH_DATE: otherBirthDateIsLookedAt,
  NO_BIRTH_DATE: withoutBirthDateMoreIsNeeded,
  NAME_AND_BIRTH_DATE_ONLY: nameAndBirthDateNeedMore,
  TWO_NATIONAL_NUMBERS: twoNationalNumbersAreLookedAt,
  NUMBER_OF_ANOTHER: numberWithOtherNamesIsLookedAt,
  ENDED_CONTACT: whatEndedProvesNothing,
} as const satisfies Readonly<Record<string, Guard>>;

/** The code of a guard. */
export type GuardCode = keyof typeof guards;

/** The strictest guard that is about a pair; null where none is. */
export function strictest(pair: GuardedPair): { readonly code: GuardCode; readonly most: Verdict } | null {
  const about = (Object.keys(guards) as GuardCode[]).flatMap((code) => {
    const most = guards[code](pair);
    return most === null ? [] : [{ code, most }];
  });
  return about.find(({ most }) => most === "DIFFERENT") ?? about[0] ?? null;
}
