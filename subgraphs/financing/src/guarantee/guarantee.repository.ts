import { codeOf } from "@parcours/shared/graphql/code";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { defineEntries } from "@parcours/shared/row-reader";
import { guaranteeKinds } from "../labels/guarantee-kinds.js";
import { kinds } from "../manifest.js";
import { Guarantee } from "./guarantee.entity.js";

/** Guarantees, by id, person and enterprise. */
export const guarantees = defineEntries<Guarantee>({
  entity: Guarantee,
  typeName: "Guarantee",
  table: "guarantee",
  kinds,
  kindOf: () => "GUARANTEE",
  complete: (row) => ({
    enterprise: enterpriseNamed(row.enterpriseNumber),
    guaranteeKind: codeOf(guaranteeKinds, row.guaranteeKindCode),
    bankLoan: money(row.bankLoanCents),
    guaranteed: money(row.guaranteedCents),
    contribution: money(row.contributionCents),
  }),
});
