import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";

/** What a row of an owner's log says of a look, whoever reads it. */
@ObjectType()
@Category("STRUCTURE")
export abstract class LoggedLook {
  @Field(() => ID, { nullable: false, description: "The row in the owner's log." })
  id!: string;

  @Field(() => GraphQLDateTime, { nullable: false, description: "When, UTC." })
  at!: Date;

  @Field(() => String, { nullable: false, description: "`READ` or `WRITE`." })
  action!: string;

  @Field(() => Code, { description: "Why, as who looked said." })
  purpose!: Code | null;

  @Field(() => String, { description: "The case or call that the look served." })
  caseReference!: string | null;

  @Field(() => [Code], { nullable: false, description: "What was served, by category." })
  categories!: Code[];

  @Field(() => [Code], { nullable: false, description: "What was asked and withheld, by category." })
  withheld!: Code[];

  @Field(() => String, { nullable: false, description: "`SERVED`, `PARTIAL`, `WITHHELD` or `ERROR`." })
  result!: string;

  @Field(() => Int, { nullable: false, description: "How many records were served." })
  records!: number;

  @Field(() => String, { nullable: false, description: "The subgraph whose log it is." })
  owner!: string;
}
