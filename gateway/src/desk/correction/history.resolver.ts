import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { FactHistory } from "./history.type.js";

/** The arguments of `factHistory`: the one key that the coordinate begins with, and the page. */
@ArgsType()
export class FactHistoryArguments extends ConnectionArguments {
  @Field(() => ID, { description: "UUIDv4 of the person whose fact it is." })
  entrepreneurId?: string | null;

  @Field(() => String, { description: "Number, in any notation, of the enterprise whose fact it is." })
  enterpriseNumber?: string | null;

  @Field(() => ID, { description: "UUIDv4 of the project whose fact it is." })
  projectId?: string | null;
}

/** What facts were, in the graph. */
@Resolver()
export class FactHistoryResolver {
  @Query(() => FactHistory, {
    description:
      "A fact with its owner, author agencies, days, forms and sources, and all it was before. Who reads the fact today reads its history; a register's fact has the day whose state it shows. Errors: FACT_UNKNOWN, FACT_HOLDER_REQUIRED, NOT_SHARED, PAGE_SIZE_INVALID, CURSOR_INVALID.",
  })
  @Category("DISPUTE")
  factHistory(
    @Arg("coordinate", () => ID, { nullable: false, description: "The fact: `Entrepreneur.familyName`." })
    coordinate: string,
    @Args(() => FactHistoryArguments) asked: FactHistoryArguments,
    @Ctx() { services, request }: DeskContext,
  ): Promise<FactHistory> {
    return services.factHistories.of(coordinate, asked, { page: pageAskedBy(asked), request });
  }
}
