import { entryColumnNames, outboxTable } from "@parcours/shared/demonstration/entry-rows";
import type { DemonstrationLoader, DemonstrationTable, Emit } from "@parcours/shared/demonstration/loader";
import type { EntrepreneurStory } from "@parcours/shared/demonstration/story";
import { tellApplication } from "./funding-application/funding-application.demonstration.js";
import { tellAward } from "./state-aid-award/state-aid-award.demonstration.js";

const tables: readonly DemonstrationTable[] = [
  {
    name: "funding_application",
    columns: [
      ...entryColumnNames,
      "project_id",
      "instrument_code",
      "amount_asked_cents",
      "use_code",
      "status_code",
      "motivation_requested",
      "coaching_dossier_id",
      "beside_application_id",
      "closed_at",
    ],
  },
  {
    name: "funding_decision",
    columns: [
      "id",
      "application_id",
      "outcome_code",
      "decided_at",
      "motivation",
      "applicant_coached",
      "grant_id",
      "guarantee_id",
      "co_investment_id",
    ],
  },
  {
    name: "funding_grant",
    columns: [...entryColumnNames, "instrument_code", "amount_cents", "coaching_requirement_code"],
  },
  { name: "grant_payment", columns: ["id", "grant_id", "kind_code", "amount_cents", "due_on", "paid_on"] },
  {
    name: "guarantee",
    columns: [
      ...entryColumnNames,
      "guarantee_kind_code",
      "bank_name",
      "bank_loan_cents",
      "coverage_percent",
      "guaranteed_cents",
      "contribution_cents",
      "for_grant_id",
    ],
  },
  {
    name: "co_investment",
    columns: [...entryColumnNames, "public_share_cents", "private_share_cents", "private_investor"],
  },
  {
    name: "state_aid_award",
    columns: [
      ...entryColumnNames,
      "reference",
      "measure_number",
      "measure_title",
      "regime_code",
      "instrument_code",
      "instrument_as_published",
      "objective_code",
      "objective_as_published",
      "nominal_cents",
      "aid_element_cents",
      "amount_note",
      "published_on",
      "for_grant_id",
      "for_guarantee_id",
    ],
  },
  {
    name: "credit_mediation",
    columns: [
      "id",
      "agency_code",
      "entrepreneur_id",
      "enterprise_number",
      "occurred_at",
      "closed_at",
      "status_code",
      "credit_cents",
    ],
  },
  outboxTable,
];

/** What financing tells of each demonstration entrepreneur. */
export const demonstration: DemonstrationLoader = {
  tables,
  story(story: EntrepreneurStory, _world, emit: Emit) {
    for (const application of story.financing.applications) tellApplication(application, emit);
    for (const award of story.financing.stateAid) tellAward(award, story, emit);
  },
};
