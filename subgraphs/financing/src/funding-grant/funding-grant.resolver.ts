import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { Money, money } from "@parcours/shared/graphql/values";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { FinancingContext } from "../services.js";
import { FundingGrant } from "./funding-grant.entity.js";
import { GrantPayment } from "./grant-payment.entity.js";
import { paymentSums, type PaymentSums } from "./grant-payment.rules.js";

/** Grants in the graph. */
@Resolver(() => FundingGrant)
export class FundingGrantResolver {
  @Query(() => FundingGrant, { description: "One grant; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  fundingGrant(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the grant." }) id: string,
    @Ctx() { services }: FinancingContext,
  ): Promise<object> {
    return services.fundingGrants.reference({ id });
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: the kind of help." })
  @Category("SUPPORT_GRANTED")
  label(
    @Root() { kind }: FundingGrant,
    @Ctx() { request }: FinancingContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(kind.labels, language, request);
  }

  @FieldResolver(() => [GrantPayment], { description: "Its payments, in the order in which they fall due." })
  @Category("SUPPORT_AMOUNT")
  payments(@Root() { id }: FundingGrant, @Ctx() { services }: FinancingContext): Promise<GrantPayment[]> {
    return services.payments.load(id);
  }

  @FieldResolver(() => Money, { description: "How much of it is paid, advances included (R55)." })
  @Category("SUPPORT_AMOUNT")
  async paid(@Root() grant: FundingGrant, @Ctx() { services }: FinancingContext): Promise<Money | null> {
    return money((await sumsOf(grant, services)).paid);
  }

  @FieldResolver(() => Money, { description: "How much of what is paid was an advance (R55)." })
  @Category("SUPPORT_AMOUNT")
  async advance(@Root() grant: FundingGrant, @Ctx() { services }: FinancingContext): Promise<Money | null> {
    return money((await sumsOf(grant, services)).advance);
  }

  @FieldResolver(() => Money, { description: "How much of it the agency still has to pay out (R55)." })
  @Category("SUPPORT_AMOUNT")
  async toBePaid(@Root() grant: FundingGrant, @Ctx() { services }: FinancingContext): Promise<Money | null> {
    return money((await sumsOf(grant, services)).toBePaid);
  }
}

async function sumsOf({ id }: FundingGrant, services: FinancingContext["services"]): Promise<PaymentSums> {
  const payments = await services.payments.load(id);
  return paymentSums(
    payments.map(({ kindCode, dueOn, paidOn, amountCents }) => ({
      kindCode,
      dueOn,
      paidOn,
      cents: BigInt(amountCents),
    })),
  );
}
