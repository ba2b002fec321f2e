import { connectionOf } from "@parcours/shared/graphql/connection";
import { money, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { wasFiledLate } from "./filing.rules.js";

/** The accounts of one year, as filed with the Central Balance Sheet Office (S111). Amounts in the table are cents. */
@Entity({ name: "annual_accounts" })
@ObjectType({
  description: "The accounts of one year, as filed with the Central Balance Sheet Office.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class AnnualAccounts {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "text" })
  enterpriseNumber!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { nullable: false, description: "The year in which the financial year ends." })
  year!: number;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { nullable: false, description: "Last day of the financial year." })
  closedOn!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { nullable: false, description: "Day on which they were filed." })
  filedOn!: string;

  @Column({ name: "equity", type: "bigint", nullable: true })
  equityCents!: string | null;

  @Column({ name: "turnover", type: "bigint", nullable: true })
  turnoverCents!: string | null;

  @Column({ name: "result", type: "bigint", nullable: true })
  resultCents!: string | null;

  @Column({ name: "balance_total", type: "bigint", nullable: true })
  balanceTotalCents!: string | null;

  @Column({ type: "double precision", nullable: true })
  @Field(() => Float, { description: "Average number of staff in full-time equivalents." })
  staff!: number | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether they were filed later than seven months after the end of the financial year.",
  })
  get filedLate(): boolean {
    return wasFiledLate(this.closedOn, this.filedOn);
  }

  @Field(() => Money, { description: "Equity." })
  get equity(): Money | null {
    return money(this.equityCents);
  }

  @Field(() => Money, { description: "Turnover; null where the short form leaves it out." })
  get turnover(): Money | null {
    return money(this.turnoverCents);
  }

  @Field(() => Money, { description: "Result of the year: a loss is negative." })
  get result(): Money | null {
    return money(this.resultCents);
  }

  @Field(() => Money, { description: "Balance sheet total." })
  get balanceTotal(): Money | null {
    return money(this.balanceTotalCents);
  }
}

/** A page of annual accounts. */
export const AnnualAccountsConnection = connectionOf(AnnualAccounts, "newest year first");
