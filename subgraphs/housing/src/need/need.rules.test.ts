import { needIsOpen, needMustEndInAReferralOrAReason, topicThatTellsNoDifficulty } from "./need.rules.js";

describe("a need must end in a referral or a reason", () => {
  it.each([
    ["neither yet", null, null, true],
    ["a referral", "r", null, false],
    ["a reason for none", null, "NOT_WANTED", false],
  ])("accepts %s", (_, referralId, noFollowUp, open) => {
    expect(() => needMustEndInAReferralOrAReason({ referralId, noFollowUp })).not.toThrow();
    expect(needIsOpen({ referralId, noFollowUp })).toBe(open);
  });

  it("refuses both", () => {
    expect(() => needMustEndInAReferralOrAReason({ referralId: "r", noFollowUp: "NOT_WANTED" })).toThrow(
      /NEED_ENDS_TWICE/,
    );
  });
});

describe("the topic of a need or visit tells no difficulty", () => {
  it.each([
    ["DIFFICULTY", "OTHER"],
    ["FINANCING", "FINANCING"],
  ])("keeps %s as %s", (topic, kept) => {
    expect(topicThatTellsNoDifficulty(topic)).toBe(kept);
  });
});
