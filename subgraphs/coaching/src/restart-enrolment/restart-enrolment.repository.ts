import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineHeldRows } from "../held-rows/held-row-reader.js";
import { RestartEnrolment } from "./restart-enrolment.entity.js";

/** Enrolments in the restart package, by id and person. */
export const restartEnrolments = defineHeldRows<RestartEnrolment>(
  RestartEnrolment,
  "RestartEnrolment",
  "restart_enrolment",
  ({ agencyCode, occurredAt }) => ({ agency: agencyReference(agencyCode), enrolledAt: occurredAt }),
);
