import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { RowOfHolder } from "@parcours/shared/graphql/entry";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/**
 * A request to the credit mediator (S90). It tells of difficulty, so it is no entry of the directory, has no reference from outside, and
 * is found in this section only, by whom its category lets in (design section 4).
 */
@Entity()
@ObjectType({
  description: "A request to the credit mediator. Restricted: neither timeline nor presence tells of it.",
  simpleResolvers: true,
})
export class CreditMediation extends RowOfHolder {
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it ended; null while it is open." })
  @Category("DIFFICULTY_CASE")
  closedAt!: Date | null;

  @Column({ type: "text" })
  statusCode!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  creditCents!: string;

  @Field(() => GraphQLDateTime, { description: "When the mediator was asked." })
  @Category("DIFFICULTY_CASE")
  openedAt!: Date;

  @Field(() => AgencyReference, { description: "The body that mediates." })
  @Category("DIFFICULTY_CASE")
  agency!: AgencyReference;

  @Field(() => Code, { description: "Where it stands." })
  @Category("DIFFICULTY_CASE")
  status!: Code;

  @Field(() => Money, { description: "The credit that is argued about." })
  @Category("DIFFICULTY_CASE")
  credit!: Money | null;
}

/** A page of requests. */
export const CreditMediationConnection = connectionOf(CreditMediation);
