import damerauLevenshtein from "damerau-levenshtein";

/** Whether one text may be the other with a slip of the hand: a letter too many, too few, another, or two that changed places; two slips in a long word. */
export function mayBeTypingError(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  const most = longer < 9 ? 1 : 2;
  if (one === other || Math.abs(one.length - other.length) > most) return false;
  // Short names are many: of these only letters that changed places are a slip.
  if (longer < 4) return one.split("").sort().join("") === other.split("").sort().join("");
  return damerauLevenshtein(one, other).steps <= most;
}

/** Whether two texts differ by one slip at the most. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  return damerauLevenshtein(one, other).steps === 1;
}

/** Whether one text may be the other with several slips: about one in three letters. For texts of which one is known to be no name. */
export function mayBeGarbled(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  return damerauLevenshtein(one, other).steps <= Math.floor((longer + 1) / 3);
}
