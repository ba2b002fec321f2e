import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";

/** What entrepreneurs thought of an agency in one quarter (S104, R63, J08): a count and a mean, never an answer. */
@ObjectType({
  description: "What entrepreneurs thought of an agency in one quarter: a count and a mean, never an answer.",
  simpleResolvers: true,
})
export class SatisfactionResult {
  agencyCode!: string;

  @Field(() => AgencyReference, { description: "The agency that was asked about." })
  @Category("PUBLIC")
  agency!: AgencyReference;

  @Field(() => GraphQLDate, { description: "First day of the quarter." })
  @Category("PUBLIC")
  quarter!: string;

  @Field(() => Int, { description: "How many answered; 5 at least." })
  @Category("PUBLIC")
  answers!: number;

  @Field(() => Float, { description: "Mean score, from 1 (bad) to 5 (good), with one decimal." })
  @Category("PUBLIC")
  averageScore!: number;

  @Field(() => [String], {
    description: "What they suggested, in alphabetical order, 100 at most: what is written may tell who wrote it.",
  })
  @Category("SURVEY_SUGGESTION")
  suggestions!: readonly string[];
}

/** A page of results. */
export const SatisfactionResultConnection = connectionOf(SatisfactionResult, "last quarter first");
