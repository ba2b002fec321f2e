import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Activity } from "../activity/activity.entity.js";
import { preferredActivities } from "../activity/preferred-activities.rules.js";
import { Address } from "../address/address.entity.js";
import { Contact } from "../contact/contact.entity.js";
import { Denomination } from "../denomination/denomination.entity.js";
import { establishmentNameOf } from "../enterprise/display-name.rules.js";
import type { RegistryContext } from "../services.js";
import { Establishment } from "./establishment.entity.js";

/** What the register knows of an establishment. */
@Resolver(() => Establishment)
export class EstablishmentResolver {
  @FieldResolver(() => String, {
    description: "Name to show: its commercial name in the language, else the enterprise's name.",
  })
  async name(
    @Root() { number, enterpriseNumber }: Establishment,
    @Ctx() { services, request }: RegistryContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string | null> {
    const [own, enterprise] = await Promise.all([services.names.load(number), services.names.load(enterpriseNumber)]);
    return establishmentNameOf(own, enterprise, language ?? request.language);
  }

  @FieldResolver(() => [Denomination], { description: "Its own names, in every language." })
  names(@Root() { number }: Establishment, @Ctx() { services }: RegistryContext): Promise<readonly Denomination[]> {
    return services.names.load(number);
  }

  @FieldResolver(() => Address, { description: "Where it is." })
  async address(@Root() { number }: Establishment, @Ctx() { services }: RegistryContext): Promise<Address | null> {
    const known = await services.addresses.load(number);
    return known.find(({ typeCode }) => typeCode === "BAET") ?? known[0] ?? null;
  }

  @FieldResolver(() => [Activity], {
    description: "What it does; of each group in the newest version of NACE-BEL that the register gives.",
  })
  async activities(
    @Root() { number }: Establishment,
    @Ctx() { services }: RegistryContext,
  ): Promise<readonly Activity[]> {
    return preferredActivities(await services.activities.load(number));
  }

  @FieldResolver(() => [Contact], { description: "Its public contact points." })
  contacts(@Root() { number }: Establishment, @Ctx() { services }: RegistryContext): Promise<readonly Contact[]> {
    return services.contacts.load(number);
  }
}
