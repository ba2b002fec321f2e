import { motivationIsDue, motivationOwed } from "./funding-decision.rules.js";

const because = "Le plan financier ne montre pas comment le crédit sera remboursé.";

describe("what a refusal owes the applicant", () => {
  test.each([
    ["a coached applicant gets a thorough motivation (R14)", "REFUSED", true, false, "THOROUGH"],
    ["a coached applicant who asked gets it all the same", "REFUSED", true, true, "THOROUGH"],
    ["who asks gets a motivation (R13)", "REFUSED", false, true, "ON_REQUEST"],
    ["who neither is coached nor asks gets none (J05 (2))", "REFUSED", false, false, "NONE"],
    ["a grant owes none", "GRANTED", true, true, "NONE"],
  ])("%s", (_case, outcome, coached, motivationRequested, level) => {
    expect(motivationOwed({ outcome, coached, motivationRequested })).toBe(level);
  });

  test.each([
    ["coached and no motivation (J05 (1))", "REFUSED", true, false, null, true],
    ["coached and a blank motivation", "REFUSED", true, false, "  ", true],
    ["coached and motivated", "REFUSED", true, false, because, false],
    ["requested and not given (J05 (3))", "REFUSED", false, true, null, true],
    ["requested and given", "REFUSED", false, true, because, false],
    ["neither coached nor requested (J05 (2))", "REFUSED", false, false, null, false],
    ["coaching did not answer: the duty stands (J05 (4))", "REFUSED", null, false, null, true],
    ["coaching did not answer, but it is motivated", "REFUSED", null, false, because, false],
    ["granted, coaching did not answer", "GRANTED", null, true, null, false],
  ])("is due: %s", (_case, outcome, coached, motivationRequested, motivation, due) => {
    expect(motivationIsDue({ outcome, coached, motivationRequested }, motivation)).toBe(due);
  });
});
