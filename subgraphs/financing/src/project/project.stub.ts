import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A project of an entrepreneur, which coaching owns and an application only refers to. */
@ObjectType("Project", {
  description: "What an entrepreneur means to undertake, with or without an enterprise number.",
})
@Directive('@key(fields: "id", resolvable: false)')
export class ProjectStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  @Category("PUBLIC")
  id!: string;
}
