import { restartHasBegun, restartStepsAreComplete, stepsOf } from "./difficulty-case.rules.js";

const [one, two, three] = ["2025-01-10", "2025-01-30", "2025-02-20"];

describe("the steps before a restart credit", () => {
  it.each([
    [null, null, null, false, false],
    [one, null, null, true, false],
    [one, two, null, true, false],
    [one, null, three, true, false],
    [null, two, three, true, false],
    [one, two, three, true, true],
  ])(
    "%s, %s, %s: begun %s, complete %s (J11)",
    (diagnosisOn = null, businessPlanOn = null, financingPlanOn = null, begun, complete) => {
      const dates = { diagnosisOn, businessPlanOn, financingPlanOn };
      expect([restartHasBegun(dates), restartStepsAreComplete(dates)]).toEqual([begun, complete]);
    },
  );

  it("come in their order, each with its day", () => {
    expect(stepsOf({ diagnosisOn: "2025-01-10", businessPlanOn: "2025-01-30", financingPlanOn: null })).toEqual([
      { code: "DIAGNOSIS", doneOn: "2025-01-10" },
      { code: "BUSINESS_PLAN", doneOn: "2025-01-30" },
      { code: "FINANCING_PLAN", doneOn: null },
    ]);
  });
});
