import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { ArgsType, Field } from "type-graphql";

/** What to look for in the register. */
@ArgsType()
export class RegistrySearchArguments extends ConnectionArguments {
  @Field(() => String, {
    description: "Beginnings of words of a name, in any order, with or without accents: `brass ixell`.",
  })
  name?: string | null;

  @Field(() => String, {
    description: "First digits of the enterprise number, four or more, with or without dots: `0202.239`.",
  })
  numberPrefix?: string | null;
}
