import type { PermanenceVisitStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { topicThatTellsNoDifficulty } from "../need/need.rules.js";
import { sharedPointer } from "../holder/shared-pointer.js";

/** A visit to a permanence. */
export function visitRow({ id, permanenceId, entrepreneurId, siteId, agency, at, topic }: PermanenceVisitStory): Row {
  return {
    id,
    agency_code: agency,
    entrepreneur_id: entrepreneurId,
    enterprise_number: null,
    occurred_at: at,
    since: null,
    until: null,
    permanence_id: permanenceId,
    site_id: siteId,
    topic_code: topicThatTellsNoDifficulty(topic),
  };
}

/** Where the visit is. */
export function visitPointer({ id, entrepreneurId, agency, at }: PermanenceVisitStory): Row {
  return sharedPointer({
    entryId: id,
    type: "PermanenceVisit",
    kind: "PERMANENCE_VISIT",
    category: "DOSSIER_HEADER",
    agencyCode: agency,
    holder: { entrepreneurId },
    occurredAt: at,
    since: null,
    until: null,
  });
}
