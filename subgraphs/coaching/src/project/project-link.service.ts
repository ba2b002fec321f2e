/** A project is linked to the enterprise that it became, without losing anything and without giving anybody else's away (R53; J18; decision 0023). */
import { statement, type Queries } from "@parcours/shared/database";
import type { ErrorDefinition } from "@parcours/shared/errors";
import { publish } from "@parcours/shared/feed/outbox";
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { userErrorOf, type UserError } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { ProjectActs } from "./project-acts.js";
import { registerKnows } from "./project-inquiries.js";
import { projectPolicyRow } from "./project-policy.js";
import type { Project } from "./project.entity.js";
import { projectErrors } from "./project.errors.js";
import type { LinkProjectInput, ProjectPayload } from "./project.inputs.js";

/** The earliest day from which a project may have a number. */
const earliest = "1950-01-01";
const officeSource = "OFFICE";

const link = statement(
  "update project set enterprise_number = $2, number_since = $3, version = version + 1 where id = $1",
);

/** Links projects, for one request. */
export class ProjectLinkService {
  constructor(private readonly acts: ProjectActs) {}

  /**
   * Links a project to the enterprise that it became, or to another where the first was wrong, or to none. What named the project stays as it is
   * and is found through it. Nobody is asked whether the number is the person's: a link without a mandate is a claim, which only who reads the
   * project sees. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, PROJECT_ENTERPRISE_INVALID.
   */
  async link(input: LinkProjectInput): Promise<ProjectPayload> {
    const payload = await this.acts.done("linkProjectToEnterprise", input, async () => {
      const { number, since } = checked(input);
      const { id, entrepreneurId } = await this.acts.known(input.projectId);
      return { entrepreneurId, work: async (queries) => this.#write(queries, { id, number, since }, input.version) };
    });
    const { project, errors } = payload;
    return { project, errors, warnings: project ? await this.#warnings(project) : [] };
  }

  async #write(
    queries: Queries,
    { id, number, since }: { readonly id: string; readonly number: string | null; readonly since: string },
    version: number,
  ): Promise<string> {
    const file = await this.acts.locked(queries, id, version);
    const numberSince = number === null ? null : since;
    await queries.query(link, [id, number, numberSince]);
    const named = (one: string | null): object | null => (one === null ? null : { number: one });
    const enterprise = { former: named(file.enterpriseNumber), value: named(number) };
    await this.acts.keep(queries, file, "Project.enterprise", enterprise);
    await this.acts.keep(queries, file, "Project.numberSince", { former: file.numberSince, value: numberSince });
    const told = number === null ? null : { enterpriseNumber: number, since };
    await publish(queries, [projectPolicyRow(file, told, officeSource)]);
    return id;
  }

  /**
   * What was done all the same: the register lags by days behind a new number, and mandates behind that, so neither stops what the person says of
   * the own project.
   */
  async #warnings({ entrepreneurId, linkedNumber: number }: Project): Promise<UserError[]> {
    if (number === null) return [];
    const { graph, policy, request } = this.acts.scope;
    const [register, isActing] = await Promise.all([
      registerKnows(graph, number),
      policy.projects.actsFor({ entrepreneurId, enterpriseNumber: number }),
    ]);
    const found: ErrorDefinition[] = [];
    if (register === "UNKNOWN") found.push(projectErrors.PROJECT_ENTERPRISE_NOT_IN_REGISTER);
    if (register === "SILENT") found.push(projectErrors.PROJECT_REGISTER_SILENT);
    if (!isActing) found.push(projectErrors.PROJECT_LINK_CLAIMED);
    const path = ["input", "enterpriseNumber"];
    return found.map((definition) => userErrorOf({ definition, path, parameters: {} }, request));
  }
}

function checked(input: LinkProjectInput): { readonly number: string | null; readonly since: string } {
  const check = new InputCheck();
  const today = brusselsDate(new Date());
  const number = input.enterpriseNumber ? parseEnterpriseNumber(input.enterpriseNumber) : null;
  if (input.enterpriseNumber && number === null)
    check.fault(projectErrors.PROJECT_ENTERPRISE_INVALID, "enterpriseNumber");
  const since = check.day("since", input.since ?? today, { from: earliest, to: today });
  check.end();
  return { number, since };
}
