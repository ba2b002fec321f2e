import { defineSubgraph } from "@parcours/shared/subgraph";
import { Activity } from "./activity/activity.entity.js";
import { ActivityResolver } from "./activity/activity.resolver.js";
import { Address } from "./address/address.entity.js";
import { AddressResolver } from "./address/address.resolver.js";
import { AnnualAccounts } from "./annual-accounts/annual-accounts.entity.js";
import { RegisteredBranch } from "./branch/branch.entity.js";
import { BranchResolver } from "./branch/branch.resolver.js";
import { RegisterCode } from "./code/register-code.entity.js";
import { Contact } from "./contact/contact.entity.js";
import { ContactResolver } from "./contact/contact.resolver.js";
import { Denomination } from "./denomination/denomination.entity.js";
import { DenominationResolver } from "./denomination/denomination.resolver.js";
import { EnterpriseFactsResolver } from "./enterprise/enterprise-facts.resolver.js";
import { Enterprise } from "./enterprise/enterprise.entity.js";
import { EnterpriseResolver } from "./enterprise/enterprise.resolver.js";
import { Establishment } from "./establishment/establishment.entity.js";
import { EstablishmentResolver } from "./establishment/establishment.resolver.js";
import { RegisterExtract } from "./extract/register-extract.entity.js";
import { RegisterExtractResolver } from "./extract/register-extract.resolver.js";
import { facts } from "./facts/facts.js";
import { manifest } from "./manifest.js";
import { createRegister } from "./migrations/0010-create-register.js";
import { createAnnualAccounts } from "./migrations/0011-create-annual-accounts.js";
import { retention } from "./retention.js";
import { registryServices, type RegistryServices } from "./services.js";

/** The authentic sources: read only; what they say of an enterprise is said by nobody else. */
export const definition = defineSubgraph<RegistryServices>({
  name: "registry",
  manifest,
  entities: [
    RegisterExtract,
    RegisterCode,
    Enterprise,
    Establishment,
    RegisteredBranch,
    Denomination,
    Address,
    Contact,
    Activity,
    AnnualAccounts,
  ],
  migrations: [createRegister, createAnnualAccounts],
  resolvers: [
    EnterpriseResolver,
    EnterpriseFactsResolver,
    EstablishmentResolver,
    BranchResolver,
    DenominationResolver,
    AddressResolver,
    ContactResolver,
    ActivityResolver,
    RegisterExtractResolver,
  ],
  references: { Enterprise: (services, { number = "" }) => services.enterprises.byNumber(number) },
  retention,
  facts,
  services: registryServices,
});
