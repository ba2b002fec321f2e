import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { ProjectStub } from "../project/project.stub.js";

/**
 * A request to a financing body, whatever the instrument (S76 to S97). What others may know of it is that it was made and whether it is
 * open: its instrument may tell of difficulty, its end of a refusal (design section 4).
 */
@Entity()
@ObjectType({
  description:
    "A request to a financing body. Others see that it was made and whether it is open; the instrument, the amount and how it ended are the applicant's, the coach's and the deciding body's.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class FundingApplication extends Entry {
  @Field(() => EnterpriseStub, {
    description:
      "The enterprise it belongs to; null where it is the person's own, or where there is no enterprise yet.",
  })
  @Category("DOSSIER_HEADER")
  enterprise!: EnterpriseStub | null;

  @Column({ type: "uuid", nullable: true })
  projectId!: string | null;

  @Column({ type: "text" })
  instrumentCode!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  amountAskedCents!: string;

  @Column({ type: "text" })
  useCode!: string;

  @Column({ type: "text" })
  statusCode!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, { description: "Whether the applicant wants to know why, should it be refused (R13)." })
  @Category("APPLICATION_CONTENT")
  motivationRequested!: boolean;

  @Column({ type: "uuid", nullable: true })
  @Field(() => ID, {
    description: "Id of the coaching dossier that goes with it; null where there is none (R18, R25).",
  })
  @Category("APPLICATION_CONTENT")
  coachingDossierId!: string | null;

  @Column({ type: "uuid", nullable: true })
  besideApplicationId!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it ended, by decision or withdrawal; null while it is open." })
  @Category("DECISION")
  closedAt!: Date | null;

  @Field(() => Code, { description: "`OPEN` or `CLOSED`: every ended application is closed, whatever the outcome." })
  @Category("DOSSIER_HEADER")
  state!: Code;

  @Field(() => Code, {
    description: "Where exactly it stands: submitted, under analysis, granted, refused, withdrawn.",
  })
  @Category("DECISION")
  status!: Code;

  @Field(() => Code, {
    description:
      "What is asked for: a loan, an aid, a guarantee. Not shared, because some instruments tell of difficulty.",
  })
  @Category("APPLICATION_CONTENT")
  instrument!: Code;

  @Field(() => Money, { description: "How much is asked." })
  @Category("APPLICATION_CONTENT")
  amountAsked!: Money | null;

  @Field(() => Code, { description: "What the money is for. Paying off debts is not in the list (R24)." })
  @Category("APPLICATION_CONTENT")
  use!: Code;

  @Field(() => ProjectStub, { description: "The project it is for; null where none was named." })
  @Category("IDENTITY")
  project!: ProjectStub | null;
}

/** A page of applications. */
export const FundingApplicationConnection = connectionOf(FundingApplication);
