import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An enterprise, as this subgraph knows one: by number. */
@ObjectType("Enterprise", { description: "An enterprise of the register." })
@Directive('@key(fields: "number")')
export class EnterpriseStub {
  @Field(() => ID, { nullable: false, description: "Enterprise number: ten digits, first 0 or 1." })
  @Category("PUBLIC")
  number!: string;
}

/** The enterprise that a row names; null where it names none. */
export function enterpriseNamed(number: string | null): EnterpriseStub | null {
  return number === null ? null : { number };
}
