import { fateOf, fateOfChild, yearsAfter, type Fate } from "./erasure.rules.js";
import type { RetainedTable } from "./retained-table.js";

const today = "2026-03-15";
const unnamed = { entrepreneur_id: "null" };
const words = { emptiedAtEnd: { motive: "''" } };
const fate = (
  erasure: "ERASE" | "WHEN_ENDED" | "KEEP",
  lastDate: string | null,
  enterpriseNumber: string | null = null,
  table: Pick<RetainedTable, "unnamed" | "emptiedAtEnd"> = { unnamed },
): Fate =>
  fateOf(
    { lastDate, enterpriseNumber },
    { line: { erasure, years: 10 }, table, today, ownEnterprises: ["0111111111"] },
  );

describe("a row whose person asks to be erased", () => {
  it.each([
    ["goes where nothing keeps it", fate("ERASE", "2026-01-01"), { does: "ERASE" }],
    ["goes although the help runs", fate("ERASE", null), { does: "ERASE" }],
    ["is needed while the stay lasts", fate("WHEN_ENDED", null), { does: "KEEP", until: null, later: "ERASE" }],
    ["is needed to its last day", fate("WHEN_ENDED", today), { does: "KEEP", until: today, later: "ERASE" }],
    [
      "loses the name when the stay has ended, where an enterprise holds it",
      fate("WHEN_ENDED", null, "0222222222"),
      { does: "KEEP", until: null, later: "UNNAME" },
    ],
    ["goes when the stay has ended", fate("WHEN_ENDED", "2026-03-14"), { does: "ERASE" }],
    [
      "is kept by the law for its years",
      fate("KEEP", "2020-02-29"),
      { does: "KEEP", until: "2030-02-28", later: null },
    ],
    ["is kept by the law to the last day", fate("KEEP", "2016-03-15"), { does: "KEEP", until: today, later: null }],
    ["goes when the law's years are over", fate("KEEP", "2016-03-14"), { does: "ERASE" }],
    ["is kept by the law while the help runs", fate("KEEP", null), { does: "KEEP", until: null, later: null }],
    [
      "loses its words when it has ended, where it needs them until then",
      fate("KEEP", null, null, words),
      { does: "KEEP", until: null, later: "EMPTY" },
    ],
    ["stays without the name where an enterprise holds it", fate("ERASE", null, "0222222222"), { does: "UNNAME" }],
    ["goes where the enterprise is the person", fate("ERASE", null, "0111111111"), { does: "ERASE" }],
    ["goes where it cannot be said without the person", fate("ERASE", null, "0222222222", {}), { does: "ERASE" }],
    [
      "is kept with the enterprise's, too",
      fate("KEEP", today, "0222222222"),
      { does: "KEEP", until: "2036-03-15", later: null },
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));

  it("shares the fate of what it hangs on", () => {
    const kept = { does: "KEEP", until: today, later: "ERASE" } as const;
    expect(fateOfChild(kept, {})).toEqual(kept);
    expect(fateOfChild({ does: "UNNAME" }, { person: "entrepreneur_id", unnamed })).toEqual({ does: "UNNAME" });
    expect(fateOfChild({ does: "UNNAME" }, { person: "entrepreneur_id" })).toEqual({ does: "ERASE" });
    expect(fateOfChild({ does: "UNNAME" }, {})).toEqual({ does: "UNNAME" });
  });
});

it("counts years by the calendar", () => {
  expect([yearsAfter("2024-02-29", 1), yearsAfter("2024-02-29", 4), yearsAfter("2025-12-31", 10)]).toEqual([
    "2025-02-28",
    "2028-02-29",
    "2035-12-31",
  ]);
});
