/**
 * What happens to the data of one person between two intakes. It knows nothing of the matcher: spellings, slips and moves are drawn here as
 * clerks and callers make them, some of which no rule of the matcher foresees.
 */
import type { Random } from "@parcours/shared/demonstration/random";
import { drawFamily } from "./names.js";
import type { Writable } from "./person.js";

/** What may have happened. */
export const errorClasses = [
  "TYPING",
  "TRANSLITERATION",
  "NAME_ORDER",
  "MOVED",
  "CHANGED_PHONE",
  "MARRIED_NAME",
] as const;

/** One of them. */
export type ErrorClass = (typeof errorClasses)[number];

/** What drawing needs beside chance. */
export interface ErrorSources {
  newPhone(): string;
  newMunicipality(random: Random): string;
}

/** Three in twenty duplicates have two things happen to them. */
const secondError = 0.15;

/** Draws what happened to a duplicate: one thing, each as likely; to some a second one. */
export function drawErrors(random: Random): readonly ErrorClass[] {
  const first = random.pick(errorClasses);
  const others = errorClasses.filter((each) => each !== first);
  return random.chance(secondError) ? [first, random.pick(others)] : [first];
}

/** Makes it happen, in place. */
export function applyErrors(
  person: Writable,
  errors: readonly ErrorClass[],
  random: Random,
  sources: ErrorSources,
): void {
  for (const error of errors) happenings[error](person, random, sources);
}

const happenings: Readonly<Record<ErrorClass, (person: Writable, random: Random, sources: ErrorSources) => void>> = {
  TYPING(person, random) {
    const slips = random.chance(0.3) ? 2 : 1;
    for (let slip = 0; slip < slips; slip += 1) mistype(person, random);
  },
  TRANSLITERATION(person, random) {
    person.given = spelledOtherwise(person.given, random);
    if (random.chance(0.5)) person.family = spelledOtherwise(person.family, random);
  },
  NAME_ORDER(person, random) {
    const { given, family } = person;
    const happened = random.unit();
    if (happened < 0.6) Object.assign(person, { given: family, family: given });
    else if (happened < 0.75 && /[\s-]/.test(given)) person.given = given.split(/[\s-]/)[0] ?? given;
    else if (happened < 0.9 && /\s/.test(family)) person.family = family.replace(/\s/g, "").toLowerCase();
    else Object.assign(person, { given: `${given} ${family}`.trim(), family: family.split(/[\s-]/).at(-1) ?? family });
  },
  MOVED(person, random, sources) {
    person.municipality = sources.newMunicipality(random);
  },
  CHANGED_PHONE(person, _, sources) {
    person.phone = sources.newPhone();
  },
  MARRIED_NAME(person, random) {
    const spouses = drawFamily(random, random.chance(0.8) ? person.community : random.int(0, 5));
    person.family = random.chance(0.5) ? spouses : `${person.family}-${spouses}`;
    // An address made of the name is often made anew.
    if (random.chance(0.2) && person.email)
      person.email = `${spouses.toLowerCase().replace(/\W/g, "")}.${person.email}`;
  },
};

/** Where slips happen, and how often. */
function mistype(person: Writable, random: Random): void {
  const field = random.weighted([
    ["given", 30],
    ["family", 35],
    ["birthDate", 12],
    ["email", 13],
    ["phone", 10],
  ] as const);
  const value = person[field];
  if (value === null) return;
  if (field === "birthDate") person.birthDate = otherDay(value, random);
  else if (field === "phone")
    person.phone = value.replace(/\d$/, (digit) => String((Number(digit) + random.int(1, 9)) % 10));
  else person[field] = slipped(value, random);
}

/** Neighbours on the keyboards in use here (AZERTY). */
const rows = ["azertyuiop", "qsdfghjklm", "wxcvbn"];

/** One slip of the hand. */
function slipped(text: string, random: Random): string {
  const place = random.int(0, text.length - 1);
  const [before, letter, after] = [text.slice(0, place), text[place] ?? "", text.slice(place + 1)];
  switch (random.int(0, 3)) {
    case 0:
      return before + after || text;
    case 1:
      return `${before}${letter}${letter}${after}`;
    case 2:
      return after === "" ? text : `${before}${after[0]}${letter}${after.slice(1)}`;
    default:
      return `${before}${neighbour(letter, random)}${after}`;
  }
}

function neighbour(letter: string, random: Random): string {
  const row = rows.find((each) => each.includes(letter.toLowerCase()));
  if (!row) return "e";
  const place = row.indexOf(letter.toLowerCase());
  return row[place + (random.chance(0.5) ? 1 : -1)] ?? row[Math.max(place - 1, 0)] ?? "e";
}

/** Day and month in the other order where that is a day, else one digit wrong. */
function otherDay(day: string, random: Random): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (random.chance(0.5) && Number(date) <= 12 && date !== month) return `${year}-${date}-${month}`;
  if (random.chance(0.5)) return `${year.slice(0, 3)}${(Number(year[3]) + random.int(1, 9)) % 10}-${month}-${date}`;
  return `${year}-${month}-${String((Number(date) % 28) + 1).padStart(2, "0")}`;
}

/** Ways in which one sound is written by another community or another clerk; each is used or not. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/ou/i, "u"],
  [/u(?!i)/i, "ou"],
  [/ss/i, "s"],
  [/(?<=[aeiou])s(?=[aeiou])/i, "ss"],
  [/ch/i, "sh"],
  [/kh/i, "h"],
  [/mm/i, "m"],
  [/dj/i, "j"],
  [/y/i, "i"],
  [/i(?=[aeou])/i, "y"],
  [/ck?/i, "k"],
  [/k/i, "c"],
  [/ph/i, "f"],
  [/ae/i, "a"],
  [/th/i, "t"],
  [/eke?$/i, "ek"],
  [/ij/i, "y"],
  [/sz/i, "s"],
  [/w/i, "v"],
  [/é|è|ê|ë/, "e"],
  [/ö/, "oe"],
  [/ü/, "ue"],
  [/ş/, "sh"],
  [/ł/, "l"],
  [/ç/, "c"],
  [/ï/, "i"],
];

/** Given names as the other community says them. */
const otherLanguage: readonly (readonly [string, string])[] = (
  "Jean Jan|Pierre Pieter|Marie Maria|Luc Luk|Catherine Katrien|Philippe Filip|Étienne Stefaan|Nicolas Nicolaas|Frédéric Frederik|Georges Joris|Charles Karel|" +
  "Guillaume Willem|Louis Lodewijk|Michel Michiel|Antoine Anton|André Andries|Laurent Laurens|Mathieu Matthias|Thierry Dirk|Hélène Helena|Julie Julia|Sophie Sofie|" +
  "Christine Kristien|Christophe Kristof|Martin Maarten|Alexandre Alexander|Marc Mark|Éric Erik|Anne An|Élise Els|Mohamed Muhammad|Youssef Yusuf|Ahmed Ahmad|Fatima Fatma|Hussein Houssaine"
)
  .split("|")
  .map((pair) => pair.split(" ") as [string, string]);

function spelledOtherwise(text: string, random: Random): string {
  const translated = otherLanguage.flatMap(([one, other]) => (text === one ? [other] : text === other ? [one] : []));
  if (translated[0] !== undefined && random.chance(0.6)) return translated[0];
  const possible = random.shuffle(respellings.filter(([spelling]) => spelling.test(text)));
  const used = possible.slice(0, random.int(1, 2));
  return used.reduce((name, [spelling, other]) => name.replace(spelling, other), text);
}
