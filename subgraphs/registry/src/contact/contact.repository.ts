import { EntityTable } from "../entity-rows.js";
import { Contact } from "./contact.entity.js";

/** Contact points by the entity they lead to. */
export const contacts = new EntityTable<Contact>(Contact, "contact", "fact.type_code, fact.value");
