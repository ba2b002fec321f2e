import { PersonTable } from "../person-list.js";
import { ContactPoint } from "./contact-point.entity.js";

/** Contact points by person. */
export const contactPoints = new PersonTable<ContactPoint>(ContactPoint, "contact_point", 50);
