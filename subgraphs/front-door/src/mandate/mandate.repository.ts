import { codeOf } from "@parcours/shared/graphql/code";
import { mandateRoles } from "../labels/mandate-roles.js";
import { PersonTable } from "../person-list.js";
import { Mandate } from "./mandate.entity.js";

/** Mandates by person. An accountant may act for hundreds of enterprises; a hundred are shown. */
export const mandates = new PersonTable<Mandate>(Mandate, "mandate", 100, (row) =>
  Object.assign(row, { enterprise: { number: row.enterpriseNumber }, role: codeOf(mandateRoles, row.roleCode) }),
);
