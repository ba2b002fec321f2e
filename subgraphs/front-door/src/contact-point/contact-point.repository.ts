import { ActTable } from "../acts/person-pages.js";
import { PersonTable } from "../person-list.js";
import { ContactPoint } from "./contact-point.entity.js";

/** Contact points by person, at a glance. */
export const contactPoints = new PersonTable<ContactPoint>(ContactPoint, "contact_point", 50);

/** All of them, page by page. */
export const contactPages = new ActTable<ContactPoint>(ContactPoint, "contact_point", "since", (row) => row, {
  isDay: true,
});
