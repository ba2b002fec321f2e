/** What two files are compared by. */

/** A name as it was written down. */
export interface WrittenName {
  readonly given: string;
  readonly family: string;
}

/** What is known of one person, over all files that are the person's. A list is empty where nothing is known. */
export interface PersonRecord {
  readonly names: readonly WrittenName[];
  /** `YYYY-MM-DD`; more than one where the files of a person differ. */
  readonly birthDates: readonly string[];
  /** That work, E.164. */
  readonly phones: readonly string[];
  /** That work, in lower case. */
  readonly emails: readonly string[];
  /** That have ended, E.164: an operator gives them to somebody else. */
  readonly formerPhones: readonly string[];
  /** That have ended, in lower case. */
  readonly formerEmails: readonly string[];
  /** Of enterprises for which the person acts or acted. */
  readonly enterpriseNumbers: readonly string[];
  /** NIS codes of homes. */
  readonly municipalities: readonly string[];
  /** Keyed hashes: the numbers themselves are kept nowhere. */
  readonly nationalNumberHashes: readonly string[];
}

/** What the register knows of the clues themselves: how much it says that two files share one. */
export interface RegisterFacts {
  /** How many known persons have a telephone or e-mail address that works, or an enterprise, up to a bound; the one who is sought is not counted. */
  readonly bearers: ReadonlyMap<string, number>;
  /** By full-name key: how many known persons bear exactly that name, up to a bound; whoever is compared is one of them. */
  readonly namesakes: ReadonlyMap<string, number>;
  /** Words that several known persons have in their names: a word of these is a name, and no typing error. */
  readonly knownWords: ReadonlySet<string>;
}

/** A register of which nothing is known. */
export const noFacts: RegisterFacts = { bearers: new Map(), namesakes: new Map(), knownWords: new Set() };

/** From how many bearers on a word is known to be a name: slips in a frequent name are borne by a few. */
export const bearersOfKnownWord = 6;
