import { codeOf } from "@parcours/shared/graphql/code";
import { enterpriseNamed } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import { defineEntries } from "@parcours/shared/row-reader";
import { conditions } from "../labels/conditions.js";
import { kinds } from "../manifest.js";
import { CoInvestment } from "./co-investment.entity.js";
import { coInvestmentConditionsNotMet } from "./co-investment.rules.js";

/** Co-investments, by id, person and enterprise. */
export const coInvestments = defineEntries<CoInvestment>({
  entity: CoInvestment,
  typeName: "CoInvestment",
  table: "co_investment",
  kinds,
  kindOf: () => "CO_INVESTMENT",
  complete: (row) => {
    const shares = { publicCents: BigInt(row.publicShareCents), privateCents: BigInt(row.privateShareCents) };
    return {
      enterprise: enterpriseNamed(row.enterpriseNumber),
      publicShare: money(shares.publicCents),
      privateShare: money(shares.privateCents),
      raised: money(shares.publicCents + shares.privateCents),
      conditionsNotMet: coInvestmentConditionsNotMet(shares).map((code) => codeOf(conditions, code)),
    };
  },
});
