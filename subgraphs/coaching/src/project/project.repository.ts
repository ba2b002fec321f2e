import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineRows } from "@parcours/shared/row-reader";
import { sectors } from "../labels/sectors.js";
import { stages } from "../labels/stages.js";
import { stageToldToAll } from "../visibility/telling-codes.rules.js";
import { Project } from "./project.entity.js";

/** Projects, by id and person. */
export const projects = defineRows<Project>({
  entity: Project,
  typeName: "Project",
  table: "project",
  complete: ({ agencyCode, stageCode, sectorCode, enterpriseNumber }) => ({
    agency: agencyReference(agencyCode),
    stage: codeOf(stages, stageToldToAll(stageCode, enterpriseNumber !== null)),
    recordedStage: codeOf(stages, stageCode),
    sector: codeOf(sectors, sectorCode),
  }),
});
