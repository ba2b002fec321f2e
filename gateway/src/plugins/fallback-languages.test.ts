import { AnswerReport } from "../request-context.js";
import { withFallbackLanguages } from "./fallback-languages.js";
import type { Executor } from "./partial-failure.js";

describe("the languages of an answer", () => {
  it.each([
    [
      "each pair once, in order",
      ["NL", "FR", "NL"],
      {
        languages: [
          { asked: "EN", given: "FR" },
          { asked: "EN", given: "NL" },
        ],
      },
    ],
    ["not at all where every text was there", [], undefined],
  ])("are told %s", async (_how, spoken, extensions) => {
    const report = new AnswerReport();
    const execute = withFallbackLanguages(async () => {
      for (const language of spoken) report.fellBack({ asked: "EN", given: language });
      return { data: {} };
    });
    expect((await execute({ context: { report } } as unknown as Parameters<Executor>[0])).extensions).toEqual(
      extensions,
    );
  });
});
