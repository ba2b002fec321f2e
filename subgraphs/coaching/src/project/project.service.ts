/** Projects are registered, changed, and linked to the enterprise that they become, without losing anything (R53; J18). */
import { statement, type Queries } from "@parcours/shared/database";
import { keepChange, keepGiven } from "@parcours/shared/facts/fact-change";
import type { ChangedFact } from "@parcours/shared/facts/facts-kept";
import { newId, parseEnterpriseNumber } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { actorOf, once } from "@parcours/shared/mutations/once";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { RowReader } from "@parcours/shared/row-reader";
import type { ServiceScope } from "@parcours/shared/server/context";
import { sectors } from "../labels/sectors.js";
import type { Project } from "./project.entity.js";
import { projectErrors } from "./project.errors.js";
import { lockedProject, openStages, projectChanges, type ProjectFile } from "./project.facts.js";
import type { ChangeProjectInput, LinkProjectInput, ProjectPayload, RegisterProjectInput } from "./project.inputs.js";

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
const link = statement(
  "update project set enterprise_number = $2, number_since = $3, version = version + 1 where id = $1",
);
const readHolder = statement(`select p.entrepreneur_id as "entrepreneurId" from project p where p.id = $1`);

/** Acts on projects, for one request. */
export class ProjectService {
  constructor(
    private readonly scope: ServiceScope,
    private readonly projects: RowReader<Project>,
  ) {}

  /** Registers a project. User errors: those of the input, ACT_NOT_ALLOWED. */
  async register(input: RegisterProjectInput): Promise<ProjectPayload> {
    return this.#done("registerProject", input, async () => {
      const check = new InputCheck();
      const today = brusselsDate(new Date());
      const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
      for (const part of ["title", "pitch"] as const) if (input[part]) check.text(part, input[part].text, bounds[part]);
      check.code("stage", input.stage, openStages);
      check.code("sector", input.sector, Object.keys(sectors));
      const since = check.day("since", input.since ?? today, { from: earliest, to: today });
      check.end();
      const { canonicalId } = await this.scope.policy.identity(entrepreneurId);
      const work = async (queries: Queries): Promise<string> => {
        const id = newId();
        const { title, pitch } = input;
        const words = [title.text.trim(), title.language, pitch?.text.trim() ?? null, pitch?.language ?? null];
        const place = [input.stage, input.sector, since];
        await queries.query(insert, [id, this.#keeper(), canonicalId, ...words, ...place]);
        const whose = { entrepreneurId: canonicalId, projectId: id, reader: this.scope.request.reader };
        await keepGiven(queries, whose, {
          "Project.title": { text: title.text.trim(), language: title.language },
          "Project.pitch": pitch && { text: pitch.text.trim(), language: pitch.language },
          "Project.stage": { code: input.stage },
          "Project.sector": { code: input.sector },
          "Project.since": since,
        });
        return id;
      };
      return { entrepreneurId, work };
    });
  }

  /** Changes a project. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, PROJECT_NOTHING_TO_CHANGE. */
  async change(input: ChangeProjectInput): Promise<ProjectPayload> {
    return this.#done("changeProject", input, async () => {
      const said = this.#checkedChanges(input);
      const { id, entrepreneurId } = await this.#known(input.projectId);
      const work = async (queries: Queries): Promise<string> => {
        const file = await this.#locked(queries, id, input.version);
        for (const [coordinate, value] of said) {
          const changed = await projectChanges[coordinate]?.(queries, id, value);
          if (!changed) return refuse(mutationErrors.ACT_NOT_ALLOWED);
          await this.#keep(queries, file, coordinate, changed);
        }
        return id;
      };
      return { entrepreneurId, work };
    });
  }

  /**
   * Links a project to the enterprise that it became, or to another where the first was wrong, or to none. What named the project stays as it is
   * and is found through it. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, PROJECT_ENTERPRISE_INVALID.
   */
  async link(input: LinkProjectInput): Promise<ProjectPayload> {
    return this.#done("linkProjectToEnterprise", input, async () => {
      const check = new InputCheck();
      const today = brusselsDate(new Date());
      const number = input.enterpriseNumber ? parseEnterpriseNumber(input.enterpriseNumber) : null;
      if (input.enterpriseNumber && number === null)
        check.fault(projectErrors.PROJECT_ENTERPRISE_INVALID, "enterpriseNumber");
      const since = check.day("since", input.since ?? today, { from: earliest, to: today });
      check.end();
      const { id, entrepreneurId } = await this.#known(input.projectId);
      const work = async (queries: Queries): Promise<string> => {
        const file = await this.#locked(queries, id, input.version);
        const numberSince = number === null ? null : since;
        await queries.query(link, [id, number, numberSince]);
        const named = (one: string | null): object | null => (one === null ? null : { number: one });
        await this.#keep(queries, file, "Project.enterprise", {
          former: named(file.enterpriseNumber),
          value: named(number),
        });
        await this.#keep(queries, file, "Project.numberSince", { former: file.numberSince, value: numberSince });
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

  /** A project that is there; an unknown one is refused as one on which the reader may not act. */
  async #known(projectId: string): Promise<{ readonly id: string; readonly entrepreneurId: string }> {
    const check = new InputCheck();
    const id = check.id("projectId", projectId);
    check.end();
    const [row] = await this.scope.database.query<{ entrepreneurId: string }>(readHolder, [id]);
    return row ? { id, ...row } : refuse(mutationErrors.ACT_NOT_ALLOWED);
  }

  async #locked(queries: Queries, id: string, version: number): Promise<ProjectFile> {
    const file = await lockedProject(queries, id);
    if (file?.version !== version) return refuse(mutationErrors.CHANGED_MEANWHILE, "version");
    return file;
  }

  async #keep(queries: Queries, file: ProjectFile, coordinate: string, changed: ChangedFact): Promise<void> {
    const { entrepreneurId, id: projectId } = file;
    await keepChange(queries, { coordinate, entrepreneurId, projectId, changed, reader: this.scope.request.reader });
  }

  /** Does an act once, if the reader may: the person, a coach of the person, and 1819 with the person on the line. */
  async #done(
    mutation: string,
    input: { readonly idempotencyKey: string },
    prepare: () => Promise<{ readonly entrepreneurId: string; readonly work: (queries: Queries) => Promise<string> }>,
  ): Promise<ProjectPayload> {
    const { request, database } = this.scope;
    const { result, errors } = await attempt(request, async () => {
      const { entrepreneurId, work } = await prepare();
      if (!(await this.#mayAct(entrepreneurId))) {
        await this.scope.logAct({ subject: { entrepreneurId }, category: "IDENTITY", records: null });
        return refuse(mutationErrors.ACT_NOT_ALLOWED);
      }
      const { idempotencyKey } = input;
      const order = { actor: actorOf(request.reader), mutation, idempotencyKey, persons: [entrepreneurId], input };
      const [id = ""] = await database.transaction((queries) =>
        once(queries, order, {
          work: async () => [await work(queries)],
          logged: () => this.scope.logAct({ subject: { entrepreneurId }, category: "IDENTITY", records: 1 }),
        }),
      );
      return this.projects.named(id);
    });
    return { project: result, errors };
  }

  async #mayAct(entrepreneurId: string): Promise<boolean> {
    const { policy, request } = this.scope;
    const { reader } = request;
    const subject = { entrepreneurId };
    if (reader.role === "ADVISOR_1819") return reader.purpose === "CALL";
    if (reader.role === "ENTREPRENEUR") return policy.holds("OWN", reader, subject, "IDENTITY");
    return reader.role === "COACH" && policy.holds("COACH_OF", reader, subject, "IDENTITY");
  }

  #keeper(): string {
    const { role, agency } = this.scope.request.reader;
    return role === "COACH" && agency !== undefined ? agency : regionalAgency;
  }
}
