import { applicationStatuses } from "../labels/application-statuses.js";
import { uses } from "../labels/uses.js";
import { isGrantedToThePerson, mayBeAskedFor, stateShownToOthers } from "./funding-application.rules.js";

describe("what others see of an application (design section 4; J05 (5), J22 (2))", () => {
  test.each([
    ["SUBMITTED", "OPEN"],
    ["UNDER_ANALYSIS", "OPEN"],
    ["GRANTED", "CLOSED"],
    ["PARTLY_GRANTED", "CLOSED"],
    ["REFUSED", "CLOSED"],
    ["WITHDRAWN", "CLOSED"],
  ])("%s is shown as %s", (status, state) => {
    expect(stateShownToOthers(status)).toBe(state);
  });

  test("every status of the list is decided here", () => {
    const open = Object.keys(applicationStatuses).filter((status) => stateShownToOthers(status) === "OPEN");
    expect(open).toEqual(["SUBMITTED", "UNDER_ANALYSIS"]);
  });
});

describe("money is never asked to pay off debts (R24)", () => {
  test.each([
    ["EQUIPMENT", true],
    ["LIVING_COSTS", true],
    ["DEBT_REPAYMENT", false],
    ["constructor", false],
    ["", false],
  ])("%p: %p", (use, allowed) => {
    expect(mayBeAskedFor(use, uses)).toBe(allowed);
  });
});

describe("who gets the help", () => {
  test.each([
    ["HONOUR_LOAN", "WORKING_CAPITAL", true],
    ["PRE_ACTIVITY_AID", "WORKING_CAPITAL", true],
    ["TRANSITION_PREMIUM", "WORKING_CAPITAL", true],
    ["LOAN", "TAKEOVER", true],
    ["LOAN", "EQUIPMENT", false],
    ["RDI_AID", "EQUIPMENT", false],
    ["MICROCREDIT", "WORKING_CAPITAL", false],
  ])("%s for %s goes to the person even where there is an enterprise: %p", (instrument, use, personal) => {
    expect(isGrantedToThePerson(instrument, use)).toBe(personal);
  });
});
