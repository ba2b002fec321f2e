import { coachingRequirementOf, grantKindOf } from "./funding-grant.rules.js";
import { daysLate, paidInFullOn, paymentStatus, paymentSums } from "./grant-payment.rules.js";

describe("a grant", () => {
  test.each([
    ["RESTART_CREDIT", "LOAN"],
    ["LOAN", "LOAN"],
    ["RDI_AID", "RDI_AID"],
  ])("of %s is told to others as %s (design section 4)", (instrument, kind) => {
    expect(grantKindOf(instrument)).toBe(kind);
  });

  test.each([
    ["PRE_ACTIVITY_AID", "REQUIRED"],
    ["RESTART_CREDIT", "REQUIRED"],
    ["TRANSITION_PREMIUM", "REQUIRED"],
    ["GENERAL_INVESTMENT_AID", "OFFERED"],
    ["LOAN", "OFFERED"],
    ["CROWDFUNDING", "NONE"],
  ])("of %s comes with coaching: %s (R17, R18, R25, R51)", (instrument, requirement) => {
    expect(coachingRequirementOf(instrument)).toBe(requirement);
  });
});

describe("a payment (R55, R56)", () => {
  const today = "2026-03-31";
  test.each([
    ["paid in time", "2026-03-01", "2026-02-20", "PAID", 0],
    ["paid on the day", "2026-03-01", "2026-03-01", "PAID", 0],
    ["paid late, over the change to summer time", "2026-03-01", "2026-03-30", "PAID", 29],
    ["due today", "2026-03-31", null, "DUE", 0],
    ["not due yet", "2026-04-30", null, "DUE", 0],
    ["overdue", "2026-01-30", null, "OVERDUE", 60],
  ])("%s", (_case, dueOn, paidOn, status, late) => {
    expect([paymentStatus({ dueOn, paidOn }, today), daysLate({ dueOn, paidOn }, today)]).toEqual([status, late]);
  });

  const advance = { kindCode: "ADVANCE", cents: 4_000n, dueOn: "2026-01-01", paidOn: "2026-01-10" };
  const balance = { kindCode: "BALANCE", cents: 6_000n, dueOn: "2026-06-01", paidOn: null };
  test.each([
    ["nothing planned", [], { paid: 0n, advance: 0n, toBePaid: 0n }],
    ["an advance paid", [advance, balance], { paid: 4_000n, advance: 4_000n, toBePaid: 6_000n }],
    ["an advance due", [{ ...advance, paidOn: null }], { paid: 0n, advance: 0n, toBePaid: 4_000n }],
    ["all paid", [advance, { ...balance, paidOn: "2026-06-02" }], { paid: 10_000n, advance: 4_000n, toBePaid: 0n }],
  ])("sums: %s", (_case, payments, sums) => {
    expect(paymentSums(payments)).toEqual(sums);
  });

  test.each([
    ["no payment", [], null],
    ["one is to come", [advance, balance], null],
    ["the last one counts", [{ ...balance, paidOn: "2026-06-02" }, advance], "2026-06-02"],
  ])("an aid is paid in full, and a bridge ends (J20 (2)): %s", (_case, payments, day) => {
    expect(paidInFullOn(payments)).toBe(day);
  });
});
