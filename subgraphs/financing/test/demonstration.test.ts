import type { Row } from "@parcours/shared/demonstration/loader";
import { stories } from "@parcours/shared/demonstration/population";
import { coInvestmentConditionsNotMet } from "../src/co-investment/co-investment.rules.js";
import { demonstration } from "../src/demonstration.js";
import { mayBeAskedFor } from "../src/funding-application/funding-application.rules.js";
import { motivationIsDue } from "../src/funding-application/funding-decision.rules.js";
import { coverageIsAllowed, guaranteedPart } from "../src/guarantee/guarantee.rules.js";
import { guaranteeKinds } from "../src/labels/guarantee-kinds.js";
import { instruments } from "../src/labels/instruments.js";
import { uses } from "../src/labels/uses.js";
import { manifest } from "../src/manifest.js";

const world = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 400 };
const rows = new Map<string, Row[]>();
for (const story of stories(world)) {
  demonstration.story(story, world, (table, row) => rows.set(table, [...(rows.get(table) ?? []), row]));
}
const table = (name: string): readonly Row[] => rows.get(name) ?? [];
const texts = (name: string, column: string): readonly string[] => table(name).map((row) => row[column] as string);

describe("the demonstration of financing", () => {
  it("fills every table", () => {
    expect(demonstration.tables.filter(({ name }) => table(name).length === 0)).toEqual([]);
  });

  it("gives every column that a table lists, and no other", () => {
    for (const { name, columns } of demonstration.tables) {
      expect(new Set(table(name).map((row) => Object.keys(row).toSorted().join()))).toEqual(
        new Set([columns.toSorted().join()]),
      );
    }
  });

  it("points to every entry once, under a declared kind of its type, and to no line of the ledger or mediation", () => {
    const pointed = table("outbox").map(({ key, body }) => ({
      key,
      ...(body as { json: { type: string; kind: string } }).json,
    }));
    const entries = ["funding_application", "funding_grant", "guarantee", "co_investment"].flatMap((name) =>
      texts(name, "id"),
    );
    expect(pointed).toHaveLength(entries.length);
    expect(new Set(pointed.map(({ key }) => key))).toEqual(new Set(entries));
    const declared = manifest.entryKinds.map(({ code, type }) => `${type} ${code}`);
    expect(pointed.map(({ type, kind }) => `${type} ${kind}`).filter((kind) => !declared.includes(kind))).toEqual([]);
  });

  it("uses codes that have labels, and no use that is a debt (R24)", () => {
    expect(texts("funding_application", "use_code").filter((code) => !mayBeAskedFor(code, uses))).toEqual([]);
    expect(texts("funding_application", "instrument_code").filter((code) => !(code in instruments))).toEqual([]);
    expect(texts("guarantee", "guarantee_kind_code").filter((code) => !(code in guaranteeKinds))).toEqual([]);
  });

  it("fits the rules on co-investments and guarantees (R49; reference 4.1)", () => {
    const shares = table("co_investment").map((row) => ({
      publicCents: row["public_share_cents"] as bigint,
      privateCents: row["private_share_cents"] as bigint,
    }));
    expect(shares.flatMap(coInvestmentConditionsNotMet)).toEqual([]);
    for (const { bank_loan_cents: loan, coverage_percent: percent, guaranteed_cents: guaranteed } of table(
      "guarantee",
    )) {
      expect([coverageIsAllowed(percent as number), guaranteedPart(loan as bigint, percent as number)]).toEqual([
        true,
        guaranteed,
      ]);
    }
  });

  it("owes a motivation exactly where the stories say so (R13, R14)", () => {
    for (const story of stories({ ...world, entrepreneurs: 400 })) {
      for (const { decision, motivationRequested, coachingDossierId } of story.financing.applications) {
        if (decision === null) continue;
        const facts = { outcome: decision.outcome, motivationRequested, coached: coachingDossierId !== null };
        expect(motivationIsDue(facts, decision.motivation)).toBe(decision.motivationDue);
      }
    }
  });
});
