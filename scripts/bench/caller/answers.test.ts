import { contentOf, firstDifference } from "./answers.js";

const asOf = "2026-01-31T10:00:00.000Z";
const answer = (body: object) => ({ content: contentOf(JSON.stringify(body)), bytes: 1 });

describe("two answers", () => {
  const caller = { outcome: "ONE", presence: [{ state: "KNOWN", asOf }] };

  it("are the same but for GraphQL's envelope and the instants of copies", () => {
    const later = { outcome: "ONE", presence: [{ state: "KNOWN", asOf: "2026-01-31T11:00:00.123Z" }] };
    expect(firstDifference([answer({ data: { caller } })], [answer({ caller: later })])).toBeUndefined();
  });

  it("differ where one says another thing, or gives no instant", () => {
    const other = { outcome: "ONE", presence: [{ state: "UNKNOWN_HERE", asOf }] };
    expect(firstDifference([answer({ data: { caller } })], [answer({ caller: other })])).toBe(
      'question 1: .caller.presence.0.state is "KNOWN" and "UNKNOWN_HERE"',
    );
    const never = { outcome: "ONE", presence: [{ state: "KNOWN", asOf: null }] };
    expect(firstDifference([answer({ data: { caller } })], [answer({ caller: never })])).toContain("an instant");
  });

  it("are not compared when one has errors", () => {
    expect(() => contentOf(JSON.stringify({ data: { caller }, errors: [{ message: "late" }] }))).toThrow("has errors");
  });
});
