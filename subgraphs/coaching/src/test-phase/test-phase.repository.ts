import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineRows } from "@parcours/shared/row-reader";
import { TestPhase } from "./test-phase.entity.js";

/** Test phases, by id and person. */
export const testPhases = defineRows<TestPhase>({
  entity: TestPhase,
  typeName: "TestPhase",
  table: "test_phase",
  complete: ({ agencyCode }) => ({ host: agencyReference(agencyCode) }),
});
