/** To whom it is told that things of a person hang on a project, whoever holds the enterprise that the project became. */
import { staffRoles } from "@parcours/shared/identity/roles";
import { emptyPage, type Page } from "@parcours/shared/paging";
import type { RequestContext } from "@parcours/shared/server/context";
import type { Project } from "./project.entity.js";

/** Staff, and the person who works on it: a mandatary sees of an enterprise nothing that a person holds (J12). */
export async function mayKnowOf(
  { entrepreneurId }: Pick<Project, "entrepreneurId">,
  { request: { reader }, policy }: RequestContext,
): Promise<boolean> {
  return staffRoles.includes(reader.role) || policy.holds("OWN", reader, { entrepreneurId }, "IDENTITY");
}

/** A list of what hangs on a project; without rows for who may not know of them. */
export async function listOfProject<Row>(
  project: Project,
  context: RequestContext,
  read: () => Promise<Page<Row>>,
): Promise<Page<Row>> {
  return (await mayKnowOf(project, context)) ? read() : emptyPage;
}
