/**
 * The front door's register in memory: the same keys, the same bounds, the same counts as its statement has (`matching/candidate.repository.ts`),
 * so that hundreds of thousands of registrations can be tried in minutes. Which of too many files behind a key are read differs: there those with
 * the lowest ids, which are random, here the oldest.
 */
import type { Compare, Compared, Facts, Matcher } from "./matcher.js";

/** A file of the register. */
export interface File {
  readonly person: number;
  readonly record: Compared;
}

/** A file that was compared, and what came of it. */
export interface Judged {
  readonly file: File;
  readonly match: Compare;
}

/** The register. */
export class Register {
  readonly #behind = new Map<string, File[]>();
  readonly #counts = new Map<string, number>();
  /** How many comparisons were made. */
  comparisons = 0;

  constructor(private readonly matcher: Matcher) {}

  /** Compares a record with the files to which its keys lead. */
  judge(record: Compared): Judged[] {
    const candidates = this.#candidates(record);
    const facts = this.#factsOf(record, candidates);
    return candidates.map((file) => {
      this.comparisons += 1;
      return { file, match: this.matcher.compare(record, file.record, facts) };
    });
  }

  /** Adds a file. */
  add(file: File): void {
    for (const key of this.#keysOf(file.record)) {
      const behind = this.#behind.get(key);
      if (!behind) this.#behind.set(key, [file]);
      else if (behind.length < this.matcher.mostBehindKey) behind.push(file);
    }
    const { record } = file;
    for (const counted of [
      ...contactsOf(record),
      ...this.matcher.fullNameKeys(record).values(),
      ...this.#wordsOf(record),
    ])
      this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + 1);
  }

  #candidates(record: Compared): readonly File[] {
    const hits = new Map<File, number>();
    for (const key of this.#keysOf(record))
      for (const file of this.#behind.get(key) ?? []) hits.set(file, (hits.get(file) ?? 0) + 1);
    return [...hits]
      .sort(([, one], [, other]) => other - one)
      .slice(0, this.matcher.mostCompared)
      .map(([file]) => file);
  }

  #keysOf(record: Compared): string[] {
    return [
      ...this.matcher.nameKeys(record),
      ...contactsOf(record),
      ...record.nationalNumberHashes.map((hash) => `# ${hash}`),
    ];
  }

  #factsOf(record: Compared, candidates: readonly File[]): Facts {
    const { mostCounted, bearersOfKnownWord } = this.matcher;
    const count = (key: string): number => Math.min(this.#counts.get(key) ?? 0, mostCounted);
    return {
      bearers: new Map(contactsOf(record).map((contact) => [contact, count(contact)])),
      namesakes: new Map(
        [record, ...candidates.map((file) => file.record)].flatMap((each) =>
          [...this.matcher.fullNameKeys(each)].map(([name, key]) => [name, count(key)] as const),
        ),
      ),
      knownWords: { has: (word) => (this.#counts.get(`w ${word}`) ?? 0) >= bearersOfKnownWord } as ReadonlySet<string>,
    };
  }

  #wordsOf({ names }: Compared): string[] {
    return this.matcher.nameWords(...names.flatMap(({ given, family }) => [given, family])).map((word) => `w ${word}`);
  }
}

function contactsOf({ phones, emails, enterpriseNumbers }: Compared): string[] {
  return [...phones, ...emails, ...enterpriseNumbers];
}
