import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A project, as the front door knows one: by id, for the documents that were given for it. */
@ObjectType("Project", {
  description: "An idea that a person works on, with or without an enterprise number.",
})
@Directive('@key(fields: "id")')
export class ProjectStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  @Category("PUBLIC")
  id!: string;
}
