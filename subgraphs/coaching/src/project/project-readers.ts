/** To whom it is told that things of a person hang on a project, whoever holds the enterprise that the project became. */
import { emptyPage, type Page } from "@parcours/shared/paging";
import type { RequestContext } from "@parcours/shared/server/context";
import { mayRead } from "@parcours/shared/visibility/may-read";
import type { Project } from "./project.entity.js";

/** Whoever reads the person's own projects: a mandatary sees of an enterprise nothing that a person holds (J12). */
export async function mayKnowOf(
  { entrepreneurId }: Pick<Project, "entrepreneurId">,
  { request: { reader, accessFault }, policy }: RequestContext,
): Promise<boolean> {
  return accessFault === null && mayRead(reader, "IDENTITY", { entrepreneurId }, policy);
}

/** A list of what hangs on a project; without rows for who may not know of them. */
export async function listOfProject<Row>(
  project: Project,
  context: RequestContext,
  read: () => Promise<Page<Row>>,
): Promise<Page<Row>> {
  return (await mayKnowOf(project, context)) ? read() : emptyPage;
}
