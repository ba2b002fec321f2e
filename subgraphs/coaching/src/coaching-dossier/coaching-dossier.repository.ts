import { codeOf } from "@parcours/shared/graphql/code";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { defineEntries } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { belongings } from "../labels/belongings.js";
import { intensities } from "../labels/intensities.js";
import { outcomes } from "../labels/outcomes.js";
import { stages } from "../labels/stages.js";
import { topics } from "../labels/topics.js";
import { kinds } from "../manifest.js";
import { stageToldToAll, topicToldToAll } from "../visibility/telling-codes.rules.js";
import { CoachingDossier } from "./coaching-dossier.entity.js";

/** Coaching dossiers, by id, person and enterprise. */
export const coachingDossiers = defineEntries<CoachingDossier>({
  entity: CoachingDossier,
  typeName: "CoachingDossier",
  table: "coaching_dossier",
  kinds,
  kindOf: () => "COACHING_DOSSIER",
  complete: (row) => ({
    belongsTo: codeOf(belongings, row.enterpriseNumber === null ? "PERSON" : "ENTERPRISE"),
    intensity: codeOf(intensities, row.intensityCode),
    stage: codeOf(stages, stageToldToAll(row.stageCode, row.namedEnterpriseNumber !== null)),
    recordedStage: codeOf(stages, row.stageCode),
    topic: codeOf(topics, topicToldToAll(row.topicCode)),
    recordedTopic: codeOf(topics, row.topicCode),
    outcome: codeOf(outcomes, row.outcomeCode),
  }),
});

const dossiersByProject = new RowList<CoachingDossier>(CoachingDossier, "coaching_dossier", "projectId");

/** Pages of the dossiers of projects, for one request. */
export function dossiersOfProjects({ database }: ServiceScope): PageLoaders<CoachingDossier> {
  return new PageLoaders((ids, page) => dossiersByProject.pages(database, ids, page), coachingDossiers.complete);
}
