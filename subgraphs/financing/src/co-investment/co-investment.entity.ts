import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { FinancingEntry } from "../holder/financing-entry.js";

/** Public money in an enterprise beside private money (S83, R49). */
@Entity()
@ObjectType({ description: "Public money put into an enterprise beside private money.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CoInvestment extends FinancingEntry {
  /** Euro cents. */
  @Column({ type: "bigint" })
  publicShareCents!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  privateShareCents!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Who invests the private share, in words." })
  @Category("SUPPORT_AMOUNT")
  privateInvestor!: string;

  @Field(() => Money, { description: "The public share: at most half of what is raised (R49)." })
  @Category("SUPPORT_AMOUNT")
  publicShare!: Money | null;

  @Field(() => Money, { description: "The private share." })
  @Category("SUPPORT_AMOUNT")
  privateShare!: Money | null;

  @Field(() => Money, { description: "What is raised in all: at least EUR 250,000 (R49)." })
  @Category("SUPPORT_AMOUNT")
  raised!: Money | null;

  @Field(() => [Code], { description: "The money rules that it does not fit; empty where it fits them all (R49)." })
  @Category("SUPPORT_AMOUNT")
  conditionsNotMet!: Code[];
}

/** A page of co-investments. */
export const CoInvestmentConnection = connectionOf(CoInvestment);
