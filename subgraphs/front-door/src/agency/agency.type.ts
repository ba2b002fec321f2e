import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An agency in the graph: a code, and what the front door knows of it. */
@ObjectType("Agency", {
  description: "A body that helps entrepreneurs. It is known by its code through every merger; names change.",
})
@Directive('@key(fields: "code")')
export class AgencyType {
  @Field(() => ID, { nullable: false, description: "The agency's code: `INNOVIRIS`. It never changes; names do." })
  @Category("PUBLIC")
  code!: string;
}
