/** What two names say, halves in any order. */
import { areVariants, isGivenName } from "./given-names.js";
import { soundOf, type FullNameForms, type NameForms } from "./name-forms.js";
import type { RegisterFacts } from "./person-record.js";
import { mayBeGarbled, mayBeTypingError } from "./typing-error.js";
import { weights, type Finding } from "./weights.js";

/** What the names of two files say: a finding for each half, and for their places. */
export interface NameFindings {
  readonly given: Finding;
  readonly family: Finding;
  /** That the halves changed places; null where they stand where they belong. */
  readonly order: "NAMES_CHANGED_PLACES" | null;
}

/** Whether a word is a name of its own, borne by several: two of these are two names, however like each other they are. */
type IsName = (word: string) => boolean;

/** What names say: those spellings of both persons are compared, in that order of their halves, which are most alike. */
export function theNamesAgree(
  one: readonly FullNameForms[],
  other: readonly FullNameForms[],
  { knownWords }: Pick<RegisterFacts, "knownWords">,
): NameFindings | null {
  const isName: IsName = (word) => knownWords.has(word) || isGivenName(word);
  const found = one.flatMap((a) =>
    other.flatMap((b) => [
      halvesAgree(a, b, isName),
      ...swappedHalvesAgree(a, swapped(b), isName),
      ...swappedHalvesAgree(swapped(a), b, isName),
    ]),
  );
  return found.reduce<NameFindings | null>((best, next) => (!best || total(next) > total(best) ? next : best), null);
}

function swapped({ given, family, key }: FullNameForms): FullNameForms {
  return { given: family, family: given, key };
}

function total({ given, family, order }: NameFindings): number {
  return weights[given] + weights[family] + (order === null ? 0 : weights[order]);
}

function halvesAgree(one: FullNameForms, other: FullNameForms, isName: IsName): NameFindings {
  // The same words, whichever half they were written in: `Jan Van den | Broeck`.
  if (one.key === other.key) return { given: "SAME_GIVEN_NAME", family: "SAME_FAMILY_NAME", order: null };
  return {
    given: theGivenNamesAgree(one.given, other.given, isName),
    family: theFamilyNamesAgree(one.family, other.family, isName),
    order: null,
  };
}

/**
 * Where one half only agrees, in the other place, it is a given name if many bear it as one; else it is the family name of both, and not the given
 * name of either.
 */
function swappedHalvesAgree(one: FullNameForms, other: FullNameForms, isName: IsName): NameFindings[] {
  const found = halvesAgree(one, other, isName);
  const isFamilyName = found.family === "OTHER_FAMILY_NAME" && !one.given.content.every(isGivenName);
  return isFamilyName ? [] : [{ ...found, order: "NAMES_CHANGED_PLACES" }];
}

/** Up to how many bearers a name tells much, and from how many on little. */
const rare = 3;
const common = 18;

/** What it says that few or many bear the name: that of the two which more bear, for a mistyped name is always rare. */
export function theNameIsRareOrCommon(
  names: readonly FullNameForms[],
  { namesakes }: Pick<RegisterFacts, "namesakes">,
): Finding | null {
  const bearers = Math.max(...names.map(({ key }) => namesakes.get(key) ?? 0));
  if (bearers >= common) return "COMMON_NAME";
  return bearers <= rare ? "RARE_NAME" : null;
}

/** What given names say. */
function theGivenNamesAgree(one: NameForms, other: NameForms, isName: IsName): Finding {
  if (one.joined === "" || other.joined === "") return "OTHER_GIVEN_NAME";
  if (one.joined === other.joined) return "SAME_GIVEN_NAME";
  if (areSpellingsOfOne(one, other)) return "VARIANT_GIVEN_NAME";
  if (isPartOf(one, other) || isPartOf(other, one)) return "PART_OF_GIVEN_NAME";
  if (isInitialOf(one, other) || isInitialOf(other, one)) return "INITIAL_OF_GIVEN_NAME";
  const areTwoNames = one.words.every(isName) && other.words.every(isName);
  if (mayBeTypingError(one.joined, other.joined) || haveSameConsonants(one, other))
    return areTwoNames ? "SIMILAR_GIVEN_NAME" : "MISTYPED_GIVEN_NAME";
  if (!areTwoNames && mayBeGarbled(one.joined, other.joined)) return "MISTYPED_GIVEN_NAME";
  return areTwoNames ? "OTHER_GIVEN_NAME" : "UNREADABLE_GIVEN_NAME";
}

/** What family names say. */
function theFamilyNamesAgree(one: NameForms, other: NameForms, isName: IsName): Finding {
  if (one.joined === "" || other.joined === "") return "OTHER_FAMILY_NAME";
  if (one.joined === other.joined) return "SAME_FAMILY_NAME";
  const areTwoNames = one.content.every(isName) && other.content.every(isName);
  if (one.content.join() === other.content.join()) return "VARIANT_FAMILY_NAME";
  if (one.sound === other.sound || soundOf(one.joined) === soundOf(other.joined))
    return areTwoNames ? "SIMILAR_FAMILY_NAME" : "VARIANT_FAMILY_NAME";
  // A married woman's name, or a double name of which one half is written.
  if (isPartOf(one, other) || isPartOf(other, one)) return "PART_OF_FAMILY_NAME";
  if (mayBeTypingError(one.joined, other.joined)) return areTwoNames ? "SIMILAR_FAMILY_NAME" : "MISTYPED_FAMILY_NAME";
  return haveSameConsonants(one, other) ? "SIMILAR_FAMILY_NAME" : "OTHER_FAMILY_NAME";
}

/** Word by word one name in two languages, or one sound. */
function areSpellingsOfOne(one: NameForms, other: NameForms): boolean {
  if (one.sound === other.sound) return true;
  const pairs = one.words.map((word, place) => [word, other.words[place] ?? ""] as const);
  return (
    one.words.length === other.words.length &&
    pairs.every(([a, b]) => a === b || areVariants(a, b) || soundOf(a) === soundOf(b))
  );
}

/** Whether every word of the one is among those of the other: `Jean` and `Jean-Baptiste`. */
function isPartOf(one: NameForms, other: NameForms): boolean {
  return (
    one.content.length < other.content.length &&
    one.content.every((word) => word.length > 1 && other.content.some((each) => each === word))
  );
}

function isInitialOf(one: NameForms, other: NameForms): boolean {
  return one.joined.length === 1 && other.joined.startsWith(one.joined);
}

function haveSameConsonants(one: NameForms, other: NameForms): boolean {
  return one.consonants.join() === other.consonants.join();
}
