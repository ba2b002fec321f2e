import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { defineRows } from "@parcours/shared/row-reader";
import { applicationStatuses } from "../labels/application-statuses.js";
import { CreditMediation } from "./credit-mediation.entity.js";

/** Requests for mediation, by holder. */
export const creditMediations = defineRows<CreditMediation>({
  entity: CreditMediation,
  typeName: "CreditMediation",
  table: "credit_mediation",
  complete: ({ agencyCode, occurredAt, statusCode, creditCents }) => ({
    openedAt: occurredAt,
    agency: agencyReference(agencyCode),
    status: codeOf(applicationStatuses, statusCode),
    credit: money(creditCents),
  }),
});
