import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { FinancingEntry } from "../holder/financing-entry.js";

/** An award of state aid, of the European register or of a body's own ledger (reference 4.1, 5.8). */
@Entity()
@ObjectType({
  description: "An award of state aid to an enterprise. It is one act: it has a day, and neither runs nor ends.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class StateAidAward extends FinancingEntry {
  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "Reference of the award in the European register; null where it is not published there.",
  })
  @Category("SUPPORT_GRANTED")
  reference!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Number of the state-aid measure: SA.35533." })
  @Category("SUPPORT_GRANTED")
  measureNumber!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Title of the measure, as published." })
  @Category("SUPPORT_GRANTED")
  measureTitle!: string | null;

  @Column({ type: "text", nullable: true })
  regimeCode!: string | null;

  @Column({ type: "text", nullable: true })
  instrumentCode!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "The form of the aid in the register's words, in English; null where it is not published there.",
  })
  @Category("SUPPORT_GRANTED")
  instrumentAsPublished!: string | null;

  @Column({ type: "text", nullable: true })
  objectiveCode!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "What the aid is for in the register's words, in English; null where it is not published there.",
  })
  @Category("SUPPORT_GRANTED")
  objectiveAsPublished!: string | null;

  /** Euro cents. */
  @Column({ type: "bigint", nullable: true })
  nominalCents!: string | null;

  /** Euro cents. */
  @Column({ type: "bigint", nullable: true })
  aidElementCents!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What the register says where it gives no exact amount: `< 500,000` (EUR)." })
  @Category("SUPPORT_AMOUNT")
  amountNote!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "The day it was published; null where it is not." })
  @Category("SUPPORT_GRANTED")
  publishedOn!: string | null;

  @Column({ type: "uuid", nullable: true })
  forGrantId!: string | null;

  @Column({ type: "uuid", nullable: true })
  forGuaranteeId!: string | null;

  @Field(() => Code, { description: "Under which European rules it was given; null where the source does not say." })
  @Category("SUPPORT_GRANTED")
  regime!: Code | null;

  @Field(() => Code, {
    description: "The form of the aid: direct grant, loan; null where the register uses words we do not know.",
  })
  @Category("SUPPORT_GRANTED")
  instrument!: Code | null;

  @Field(() => Code, { description: "What the aid is for; null where the register uses words we do not know." })
  @Category("SUPPORT_GRANTED")
  objective!: Code | null;

  @Field(() => Money, { description: "Nominal amount; null where the register does not give it." })
  @Category("SUPPORT_AMOUNT")
  nominalAmount!: Money | null;

  @Field(() => Money, { description: "The aid in it (gross grant equivalent); null where only a range is published." })
  @Category("SUPPORT_AMOUNT")
  aidElement!: Money | null;
}

/** A page of awards. */
export const StateAidAwardConnection = connectionOf(StateAidAward);
