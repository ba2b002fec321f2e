/** What every act on a project has in common: who may, once, in the log before it is final (design 7). */
import { statement, type Queries } from "@parcours/shared/database";
import { keepChange } from "@parcours/shared/facts/fact-change";
import type { ChangedFact } from "@parcours/shared/facts/facts-kept";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { actorOf, once } from "@parcours/shared/mutations/once";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import type { RowReader } from "@parcours/shared/row-reader";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { Project } from "./project.entity.js";
import { lockedProject, type ProjectFile } from "./project.facts.js";
import type { ProjectPayload } from "./project.inputs.js";

const readHolder = statement(`select p.entrepreneur_id as "entrepreneurId" from project p where p.id = $1`);

/** An act that was checked as far as it can be without doing anything. */
export interface PreparedAct {
  /** On whose project. */
  readonly entrepreneurId: string;
  /** Asks others what the work must know, once it is clear that the reader may act. Outside of the transaction; never throws. */
  readonly inquire?: () => Promise<void>;
  /** Does it, and answers the id of the project. */
  readonly work: (queries: Queries) => Promise<string>;
}

/** Acts on projects, for one request. */
export class ProjectActs {
  constructor(
    readonly scope: ServiceScope,
    private readonly projects: RowReader<Project>,
  ) {}

  /** Does an act once, if the reader may: the person, a coach of the person, and 1819 with the person on the line. */
  async done(
    mutation: string,
    input: { readonly idempotencyKey: string },
    prepare: () => Promise<PreparedAct>,
  ): Promise<ProjectPayload> {
    const { request, database } = this.scope;
    const { result, errors } = await attempt(request, async () => {
      const { entrepreneurId, inquire, work } = await prepare();
      if (!(await this.#mayAct(entrepreneurId))) {
        await this.scope.logAct({ subject: { entrepreneurId }, category: "IDENTITY", records: null });
        return refuse(mutationErrors.ACT_NOT_ALLOWED);
      }
      await inquire?.();
      const order = { actor: actorOf(request.reader), mutation, idempotencyKey: input.idempotencyKey, input };
      const [id = ""] = await database.transaction((queries) =>
        once(queries, order, {
          work: async () => [await work(queries)],
          logged: () => this.scope.logAct({ subject: { entrepreneurId }, category: "IDENTITY", records: 1 }),
        }),
      );
      return this.projects.named(id);
    });
    return { project: result, errors, warnings: [] };
  }

  /** A project that is there; an unknown one is refused as one on which the reader may not act. */
  async known(projectId: string): Promise<{ readonly id: string; readonly entrepreneurId: string }> {
    const check = new InputCheck();
    const id = check.id("projectId", projectId);
    check.end();
    const [row] = await this.scope.database.query<{ entrepreneurId: string }>(readHolder, [id]);
    return row ? { id, ...row } : refuse(mutationErrors.ACT_NOT_ALLOWED);
  }

  /** The project, which nobody else changes until the transaction ends. User error: CHANGED_MEANWHILE. */
  async locked(queries: Queries, id: string, version: number): Promise<ProjectFile> {
    const file = await lockedProject(queries, id);
    if (file?.version !== version) return refuse(mutationErrors.CHANGED_MEANWHILE, "version");
    return file;
  }

  /** Keeps a change in the history of its fact. */
  async keep(queries: Queries, file: ProjectFile, coordinate: string, changed: ChangedFact): Promise<void> {
    const { entrepreneurId, id: projectId } = file;
    await keepChange(queries, { coordinate, entrepreneurId, projectId, changed, reader: this.scope.request.reader });
  }

  async #mayAct(entrepreneurId: string): Promise<boolean> {
    const { policy, request } = this.scope;
    const { reader } = request;
    const subject = { entrepreneurId };
    if (reader.role === "ADVISOR_1819") return reader.purpose === "CALL";
    if (reader.role === "ENTREPRENEUR") return policy.holds("OWN", reader, subject, "IDENTITY");
    return reader.role === "COACH" && policy.holds("COACH_OF", reader, subject, "IDENTITY");
  }
}
