import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";

/** What would open a fact, an answer or a document. */
@ObjectType({
  description: "What would open a fact, an answer or a document: `grantSharing` of the person.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class IntakeGrantOffer {
  @Field(() => Code, { nullable: false, description: "The category to open." })
  category!: Code;

  @Field(() => AgencyReference, { nullable: false, description: "To which agency: yours." })
  toAgency!: AgencyReference;

  @Field(() => String, { nullable: false, description: "The mutation that does it: `grantSharing`." })
  mutation!: string;
}
