import { morningOf } from "@parcours/shared/demonstration/calendar";
import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { StayStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { softLandingMustEndWithinThreeMonths } from "./housing-stay.rules.js";

/** A stay. */
export function stayRow(stay: StayStory): Row {
  softLandingMustEndWithinThreeMonths({ stayKind: stay.kind, since: stay.from, until: stay.to });
  return { ...entryRow(entryOf(stay)), site_id: stay.siteId, unit_id: stay.unitId, stay_kind_code: stay.kind };
}

/** Where the stay is. The enterprise holds it where there is one, for the lease is in its name. */
export function stayPointer(stay: StayStory): Row {
  return pointerTo(entryOf(stay), { type: "HousingStay", kind: "HOUSING_STAY", category: "DOSSIER_HEADER" });
}

/** It happened in the morning of its first day: the story knows no hour. */
function entryOf({ id, agency, entrepreneurId, enterpriseNumber, from, to }: StayStory): ToldEntry {
  return { id, agency, entrepreneurId, enterpriseNumber, occurredAt: morningOf(from), since: from, until: to };
}
