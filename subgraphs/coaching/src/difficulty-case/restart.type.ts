import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

/** One of the three steps of a restart: its document, and the day it was ready. */
@ObjectType({
  description: "One step of a restart: a diagnosis or a plan, and the day it was ready.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class RestartStep {
  @Field(() => Code, { nullable: false, description: "Which step it is." })
  step!: Code;

  @Field(() => GraphQLDate, { description: "Day its document was ready; null while it is not." })
  doneOn!: string | null;
}

/** Where a restart stands. */
@ObjectType({ description: "Where the restart of an entrepreneur stands.", simpleResolvers: true })
@Category("STRUCTURE")
export class Restart {
  @Field(() => [RestartStep], {
    nullable: false,
    description: "Diagnosis, restart business plan, restart financing plan, in this order.",
  })
  steps!: RestartStep[];

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether all three are ready, so that a restart credit may be asked for.",
  })
  readyForCredit!: boolean;
}
