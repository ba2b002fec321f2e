import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { defineRows } from "@parcours/shared/row-reader";
import { caseOrigins, caseOutcomes, caseSeverities, caseStatuses } from "../labels/difficulty-cases.js";
import { difficultyCauses } from "../labels/difficulty-causes.js";
import { helperTypes } from "../labels/helper-types.js";
import { restartSteps } from "../labels/restart-steps.js";
import { DifficultyCase } from "./difficulty-case.entity.js";
import { restartHasBegun, restartStepsAreComplete, stepsOf } from "./difficulty-case.rules.js";
import type { Restart } from "./restart.type.js";

/** Difficulty cases, by id and person. */
export const difficultyCases = defineRows<DifficultyCase>({
  entity: DifficultyCase,
  typeName: "DifficultyCase",
  table: "difficulty_case",
  complete: (row) => ({
    agency: agencyReference(row.agencyCode),
    receivedAt: row.occurredAt,
    origin: codeOf(caseOrigins, row.originCode),
    causes: row.causeCodes.map((code) => codeOf(difficultyCauses, code)),
    helpers: row.helperCodes.map((code) => codeOf(helperTypes, code)),
    severity: codeOf(caseSeverities, row.severityCode),
    status: codeOf(caseStatuses, row.statusCode),
    outcome: codeOf(caseOutcomes, row.outcomeCode),
    restart: restartOf(row),
  }),
});

function restartOf(row: DifficultyCase): Restart | null {
  if (!restartHasBegun(row)) return null;
  return {
    steps: stepsOf(row).map(({ code, doneOn }) => ({ step: codeOf(restartSteps, code), doneOn })),
    readyForCredit: restartStepsAreComplete(row),
  };
}
