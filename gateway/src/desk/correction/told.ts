import { correctionErrors } from "@parcours/shared/facts/correction.errors";
import type { ToldDispute } from "@parcours/shared/facts/facts-request";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
/** From what owners tell to what the graph shows. */
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import type { Language } from "@parcours/shared/languages";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import { shownValue } from "../export/shown-value.js";
import type { OwnerAnswer } from "../owners.js";
import { FactAuthor, FactDisputeState, type FactDispute } from "./dispute.type.js";

/** A dispute as the graph shows it. */
export function disputeOf(told: ToldDispute, fact: DescribedFact | undefined, language: Language): FactDispute {
  const { state, dueOn, entrepreneurId, enterpriseNumber, projectId, value, author, authorAgencyCode } = told;
  return {
    id: told.id,
    coordinate: told.coordinate,
    concept: codeOf(fact ? { [fact.concept]: fact.label } : {}, told.concept),
    entrepreneur: entrepreneurId === null ? null : { id: entrepreneurId },
    enterprise: enterpriseNumber === null ? null : { number: enterpriseNumber },
    project: projectId === null ? null : { id: projectId },
    state: FactDisputeState[state],
    value,
    text: value === null ? null : shownValue(value, language),
    statement: told.statement,
    author: FactAuthor[author],
    authorAgency: authorAgencyCode === null ? null : agencyReference(authorAgencyCode),
    form: told.formCode,
    raisedAt: new Date(told.raisedAt),
    dueOn,
    isOverdue: state === "OPEN" && dueOn < brusselsDate(new Date()),
    owner: agencyReference(told.agencyCode),
    reason: told.reason,
    answeredAt: told.answeredAt === null ? null : new Date(told.answeredAt),
    isChanged: told.isChanged,
    version: told.version,
  };
}

const faults = [
  ...Object.values(correctionErrors),
  mutationErrors.ACT_NOT_ALLOWED,
  mutationErrors.CHANGED_MEANWHILE,
  mutationErrors.IDEMPOTENCY_KEY_REUSED,
];
const places: Readonly<Record<string, string>> = {
  CHANGED_MEANWHILE: "version",
  IDEMPOTENCY_KEY_REUSED: "idempotencyKey",
  FACT_VALUE_REQUIRED: "value",
  FACT_VALUE_INVALID: "value",
};

/** The dispute that an owner answers an act with. @throws UserFault of the owner, or FACT_OWNER_SILENT */
export function disputeIn(answer: OwnerAnswer): ToldDispute {
  if (answer?.status === 200) return (answer.body as { readonly dispute: ToldDispute }).dispute;
  if (answer === null || answer.status >= 500) return refuse(correctionErrors.FACT_OWNER_SILENT);
  const { code } = (answer.body ?? {}) as { readonly code?: string };
  const definition = faults.find((one) => one.code === code) ?? mutationErrors.ACT_NOT_ALLOWED;
  return refuse(definition, places[definition.code]);
}
