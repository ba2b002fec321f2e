import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";

/** How far the search for duplicates among all persons is (J17; decision 0019). */
@ObjectType({
  description: "How far the search for duplicates among all persons is. What it finds waits in `matchReviews`.",
  simpleResolvers: true,
})
export class MatchSweep {
  @Field(() => Int, { description: "The round under way, or the last one; 0 before the first." })
  @Category("MATCH_REVIEW")
  round!: number;

  @Field(() => GraphQLDateTime, { description: "When the round began; null before the first." })
  @Category("MATCH_REVIEW")
  beganAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When the round ended; null while it is under way." })
  @Category("MATCH_REVIEW")
  endedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When it goes on: the next page of the round, or the next round." })
  @Category("MATCH_REVIEW")
  dueAt!: Date;

  @Field(() => Int, { description: "Persons whose likes were looked for in the round." })
  @Category("MATCH_REVIEW")
  people!: number;

  @Field(() => Int, { description: "Doubts that the round opened." })
  @Category("MATCH_REVIEW")
  pairs!: number;
}
