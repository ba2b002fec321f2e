import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { CoworkingChequeStory } from "@parcours/shared/demonstration/housing-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { monthsMustComeInOrder, sponsorMustBeNamed } from "./coworking-cheque.rules.js";

/** A cheque. */
export function chequeRow(cheque: CoworkingChequeStory): Row {
  sponsorMustBeNamed(cheque.sponsor);
  return { ...entryRow(entryOf(cheque)), site_id: cheque.siteId, stay_id: cheque.stayId, sponsor: cheque.sponsor };
}

/** Its six months. */
export function chequeMonthRows({ id, months }: CoworkingChequeStory): readonly Row[] {
  monthsMustComeInOrder(months.map(({ number, kind, from, to }) => ({ number, kind, since: from, until: to })));
  return months.map(({ number, kind, from, to }) => ({
    cheque_id: id,
    number,
    kind_code: kind,
    since: from,
    until: to,
  }));
}

/** Where the cheque is. */
export function chequePointer(cheque: CoworkingChequeStory): Row {
  return pointerTo(entryOf(cheque), { type: "CoworkingCheque", kind: "COWORKING_CHEQUE", category: "SUPPORT_GRANTED" });
}

/** It is a person's, so it names no enterprise: other people of the enterprise have nothing to do with it (J12). */
function entryOf({ id, agency, entrepreneurId, appliedAt, months }: CoworkingChequeStory): ToldEntry {
  const period = { since: months[0]?.from ?? null, until: months.at(-1)?.to ?? null };
  return { id, agency, entrepreneurId, enterpriseNumber: null, occurredAt: appliedAt, ...period };
}
