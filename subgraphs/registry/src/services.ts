import type { Loader } from "@parcours/shared/batching";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import type { Activity } from "./activity/activity.entity.js";
import { activities } from "./activity/activity.repository.js";
import type { Address } from "./address/address.entity.js";
import { addresses } from "./address/address.repository.js";
import type { AnnualAccounts } from "./annual-accounts/annual-accounts.entity.js";
import { annualAccountsPages, newestAccounts } from "./annual-accounts/annual-accounts.repository.js";
import type { RegisteredBranch } from "./branch/branch.entity.js";
import { branches } from "./branch/branch.repository.js";
import { RegisterCodes } from "./code/register-code.repository.js";
import type { Contact } from "./contact/contact.entity.js";
import { contacts } from "./contact/contact.repository.js";
import type { Denomination } from "./denomination/denomination.entity.js";
import { denominations } from "./denomination/denomination.repository.js";
import { Enterprises } from "./enterprise/enterprise.service.js";
import type { Establishment } from "./establishment/establishment.entity.js";
import { establishments } from "./establishment/establishment.repository.js";
import { RegisterExtracts } from "./extract/register-extract.repository.js";
import { OwnedPages } from "./owned-pages.js";

/** What registry's resolvers work with. */
export interface RegistryServices {
  readonly enterprises: Enterprises;
  readonly codes: RegisterCodes;
  /** By entity number: an enterprise's, an establishment's or a branch's. */
  readonly names: Loader<string, readonly Denomination[]>;
  readonly addresses: Loader<string, readonly Address[]>;
  readonly contacts: Loader<string, readonly Contact[]>;
  readonly activities: Loader<string, readonly Activity[]>;
  /** By enterprise number. */
  readonly establishments: OwnedPages<Establishment>;
  readonly branches: OwnedPages<RegisteredBranch>;
  readonly annualAccounts: OwnedPages<AnnualAccounts>;
  readonly newestAccounts: Loader<string, readonly AnnualAccounts[]>;
  readonly extracts: RegisterExtracts;
}

/** The context of registry's resolvers. */
export type RegistryContext = Context<RegistryServices>;

/** Wires registry's services for one request. */
export function registryServices({ database }: ServiceScope): RegistryServices {
  return {
    enterprises: new Enterprises(database),
    codes: new RegisterCodes(database),
    names: denominations.reader(database),
    addresses: addresses.reader(database),
    contacts: contacts.reader(database),
    activities: activities.reader(database),
    establishments: new OwnedPages(establishments, database),
    branches: new OwnedPages(branches, database),
    annualAccounts: annualAccountsPages(database),
    newestAccounts: newestAccounts(database),
    extracts: new RegisterExtracts(database),
  };
}
