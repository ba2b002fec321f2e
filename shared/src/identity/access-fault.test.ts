import type { Reader } from "../visibility/reader.js";
import { accessFault } from "./access-fault.js";
import { impliedPurpose, isCaseReference, mayAskFor, purposeOf, purposes, type Purpose } from "./purposes.js";
import { roles } from "./roles.js";

const code = (reader: Reader): string | null => accessFault(reader)?.definition.code ?? null;

describe("a request for personal data", () => {
  it.each<[string, Reader, string | null]>([
    ["of nobody", { role: "ANONYMOUS" }, "SIGN_IN_REQUIRED"],
    ["of nobody, with a purpose", { role: "ANONYMOUS", purpose: "CALL", caseReference: "c-1" }, "SIGN_IN_REQUIRED"],
    ["of an advisor without purpose", { role: "ADVISOR_1819", caseReference: "c-1" }, "PURPOSE_REQUIRED"],
    [
      "of an advisor for a decision",
      { role: "ADVISOR_1819", purpose: "FUNDING", caseReference: "c-1" },
      "PURPOSE_NOT_ALLOWED",
    ],
    ["of an advisor as if on the own path", { role: "ADVISOR_1819", purpose: "OWN_PATH" }, "PURPOSE_NOT_ALLOWED"],
    ["of an advisor without call", { role: "ADVISOR_1819", purpose: "CALL" }, "CASE_REQUIRED"],
    ["of an advisor on a call", { role: "ADVISOR_1819", purpose: "CALL", caseReference: "c-1" }, null],
    ["of a person on the own path", { role: "ENTREPRENEUR", purpose: "OWN_PATH" }, null],
    ["of a mandatary", { role: "MANDATARY", purpose: "MANDATE" }, null],
    [
      "of a person as if on a call",
      { role: "ENTREPRENEUR", purpose: "CALL", caseReference: "c-1" },
      "PURPOSE_NOT_ALLOWED",
    ],
    ["of a service", { role: "SERVICE", purpose: "DATA_PROTECTION", caseReference: "c-1" }, "ROLE_HAS_NO_PURPOSE"],
    ["of a statistician", { role: "STATISTICIAN" }, "ROLE_HAS_NO_PURPOSE"],
  ])("%s", (_, reader, expected) => expect(code(reader)).toBe(expected));

  it("says which purposes the role may use", () => {
    expect(accessFault({ role: "COACH" })?.details).toEqual({ allowed: ["REFERRAL", "COACHING", "EMERGENCY"] });
  });

  it("is possible for every role that treats persons, for some purpose; for services and statisticians for none", () => {
    const without = roles.filter(
      (role) => !Object.keys(purposes).some((purpose) => mayAskFor(role, purpose as Purpose)),
    );
    expect(without).toEqual(["STATISTICIAN", "SERVICE"]);
  });
});

describe("a purpose", () => {
  it("is one of the list", () => {
    expect([purposeOf("CALL"), purposeOf("call"), purposeOf("constructor")]).toEqual(["CALL", undefined, undefined]);
  });

  it("goes without saying for a person and a mandatary only", () => {
    expect(roles.filter((role) => impliedPurpose(role))).toEqual(["ENTREPRENEUR", "MANDATARY"]);
  });
});

describe("a case reference", () => {
  it.each([
    ["call-2026-0412", true],
    ["C1", true],
    ["2026/0412", true],
    ["20260412", true],
    ["HUB.coaching-2026/77", true],
    ["HUB_77", false],
    ["Amina", false],
    ["amina-el-idrissi", false],
    ["El.Idrissi/Amina-2", false],
    ["HUB:77", false],
    ["x", false],
    ["", false],
    ["-1819", false],
    ["a b", false],
    ["85.07.30-033.28", false],
    ["85073003328", false],
    ["0475123456", false],
    ["call-0475123456", false],
    ["NR85.07.30-033.28", false],
    ["marie@example.be", false],
    ["a".repeat(65), false],
  ])("%j: %s", (text, expected) => expect(isCaseReference(text)).toBe(expected));
});
