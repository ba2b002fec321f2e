/** The way to a restart credit (S53, S60; D4:1185-1204; J11). */
import { restartSteps } from "../labels/restart-steps.js";

/** When each step was done, `YYYY-MM-DD`; null where it was not yet. */
export interface RestartDates {
  readonly diagnosisOn: string | null;
  readonly businessPlanOn: string | null;
  readonly financingPlanOn: string | null;
}

/** One step, and when it was done. */
export interface RestartStepDone {
  readonly code: string;
  readonly doneOn: string | null;
}

/** The three steps in order, each with its day. */
export function stepsOf({ diagnosisOn, businessPlanOn, financingPlanOn }: RestartDates): readonly RestartStepDone[] {
  const days: Readonly<Record<string, string | null>> = {
    DIAGNOSIS: diagnosisOn,
    BUSINESS_PLAN: businessPlanOn,
    FINANCING_PLAN: financingPlanOn,
  };
  return Object.keys(restartSteps).map((code) => ({ code, doneOn: days[code] ?? null }));
}

/** Whether somebody has begun to restart: without a single step there is no restart to speak of. */
export function restartHasBegun(dates: RestartDates): boolean {
  return stepsOf(dates).some(({ doneOn }) => doneOn !== null);
}

/** Whether a restart credit may be asked for: all three steps must be complete before (J11). */
export function restartStepsAreComplete(dates: RestartDates): boolean {
  return stepsOf(dates).every(({ doneOn }) => doneOn !== null);
}
