import { entryColumnNames, outboxTable } from "@parcours/shared/demonstration/entry-rows";
import type { DemonstrationTable } from "@parcours/shared/demonstration/loader";

/** The tables that the demonstration fills, parents before children. */
export const housingTables: readonly DemonstrationTable[] = [
  {
    name: "site",
    columns: [
      "id",
      "agency_code",
      "operator_name",
      "kind_code",
      "ownership_code",
      "name_fr",
      "name_nl",
      "name_en",
      "youth_friendly",
      "nis_code",
      "postcode",
      "municipality_fr",
      "municipality_nl",
      "street_fr",
      "street_nl",
      "house_number",
      "opened_on",
    ],
  },
  { name: "site_unit", columns: ["id", "site_id", "position", "code", "kind_code", "square_metres"] },
  {
    name: "permanence",
    columns: [
      "id",
      "agency_code",
      "site_id",
      "place",
      "staff_id",
      "advisor_name",
      "weekday",
      "opens_at",
      "closes_at",
      "since",
      "until",
    ],
  },
  { name: "housing_stay", columns: [...entryColumnNames, "site_id", "unit_id", "stay_kind_code"] },
  { name: "coworking_cheque", columns: [...entryColumnNames, "site_id", "stay_id", "sponsor"] },
  { name: "coworking_cheque_month", columns: ["cheque_id", "number", "kind_code", "since", "until"] },
  { name: "permanence_visit", columns: [...entryColumnNames, "permanence_id", "site_id", "topic_code"] },
  {
    name: "need",
    columns: [
      "id",
      "agency_code",
      "entrepreneur_id",
      "enterprise_number",
      "site_id",
      "occurred_at",
      "kind_code",
      "referral_id",
      "no_follow_up_code",
    ],
  },
  // Without id: the database gives one by chance, so that no answer can be traced to its story.
  { name: "satisfaction_answer", columns: ["about_agency_code", "quarter", "score", "suggestion"] },
  outboxTable,
];
