import { EntityTable } from "../entity-rows.js";
import { Address } from "./address.entity.js";

/** Addresses by the entity that is there. */
export const addresses = new EntityTable<Address>(Address, "address", "fact.type_code");
