import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineHeldRows } from "../held-rows/held-row-reader.js";
import { TestPhase } from "./test-phase.entity.js";

/** Test phases, by id and person. */
export const testPhases = defineHeldRows<TestPhase>(TestPhase, "TestPhase", "test_phase", ({ agencyCode }) => ({
  host: agencyReference(agencyCode),
}));
