import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { Code } from "@parcours/shared/graphql/values";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../services.js";
import { Address } from "./address.entity.js";

/** The parts of an address that have two languages. */
@Resolver(() => Address)
export class AddressResolver {
  @FieldResolver(() => Code, { description: "Seat, establishment unit or branch (KBO TypeOfAddress)." })
  type(@Root() { typeCode }: Address, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("TypeOfAddress", typeCode);
  }

  @FieldResolver(() => String, { description: "Street." })
  street(
    @Root() { streetFr, streetNl }: Address,
    @Ctx() { request }: RegistryContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: streetFr, nl: streetNl }, language, request);
  }

  @FieldResolver(() => String, { description: "Municipality." })
  municipality(
    @Root() { municipalityFr, municipalityNl }: Address,
    @Ctx() { request }: RegistryContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: municipalityFr, nl: municipalityNl }, language, request);
  }

  @FieldResolver(() => String, { description: "Country; null in Belgium." })
  country(
    @Root() { countryFr, countryNl }: Address,
    @Ctx() { request }: RegistryContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn({ fr: countryFr, nl: countryNl }, language, request);
  }
}
