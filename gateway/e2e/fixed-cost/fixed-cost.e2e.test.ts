/** A longer answer costs more rows, never more questions: SQL statements and calls of subgraphs are counted. J01, J08. */
import type { HardCase } from "@parcours/shared/demonstration/cases";
import { operation, type List } from "../asking.js";
import type { Cost } from "../cost.js";
import { startAll, type EndToEnd } from "../harness.js";

interface CallerAnswer {
  readonly caller: {
    readonly entrepreneur: { readonly timeline: List<{ readonly __typename: string; readonly label: string | null }> };
  };
}

interface TimelineAnswer {
  readonly entrepreneur: CallerAnswer["caller"]["entrepreneur"];
}

interface Member {
  readonly hasOpenNeed: boolean;
  readonly entrepreneur: Flagged | null;
  readonly enterprise: Flagged | null;
}

interface Flagged {
  readonly isCoached: boolean;
  readonly financing: { readonly grants: List<{ readonly id: string }> };
}

interface MembersAnswer {
  readonly site: { readonly members: List<Member> };
}

const caller = operation(__dirname, "caller");
const timeline = operation(__dirname, "timeline");
const members = operation(__dirname, "members");

describe("what an answer costs", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "fixed cost" });
  }, 90_000);
  afterAll(() => all.system.stop());

  const linesOf = async (name: HardCase): Promise<string[]> => {
    const { data, errors } = await all.ask<CallerAnswer>(caller, { phone: all.phoneOf(name) });
    expect(errors).toEqual([]);
    return data.caller.entrepreneur.timeline.edges.flatMap(({ node }) =>
      node.label === null ? [] : [node.__typename],
    );
  };

  it("of a few lines is that of a hundred, where they are of the same types", async () => {
    const { id } = all.story("HUNDRED_ENTRIES");
    const kinds = ["INTERACTION", "COACHING_DOSSIER", "COACHING_SESSION"];
    const { data, errors } = await all.ask<TimelineAnswer>(timeline, { id, first: 100, kinds });
    const types = data.entrepreneur.timeline.edges.map(({ node }) => node.__typename);
    const few = Math.max(...[...new Set(types)].map((type) => types.indexOf(type))) + 1;
    expect([errors, types.length > 80, few < 25]).toEqual([[], true, true]);
    expect(await all.costOf(timeline, { id, first: few, kinds })).toEqual(
      await all.costOf(timeline, { id, first: 100, kinds }),
    );
  });

  it("of the caller query grows with the types of entry at most, not with the entries", async () => {
    const [ten, hundred] = [await linesOf("TEN_ENTRIES"), await linesOf("HUNDRED_ENTRIES")];
    expect([ten.length, hundred.length]).toEqual([10, 100]);
    const [costOfTen, costOfHundred] = [
      await all.costOf(caller, { phone: all.phoneOf("TEN_ENTRIES") }),
      await all.costOf(caller, { phone: all.phoneOf("HUNDRED_ENTRIES") }),
    ];
    // One call of the front door; then, all at once, the register for the enterprises, and each owner for its lines and for its supports.
    expect(costOfHundred.calls).toEqual({ "front-door": 1, coaching: 2, financing: 2, housing: 2, registry: 1 });
    for (const [name, count] of Object.entries(costOfTen.calls))
      expect(count).toBeLessThanOrEqual(costOfHundred.calls[name] ?? 0);
    expect(costOfHundred.statements["front-door"]).toBe(costOfTen.statements["front-door"]);
    expect(costOfHundred.statements["registry"]).toBe(costOfTen.statements["registry"]);
    // A type of entry is one statement in each of the two lists, and a hundred lines know more types than ten.
    const statements = ({ statements: by }: Cost): number => Object.values(by).reduce((sum, count) => sum + count, 0);
    expect(statements(costOfHundred) - statements(costOfTen)).toBeLessThanOrEqual(
      2 * (new Set(hundred).size - new Set(ten).size),
    );
  });

  it("is the same for 10 and for 50 members of a site, with flags from coaching and financing (J08)", async () => {
    const siteId = all.story("KNOWN_TO_EVERY_POLE").housing.stays[0]?.siteId;
    const page = async (first: number): Promise<List<Member>> => {
      const { data, errors } = await all.ask<MembersAnswer>(members, { id: siteId, first });
      expect(errors).toEqual([]);
      return data.site.members;
    };
    const [ten, fifty] = [await page(10), await page(50)];
    expect([ten.edges.length, fifty.edges.length]).toEqual([10, 50]);
    const flags = fifty.edges.map(({ node }) => [node.entrepreneur?.isCoached, node.enterprise?.isCoached]).flat();
    expect(new Set(flags)).toEqual(new Set([true, false, undefined]));
    const [costOfTen, costOfFifty] = [
      await all.costOf(members, { id: siteId, first: 10 }),
      await all.costOf(members, { id: siteId, first: 50 }),
    ];
    expect(costOfFifty).toEqual(costOfTen);
    expect(costOfFifty.calls).toEqual({ housing: 1, "front-door": 1, registry: 1, coaching: 2, financing: 2 });
  });
});
