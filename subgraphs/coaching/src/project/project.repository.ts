import { codeOf } from "@parcours/shared/graphql/code";
import { defineHeldRows } from "../held-rows/held-row-reader.js";
import { sectors } from "../labels/sectors.js";
import { stages } from "../labels/stages.js";
import { stageToldToAll } from "../visibility/telling-codes.rules.js";
import { Project } from "./project.entity.js";

/** Projects, by id and person. */
export const projects = defineHeldRows<Project>(Project, "Project", "project", ({ stageCode, sectorCode, enterpriseNumber }) => ({
  stage: codeOf(stages, stageToldToAll(stageCode, enterpriseNumber !== null)),
  recordedStage: codeOf(stages, stageCode),
  sector: codeOf(sectors, sectorCode),
}));
