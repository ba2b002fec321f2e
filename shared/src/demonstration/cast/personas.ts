/** Who the first sixty of each chapter are, where their case (`cases.ts`) asks for a name, an age or a language. */
import { dateOf } from "../calendar.js";
import { hardCases } from "../cases.js";
import { placeInLineup } from "../lineup.js";
import type { Place } from "../lineup.js";
import { personaOf } from "../persona.js";
import type { Persona } from "../persona.js";
import { Teller } from "../teller.js";

/** Who plays a role: as chance has it, but for what the case fixes. */
export function personaInCast(teller: Teller, place: Place): Persona {
  const role = place.role ?? 0;
  const persona = personaOf(teller, role % 2 === 0);
  const aged = (years: number): string => dateOf(teller.ago(Math.round(years * 365.25) + 40));
  const of = (other: number): Persona => personaOfRole(teller, place, other);
  const known = {
    birthDate: persona.birthDate ?? aged(38),
    municipality: persona.municipality ?? { nis: "21015", postcode: "1030" },
  };
  switch (role) {
    case hardCases.KNOWN_TO_EVERY_POLE:
      return {
        ...persona,
        ...known,
        name: { given: "Amina", family: "El Khattabi" },
        otherNames: [],
        sex: "F",
        language: "FR",
        birthDate: aged(43),
      };
    case hardCases.NO_ENTERPRISE_NUMBER:
      return {
        ...persona,
        ...known,
        name: { given: "Yusuf", family: "Öztürk" },
        otherNames: [],
        sex: "M",
        language: "EN",
      };
    case hardCases.FIRST_TWIN:
      return {
        ...persona,
        ...known,
        name: { given: "Lien", family: "Van den Broeck" },
        otherNames: [],
        sex: "F",
        language: "NL",
        birthDate: aged(29),
      };
    case hardCases.SECOND_TWIN: {
      const twin = of(hardCases.FIRST_TWIN);
      return { ...twin, name: { given: "Lies", family: "Van den Broeck" } };
    }
    case hardCases.FATHER:
      return {
        ...persona,
        ...known,
        name: { given: "Giuseppe", family: "D'Angelo" },
        otherNames: [],
        sex: "M",
        language: "FR",
        birthDate: aged(59),
      };
    case hardCases.SON:
      return { ...of(hardCases.FATHER), birthDate: aged(31) };
    case hardCases.DUPLICATE_NOT_MERGED:
      return {
        ...persona,
        ...known,
        name: { given: "Jean-Marc", family: "Lefèbvre" },
        otherNames: [],
        sex: "M",
        language: "FR",
      };
    case hardCases.DUPLICATE_TO_DECIDE: {
      const first = of(hardCases.DUPLICATE_NOT_MERGED);
      return { ...first, name: { given: "Jean Marc", family: "Lefebvre" }, municipality: null };
    }
    case hardCases.SELLER:
      return { ...persona, ...known, birthDate: aged(58) };
    case hardCases.APOSTROPHE:
      return {
        ...persona,
        ...known,
        name: { given: "N'Deye", family: "d'Haeyer-'t Kint" },
        otherNames: [{ given: "N'Deye", family: "D'Haeyer 't Kint" }],
      };
    case hardCases.LANGUAGE_UNKNOWN:
      return { ...persona, ...known, language: "UNKNOWN", sex: "UNKNOWN" };
    case hardCases.LANGUAGE_OTHER:
      return { ...persona, ...known, language: "OTHER" };
    case hardCases.SOFT_LANDING:
      return { ...persona, ...known, language: "EN" };
    default:
      return { ...persona, ...known };
  }
}

/** The persona of another role in the same chapter. */
export function personaOfRole(teller: Teller, { chapterStart }: Place, role: number): Persona {
  const other = new Teller(teller.world, chapterStart + role);
  return personaInCast(other, placeInLineup(teller.world, chapterStart + role));
}
