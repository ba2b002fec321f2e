/** Who the first sixty of each chapter are, where their case (`cases.ts`) asks for a name, an age or a language. */
import { dateOf } from "../calendar.js";
import { hardCases } from "../cases.js";
import { placeInLineup } from "../lineup.js";
import type { Place } from "../lineup.js";
import { personaOf } from "../persona.js";
import type { Persona } from "../persona.js";
import { Teller } from "../teller.js";

/** What a case fixes of a person; the rest is as chance has it. */
interface Part extends Partial<Omit<Persona, "birthDate">> {
  /** In years, some weeks more. */
  readonly age?: number;
  /** Another role of the cast whose persona this one starts from. */
  readonly like?: number;
}

const known = { otherNames: [] } as const;

const parts: Readonly<Record<number, Part>> = {
  [hardCases.KNOWN_TO_EVERY_POLE]: {
    ...known,
    name: { given: "Amina", family: "El Khattabi" },
    sex: "F",
    language: "FR",
    age: 43,
  },
  [hardCases.ACCOUNTANT]: { ...known, name: { given: "Marc", family: "Delvaux" } },
  [hardCases.COACHED_AND_REFUSED]: { ...known, name: { given: "Wim", family: "Goossens" } },
  [hardCases.BUYER]: { ...known, name: { given: "Yasmine", family: "Cherif" } },
  [hardCases.HONOUR_LOAN_REFUSED]: { ...known, name: { given: "Olivia", family: "Marchetti" } },
  [hardCases.IN_DIFFICULTY]: { ...known, name: { given: "Nadia", family: "Verstraete" } },
  [hardCases.NO_ENTERPRISE_NUMBER]: {
    ...known,
    name: { given: "Yusuf", family: "Öztürk" },
    sex: "M",
    language: "EN",
  },
  [hardCases.FIRST_TWIN]: {
    ...known,
    name: { given: "Lien", family: "Van den Broeck" },
    sex: "F",
    language: "NL",
    age: 29,
  },
  [hardCases.SECOND_TWIN]: { like: hardCases.FIRST_TWIN, name: { given: "Lies", family: "Van den Broeck" } },
  [hardCases.FATHER]: { ...known, name: { given: "Giuseppe", family: "D'Angelo" }, sex: "M", language: "FR", age: 59 },
  [hardCases.SON]: { like: hardCases.FATHER, age: 31 },
  [hardCases.DUPLICATE_NOT_MERGED]: {
    ...known,
    name: { given: "Jean-Marc", family: "Lefèbvre" },
    sex: "M",
    language: "FR",
  },
  [hardCases.DUPLICATE_TO_DECIDE]: {
    like: hardCases.DUPLICATE_NOT_MERGED,
    name: { given: "Jean Marc", family: "Lefebvre" },
    municipality: null,
  },
  [hardCases.SELLER]: { ...known, name: { given: "Georges", family: "Wauters" }, age: 58 },
  [hardCases.APOSTROPHE]: {
    name: { given: "N'Deye", family: "d'Haeyer-'t Kint" },
    otherNames: [{ given: "N'Deye", family: "D'Haeyer 't Kint" }],
  },
  [hardCases.LANGUAGE_UNKNOWN]: { language: "UNKNOWN", sex: "UNKNOWN" },
  [hardCases.LANGUAGE_OTHER]: { language: "OTHER" },
  [hardCases.SOFT_LANDING]: { language: "EN" },
};

/** Who plays a role: as chance has it, but for what the case fixes; birth date and home are always known. */
export function personaInCast(teller: Teller, place: Place): Persona {
  const role = place.role ?? 0;
  const { age, like, ...fixed } = parts[role] ?? {};
  const persona = like === undefined ? personaOf(teller, role % 2 === 0) : personaOfRole(teller, place, like);
  return {
    ...persona,
    municipality: persona.municipality ?? { nis: "21015", postcode: "1030" },
    ...fixed,
    birthDate: age === undefined ? (persona.birthDate ?? bornYearsAgo(teller, 38)) : bornYearsAgo(teller, age),
  };
}

function bornYearsAgo(teller: Teller, years: number): string {
  return dateOf(teller.ago(Math.round(years * 365.25) + 40));
}

/** The persona of another role in the same chapter. */
export function personaOfRole(teller: Teller, { chapterStart }: Place, role: number): Persona {
  const other = new Teller(teller.world, chapterStart + role);
  return personaInCast(other, placeInLineup(teller.world, chapterStart + role));
}
