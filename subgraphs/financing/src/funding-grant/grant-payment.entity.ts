import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** One payment of a grant: made, due or late (R55, R56). */
@Entity()
@ObjectType({ description: "One payment of a grant.", simpleResolvers: true })
@Category("STRUCTURE")
export class GrantPayment {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  grantId!: string;

  @Column({ type: "text" })
  kindCode!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  amountCents!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "The day by which it must be paid." })
  dueOn!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "The day it was paid; null while it is not." })
  paidOn!: string | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Money, { description: "How much." })
  amount!: Money | null;

  @Field(() => Code, { description: "What part of the grant it is: advance, instalment, balance." })
  kind!: Code;

  @Field(() => Code, { description: "`PAID`, `DUE` or `OVERDUE`, today." })
  status!: Code;

  @Field(() => Int, {
    description: "Days by which it was paid, or is still awaited, after it was due; 0 where it is not late.",
  })
  daysLate!: number;
}
