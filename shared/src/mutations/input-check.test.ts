import "reflect-metadata";
import { requestScope } from "../server/context.js";
import type { Reader } from "../visibility/reader.js";
import { InputCheck, isDay } from "./input-check.js";
import { mutationErrors } from "./mutation.errors.js";
import { attempt, refuse } from "./user-error.js";

const bounds = { from: "2026-01-01", to: "2026-12-31" };

describe("a day", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["tomorrow", false],
    ["", false],
    ["2026-01-01T00:00:00Z", false],
  ])("%j exists: %s", (text, expected) => expect(isDay(text)).toBe(expected));
});

const asking = (reader: Reader) => requestScope({ reader, language: "NL", requestId: "r", hop: 1 });
const person = asking({ role: "ENTREPRENEUR", entrepreneurId: "p", purpose: "OWN_PATH" });

describe("an input", () => {
  it("is told all its faults at once, each with its place and in the language of the request", async () => {
    const outcome = await attempt(person, async () => {
      const check = new InputCheck();
      check.id("entrepreneurId", "me");
      check.text("reason", "  a ", { least: 2, most: 5 });
      check.text("note", "123456", { least: 0, most: 5 });
      check.day("until", "2027-01-01", bounds);
      check.code("outcome", "MAYBE", ["YES", "NO"]);
      check.end();
    });
    expect(outcome.result).toBeNull();
    expect(outcome.errors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INPUT_ID_INVALID", "input.entrepreneurId"],
      ["INPUT_TEXT_LENGTH", "input.reason"],
      ["INPUT_TEXT_LENGTH", "input.note"],
      ["INPUT_DATE_INVALID", "input.until"],
      ["INPUT_CODE_UNKNOWN", "input.outcome"],
    ]);
    expect(outcome.errors[4]?.message).toBe("Deze code bestaat hier niet. Mogelijke codes: YES, NO.");
  });

  it("without fault is read: ids in lower case, texts without blanks at their ends, signs counted as people do", () => {
    const check = new InputCheck();
    const id = "6F1ED002-AB55-4D1A-9B6B-0F1C2D3E4F5A";
    expect(check.id("id", ` ${id} `)).toBe(id.toLowerCase());
    expect(check.text("text", "  👩‍🌾é ", { least: 1, most: 4 })).toBe("👩‍🌾é");
    expect(check.day("day", "2026-12-31", bounds)).toBe("2026-12-31");
    expect(() => check.end()).not.toThrow();
  });

  it("is not looked at where nobody is signed in, and other faults are no user errors", async () => {
    const act = jest.fn(async () => "done");
    await expect(attempt(asking({ role: "ANONYMOUS" }), act)).rejects.toMatchObject({
      definition: { code: "SIGN_IN_REQUIRED" },
    });
    expect(act).not.toHaveBeenCalled();
    await expect(attempt(person, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await attempt(person, act)).toEqual({ result: "done", errors: [] });
  });

  it("may be refused as a whole", async () => {
    const outcome = await attempt(person, async () => refuse(mutationErrors.ACT_NOT_ALLOWED));
    expect(outcome.errors).toEqual([
      { code: "ACT_NOT_ALLOWED", message: expect.any(String) as string, path: ["input"] },
    ]);
  });
});
