import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { defineRows } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { sectors } from "../labels/sectors.js";
import { stages } from "../labels/stages.js";
import { stageToldToAll } from "../visibility/telling-codes.rules.js";
import { Project } from "./project.entity.js";

const ofEnterprise = new RowList<Project>(Project, "project", "enterpriseNumber", {
  type: "text",
  // Who claims a stranger's enterprise is not found there, and fills no page of it.
  where: "acts_for(listed.entrepreneur_id, listed.enterprise_number)",
});

/** Pages of the projects that became an enterprise, where that counts (decision 0023), for one request. */
export function projectsOfEnterprises({ database }: ServiceScope): PageLoaders<Project> {
  return new PageLoaders((numbers, page) => ofEnterprise.pages(database, numbers, page), projects.complete);
}

/** Projects, by id and person. */
export const projects = defineRows<Project>({
  entity: Project,
  typeName: "Project",
  table: "project",
  complete: ({ agencyCode, stageCode, sectorCode, linkedNumber }) => ({
    agency: agencyReference(agencyCode),
    stage: codeOf(stages, stageToldToAll(stageCode, linkedNumber !== null)),
    recordedStage: codeOf(stages, stageCode),
    sector: codeOf(sectors, sectorCode),
  }),
});
