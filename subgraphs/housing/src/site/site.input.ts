import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { ArgsType, Field, ID, InputType } from "type-graphql";

/** Which sites to list. What is not given does not narrow. */
@InputType({ description: "Which sites to list. What is not given does not narrow." })
export class SiteFilter {
  @Field(() => [String], {
    description: "Codes of kinds: INCUBATOR, BUSINESS_CENTRE, COWORKING, BUSINESS_PARK, FAB_LAB.",
  })
  kinds?: string[] | null;

  @Field(() => [ID], { description: "Codes of the agencies that answer for them." })
  operators?: string[] | null;

  @Field(() => [String], { description: "NIS codes of municipalities, five digits." })
  nisCodes?: string[] | null;

  @Field(() => Boolean, { description: "Only those that are, or are not, fit for the young." })
  youthFriendly?: boolean | null;
}

/** `filter`, `first` and `after`. */
@ArgsType()
export class SitesArguments extends ConnectionArguments {
  @Field(() => SiteFilter, { description: "Which sites to list." })
  filter?: SiteFilter | null;
}
