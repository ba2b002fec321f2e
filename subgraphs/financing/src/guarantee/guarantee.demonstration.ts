/** The row of one demonstration guarantee. */
import { entryRow, pointerTo, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { GuaranteeStory } from "@parcours/shared/demonstration/financing-story";
import type { Emit } from "@parcours/shared/demonstration/loader";
import { noonOf, supportReaders } from "../holder/holder.rules.js";

/** Tells a guarantee. */
export function tellGuarantee(guarantee: GuaranteeStory, emit: Emit): void {
  const { id, agency, entrepreneurId, enterpriseNumber, since, until } = guarantee;
  const entry: ToldEntry = { id, agency, entrepreneurId, enterpriseNumber, occurredAt: noonOf(since), since, until };
  emit("guarantee", {
    ...entryRow(entry),
    guarantee_kind_code: guarantee.kind,
    bank_name: guarantee.bank,
    bank_loan_cents: guarantee.bankLoan,
    coverage_percent: guarantee.coveragePercent,
    guaranteed_cents: guarantee.guaranteed,
    contribution_cents: guarantee.contribution,
    for_grant_id: guarantee.forGrantId,
  });
  const support = { category: "SUPPORT_GRANTED", readers: supportReaders };
  emit("outbox", pointerTo(entry, { ...support, type: "Guarantee", kind: "GUARANTEE" }));
}
