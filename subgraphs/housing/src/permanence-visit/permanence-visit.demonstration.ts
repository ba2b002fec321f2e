import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { PermanenceVisitStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { topicThatTellsNoDifficulty } from "../need/need.rules.js";

/** A visit to a permanence. */
export function visitRow(visit: PermanenceVisitStory): Row {
  return {
    ...entryRow(entryOf(visit)),
    permanence_id: visit.permanenceId,
    site_id: visit.siteId,
    topic_code: topicThatTellsNoDifficulty(visit.topic),
  };
}

/** Where the visit is. */
export function visitPointer(visit: PermanenceVisitStory): Row {
  return pointerTo(entryOf(visit), { type: "PermanenceVisit", kind: "PERMANENCE_VISIT", category: "DOSSIER_HEADER" });
}

/** It is the person's own, and no help that lasts. */
function entryOf({ id, agency, entrepreneurId, at }: PermanenceVisitStory): ToldEntry {
  return { id, agency, entrepreneurId, enterpriseNumber: null, occurredAt: at, since: null, until: null };
}
