/** Many persons at once, for tests that sweep: written as an import writes them. */
import { statement, type Database } from "@parcours/shared/database";
import { idFrom, newId } from "@parcours/shared/ids";
import { writeMissingKeys } from "../src/matching/person-key.repository.js";

/** A person of a town. */
export interface TownPerson {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly phones: readonly string[];
  readonly knownSince: string;
}

const givenNames = ["Amina", "Bart", "Camille", "Dries", "Elif", "Fatou", "Georgi", "Hanne", "Ilse", "Jonas", "Karim"];
const syllables = ["ba", "dek", "fou", "gri", "ham", "jul", "kor", "lam", "mert", "nis", "pol", "rav", "sten", "tuy"];

/** Somebody who is like nobody else of the town. */
export function rowOf(number: number): TownPerson {
  const part = (place: number): string =>
    syllables[Math.floor(number / syllables.length ** place) % syllables.length] ?? "";
  const family = [part(0), part(1), part(2), part(3)].join("");
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    id: idFrom("town", String(number)),
    given: givenNames[number % givenNames.length] ?? "",
    family: family.charAt(0).toUpperCase() + family.slice(1),
    birthDate: `${1950 + ((number * 7) % 50)}-${two(1 + ((number * 5) % 12))}-${two(1 + ((number * 11) % 28))}`,
    phones: [`+32470${String(number).padStart(6, "0")}`],
    knownSince: "2024-01-01T00:00:00Z",
  };
}

const insertPeople = statement(
  `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, birth_date, sex, municipality_nis, known_since, source)
   select p.id, p.given, p.family, '[]', 'FR', p."birthDate", 'UNKNOWN', '21009', p."knownSince", 'TEST'
     from jsonb_to_recordset($1::jsonb) as p(id uuid, given text, family text, "birthDate" date, "knownSince" timestamptz)`,
);
const insertPhones = statement(
  `insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, source)
   select p.id, p.person, 'PHONE', p.value, p.value, false, '2024-01-01', 'TEST'
     from jsonb_to_recordset($1::jsonb) as p(id uuid, person uuid, value text)`,
);

/** Writes a town. @param keys whether its people are to be found already */
export async function aTownOf(
  database: Database,
  people: readonly TownPerson[],
  { keys = true }: { readonly keys?: boolean } = {},
): Promise<void> {
  await database.query(insertPeople, [JSON.stringify(people)]);
  const phones = people.flatMap(({ id, phones: values }) =>
    values.map((value) => ({ id: newId(), person: id, value })),
  );
  await database.query(insertPhones, [JSON.stringify(phones)]);
  if (keys) await writeMissingKeys(database);
}
