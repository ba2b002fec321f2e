import { grouped, loader, type Loader } from "@parcours/shared/batching";
import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { codeOf } from "@parcours/shared/graphql/code";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { brusselsDate } from "@parcours/shared/periods";
import { defineEntries } from "@parcours/shared/row-reader";
import { coachingRequirements } from "../labels/coaching-requirements.js";
import { instruments } from "../labels/instruments.js";
import { paymentKinds, paymentStatuses } from "../labels/payment-statuses.js";
import { kinds } from "../manifest.js";
import { FundingGrant } from "./funding-grant.entity.js";
import { grantKindOf } from "./funding-grant.rules.js";
import { GrantPayment } from "./grant-payment.entity.js";
import { daysLate, paymentStatus } from "./grant-payment.rules.js";

/** Grants, by id, person and enterprise. */
export const fundingGrants = defineEntries<FundingGrant>({
  entity: FundingGrant,
  typeName: "FundingGrant",
  table: "funding_grant",
  kinds,
  kindOf: ({ instrumentCode }) => grantKindOf(instrumentCode),
  complete: (row) => ({
    enterprise: enterpriseNamed(row.enterpriseNumber),
    amount: money(row.amountCents),
    instrument: codeOf(instruments, row.instrumentCode),
    coachingRequirement: codeOf(coachingRequirements, row.coachingRequirementCode),
  }),
});

const paymentsByGrant = statement(
  `select ${columnsOf(GrantPayment, "p")} from grant_payment p where p.grant_id = any($1::uuid[]) order by p.grant_id, p.due_on, p.id`,
);

/** The payments of each grant, by the grant's id, in the order in which they fall due. */
export function paymentLoader(queries: Queries): Loader<string, GrantPayment[]> {
  return loader(async (grantIds) => {
    const rows = await queries.query<GrantPayment>(paymentsByGrant, [grantIds]);
    const today = brusselsDate(new Date());
    return grouped(
      grantIds,
      rows.map((row) => completed(row, today)),
      ({ grantId }) => grantId,
    );
  });
}

function completed(row: GrantPayment, today: string): GrantPayment {
  return Object.assign(row, {
    amount: money(row.amountCents),
    kind: codeOf(paymentKinds, row.kindCode),
    status: codeOf(paymentStatuses, paymentStatus(row, today)),
    daysLate: daysLate(row, today),
  });
}
