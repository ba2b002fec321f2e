/** Builders of rows: each gives a whole row, of which a test says only what matters to it. */
import type { Row } from "@parcours/shared/demonstration/loader";
import { idFrom, newId } from "@parcours/shared/ids";

/** The id of something by name, always the same. */
export function idOf(name: string): string {
  return idFrom("test", name);
}

/** An incubator of EEBIC. */
export function aSite(row: Row = {}): Row {
  return {
    id: newId(),
    agency_code: "EEBIC",
    operator_name: "EEBIC",
    kind_code: "INCUBATOR",
    ownership_code: "PUBLIC",
    name_fr: "Incubateur",
    name_nl: "Incubator",
    name_en: "Incubator",
    youth_friendly: false,
    nis_code: "21001",
    postcode: "1070",
    municipality_fr: "Anderlecht",
    municipality_nl: "Anderlecht",
    street_fr: "Rue Haute",
    street_nl: "Hoogstraat",
    house_number: "1",
    opened_on: "2015-01-01",
    ...row,
  };
}

/** An office of 20 m². */
export function aUnit(row: Row): Row {
  return { id: newId(), position: 0, code: "U001", kind_code: "OFFICE", square_metres: 20, ...row };
}

/** A rental since 2020 without end. */
export function aStay(row: Row): Row {
  return {
    id: newId(),
    agency_code: "EEBIC",
    entrepreneur_id: newId(),
    enterprise_number: null,
    occurred_at: "2020-01-06T08:00:00Z",
    since: "2020-01-06",
    until: null,
    unit_id: null,
    stay_kind_code: "RENTAL",
    ...row,
  };
}

/** A cheque of the first half of 2024, without its months. */
export function aCheque(row: Row): Row {
  return {
    id: newId(),
    agency_code: "COWORKING_BRUSSELS",
    entrepreneur_id: newId(),
    enterprise_number: null,
    occurred_at: "2023-12-11T09:00:00Z",
    since: "2024-01-01",
    until: "2024-06-30",
    stay_id: null,
    sponsor: "Zenne Hub",
    ...row,
  };
}

/** Innoviris, every Tuesday from 14:00 to 16:30, since 2017. */
export function aPermanence(row: Row): Row {
  return {
    id: newId(),
    agency_code: "INNOVIRIS",
    place: "P1",
    staff_id: "S1",
    advisor_name: "An Peeters",
    weekday: 2,
    opens_at: "14:00",
    closes_at: "16:30",
    since: "2017-03-01",
    until: null,
    ...row,
  };
}

/** A visit about recruiting. */
export function aVisit(row: Row): Row {
  return {
    id: newId(),
    agency_code: "INNOVIRIS",
    entrepreneur_id: newId(),
    enterprise_number: null,
    occurred_at: "2024-03-05T13:30:00Z",
    since: null,
    until: null,
    topic_code: "RECRUITING",
    ...row,
  };
}

/** A need of recruiting that waits. */
export function aNeed(row: Row): Row {
  return {
    id: newId(),
    agency_code: "EEBIC",
    entrepreneur_id: newId(),
    enterprise_number: null,
    occurred_at: "2024-03-05T08:00:00Z",
    kind_code: "RECRUITING",
    referral_id: null,
    no_follow_up_code: null,
    ...row,
  };
}
