import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An enterprise, known by its number. Whether the register knows it is the registry's to say. */
@ObjectType("Enterprise", { description: "An enterprise, known by its number. Facts come from the authentic register; help from the agencies." })
@Directive('@key(fields: "number")')
export class EnterpriseReference {
  @Field(() => ID, { nullable: false, description: "Enterprise number: ten digits without dots." })
  @Category("PUBLIC")
  number!: string;
}
