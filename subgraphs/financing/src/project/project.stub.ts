import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A project of an entrepreneur, which coaching owns and to which financing contributes its applications. */
@ObjectType("Project", {
  description: "What an entrepreneur means to undertake, with or without an enterprise number.",
})
@Directive('@key(fields: "id")')
export class ProjectStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  @Category("PUBLIC")
  id!: string;
}
