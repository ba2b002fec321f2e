import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** The project, as the single desk refers to one: the key. */
@ObjectType("Project", { description: "An idea that a person works on, with or without an enterprise number." })
@Directive('@key(fields: "id")')
export class DeskProject {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  @Category("PUBLIC")
  id!: string;
}
