import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An enterprise, as financing knows one: by number. */
@ObjectType("Enterprise", { description: "An undertaking with an enterprise number." })
@Directive('@key(fields: "number")')
export class EnterpriseStub {
  @Field(() => ID, { nullable: false, description: "Enterprise number: ten digits without dots." })
  @Category("PUBLIC")
  number!: string;
}
