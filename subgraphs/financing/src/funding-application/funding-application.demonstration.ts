/** The rows of one demonstration application and of what came of it. */
import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { ApplicationStory, DecisionStory } from "@parcours/shared/demonstration/financing-story";
import type { Emit } from "@parcours/shared/demonstration/loader";
import { isCoInvestment, tellGrant } from "../funding-grant/funding-grant.demonstration.js";
import { tellGuarantee } from "../guarantee/guarantee.demonstration.js";
import { isGrantedToThePerson } from "./funding-application.rules.js";

/** Tells an application, its decision, and what was granted. Mediation is told apart: it is restricted. */
export function tellApplication(application: ApplicationStory, emit: Emit): void {
  if (application.instrument === "MEDIATION") return tellMediation(application, emit);
  const entry: ToldEntry = {
    id: application.id,
    agency: application.agency,
    entrepreneurId: application.entrepreneurId,
    enterpriseNumber: isGrantedToThePerson(application.instrument, application.use)
      ? null
      : application.enterpriseNumber,
    occurredAt: application.submittedAt,
    // A submission has no period, and a pointer with one would move at the decision.
    since: null,
    until: null,
  };
  emit("funding_application", { ...entryRow(entry), ...contentOf(application) });
  const pointer = { type: "FundingApplication", kind: "FUNDING_APPLICATION", category: "DOSSIER_HEADER" };
  emit("outbox", pointerTo(entry, pointer));
  if (application.decision) tellDecision(application.decision, application, emit);
  if (application.grant) tellGrant(application.grant, application.use, emit);
  if (application.guarantee) tellGuarantee(application.guarantee, emit);
}

function contentOf(application: ApplicationStory) {
  return {
    project_id: application.projectId,
    instrument_code: application.instrument,
    amount_asked_cents: application.amountAsked,
    use_code: application.use,
    status_code: application.status,
    motivation_requested: application.motivationRequested,
    coaching_dossier_id: application.coachingDossierId,
    beside_application_id: application.besideApplicationId,
    closed_at: endOf(application),
  };
}

function tellDecision(
  decision: DecisionStory,
  { id, grant, guarantee, coachingDossierId }: ApplicationStory,
  emit: Emit,
): void {
  emit("funding_decision", {
    id: decision.id,
    application_id: id,
    outcome_code: decision.outcome,
    decided_at: decision.at,
    motivation: decision.motivation,
    applicant_coached: coachingDossierId !== null,
    grant_id: grant && !isCoInvestment(grant) ? grant.id : null,
    guarantee_id: guarantee?.id ?? null,
    co_investment_id: grant?.coInvestment?.id ?? null,
  });
}

function tellMediation(application: ApplicationStory, emit: Emit): void {
  emit("credit_mediation", {
    id: application.id,
    agency_code: application.agency,
    entrepreneur_id: application.entrepreneurId,
    enterprise_number: application.enterpriseNumber,
    occurred_at: application.submittedAt,
    closed_at: endOf(application),
    status_code: application.status,
    credit_cents: application.amountAsked,
  });
}

function endOf({ decision, withdrawnAt }: ApplicationStory): Date | null {
  return decision?.at ?? withdrawnAt;
}
