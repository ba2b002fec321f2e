import { Code } from "@parcours/shared/graphql/values";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../services.js";
import { Denomination } from "./denomination.entity.js";

/** The codes of a name. */
@Resolver(() => Denomination)
export class DenominationResolver {
  @FieldResolver(() => Code, {
    description: "Name, abbreviation, commercial name or branch name (KBO TypeOfDenomination).",
  })
  type(@Root() { typeCode }: Denomination, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("TypeOfDenomination", typeCode);
  }

  @FieldResolver(() => Code, {
    description: "Language of the name (KBO Language: 0 unknown, 1 French, 2 Dutch, 3 German, 4 English).",
  })
  language(@Root() { languageCode }: Denomination, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("Language", languageCode);
  }
}
