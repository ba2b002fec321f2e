import { defineEntries } from "@parcours/shared/entry-reader";
import { codeOf } from "@parcours/shared/graphql/code";
import { intensities } from "../labels/intensities.js";
import { outcomes } from "../labels/outcomes.js";
import { stages } from "../labels/stages.js";
import { topics } from "../labels/topics.js";
import { kinds } from "../manifest.js";
import { CoachingDossier } from "./coaching-dossier.entity.js";

/** Coaching dossiers, by id, person and enterprise. */
export const coachingDossiers = defineEntries<CoachingDossier>({
  entity: CoachingDossier,
  typeName: "CoachingDossier",
  table: "coaching_dossier",
  kinds,
  kindOf: () => "COACHING_DOSSIER",
  complete: (row) => ({
    intensity: codeOf(intensities, row.intensityCode),
    stage: codeOf(stages, row.stageCode),
    topic: codeOf(topics, row.topicCode),
    outcome: codeOf(outcomes, row.outcomeCode),
  }),
});
