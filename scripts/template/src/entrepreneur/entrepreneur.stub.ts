import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An entrepreneur, as this subgraph knows one: by id. */
@ObjectType("Entrepreneur", { description: "A person who undertakes, or means to." })
@Directive('@key(fields: "id")')
export class EntrepreneurStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person." })
  @Category("PUBLIC")
  id!: string;
}
