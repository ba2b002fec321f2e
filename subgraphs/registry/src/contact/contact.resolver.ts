import { Code } from "@parcours/shared/graphql/values";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../services.js";
import { Contact } from "./contact.entity.js";

/** The code of a contact point. */
@Resolver(() => Contact)
export class ContactResolver {
  @FieldResolver(() => Code, { description: "Telephone, e-mail, web address or fax (KBO ContactType)." })
  type(@Root() { typeCode }: Contact, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("ContactType", typeCode);
  }
}
