import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * What a financing body decided on an application: a table of its own, so that who may not see the decision does not even make us read it.
 * It leads to what was granted; what was granted does not lead back (design section 4).
 */
@Entity()
@ObjectType({ description: "What a financing body decided on an application.", simpleResolvers: true })
@Category("STRUCTURE")
export class FundingDecision {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  applicationId!: string;

  @Column({ type: "text" })
  outcomeCode!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { description: "When it was decided." })
  decidedAt!: Date;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description:
      "Why it was refused, in the body's words, so that a later application may be better (R15); null where none was given.",
  })
  motivation!: string | null;

  /** Whether coaching coached the applicant, or had recently; null where it did not answer when the decision was recorded. */
  @Column({ type: "boolean", nullable: true })
  applicantCoached!: boolean | null;

  @Column({ type: "uuid", nullable: true })
  grantId!: string | null;

  @Column({ type: "uuid", nullable: true })
  guaranteeId!: string | null;

  @Column({ type: "uuid", nullable: true })
  coInvestmentId!: string | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => Code, { description: "`GRANTED`, `PARTLY_GRANTED` or `REFUSED`." })
  outcome!: Code;

  @Field(() => Code, {
    description:
      "How thoroughly the refusal must be motivated: thoroughly where the applicant is coached (R14), on request for others (R13).",
  })
  motivationLevel!: Code;

  @Field(() => Boolean, { description: "Whether a motivation is owed and not given yet (R13, R14)." })
  motivationDue!: boolean;
}
