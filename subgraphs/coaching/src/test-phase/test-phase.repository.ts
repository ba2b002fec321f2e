import { agencyReference } from "@parcours/shared/graphql/entities";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { defineRows } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { TestPhase } from "./test-phase.entity.js";

/** Test phases, by id and person. */
export const testPhases = defineRows<TestPhase>({
  entity: TestPhase,
  typeName: "TestPhase",
  table: "test_phase",
  complete: ({ agencyCode }) => ({ host: agencyReference(agencyCode) }),
});

const phasesByProject = new RowList<TestPhase>(TestPhase, "test_phase", "projectId");

/** Pages of the tests of projects, for one request. */
export function testPhasesOfProjects({ database }: ServiceScope): PageLoaders<TestPhase> {
  return new PageLoaders((ids, page) => phasesByProject.pages(database, ids, page), testPhases.complete);
}
