import { statement, type Queries } from "@parcours/shared/database";
import type { FactChange, FactsKept, FactSubject } from "@parcours/shared/facts/facts-kept";
/** The facts of a project that coaching keeps, and how each is put right (R53; J18, J29). */
import { codeOf } from "@parcours/shared/graphql/code";
import { isDay } from "@parcours/shared/mutations/input-check";
import { sectors } from "../labels/sectors.js";
import { stages } from "../labels/stages.js";
import { stageToldToAll } from "../visibility/telling-codes.rules.js";
import { writtenTextIn, type WrittenText } from "./written-text.rules.js";

/** A project, as it stands while it is changed. */
export interface ProjectFile {
  readonly id: string;
  readonly agencyCode: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly numberSince: string | null;
  readonly titleFr: string | null;
  readonly titleNl: string | null;
  readonly titleEn: string | null;
  readonly pitch: string | null;
  readonly pitchLanguage: string | null;
  readonly stageCode: string;
  readonly sectorCode: string;
  readonly since: string;
  readonly until: string | null;
  readonly version: number;
}

/** Nobody else changes the project until the transaction ends. */
const lock = statement(
  `select id, agency_code as "agencyCode", entrepreneur_id as "entrepreneurId", enterprise_number as "enterpriseNumber", number_since as "numberSince",
          title_fr as "titleFr", title_nl as "titleNl", title_en as "titleEn", pitch, pitch_language as "pitchLanguage", stage_code as "stageCode",
          sector_code as "sectorCode", since, until, version
     from project where id = $1 for update`,
);
const writeTitle = statement(
  `update project set title_fr = case when $3 = 'FR' then $2 end, title_nl = case when $3 = 'NL' then $2 end,
          title_en = case when $3 = 'EN' then $2 end, version = version + 1 where id = $1`,
);
const writePitch = statement("update project set pitch = $2, pitch_language = $3, version = version + 1 where id = $1");
const write = {
  stageCode: statement("update project set stage_code = $2, version = version + 1 where id = $1"),
  sectorCode: statement("update project set sector_code = $2, version = version + 1 where id = $1"),
  since: statement("update project set since = $2, version = version + 1 where id = $1"),
  until: statement("update project set until = $2, version = version + 1 where id = $1"),
  numberSince: statement("update project set number_since = $2, version = version + 1 where id = $1"),
} as const;

/** A project that nobody else changes until the transaction ends; null where there is none. */
export async function lockedProject(queries: Queries, id: string): Promise<ProjectFile | null> {
  return (await queries.query<ProjectFile>(lock, [id]))[0] ?? null;
}

/** Its title, in the language in which it was written; the titles in others are of the name that it had. */
const changeTitle: FactChange = async (queries, id, given) => {
  const file = await lockedProject(queries, id);
  const title = file && writtenTextIn(given, { least: 2, most: 200, language: titleOf(file)?.language ?? "FR" });
  if (!file || !title) return null;
  await queries.query(writeTitle, [id, title.text, title.language]);
  return { former: titleOf(file), value: title };
};

const changePitch: FactChange = async (queries, id, given) => {
  const file = await lockedProject(queries, id);
  const pitch = file && writtenTextIn(given, { least: 50, most: 2000, language: pitchOf(file)?.language ?? "FR" });
  if (!file || !pitch) return null;
  await queries.query(writePitch, [id, pitch.text, pitch.language]);
  return { former: pitchOf(file), value: pitch };
};

/** The title as it was written first: in French, Dutch, or English. */
function titleOf({ titleFr, titleNl, titleEn }: ProjectFile): WrittenText | null {
  if (titleFr !== null) return { text: titleFr, language: "FR" };
  if (titleNl !== null) return { text: titleNl, language: "NL" };
  return titleEn === null ? null : { text: titleEn, language: "EN" };
}

/** The pitch with its language. */
function pitchOf({ pitch, pitchLanguage }: ProjectFile): WrittenText | null {
  return pitch === null ? null : { text: pitch, language: pitchLanguage as WrittenText["language"] };
}

interface PartRules {
  readonly read: (given: unknown) => string | undefined;
  /** As every reader of the project may know it. */
  readonly shown: (file: ProjectFile, written: string | null) => unknown;
}

function changeOf(part: keyof typeof write, { read, shown }: PartRules): FactChange {
  return async (queries, id, given) => {
    const value = read(given);
    const file = value === undefined ? null : await lockedProject(queries, id);
    if (value === undefined || !file) return null;
    await queries.query(write[part], [id, value]);
    return { former: shown(file, file[part]), value: shown(file, value) };
  };
}

/** Difficulty and restart are never said through a project: who is in difficulty is known to the centre alone (R30). */
export const openStages: readonly string[] = Object.keys(stages).filter((code) => stageToldToAll(code, true) === code);

function codeIn(allowed: readonly string[], given: unknown): string | undefined {
  const code = typeof given === "object" && given !== null && "code" in given ? given.code : given;
  return allowed.find((one) => one === code);
}

function dayIn(given: unknown): string | undefined {
  return typeof given === "string" && isDay(given) && given >= "1950-01-01" && given <= "2100-01-01"
    ? given
    : undefined;
}

const day: PartRules = { read: dayIn, shown: (_, written) => written };

/** By coordinate. The enterprise is linked by an act of its own. */
export const projectChanges: Readonly<Record<string, FactChange>> = {
  "Project.title": changeTitle,
  "Project.pitch": changePitch,
  "Project.stage": changeOf("stageCode", {
    read: (given) => codeIn(openStages, given),
    // A former stage may tell of difficulty: the history says what the project said.
    shown: ({ enterpriseNumber }, code) =>
      code === null ? null : shownCode(codeOf(stages, stageToldToAll(code, enterpriseNumber !== null)).code),
  }),
  "Project.sector": changeOf("sectorCode", {
    read: (given) => codeIn(Object.keys(sectors), given),
    shown: (_, code) => code && shownCode(code),
  }),
  "Project.since": changeOf("since", day),
  "Project.until": changeOf("until", day),
  "Project.numberSince": changeOf("numberSince", day),
};

function shownCode(code: string): { readonly code: string } {
  return { code };
}

/** A project is its person's, and nobody's who acts for the enterprise that it became (J12). */
const readSubject = statement(
  `select p.id, p.entrepreneur_id as "entrepreneurId", null as "enterpriseNumber", p.agency_code as "agencyCode", p.source,
          p.occurred_at as since
     from project p where p.id = $1`,
);

/** What coaching keeps of projects. People change their projects by `changeProject`; on a form they dispute. */
export const facts: FactsKept = {
  subjects: {
    Project: async (queries, id) => (await queries.query<FactSubject>(readSubject, [id]))[0] ?? null,
  },
  changes: projectChanges,
  own: [],
};
