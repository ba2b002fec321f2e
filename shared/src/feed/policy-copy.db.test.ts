import { gone, openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { statement } from "../database.js";
import { idFrom } from "../ids.js";
import { brusselsDate } from "../periods.js";
import type { Reader } from "../visibility/reader.js";
import { followOnly } from "./feed-cursors.js";
import { PolicyCopy } from "./policy-copy.js";
import { policyTargetFor } from "./policy-target.js";
import { policyRow, type RelationPolicy } from "./policy.js";

const [marie, old, older, karim] = [idFrom("marie"), idFrom("old"), idFrom("older"), idFrom("karim")];
const number = "0202239951";
const day = (offset: number): string => brusselsDate(new Date(Date.now() + offset * 86_400_000));

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("policy")));
afterAll(() => opened.close());
beforeEach(async () => {
  for (const table of ["policy_relation", "policy_identity", "feed_cursor"])
    await opened.database.query(statement(`delete from ${table}`));
  await read("spine", "0 s");
  await read("coaching", "0 s");
});

/** Says how long ago the whole feed of a producer was read; null is never. */
async function read(producer: string, ago: string | null): Promise<void> {
  await opened.database.query(
    statement(`insert into feed_cursor (producer, topic, as_of) values ($1, 'POLICY', clock_timestamp() - $2::interval)
               on conflict (producer, topic) do update set as_of = excluded.as_of`),
    [producer, ago],
  );
}

const target = policyTargetFor("spine", new Map([["coaching", new Set(["HUB", "COM"])]]));
let position = 0;
async function apply(
  producer: string,
  ...rows: readonly { readonly key: string; readonly body: object | null }[]
): Promise<void> {
  await target.apply(
    opened.database,
    rows.map(({ key, body }) => ({ key, body, position: (position += 1) })),
    { producer, generation: 1 },
  );
}
const identity = (key: string, formerId: string, canonicalId: string) =>
  policyRow(key, { kind: "IDENTITY", formerId, canonicalId }, "TEST");
const relation = (key: string, part: Partial<RelationPolicy> & Pick<RelationPolicy, "kind">) =>
  policyRow(key, { entrepreneurId: marie, since: "2020-01-01", until: null, ...part }, "TEST");
const coached = (part: Partial<RelationPolicy> = {}) =>
  relation("c", { kind: "COACHING", agencyCode: "HUB", staffId: "7", ...part });
const mandated = (part: Partial<RelationPolicy> = {}) =>
  relation("m", { kind: "MANDATE", enterpriseNumber: number, ...part });

const coach: Reader = { role: "COACH", agency: "HUB", staffId: "7" };
const mandatary: Reader = { role: "MANDATARY", entrepreneurId: marie };
const copy = (): PolicyCopy => new PolicyCopy(opened.database);
const coaches = (reader: Reader = coach, entrepreneurId: string = marie): Promise<boolean> =>
  copy().holds("COACH_OF", reader, { entrepreneurId }, "DECISION");
const acts = (reader: Reader = mandatary, enterpriseNumber: string = number): Promise<boolean> =>
  copy().holds("MANDATARY", reader, { enterpriseNumber }, "DECISION");

describe("a coaching relation", () => {
  it.each<[string, Partial<RelationPolicy>, boolean]>([
    ["runs without end", {}, true],
    ["ends today", { until: day(0) }, true],
    ["ended yesterday", { until: day(-1) }, false],
    ["begins today", { since: day(0) }, true],
    ["begins tomorrow", { since: day(1) }, false],
    ["is another coach's", { staffId: "8" }, false],
    ["is at another agency, where somebody has the same staff id", { agencyCode: "COM" }, false],
    ["is of another person", { entrepreneurId: karim }, false],
  ])("that %s", async (_, part, expected) => {
    await apply("coaching", coached(part));
    expect(await coaches()).toBe(expected);
  });

  it.each<[string, Reader, boolean]>([
    [
      "at the agency that its agency went up in",
      { role: "COACH", agency: "NEW", formerAgencies: ["OLD", "HUB"], staffId: "7" },
      true,
    ],
    ["without staff id: who cannot be told apart coaches nobody", { role: "COACH", agency: "HUB" }, false],
    ["without agency", { role: "COACH", staffId: "7" }, false],
  ])("for a coach %s", async (_, reader, expected) => {
    await apply("coaching", coached());
    expect(await coaches(reader)).toBe(expected);
  });

  it("follows the person through merges, in both directions", async () => {
    await apply("coaching", coached({ entrepreneurId: old }));
    await apply("spine", identity("i1", old, marie), identity("i2", older, marie));
    for (const id of [marie, old, older]) expect(await coaches(coach, id)).toBe(true);
    await apply("spine", gone("i1"));
    expect(await coaches(coach, marie)).toBe(false);
    expect(await coaches(coach, old)).toBe(true);
  });
});

describe("a mandate", () => {
  it("opens its enterprise to its holder, under any id, and nothing else", async () => {
    await apply("spine", mandated({ entrepreneurId: old }), identity("i", old, marie));
    expect(await acts()).toBe(true);
    expect(await acts({ role: "MANDATARY", entrepreneurId: old })).toBe(true);
    expect(await acts({ role: "MANDATARY", entrepreneurId: karim })).toBe(false);
    expect(await acts({ role: "MANDATARY" })).toBe(false);
    expect(await acts(mandatary, "0403019261")).toBe(false);
    expect(await copy().holds("MANDATARY", mandatary, {}, "DECISION")).toBe(false);
  });
});

describe("a grant", () => {
  const granted = (part: Partial<RelationPolicy> = {}) =>
    relation("g", { kind: "GRANT", agencyCode: "BRUSOC", category: "DECISION", ...part });
  const officer: Reader = { role: "FINANCING_OFFICER", agency: "BRUSOC", staffId: "9" };
  const opens = (reader: Reader, category = "DECISION", entrepreneurId: string = marie): Promise<boolean> =>
    copy().holds("GRANTED", reader, { entrepreneurId }, category);

  it.each<[string, Partial<RelationPolicy>, boolean]>([
    ["runs without end", {}, true],
    ["runs to today", { until: day(0) }, true],
    ["ended yesterday", { until: day(-1) }, false],
    ["begins tomorrow", { since: day(1) }, false],
  ])("that %s opens its category: %s", async (_, part, expected) => {
    await apply("spine", granted(part));
    expect(await opens(officer)).toBe(expected);
  });

  it("opens one category of one person to one agency, under any id and to who came in its place", async () => {
    await apply("spine", granted({ entrepreneurId: old }), identity("i", old, marie));
    expect(await opens(officer)).toBe(true);
    expect(await opens({ ...officer, agency: "NEW", formerAgencies: ["BRUSOC"] })).toBe(true);
    expect(await opens({ ...officer, agency: "HUB" })).toBe(false);
    expect(await opens(officer, "COACHING_CONTENT")).toBe(false);
    expect(await opens(officer, "DECISION", karim)).toBe(false);
  });

  it("is believed from the front door only", async () => {
    await apply("coaching", granted());
    expect(await opens(officer)).toBe(false);
  });
});

describe("a broken glass", () => {
  const broken = relation("b", {
    kind: "BREAK_GLASS",
    agencyCode: "1819",
    staffId: "3",
    category: "DIFFICULTY_CASE",
    ownerAgencyCodes: ["COM", "CED"],
    since: day(0),
    until: day(0),
  });
  const breaks = (staffId: string | undefined, category = "DIFFICULTY_CASE", agency = "1819"): Promise<boolean> =>
    copy().holds(
      "BREAK_GLASS",
      { role: "ADVISOR_1819", agency, ...(staffId !== undefined && { staffId }) },
      { entrepreneurId: marie },
      category,
    );

  it("opens one category to who broke it, and to no colleague", async () => {
    await apply("spine", broken);
    expect(await breaks("3")).toBe(true);
    expect([await breaks("4"), await breaks(undefined), await breaks("3", "COACHING_CONTENT")]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await breaks("3", "DIFFICULTY_CASE", "HUB")).toBe(false);
  });

  it("opens the rows of the agency that reviews it, by every name it had, and no other's", async () => {
    await apply("spine", broken);
    const reader: Reader = { role: "ADVISOR_1819", agency: "1819", staffId: "3" };
    const opens = (agencyCode: string): Promise<boolean> =>
      copy().holds("BREAK_GLASS", reader, { entrepreneurId: marie, agencyCode }, "DIFFICULTY_CASE");
    expect([await opens("COM"), await opens("CED"), await opens("HUB")]).toEqual([true, true, false]);
  });
});

describe("a copy that is not fresh", () => {
  it.each([
    ["29 s old", "29 s", "0 s", [true, true]],
    ["31 s old", "31 s", "0 s", [false, true]],
    ["31 s old from the other producer", "0 s", "31 s", [true, false]],
    ["never read to its end", null, "0 s", [false, true]],
  ])("%s: of %s and %s ago, mandates and coaching count %j", async (_, spine, coaching, expected) => {
    await apply("spine", mandated());
    await apply("coaching", coached());
    await read("spine", spine);
    await read("coaching", coaching);
    expect([await acts(), await coaches()]).toEqual(expected);
  });

  it("of no feed at all counts nothing", async () => {
    await apply("spine", mandated());
    await opened.database.query(statement("delete from feed_cursor"));
    expect(await acts()).toBe(false);
  });

  it("still knows who is who, and who has a dossier at the own agency", async () => {
    await apply("spine", identity("i", old, marie));
    await read("spine", "1 day");
    const self: Reader = { role: "ENTREPRENEUR", entrepreneurId: marie };
    expect((await copy().identity(old)).canonicalId).toBe(marie);
    expect(await copy().holds("OWN", self, { entrepreneurId: marie }, "SEX")).toBe(true);
    expect(await copy().holds("ASSIGNED", coach, { staffId: "7", agencyCode: "HUB" }, "NEED")).toBe(true);
  });
});

describe("what is one's own", () => {
  it.each<[string, Reader, string | null, boolean]>([
    ["a person's own row", { role: "ENTREPRENEUR", entrepreneurId: marie }, marie, true],
    ["somebody else's", { role: "ENTREPRENEUR", entrepreneurId: marie }, karim, false],
    ["nobody's", { role: "ENTREPRENEUR", entrepreneurId: marie }, null, false],
    ["a reader who is no person", { role: "ADVISOR_1819" }, marie, false],
  ])("%s", async (_, reader, entrepreneurId, expected) => {
    expect(await copy().holds("OWN", reader, { entrepreneurId }, "SEX")).toBe(expected);
  });

  it.each<[string, Reader, { staffId?: string; agencyCode?: string }, boolean]>([
    ["assigned", coach, { staffId: "7", agencyCode: "HUB" }, true],
    ["assigned at another agency to the same staff id", coach, { staffId: "7", agencyCode: "COM" }, false],
    ["assigned to another", coach, { staffId: "8", agencyCode: "HUB" }, false],
    ["assigned without agency", coach, { staffId: "7" }, false],
    [
      "assigned to nobody, read by nobody in particular",
      { role: "COACH", agency: "HUB" },
      { agencyCode: "HUB" },
      false,
    ],
    [
      "assigned before the agencies merged",
      { ...coach, agency: "NEW", formerAgencies: ["HUB"] },
      { staffId: "7", agencyCode: "HUB" },
      true,
    ],
  ])("a dossier %s", async (_, reader, subject, expected) => {
    expect(await copy().holds("ASSIGNED", reader, subject, "NEED")).toBe(expected);
  });
});

describe("a producer that has left", () => {
  it("takes what it told with it, and makes nothing of the others stale", async () => {
    await apply("spine", mandated());
    await apply("coaching", coached());
    await read("coaching", "1 day");
    expect([await acts(), await coaches()]).toEqual([true, false]);
    await read("coaching", "0 s");
    expect([await acts(), await coaches()]).toEqual([true, true]);
    await followOnly(opened.database, target, ["spine"]);
    expect([await acts(), await coaches()]).toEqual([true, false]);
  });

  it("is not one that comes: what the others told counts before the newcomer was read", async () => {
    await apply("spine", mandated());
    await followOnly(opened.database, target, ["spine", "coaching", "newcomer"]);
    expect(await acts()).toBe(true);
  });
});

describe("who is who, told long ago", () => {
  const owns = (reader: string, person: string): Promise<boolean> =>
    copy().holds("OWN", { role: "ENTREPRENEUR", entrepreneurId: reader }, { entrepreneurId: person }, "IDENTITY");

  it("still finds rows, and opens nothing by an id that may have been parted from the person's again", async () => {
    await apply("spine", identity("i1", old, marie), identity("i2", older, marie));
    expect([await owns(marie, old), await owns(old, older), await owns(old, marie)]).toEqual([true, true, true]);
    expect([...(await copy().certainIds(marie))].sort()).toEqual([marie, old, older].sort());
    for (const ago of ["31 s", null]) {
      await read("spine", ago);
      expect([await owns(marie, old), await owns(old, older), await owns(old, marie)]).toEqual([false, false, false]);
      // Under the id by which the person signed in, the rows are the person's whatever was merged.
      expect([await owns(marie, marie), await owns(old, old), await owns(karim, marie)]).toEqual([true, true, false]);
      expect(await copy().certainIds(old)).toEqual([old]);
      expect((await copy().identity(old)).canonicalId).toBe(marie);
    }
    await read("spine", "29 s");
    expect(await owns(marie, old)).toBe(true);
  });

  it("is asked for a hundred rows in one statement more", async () => {
    const former = Array.from({ length: 100 }, (_, index) => idFrom("former", index));
    await apply("spine", ...former.map((id, index) => identity(`f${index}`, id, marie)));
    const policy = copy();
    const before = opened.database.statements;
    const reader: Reader = { role: "ENTREPRENEUR", entrepreneurId: marie };
    const held = await Promise.all(
      former.map((entrepreneurId) => policy.holds("OWN", reader, { entrepreneurId }, "IDENTITY")),
    );
    expect(held).not.toContain(false);
    expect(opened.database.statements - before).toBe(2);
  });
});

describe("who may tell what", () => {
  it("is decided by who owns it: others' mandates and identities are not believed, and stop nothing", async () => {
    await apply("coaching", mandated({ entrepreneurId: karim }), identity("i", karim, marie), coached());
    expect(await acts({ role: "MANDATARY", entrepreneurId: karim })).toBe(false);
    expect((await copy().identity(karim)).canonicalId).toBe(karim);
    expect(await coaches()).toBe(true);
  });

  it("of coaches is believed from the subgraph of their agency only, the spine's own included", async () => {
    const atVillage = { agencyCode: "VILLAGE_FINANCE", staffId: "9" };
    await apply("coaching", coached(), relation("of another's coach", { kind: "COACHING", ...atVillage }));
    await apply("financing", relation("own", { kind: "COACHING", ...atVillage }));
    await apply("spine", relation("spine's", { kind: "COACHING", agencyCode: "COM", staffId: "7" }));
    const stored = statement(`select producer, agency_code as agency from policy_relation order by 1`);
    expect(await opened.database.query(stored)).toEqual([{ producer: "coaching", agency: "HUB" }]);
    expect(await coaches({ role: "COACH", agency: "VILLAGE_FINANCE", staffId: "9" })).toBe(false);
    // What was believed and changes hands to another's agency is gone.
    await apply("coaching", coached(atVillage));
    expect([await coaches(), (await opened.database.query(stored)).length]).toEqual([false, 0]);
  });

  it("keeps one producer's rows from another's, also under the same key", async () => {
    await apply("spine", mandated());
    await apply("coaching", coached({}), gone("m"));
    expect([await acts(), await coaches()]).toEqual([true, true]);
    await target.sweep(opened.database, { producer: "coaching", generation: 2 });
    expect([await acts(), await coaches()]).toEqual([true, false]);
  });

  it("takes an identity that was merged again under another key, in one page and in two", async () => {
    await apply("spine", identity("i1", old, marie));
    await apply("spine", gone("i1"), identity("i2", old, karim));
    expect((await copy().identity(old)).canonicalId).toBe(karim);
    await apply("spine", identity("i3", old, marie));
    await apply("spine", gone("i2"));
    expect((await copy().identity(old)).canonicalId).toBe(marie);
  });

  it("skips a kind that this version does not know", async () => {
    await apply(
      "spine",
      { key: "x", body: { kind: "DELEGATION", entrepreneurId: marie } },
      { key: "y", body: {} },
      mandated(),
    );
    expect(await acts()).toBe(true);
  });
});

describe("a list of a hundred rows", () => {
  it("asks for its relations in one statement, and for who is who in one more", async () => {
    await apply("coaching", coached());
    const policy = copy();
    const before = opened.database.statements;
    const subjects = Array.from({ length: 100 }, (_, index) => ({
      entrepreneurId: index === 50 ? marie : idFrom("other", index),
    }));
    const answers = await Promise.all(
      [...subjects, ...subjects].map((subject) => policy.holds("COACH_OF", coach, subject, "DECISION")),
    );
    expect(opened.database.statements - before).toBe(2);
    expect(answers.flatMap((answer, index) => (answer ? [index] : []))).toEqual([50, 150]);
  });
});

describe("what a project became", () => {
  const projectId = idFrom("project");
  const became = (part: Partial<RelationPolicy> = {}) =>
    relation("p", { kind: "PROJECT", projectId, enterpriseNumber: number, agencyCode: "HUB", ...part });
  const enterprise = (entrepreneurId: string = marie, of: string | null = projectId): Promise<string | null> =>
    copy().projects.enterpriseOf({ projectId: of, entrepreneurId });

  it("counts while the person of the project acts for the enterprise, under any id", async () => {
    await apply("coaching", became());
    expect(await enterprise()).toBeNull();
    await apply("spine", mandated());
    expect(await enterprise()).toBe(number);
    expect(await copy().projects.actsFor({ entrepreneurId: marie, enterpriseNumber: number })).toBe(true);
    await apply("spine", mandated({ entrepreneurId: old }), identity("i", old, marie));
    expect(await enterprise()).toBe(number);
    expect(await enterprise(old)).toBe(number);
    await apply("spine", gone("i"));
    expect(await enterprise()).toBeNull();
  });

  it.each<[string, Partial<RelationPolicy>]>([
    ["has ended", { until: day(-1) }],
    ["begins tomorrow", { since: day(1) }],
    ["is in another enterprise", { enterpriseNumber: "0403019261" }],
    ["is another person's", { entrepreneurId: karim }],
  ])("counts for nothing with a mandate that %s", async (_, part) => {
    await apply("coaching", became());
    await apply("spine", mandated(part));
    expect(await enterprise()).toBeNull();
  });

  it("is of the person whose project it is, and of no project that is not told", async () => {
    await apply("coaching", became());
    await apply(
      "spine",
      mandated(),
      relation("k", { kind: "MANDATE", entrepreneurId: karim, enterpriseNumber: number }),
    );
    expect(await enterprise(karim)).toBeNull();
    expect(await enterprise(marie, idFrom("another"))).toBeNull();
    expect(await enterprise(marie, null)).toBeNull();
  });

  it("follows a link that is corrected, and one that is taken back", async () => {
    await apply("coaching", became());
    await apply("spine", mandated(), relation("o", { kind: "MANDATE", enterpriseNumber: "0403019261" }));
    await apply("coaching", became({ enterpriseNumber: "0403019261" }));
    expect(await enterprise()).toBe("0403019261");
    await apply("coaching", gone("p"));
    expect(await enterprise()).toBeNull();
  });

  it.each(["spine", "coaching"])("is closed where what %s tells is older than 30 s", async (producer) => {
    await apply("coaching", became());
    await apply("spine", mandated());
    await read(producer, "31 s");
    expect(await enterprise()).toBeNull();
  });

  it.each(["spine", "financing"])("is believed from who keeps projects, not from %s", async (producer) => {
    await read(producer, "0 s");
    await apply("spine", mandated());
    await apply(producer, became());
    expect(await enterprise()).toBeNull();
  });
});
