import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An enterprise, as housing knows one: by number. */
@ObjectType("Enterprise", { description: "An enterprise, known by its number." })
@Directive('@key(fields: "number")')
export class EnterpriseStub {
  @Field(() => ID, { nullable: false, description: "Ten digits, without dots." })
  @Category("PUBLIC")
  number!: string;
}
