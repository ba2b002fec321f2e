/**
 * The hard cases and who plays them, in every world of at least 60 entrepreneurs; they come back every 2,000 (index + 2000, + 4000 …).
 * Tests, benches and the demonstration look people up here instead of searching for them.
 */

/** Name of a hard case → index of the entrepreneur (the first one, where several play it). */
export const hardCases = {
  /** The caller of the demonstration: known to every pole and the registry (J01). */
  KNOWN_TO_EVERY_POLE: 0,
  /** A candidate who prefers English and has no enterprise number (J02, R53). */
  NO_ENTERPRISE_NUMBER: 1,
  /** Two enterprises: one bankrupt, one new, with a restricted difficulty case, three restart steps and a restart credit (J11). */
  BANKRUPT_AND_RESTARTED: 2,
  /** Two managers of one enterprise: the number alone does not tell who calls. */
  FIRST_MANAGER: 3,
  SECOND_MANAGER: 4,
  /** An accountant whose telephone is also that of the 25 who follow (6 … 30). */
  ACCOUNTANT: 5,
  FIRST_CLIENT_OF_ACCOUNTANT: 6,
  /** Twins: family name, birth date, home and, as children do, one e-mail. */
  FIRST_TWIN: 31,
  SECOND_TWIN: 32,
  /** Father and son with one name. */
  FATHER: 33,
  SON: 34,
  /** Three records that turned out to be one person; dossiers still stand under the old ids (J17). */
  DUPLICATES_MERGED: 35,
  /** Two records that are probably one person; somebody has to decide. */
  DUPLICATE_NOT_MERGED: 36,
  DUPLICATE_TO_DECIDE: 37,
  /** Dossiers of IMPULSE, ATRIUM and BIE, and one of HUB after the merger (R68). */
  AGENCIES_MERGED: 38,
  /** Calls without showing a number. */
  WITHHELD_NUMBER: 39,
  /** Calls from a short number, which finds nobody. */
  SHORT_NUMBER: 40,
  /** Calls from abroad. */
  FOREIGN_NUMBER: 41,
  /** Coached, refused, and told why at length (R14, J05). */
  COACHED_AND_REFUSED: 42,
  /** Sold an enterprise … */
  SELLER: 43,
  /** … to this one: mandates that end and begin on one day (J12). */
  BUYER: 44,
  /** Brings an enterprise into the world in which no known person has a mandate: only its telephone is known. */
  ENTERPRISE_WITHOUT_PERSON: 45,
  /** More than a hundred timeline entries, among them an application of every instrument. */
  HUNDRED_ENTRIES: 46,
  /** Exactly ten timeline entries. */
  TEN_ENTRIES: 47,
  /** A guarantee that waits for an aid to be paid (J20). */
  SUBSIDY_BRIDGE: 48,
  /** An honour loan refused, because the credit beside it is too small (R48). */
  HONOUR_LOAN_REFUSED: 49,
  /** An honour loan of 5,000 beside a microcredit of 12,000 (J22). */
  STACKED_CREDIT: 50,
  /** A name with an apostrophe, a particle and an accent. */
  APOSTROPHE: 51,
  LANGUAGE_UNKNOWN: 52,
  LANGUAGE_OTHER: 53,
  /** Tests an activity in a cooperative and was refused for want of a number (J18). */
  TEST_PHASE: 54,
  /** A coworking cheque in use: two free, two own, two sponsored months (J13). */
  COWORKING_CHEQUE: 55,
  /** A foreign firm in a free office for three months (J27). */
  SOFT_LANDING: 56,
  /** Public money beside private money (R49). */
  CO_INVESTMENT: 57,
  /** In difficulty, sent by 1819, with accounts that show it (J09). */
  IN_DIFFICULTY: 58,
  /** Known to the front door and to nobody else. */
  FRONT_DOOR_ONLY: 59,
} as const;

/** The name of a hard case. */
export type HardCase = keyof typeof hardCases;

/** How many share the accountant's number, the accountant not counted. */
export const clientsOfAccountant = 25;

/** Those of the first 60 who are not members of the full site (site 0 of the chapter): 53 are. */
export const notAtFullSite: readonly number[] = [
  hardCases.NO_ENTERPRISE_NUMBER,
  hardCases.ACCOUNTANT,
  hardCases.WITHHELD_NUMBER,
  hardCases.SHORT_NUMBER,
  hardCases.SON,
  hardCases.SOFT_LANDING,
  hardCases.FRONT_DOOR_ONLY,
];

/** The names of the cases that a place in the cast plays. */
export function caseNamesOf(role: number): readonly string[] {
  const { FIRST_CLIENT_OF_ACCOUNTANT: first } = hardCases;
  if (role > first && role < first + clientsOfAccountant) return ["CLIENT_OF_ACCOUNTANT"];
  return Object.entries(hardCases)
    .filter(([, index]) => index === role)
    .map(([name]) => name);
}
