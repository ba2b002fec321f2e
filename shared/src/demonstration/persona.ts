/** Who a demonstration entrepreneur is, before anything happens. */
import { dateOf } from "./calendar.js";
import { otherSpellings, personName } from "./names.js";
import { placeOf } from "./places.js";
import type { Municipality, PersonName, PreferredLanguage, Sex } from "./story.js";
import type { Teller } from "./teller.js";

/** The facts of a person that the other parts of a story build on. */
export interface Persona {
  readonly name: PersonName;
  readonly otherNames: readonly PersonName[];
  readonly sex: Sex;
  readonly language: PreferredLanguage;
  readonly birthDate: string | null;
  readonly municipality: Municipality | null;
}

/** 27.6 % of the self-employed are women (N81); among those who do not run anything yet there are more. */
const womenAmongOwners = 0.276;
const womenAmongOthers = 0.42;

/** Makes a person. `owner`: runs or ran an enterprise. */
export function personaOf(teller: Teller, owner: boolean): Persona {
  const random = teller.chance("person");
  const sex = sexOf(random.unit(), random.chance(owner ? womenAmongOwners : womenAmongOthers));
  const language = random.weighted<PreferredLanguage>([
    ["FR", 60],
    ["NL", 12],
    ["EN", 13],
    ["DE", 1],
    ["OTHER", 4],
    ["UNKNOWN", 10],
  ]);
  const name = personName(random, sex, language);
  // 31 % are over 50 and 12 % over 60 (N48).
  const [youngest, oldest] = random.weighted<readonly [number, number]>([
    [[20, 29], 16],
    [[30, 39], 28],
    [[40, 49], 25],
    [[50, 59], 19],
    [[60, 72], 12],
  ]);
  const birth = teller.ago(Math.round(random.int(youngest, oldest) * 365.25) + random.int(0, 364));
  const place = placeOf(random);
  return {
    name,
    otherNames: random.chance(0.5) ? otherSpellings(name) : [],
    sex,
    language,
    birthDate: random.chance(0.08) ? null : dateOf(birth),
    municipality: random.chance(0.04) ? null : { nis: place.nis, postcode: place.postcode },
  };
}

function sexOf(draw: number, woman: boolean): Sex {
  if (draw < 0.03) return "UNKNOWN";
  if (draw < 0.034) return "X";
  return woman ? "F" : "M";
}
