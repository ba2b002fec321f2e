/** The forms of a name by which it is compared and found: words, one word, sound, consonants. */
import { doubleMetaphone } from "double-metaphone";
import { wordsOf } from "../entrepreneur/name-words.js";
import type { WrittenName } from "./person-record.js";

/** One half of a name. */
export interface NameForms {
  readonly words: readonly string[];
  /** Words without particles, articles and initials; all of them where nothing else is left. */
  readonly content: readonly string[];
  /** All words in one: `vandenbroeck`. */
  readonly joined: string;
  /** The content in one, as it sounds whichever community wrote it: `Youssef` and `Yusuf` are one. */
  readonly sound: string;
  /** The consonants of each word of the content (Double Metaphone): names are found by these, never told apart. */
  readonly consonants: readonly string[];
}

/** A name in both halves. */
export interface FullNameForms {
  readonly given: NameForms;
  readonly family: NameForms;
  /** All words in alphabetical order: the same for whichever half somebody wrote them in. */
  readonly key: string;
}

const particles = new Set(
  "van den der de du des d la le les l t s ter ten te op het el al ben bin bint ait oulad ould bou da do dos das di della dello dell lo von zu zur mc mac o n".split(
    " ",
  ),
);

/** The forms of a name. */
export function formsOf({ given, family }: WrittenName): FullNameForms {
  const [givenWords, familyWords] = [wordsOf(given), wordsOf(family)];
  // The whole name in one half, and a part of it once more in the other.
  const own = (words: readonly string[], others: readonly string[]): readonly string[] => {
    const left = words.filter((word) => !others.includes(word));
    return left.length > 0 && left.length + others.length === words.length ? left : words;
  };
  const halves = { given: half(own(givenWords, familyWords)), family: half(own(familyWords, givenWords)) };
  return { ...halves, key: [...halves.given.words, ...halves.family.words].sort().join(" ") };
}

function half(words: readonly string[]): NameForms {
  const telling = words.filter((word) => word.length > 1 && !particles.has(word));
  const content = telling.length > 0 ? telling : words;
  return {
    words,
    content,
    joined: words.join(""),
    sound: soundOf(content.join("")),
    consonants: content.map((word) => doubleMetaphone(word)[0] || word),
  };
}

/** Spellings of one sound, in the order in which they are read; what French, Dutch and transliterated names write differently. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|sz|cz/g, "s"],
  [/ph/g, "f"],
  [/dj|dzh/g, "j"],
  [/c(?=[eiy])/g, "s"],
  [/ck|c|q|kh|gh/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/w/g, "v"],
  [/(?<!^)h/g, ""],
  [/eau|au|ou|oe|oo|ue|o/g, "u"],
  [/ij|y|ie|ee/g, "i"],
  [/ai|ei|ae|e/g, "a"],
  [/(.)\1+/g, "$1"],
];

/** How a word sounds, whichever community wrote it: `Mohammed` and `Muhammad` are one, `Hassan` and `Hussein` are not. */
export function soundOf(word: string): string {
  return spellings.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
}
