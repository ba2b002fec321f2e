import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import { channels } from "../labels/channels.js";
import { interactionOutcomes } from "../labels/interaction-outcomes.js";
import { topics } from "../labels/topics.js";
import { kinds } from "../manifest.js";
import { Interaction } from "./interaction.entity.js";

/** Contacts, by id, person and enterprise. */
export const interactions = defineEntries<Interaction>({
  entity: Interaction,
  typeName: "Interaction",
  table: "interaction",
  kinds,
  kindOf: () => "INTERACTION",
  complete: (row) => ({
    // The person holds it, whatever enterprise it is about: a mandate in that enterprise opens nothing of it (J12).
    enterpriseNumber: null,
    channel: codeOf(channels, row.channelCode),
    topic: codeOf(topics, row.topicCode),
    outcome: codeOf(interactionOutcomes, row.outcomeCode),
  }),
});
