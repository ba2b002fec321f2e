import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { FinancingEntry } from "../holder/financing-entry.js";

/** A promise to a bank. It is not a financing decision and is never added to one (R22). */
@Entity()
@ObjectType({
  description: "A promise of the guarantee fund to a bank. Not a financing decision, and never added to one (R22).",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Guarantee extends FinancingEntry {
  @Column({ type: "text" })
  guaranteeKindCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "The bank that lends and asked for the guarantee (R54)." })
  @Category("SUPPORT_AMOUNT")
  bankName!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  bankLoanCents!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Share of the bank's loan that is guaranteed, in whole per cents." })
  @Category("SUPPORT_AMOUNT")
  coveragePercent!: number;

  /** Euro cents. */
  @Column({ type: "bigint" })
  guaranteedCents!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  contributionCents!: string;

  @Column({ type: "uuid", nullable: true })
  forGrantId!: string | null;

  @Field(() => Code, {
    description: "What the guarantee is for: classic, green, bridging a subsidy, a public contract, a portfolio.",
  })
  @Category("SUPPORT_GRANTED")
  guaranteeKind!: Code;

  @Field(() => Money, { description: "The bank's loan." })
  @Category("SUPPORT_AMOUNT")
  bankLoan!: Money | null;

  @Field(() => Money, { description: "The guaranteed part of the bank's loan." })
  @Category("SUPPORT_AMOUNT")
  guaranteed!: Money | null;

  @Field(() => Money, { description: "The one-off flat contribution of the enterprise (R54)." })
  @Category("SUPPORT_AMOUNT")
  contribution!: Money | null;
}

/** A page of guarantees. */
export const GuaranteeConnection = connectionOf(Guarantee);
