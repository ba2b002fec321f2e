import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Activity } from "../activity/activity.entity.js";
import { preferredActivities } from "../activity/preferred-activities.rules.js";
import { Address } from "../address/address.entity.js";
import { AnnualAccountsConnection, type AnnualAccounts } from "../annual-accounts/annual-accounts.entity.js";
import { RegisteredBranchConnection, type RegisteredBranch } from "../branch/branch.entity.js";
import { Contact } from "../contact/contact.entity.js";
import { Denomination } from "../denomination/denomination.entity.js";
import { EarlySignals, earlySignalsIn } from "../early-signals/early-signals.type.js";
import { EstablishmentConnection, type Establishment } from "../establishment/establishment.entity.js";
import { RegisterExtract } from "../extract/register-extract.entity.js";
import { keyPageAskedBy } from "../owned-pages.js";
import type { RegistryContext } from "../services.js";
import { displayNameOf } from "./display-name.rules.js";
import { Enterprise } from "./enterprise.entity.js";

/** What hangs on an enterprise in the register. */
@Resolver(() => Enterprise)
export class EnterpriseFactsResolver {
  @FieldResolver(() => String, {
    description: "Name to show: in the language, else in another, else the abbreviation.",
  })
  @Category("PUBLIC")
  async name(
    @Root() { number }: Enterprise,
    @Ctx() { services, request }: RegistryContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string | null> {
    return displayNameOf(await services.names.load(number), language ?? request.language);
  }

  @FieldResolver(() => [Denomination], { description: "Every name it has in the register." })
  @Category("PUBLIC")
  names(@Root() { number }: Enterprise, @Ctx() { services }: RegistryContext): Promise<readonly Denomination[]> {
    return services.names.load(number);
  }

  @FieldResolver(() => Address, {
    description: "Its seat; null for a natural person, who has addresses of establishments only.",
  })
  @Category("PUBLIC")
  async address(@Root() { number }: Enterprise, @Ctx() { services }: RegistryContext): Promise<Address | null> {
    return (await services.addresses.load(number)).find(({ typeCode }) => typeCode === "REGO") ?? null;
  }

  @FieldResolver(() => [Contact], { description: "Its public contact points." })
  @Category("PUBLIC")
  contacts(@Root() { number }: Enterprise, @Ctx() { services }: RegistryContext): Promise<readonly Contact[]> {
    return services.contacts.load(number);
  }

  @FieldResolver(() => [Activity], {
    description: "What it does; of each group in the newest version of NACE-BEL that the register gives.",
  })
  @Category("PUBLIC")
  async activities(@Root() { number }: Enterprise, @Ctx() { services }: RegistryContext): Promise<readonly Activity[]> {
    return preferredActivities(await services.activities.load(number));
  }

  @FieldResolver(() => EstablishmentConnection, { description: "Its establishment units, by number." })
  @Category("PUBLIC")
  establishments(
    @Root() { number }: Enterprise,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: RegistryContext,
  ): Promise<Page<Establishment>> {
    return services.establishments.of(number, keyPageAskedBy(page));
  }

  @FieldResolver(() => RegisteredBranchConnection, {
    description: "Its branches in Belgium, where it is a foreign enterprise.",
  })
  @Category("PUBLIC")
  branches(
    @Root() { number }: Enterprise,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: RegistryContext,
  ): Promise<Page<RegisteredBranch>> {
    return services.branches.of(number, keyPageAskedBy(page));
  }

  @FieldResolver(() => AnnualAccountsConnection, {
    description:
      "Its annual accounts, newest year first; none is normal for a young enterprise and for a natural person.",
  })
  @Category("PUBLIC")
  annualAccounts(
    @Root() { number }: Enterprise,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: RegistryContext,
  ): Promise<Page<AnnualAccounts>> {
    return services.annualAccounts.of(number, keyPageAskedBy(page));
  }

  @FieldResolver(() => EarlySignals, {
    description: "Signals of difficulty in its annual accounts, with the figures that raise them.",
  })
  @Category("EARLY_SIGNALS")
  async earlySignals(@Root() { number }: Enterprise, @Ctx() { services }: RegistryContext): Promise<EarlySignals> {
    return earlySignalsIn(await services.newestAccounts.load(number));
  }

  @FieldResolver(() => RegisterExtract, { description: "Where these facts come from, and of which day they are." })
  @Category("PUBLIC")
  registrySource(
    @Root() { source }: Enterprise,
    @Ctx() { services }: RegistryContext,
  ): Promise<RegisterExtract | null> | null {
    return source === null ? null : services.extracts.of(source);
  }
}
