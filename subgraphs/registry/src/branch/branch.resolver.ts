import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Address } from "../address/address.entity.js";
import { Contact } from "../contact/contact.entity.js";
import { Denomination } from "../denomination/denomination.entity.js";
import type { RegistryContext } from "../services.js";
import { RegisteredBranch } from "./branch.entity.js";

/** What the register knows of a branch. */
@Resolver(() => RegisteredBranch)
export class BranchResolver {
  @FieldResolver(() => [Denomination], { description: "Its names, in every language." })
  names(@Root() { id }: RegisteredBranch, @Ctx() { services }: RegistryContext): Promise<readonly Denomination[]> {
    return services.names.load(id);
  }

  @FieldResolver(() => Address, { description: "Where it is." })
  async address(@Root() { id }: RegisteredBranch, @Ctx() { services }: RegistryContext): Promise<Address | null> {
    return (await services.addresses.load(id))[0] ?? null;
  }

  @FieldResolver(() => [Contact], { description: "Its public contact points." })
  contacts(@Root() { id }: RegisteredBranch, @Ctx() { services }: RegistryContext): Promise<readonly Contact[]> {
    return services.contacts.load(id);
  }
}
