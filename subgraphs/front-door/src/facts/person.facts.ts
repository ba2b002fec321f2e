/** The facts of a person that the front door keeps, and how each is put right: the matching keys follow (design 7; J17, J29). */
import { statement, type Queries } from "@parcours/shared/database";
import type { FactChange } from "@parcours/shared/facts/facts-kept";
import { isDay } from "@parcours/shared/mutations/input-check";
import { brusselsDate } from "@parcours/shared/periods";
import { PreferredLanguage, Sex, type PersonName } from "../entrepreneur/entrepreneur.entity.js";
import { writePersonKeys } from "../matching/person-key.repository.js";
import { municipalityName, nisOfMunicipality } from "../municipality/municipalities.js";

/** A file, as it stands while it is changed. */
interface PersonFile {
  readonly givenName: string;
  readonly familyName: string;
  readonly otherNames: readonly PersonName[];
  readonly preferredLanguage: string;
  readonly birthDate: string | null;
  readonly sex: string;
  readonly municipalityNis: string | null;
  readonly postcode: string | null;
  readonly source: string;
}

/** Nobody else changes the file until the transaction ends. */
const lock = statement(
  `select given_name as "givenName", family_name as "familyName", other_names as "otherNames", preferred_language as "preferredLanguage",
          birth_date as "birthDate", sex, municipality_nis as "municipalityNis", postcode, source
     from entrepreneur where id = $1 for update`,
);

const write = {
  givenName: statement("update entrepreneur set given_name = $2 where id = $1"),
  familyName: statement("update entrepreneur set family_name = $2 where id = $1"),
  otherNames: statement("update entrepreneur set other_names = $2::jsonb where id = $1"),
  preferredLanguage: statement("update entrepreneur set preferred_language = $2 where id = $1"),
  birthDate: statement("update entrepreneur set birth_date = $2 where id = $1"),
  sex: statement("update entrepreneur set sex = $2 where id = $1"),
  municipalityNis: statement("update entrepreneur set municipality_nis = $2 where id = $1"),
  postcode: statement("update entrepreneur set postcode = $2 where id = $1"),
} as const;

type Part = keyof typeof write;

/** What a file is found by: when one of these changes, its keys are written again. */
const keyed: readonly Part[] = ["givenName", "familyName", "otherNames", "birthDate", "municipalityNis"];

interface PartRules<Name extends Part> {
  /** The value to write; undefined where it is none. */
  readonly read: (given: unknown) => PersonFile[Name] | undefined;
  /** As the graph shows it, where that is not as it is written. */
  readonly shown?: (written: PersonFile[Name]) => unknown;
}

/** A change of one part of a file. */
function changeOf<Name extends Part>(part: Name, { read, shown = (written) => written }: PartRules<Name>): FactChange {
  return async (queries, id, given) => {
    const value = read(given);
    if (value === undefined) return null;
    const [file] = await queries.query<PersonFile>(lock, [id]);
    if (!file) return null;
    await queries.query(write[part], [id, part === "otherNames" ? JSON.stringify(value) : value]);
    if (keyed.includes(part)) await writeKeys(queries, id, { ...file, [part]: value });
    return { former: shown(file[part]), value: shown(value) };
  };
}

async function writeKeys(queries: Queries, id: string, file: PersonFile): Promise<void> {
  const { givenName, familyName, otherNames, birthDate, municipalityNis, source } = file;
  const names = [{ given: givenName, family: familyName }, ...otherNames];
  const birthDates = birthDate === null ? [] : [birthDate];
  await writePersonKeys(
    queries,
    id,
    { names, birthDates, municipalities: municipalityNis === null ? [] : [municipalityNis] },
    source,
  );
}

/** A name as people write one; undefined where it is none. */
function nameIn(given: unknown): string | undefined {
  const name = typeof given === "string" ? given.normalize("NFC").trim().replace(/\s+/g, " ") : "";
  return name !== "" && Array.from(name).length <= 100 && /\p{L}/u.test(name) && !/[\p{Cc}<>]/u.test(name)
    ? name
    : undefined;
}

function otherNamesIn(given: unknown): PersonName[] | undefined {
  if (!Array.isArray(given) || given.length > 5) return undefined;
  const names = (given as Partial<PersonName>[]).map((name) => ({
    given: nameIn(name?.given),
    family: nameIn(name?.family),
  }));
  const whole = names.flatMap(({ given: one, family }) => (one && family ? [{ given: one, family }] : []));
  return whole.length === names.length ? whole : undefined;
}

function birthDateIn(given: unknown): string | undefined {
  const isBirth =
    typeof given === "string" && isDay(given) && given >= "1900-01-01" && given <= brusselsDate(new Date());
  return isBirth ? given : undefined;
}

/** One of the values of an enum that says something: `UNKNOWN` is no answer. */
function toldIn<Value extends string>(values: readonly Value[], given: unknown): Value | undefined {
  return values.find((value) => value === given && value !== "UNKNOWN");
}

/** By coordinate. */
export const personFacts: Readonly<Record<string, FactChange>> = {
  "Entrepreneur.givenName": changeOf("givenName", { read: nameIn }),
  "Entrepreneur.familyName": changeOf("familyName", { read: nameIn }),
  "Entrepreneur.otherNames": changeOf("otherNames", { read: otherNamesIn }),
  "Entrepreneur.preferredLanguage": changeOf("preferredLanguage", {
    read: (given) => toldIn(Object.values(PreferredLanguage), given),
  }),
  "Entrepreneur.birthDate": changeOf("birthDate", { read: birthDateIn }),
  "Entrepreneur.sex": changeOf("sex", { read: (given) => toldIn(Object.values(Sex), given) }),
  "Entrepreneur.postcode": changeOf("postcode", {
    read: (given) => (typeof given === "string" && /^[1-9]\d{3}$/.test(given) ? given : undefined),
  }),
  "Entrepreneur.municipality": changeOf("municipalityNis", {
    read: (given) => (typeof given === "string" ? (nisOfMunicipality(given) ?? undefined) : undefined),
    shown: (nis) => municipalityName(nis)?.fr ?? null,
  }),
};
