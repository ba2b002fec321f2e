import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineRows } from "@parcours/shared/row-reader";
import { RestartEnrolment } from "./restart-enrolment.entity.js";

/** Enrolments in the restart package, by id and person. */
export const restartEnrolments = defineRows<RestartEnrolment>({
  entity: RestartEnrolment,
  typeName: "RestartEnrolment",
  table: "restart_enrolment",
  complete: ({ agencyCode, occurredAt }) => ({ agency: agencyReference(agencyCode), enrolledAt: occurredAt }),
});
