import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { HousingContext } from "../services.js";
import { SatisfactionResult, SatisfactionResultConnection } from "./satisfaction-result.type.js";

/** The satisfaction survey in the graph. */
@Resolver(() => SatisfactionResult)
export class SatisfactionResolver {
  @Query(() => SatisfactionResultConnection, {
    description:
      "What entrepreneurs thought of an agency, quarter by quarter. Quarters that have not ended, or with fewer than 5 answers, are left out.",
  })
  @Category("PUBLIC")
  satisfaction(
    @Arg("agency", () => ID, { nullable: false, description: "Code of the agency that was asked about, of any pole." })
    agency: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<SatisfactionResult>> {
    return services.satisfaction.about(agency, pageAskedBy(page));
  }
}
