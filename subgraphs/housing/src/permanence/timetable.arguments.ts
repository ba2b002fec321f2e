import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { brusselsDate } from "@parcours/shared/periods";
import { GraphQLDate } from "graphql-scalars";
import { ArgsType, Field } from "type-graphql";

/** `from`, `first` and `after`. */
@ArgsType()
export class TimetableArguments extends ConnectionArguments {
  @Field(() => GraphQLDate, { description: "The first day of interest; today in Brussels where it is not given." })
  from?: Date | null;
}

/** The first day of interest, `YYYY-MM-DD`. */
export function dayAskedBy({ from }: TimetableArguments): string {
  return from ? from.toISOString().slice(0, 10) : brusselsDate(new Date());
}
