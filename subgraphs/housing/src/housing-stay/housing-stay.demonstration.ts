import type { StayStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { softLandingMustEndWithinThreeMonths } from "./housing-stay.rules.js";
import { sharedPointer } from "../holder/shared-pointer.js";

/** A stay. It happened in the morning of its first day: the story knows no hour. */
export function stayRow(stay: StayStory): Row {
  softLandingMustEndWithinThreeMonths({ stayKind: stay.kind, since: stay.from, until: stay.to });
  return {
    id: stay.id,
    agency_code: stay.agency,
    entrepreneur_id: stay.entrepreneurId,
    enterprise_number: stay.enterpriseNumber,
    occurred_at: morningOf(stay.from),
    since: stay.from,
    until: stay.to,
    site_id: stay.siteId,
    unit_id: stay.unitId,
    stay_kind_code: stay.kind,
  };
}

/** Where the stay is. The enterprise holds it where there is one, for the lease is in its name. */
export function stayPointer(stay: StayStory): Row {
  const person = { entrepreneurId: stay.entrepreneurId };
  const parties = stay.enterpriseNumber ? { holder: { enterpriseNumber: stay.enterpriseNumber }, other: person } : { holder: person };
  return sharedPointer({
    entryId: stay.id,
    type: "HousingStay",
    kind: "HOUSING_STAY",
    category: "DOSSIER_HEADER",
    agencyCode: stay.agency,
    ...parties,
    occurredAt: morningOf(stay.from),
    since: stay.from,
    until: stay.to,
  });
}

/** Nine o'clock, winter time, of a day. */
export function morningOf(day: string): Date {
  return new Date(`${day}T08:00:00Z`);
}
