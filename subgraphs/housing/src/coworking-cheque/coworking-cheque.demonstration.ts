import type { CoworkingChequeStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { monthsMustComeInOrder, sponsorMustBeNamed } from "./coworking-cheque.rules.js";
import { sharedPointer } from "../holder/shared-pointer.js";

/** A cheque. It is a person's, so it names no enterprise: other people of the enterprise have nothing to do with it (J12). */
export function chequeRow(cheque: CoworkingChequeStory): Row {
  sponsorMustBeNamed(cheque.sponsor);
  return {
    id: cheque.id,
    agency_code: cheque.agency,
    entrepreneur_id: cheque.entrepreneurId,
    enterprise_number: null,
    occurred_at: cheque.appliedAt,
    ...periodOf(cheque),
    site_id: cheque.siteId,
    stay_id: cheque.stayId,
    sponsor: cheque.sponsor,
  };
}

/** Its six months. */
export function chequeMonthRows({ id, months }: CoworkingChequeStory): readonly Row[] {
  monthsMustComeInOrder(months.map(({ number, kind, from, to }) => ({ number, kind, since: from, until: to })));
  return months.map(({ number, kind, from, to }) => ({ cheque_id: id, number, kind_code: kind, since: from, until: to }));
}

/** Where the cheque is. */
export function chequePointer(cheque: CoworkingChequeStory): Row {
  return sharedPointer({
    entryId: cheque.id,
    type: "CoworkingCheque",
    kind: "COWORKING_CHEQUE",
    category: "SUPPORT_GRANTED",
    agencyCode: cheque.agency,
    holder: { entrepreneurId: cheque.entrepreneurId },
    occurredAt: cheque.appliedAt,
    ...periodOf(cheque),
  });
}

function periodOf({ months }: CoworkingChequeStory): { since: string | null; until: string | null } {
  return { since: months[0]?.from ?? null, until: months.at(-1)?.to ?? null };
}
