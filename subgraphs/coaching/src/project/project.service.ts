/** Projects are registered and changed (R53; J18). */
import { statement, type Queries } from "@parcours/shared/database";
import { keepGiven } from "@parcours/shared/facts/fact-change";
import { newId } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import { sectors } from "../labels/sectors.js";
import type { ProjectActs } from "./project-acts.js";
import { personKnown, type PersonKnown } from "./project-inquiries.js";
import { projectErrors } from "./project.errors.js";
import { openStages, projectChanges } from "./project.facts.js";
import type { ChangeProjectInput, ProjectPayload, RegisterProjectInput } from "./project.inputs.js";

const earliest = "1950-01-01";
const bounds = { title: { least: 2, most: 200 }, pitch: { least: 50, most: 2000 } } as const;
/** Who keeps a project that no coach registered: the region's agency for support. */
const regionalAgency = "HUB";

const insert = statement(
  `insert into project (id, agency_code, entrepreneur_id, enterprise_number, number_since, title_fr, title_nl, title_en, pitch, pitch_language,
                        stage_code, sector_code, occurred_at, since, until, version, source)
   values ($1, $2, $3, null, null, case when $5 = 'FR' then $4 end, case when $5 = 'NL' then $4 end, case when $5 = 'EN' then $4 end,
           $6, $7, $8, $9, clock_timestamp(), $10, null, 1, 'OFFICE')`,
);

/** Registers and changes projects, for one request. */
export class ProjectService {
  constructor(private readonly acts: ProjectActs) {}

  /**
   * Registers a project of a person whom the front door knows: of nobody else, for a project that hangs on nobody is nobody's to find or to erase.
   * User errors: those of the input, ACT_NOT_ALLOWED, PROJECT_PERSON_UNKNOWN, PROJECT_PERSON_UNCHECKED.
   */
  async register(input: RegisterProjectInput): Promise<ProjectPayload> {
    const { graph, request } = this.acts.scope;
    return this.acts.done("registerProject", input, async () => {
      const check = new InputCheck();
      const today = brusselsDate(new Date());
      const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
      for (const part of ["title", "pitch"] as const) if (input[part]) check.text(part, input[part].text, bounds[part]);
      check.code("stage", input.stage, openStages);
      check.code("sector", input.sector, Object.keys(sectors));
      const since = check.day("since", input.since ?? today, { from: earliest, to: today });
      check.end();
      let person: PersonKnown = { state: "SILENT" };
      const inquire = async (): Promise<void> => void (person = await personKnown(graph, entrepreneurId));
      const work = async (queries: Queries): Promise<string> => {
        const canonicalId = idOf(person);
        const id = newId();
        const { title, pitch } = input;
        const words = [title.text.trim(), title.language, pitch?.text.trim() ?? null, pitch?.language ?? null];
        const place = [input.stage, input.sector, since];
        await queries.query(insert, [id, this.#keeper(), canonicalId, ...words, ...place]);
        const whose = { entrepreneurId: canonicalId, projectId: id, reader: request.reader };
        await keepGiven(queries, whose, {
          "Project.title": { text: title.text.trim(), language: title.language },
          "Project.pitch": pitch && { text: pitch.text.trim(), language: pitch.language },
          "Project.stage": { code: input.stage },
          "Project.sector": { code: input.sector },
          "Project.since": since,
        });
        return id;
      };
      return { entrepreneurId, inquire, work };
    });
  }

  /** Changes a project. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, PROJECT_NOTHING_TO_CHANGE. */
  async change(input: ChangeProjectInput): Promise<ProjectPayload> {
    return this.acts.done("changeProject", input, async () => {
      const said = this.#checkedChanges(input);
      const { id, entrepreneurId } = await this.acts.known(input.projectId);
      const work = async (queries: Queries): Promise<string> => {
        const file = await this.acts.locked(queries, id, input.version);
        for (const [coordinate, value] of said) {
          const changed = await projectChanges[coordinate]?.(queries, id, value);
          if (!changed) return refuse(mutationErrors.ACT_NOT_ALLOWED);
          await this.acts.keep(queries, file, coordinate, changed);
        }
        return id;
      };
      return { entrepreneurId, work };
    });
  }

  #checkedChanges(input: ChangeProjectInput): readonly (readonly [coordinate: string, value: unknown])[] {
    const check = new InputCheck();
    const { title, pitch, stage, sector, since, until } = input;
    const said: [string, unknown][] = [];
    if (title) check.text("title", title.text, bounds.title);
    if (pitch) check.text("pitch", pitch.text, bounds.pitch);
    if (stage) check.code("stage", stage, openStages);
    if (sector) check.code("sector", sector, Object.keys(sectors));
    const today = brusselsDate(new Date());
    if (since) check.day("since", since, { from: earliest, to: today });
    if (until) check.day("until", until, { from: since ?? earliest, to: "2100-01-01" });
    for (const [name, value] of Object.entries({ title, pitch, stage, sector, since, until }))
      if (value) said.push([`Project.${name}`, value]);
    if (said.length === 0) check.fault(projectErrors.PROJECT_NOTHING_TO_CHANGE, "projectId");
    check.end();
    return said;
  }

  #keeper(): string {
    const { role, agency } = this.acts.scope.request.reader;
    return role === "COACH" && agency !== undefined ? agency : regionalAgency;
  }
}

/** The id in use of a person who must be known. User errors: PROJECT_PERSON_UNKNOWN, PROJECT_PERSON_UNCHECKED. */
function idOf(person: PersonKnown): string {
  if (person.state === "KNOWN") return person.canonicalId;
  const { PROJECT_PERSON_UNKNOWN, PROJECT_PERSON_UNCHECKED } = projectErrors;
  return refuse(person.state === "UNKNOWN" ? PROJECT_PERSON_UNKNOWN : PROJECT_PERSON_UNCHECKED, "entrepreneurId");
}
