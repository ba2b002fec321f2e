import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import { needKinds } from "../labels/need-kinds.js";
import { kinds } from "../manifest.js";
import { PermanenceVisit } from "./permanence-visit.entity.js";

/** Visits to permanences, by id, person and enterprise. */
export const permanenceVisits = defineEntries<PermanenceVisit>({
  entity: PermanenceVisit,
  typeName: "PermanenceVisit",
  table: "permanence_visit",
  kinds,
  kindOf: () => "PERMANENCE_VISIT",
  complete: (row) => ({ topic: codeOf(needKinds, row.topicCode) }),
});
