/**
 * The keys by which files that may be one person's are found without reading all: what the database indexes and what the bench keeps in
 * memory come from here. Telephones, addresses, enterprises and hashes are keys themselves, in their own tables.
 */
import { formsOfAll } from "./match.rules.js";
import type { FullNameForms } from "./name-forms.js";
import type { PersonRecord } from "./person-record.js";

/** How many files are read behind one key: names that many bear lead on together with something else. */
export const mostBehindKey = 30;

/** How many persons are compared: those that most keys lead to. */
export const mostCompared = 60;

/** Up to how many bearers of a clue are counted. */
export const mostCounted = 25;

/** The keys of a person's names, with and without birth date and home. Persons of whom one key is the same are compared. */
export function nameKeys(record: PersonRecord): string[] {
  return [...new Set(formsOfAll(record).flatMap((name) => keysOfName(name, record)))];
}

/** The keys that exactly the bearers of a person's names have, by the names in `RegisterFacts.namesakes`. */
export function fullNameKeys(record: PersonRecord): ReadonlyMap<string, string> {
  return new Map(formsOfAll(record).map(({ key }) => [key, fullNameKey(key)]));
}

function fullNameKey(name: string): string {
  return `N ${name}`;
}

function keysOfName(name: FullNameForms, { birthDates, municipalities }: PersonRecord): string[] {
  const consonants = [...name.given.consonants, ...name.family.consonants];
  // The same for whichever half a word was written in.
  const sound = [...consonants].sort().join(" ");
  return [
    fullNameKey(name.key),
    `S ${sound}`,
    // Any word of the name with the day: whatever happened to the other half.
    ...birthDates.flatMap((day) => consonants.map((word) => `D ${day} ${word}`)),
    // A slip in the year, or in day and month.
    ...birthDates.flatMap((day) => [`Y ${day.slice(0, 4)} ${sound}`, `M ${dayAndMonth(day)} ${sound}`]),
    ...municipalities.map((nis) => `H ${nis} ${sound}`),
  ];
}

/** The same for a day and a month that changed places. */
function dayAndMonth(day: string): string {
  return [day.slice(5, 7), day.slice(8)].sort().join("-");
}
