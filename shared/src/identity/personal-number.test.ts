import { holdsPersonalNumber } from "./personal-number.js";

describe("somebody's number in a text", () => {
  it.each([
    ["85073003328", true],
    ["NR85.07.30-033.28", true],
    ["dossier/85.07.30-033.28/b", true],
    ["call-0475123456", true],
    ["0475/12.34.56", true],
    ["gsm0032475123456", true],
    ["tel-02.315.13.51", true],
    ["call-2026-0412", false],
    ["20260412", false],
    ["application-2026-000123456", false],
    ["85073003329", false],
    ["0b33cd6f-6a3c-4c55-9c57-3a2f6f0f5d11", false],
  ])("%j: %s", (text, expected) => expect(holdsPersonalNumber(text)).toBe(expected));
});
