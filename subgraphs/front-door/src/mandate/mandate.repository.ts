import { codeOf } from "@parcours/shared/graphql/code";
import { ActTable } from "../acts/person-pages.js";
import { mandateRoles } from "../labels/mandate-roles.js";
import { PersonTable } from "../person-list.js";
import { Mandate } from "./mandate.entity.js";

const complete = (row: Mandate): Mandate =>
  Object.assign(row, { enterprise: { number: row.enterpriseNumber }, role: codeOf(mandateRoles, row.roleCode) });

/** Mandates by person, at a glance. An accountant may act for hundreds of enterprises; a hundred are shown. */
export const mandates = new PersonTable<Mandate>(Mandate, "mandate", 100, complete);

/** All of them, page by page: an index leads to the person's, which are few enough to sort. */
export const mandatePages = new ActTable<Mandate>(Mandate, "mandate", "since", complete, { isDay: true });
