/** J01 (2), J09, J22: what an advisor of 1819 must not see, asked for all the same. */
import { hardCases, type HardCase } from "@parcours/shared/demonstration/cases";
import { operation, sorted, valueAt, type AnsweredError, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { toldEntries } from "../told-entries.js";

type Coded = { readonly code: string; readonly label?: string };
type Line = {
  readonly __typename: string;
  readonly id: string;
  readonly agency: Coded;
  readonly kind: Coded;
  readonly label: string;
};

interface Path {
  readonly entrepreneur: {
    readonly timeline: List<Line>;
    readonly supports: List<Line>;
    readonly presence: readonly { readonly agency: Coded; readonly state: string }[];
    readonly coaching: {
      readonly dossiers: List<{ readonly id: string; readonly stage: Coded; readonly topic: Coded }>;
    };
    readonly financing: {
      readonly applications: List<{
        readonly id: string;
        readonly state: Coded;
        readonly since: string | null;
        readonly until: string | null;
        readonly active: boolean;
      }>;
    };
  };
}

interface Withheld {
  readonly entrepreneur: {
    readonly financing: { readonly applications: List<{ readonly id: string; readonly state: Coded }> };
  };
}

/** Category of every field of withheld.graphql that must be null, by the end of its path. */
const withheld: Readonly<Record<string, string>> = {
  "entrepreneur.sex": "SEX",
  "dossiers.edges.*.node.outcome": "COACHING_CONTENT",
  "dossiers.edges.*.node.recordedTopic": "COACHING_CONTENT",
  "dossiers.edges.*.node.recordedStage": "COACHING_CONTENT",
  "sessions.edges.*.node.note": "COACHING_CONTENT",
  "sessions.edges.*.node.minutes": "COACHING_CONTENT",
  "testPhases.edges.*.node.successful": "COACHING_CONTENT",
  "coaching.difficultyCases": "DIFFICULTY_CASE",
  "coaching.restartEnrolments": "DIFFICULTY_CASE",
  "applications.edges.*.node.status": "DECISION",
  "applications.edges.*.node.closedAt": "DECISION",
  "applications.edges.*.node.decision": "DECISION",
  "applications.edges.*.node.instrument": "APPLICATION_CONTENT",
  "applications.edges.*.node.amountAsked": "APPLICATION_CONTENT",
  "applications.edges.*.node.use": "APPLICATION_CONTENT",
  "applications.edges.*.node.motivationRequested": "APPLICATION_CONTENT",
  "applications.edges.*.node.coachingDossierId": "APPLICATION_CONTENT",
  "applications.edges.*.node.besideApplication": "APPLICATION_CONTENT",
  "applications.edges.*.node.conditionsNotMet": "APPLICATION_CONTENT",
  "grants.edges.*.node.instrument": "APPLICATION_CONTENT",
  "financing.creditMediations": "DIFFICULTY_CASE",
  "stays.edges.*.node.unit": "SITE_PLACE",
  "enterprise.earlySignals": "EARLY_SIGNALS",
};

describe("what is not shared with an advisor of 1819", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "not shared" });
  }, 90_000);
  afterAll(() => all.system.stop());

  const names = Object.keys(hardCases) as HardCase[];
  const pathOf = async (name: HardCase): Promise<Path["entrepreneur"]> => {
    const { data, errors } = await all.ask<Path>(operation(__dirname, "path"), { id: all.story(name).id });
    expect(errors).toEqual([]);
    return data.entrepreneur;
  };

  it.each<HardCase>([
    "COACHED_AND_REFUSED",
    "KNOWN_TO_EVERY_POLE",
    "HONOUR_LOAN_REFUSED",
    "STACKED_CREDIT",
    "TEST_PHASE",
    "BANKRUPT_AND_RESTARTED",
    "FRONT_DOOR_ONLY",
  ])("is null for %s at every place, with NOT_SHARED and what would open it", async (name) => {
    const { data, errors } = await all.ask<Withheld>(operation(__dirname, "withheld"), { id: all.story(name).id });
    expect(placesOf(data, Object.keys(withheld))).toEqual(sorted(errors.map(placeOf)));
    for (const error of errors) {
      expect(valueAt(data, error.path)).toBeNull();
      const end =
        Object.keys(withheld).find((pattern) =>
          placeOf(error)
            .replace(/\.\d+\./g, ".*.")
            .endsWith(pattern),
        ) ?? "";
      expect(error.extensions).toMatchObject({
        code: "NOT_SHARED",
        category: withheld[end],
        opens: expect.arrayContaining(["OWN"]),
      });
    }
  });

  it("shows every ended application as CLOSED, granted, refused or withdrawn alike, without an end that would tell", async () => {
    const seen = new Set<string>();
    for (const name of names) {
      const told = all.story(name).financing.applications.filter(({ instrument }) => instrument !== "MEDIATION");
      if (told.length === 0) continue;
      const { edges } = (await pathOf(name)).financing.applications;
      expect(edges.length).toBe(Math.min(told.length, 20));
      for (const { node } of edges) {
        const status = told.find(({ id }) => id === node.id)?.status ?? "unknown";
        seen.add(status);
        expect([name, status, node]).toMatchObject([
          name,
          status,
          {
            state: { code: status === "SUBMITTED" || status === "UNDER_ANALYSIS" ? "OPEN" : "CLOSED" },
            since: null,
            until: null,
            active: false,
          },
        ]);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(["GRANTED", "REFUSED", "WITHDRAWN", "UNDER_ANALYSIS"]));
  });

  describe("of those in difficulty", () => {
    const inDifficulty = (): HardCase[] => names.filter((name) => all.story(name).coaching.difficultyCases.length > 0);

    it("holds no case, no restart package, no restart credit by its name: not in timeline, supports or presence", async () => {
      expect(inDifficulty()).toEqual(expect.arrayContaining(["BANKRUPT_AND_RESTARTED", "IN_DIFFICULTY"]));
      for (const name of inDifficulty()) {
        const { coaching } = all.story(name);
        const path = await pathOf(name);
        const text = JSON.stringify(path);
        const restricted = [
          ...coaching.difficultyCases,
          ...coaching.enrolments.filter((enrolment) => enrolment.package === "RESTART"),
        ];
        for (const { id } of restricted) expect(text).not.toContain(id);
        expect(path.presence.find(({ agency }) => agency.code === "COM")?.state).toBe("UNKNOWN_HERE");
        // 1819's own words apart: what was asked there, and to whom it referred, an advisor of 1819 may read.
        const { timeline, ...rest } = path;
        const lines = timeline.edges.map(({ node }) => node).filter(({ agency }) => agency.code !== "1819");
        expect(JSON.stringify([lines, rest])).not.toMatch(/difficult|restart|bankrupt|insolven|mediation/i);
        // All that may be told is there; who shares an enterprise finds what it holds besides.
        const told = toldEntries(all.story(name)).filter(({ agency }) => agency !== "1819");
        expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(told.map(({ id }) => id)));
      }
    });

    it("tells nothing by an id either: a case that is there and one that is not answer alike", async () => {
      const query = operation(__dirname, "restricted");
      const there = all.story("IN_DIFFICULTY").coaching.difficultyCases[0]?.id ?? "";
      const absent = "6f1d7a52-3f0e-4c56-9a0e-0d5f1f5c2f11";
      const [known, unknown] = [await all.ask(query, { id: there }), await all.ask(query, { id: absent })];
      const plain = ({ data, errors }: typeof known): string =>
        JSON.stringify([data, sorted(errors.map((error) => JSON.stringify(error)))])
          .replaceAll(there, "ID")
          .replaceAll(absent, "ID");
      expect(plain(known)).toEqual(plain(unknown));
      expect(known.errors.length).toBeGreaterThan(0);
      for (const { extensions } of known.errors) expect(extensions.code).toBe("NOT_SHARED");
    });
  });
});

function placeOf({ path = [] }: AnsweredError): string {
  return path.join(".");
}

/** Every place of an answer whose path ends as one of the patterns does. */
function placesOf(data: unknown, ends: readonly string[]): string[] {
  const patterns = ends.map((end) => new RegExp(`(^|\\.)${end.replaceAll(".", "\\.").replaceAll("*", "\\d+")}$`));
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (patterns.some((pattern) => pattern.test(path))) found.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) walk(child, path === "" ? key : `${path}.${key}`);
  };
  walk(data, "");
  return sorted(found);
}
