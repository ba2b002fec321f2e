import { hashOfNationalNumber, nationalNumberIn } from "./national-number.js";

describe("a national register number", () => {
  it.each([
    ["85.07.30-033.28", "85073003328"],
    ["17.07.30-033.84", "17073003384"],
    ["98.47.28-997.65", "98472899765"],
    ["01.49.07-001.85", "01490700185"],
    ["85073003328", "85073003328"],
    ["85.07.30-033.29", null],
    ["12345678901", null],
    ["85.67.30-033.28", null],
    ["8507300332", null],
    ["", null],
  ])("%s is read as %s", (text, expected) => expect(nationalNumberIn(text, "2026-11-22")).toBe(expected));

  it("of somebody who is not born yet is none", () => {
    expect(nationalNumberIn("17.07.30-033.84", "2016-01-01")).toBeNull();
  });

  it("leaves a hash that another key makes otherwise, and that does not hold it", () => {
    const hash = hashOfNationalNumber("85073003328", "a".repeat(32));
    expect(hash).toBe(hashOfNationalNumber("85073003328", "a".repeat(32)));
    expect(hash).not.toBe(hashOfNationalNumber("85073003328", "b".repeat(32)));
    expect(hash).not.toContain("85073003328");
  });
});
