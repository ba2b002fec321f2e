/** What holds for every answer: silence is never "nothing", every null that is an error says so where it stands, pages add up, limits are plain. */
import { operation, sorted, valueAt, type Answer, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { toldEntries } from "../told-entries.js";

interface Whole {
  readonly entrepreneur: Readonly<Record<string, unknown>> & {
    readonly mandates: readonly { readonly enterprise: Readonly<Record<string, unknown>> }[];
  };
}

interface Pages {
  readonly entrepreneur: { readonly timeline: List<Entry>; readonly supports: List<Entry> };
}

interface Entry {
  readonly id: string;
  readonly label: string;
}

const whole = operation(__dirname, "whole");
const pages = operation(__dirname, "pages");

describe("every answer", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "whole answers" });
  }, 90_000);
  afterAll(() => all.system.stop());

  it("has sections with empty lists, and no nulls, for a person whom nobody but 1819 knows", async () => {
    const { data, errors } = await all.ask<Whole>(whole, { id: all.story("FRONT_DOOR_ONLY").id });
    expect(errors).toEqual([]);
    const none = { edges: [] };
    expect(data.entrepreneur).toMatchObject({
      mandates: [],
      projects: none,
      supports: none,
      referrals: none,
      isCoached: false,
      coaching: { dossiers: none, sessions: none, enrolments: none, testPhases: none },
      financing: { applications: none, grants: none, guarantees: none, coInvestments: none, stateAidAwards: none },
      housing: { stays: none, cheques: none, visits: none, needs: none },
    });
    const interactions = all.story("FRONT_DOOR_ONLY").interactions.length;
    expect([data.entrepreneur["interactions"], data.entrepreneur["timeline"]]).toMatchObject([
      { edges: { length: interactions } },
      { edges: { length: interactions } },
    ]);
  });

  it.each(["coaching", "financing", "housing", "registry"])(
    "without %s has the same as with it, but for its own nulls, each with a coded error at its place",
    async (name) => {
      const { id } = all.story("KNOWN_TO_EVERY_POLE");
      const before = await all.ask<Whole>(whole, { id });
      expect(before.errors).toEqual([]);
      await all.subgraph(name).kill();
      try {
        const answer = await all.ask<Whole>(whole, { id });
        expect(answer.errors.length).toBeGreaterThan(0);
        for (const { path, extensions } of answer.errors) {
          expect([path, extensions.code, extensions.service]).toEqual([path, "SUBGRAPH_UNAVAILABLE", name]);
          expect([path, valueAt(answer.data, path)]).toEqual([path, null]);
        }
        expect(gapsBetween(before.data, answer.data)).toEqual(
          sorted(answer.errors.map(({ path }) => path?.join(".") ?? "")),
        );
      } finally {
        await all.isUp(name);
      }
    },
  );

  describe("in pages", () => {
    /** Reads a list to its end, so many at a time. */
    async function read(list: "timeline" | "supports", first: number, filter: object = {}): Promise<readonly Entry[]> {
      const found: Entry[] = [];
      for (let after: string | null = null, more = true; more;) {
        const answer: Answer<Pages> = await all.ask<Pages>(pages, {
          id: all.story("HUNDRED_ENTRIES").id,
          first,
          [`${list}After`]: after,
          ...filter,
        });
        expect(answer.errors).toEqual([]);
        const { edges, pageInfo }: List<Entry> = answer.data.entrepreneur[list];
        expect([edges.length > 0, pageInfo.endCursor]).toEqual([true, edges.at(-1)?.cursor]);
        found.push(...edges.map(({ node }) => node));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      return found;
    }

    it("adds up: a history of more than a hundred entries is the same by 7 and by 100, each entry once", async () => {
      const told = toldEntries(all.story("HUNDRED_ENTRIES"));
      const [small, large] = [await read("timeline", 7), await read("timeline", 100)];
      expect(told.length).toBeGreaterThan(100);
      expect(small).toEqual(large);
      expect(sorted(small.map(({ id }) => id))).toEqual(sorted(told.map(({ id }) => id)));
      expect(await read("supports", 3)).toEqual(await read("supports", 100));
    });

    it("adds up when it is narrowed to kinds and agencies", async () => {
      const filter = { kinds: ["COACHING_SESSION", "INTERACTION"], agencies: ["LOCAL_DESKS", "1819"] };
      const told = toldEntries(all.story("HUNDRED_ENTRIES")).filter(
        ({ type, agency }) => ["CoachingSession", "Interaction"].includes(type) && filter.agencies.includes(agency),
      );
      expect(told.length).toBeGreaterThan(20);
      expect(sorted((await read("timeline", 9, filter)).map(({ id }) => id))).toEqual(sorted(told.map(({ id }) => id)));
    });
  });

  it("says in which language a text came that is missing in the one asked", async () => {
    const query = "{ sites(first: 1) { edges { node { municipality } } } }";
    const [english, dutch] = [await all.ask(query), await all.ask(query, {}, { language: "NL" })];
    expect(english.extensions.languages).toEqual([{ asked: "EN", given: "FR" }]);
    expect(dutch.extensions).toEqual({});
  });

  describe("over a limit is refused with a code that says which", () => {
    const id = "9b77baa9-dacc-450d-b6f9-b08a518ea233";
    const deep = `${'{ enterprise(number: "0010000007") { supports { edges { node { ... on CoachingDossier { entrepreneur { '.concat("mandates { enterprise { coaching { dossiers { edges { node { entrepreneur { ".repeat(2))} id ${"}".repeat(20)} }`;
    it.each([
      [
        "a page of 101",
        `{ entrepreneur(id: "${id}") { timeline(first: 101) { edges { cursor } } } }`,
        200,
        "PAGE_SIZE_INVALID",
      ],
      [
        "a page of none",
        `{ entrepreneur(id: "${id}") { coaching { dossiers(first: 0) { edges { cursor } } } } }`,
        200,
        "PAGE_SIZE_INVALID",
      ],
      [
        "a cursor of no list",
        `{ entrepreneur(id: "${id}") { supports(after: "rubbish") { edges { cursor } } } }`,
        200,
        "CURSOR_INVALID",
      ],
      ["an id of no kind", `{ entrepreneur(id: "rubbish") { id } }`, 200, "ID_INVALID"],
      ["more than 15 levels", deep, 400, "OPERATION_TOO_DEEP"],
      [
        "more than 20 roots",
        `{ ${Array.from({ length: 21 }, (_, place) => `a${place}: agencies { code }`).join(" ")} }`,
        400,
        "OPERATION_HAS_TOO_MANY_ROOTS",
      ],
      [
        "lists within lists within lists",
        `{ entrepreneur(id: "${id}") { coaching { dossiers(first: 100) { edges { node { sessions(first: 100) { edges { node { id dossier { id } } } } } } } } } }`,
        400,
        "OPERATION_TOO_COSTLY",
      ],
      ["a field that is not there", "{ nothing }", 400, "GRAPHQL_VALIDATION_FAILED"],
      ["more than 256 kB", `{ agencies { code } } #${"x".repeat(300_000)}`, 413, "BODY_TOO_LARGE"],
    ])("%s", async (_, query, status, code) => {
      const answer = await all.ask(query);
      expect([answer.status, answer.errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]]);
      expect(answer.errors[0]?.message).toMatch(/\S/);
    });
  });
});

/** Where something stands in the one answer and null in the other; both must be equal besides. */
function gapsBetween(before: unknown, after: unknown, path = ""): string[] {
  if (before !== null && after === null) return [path];
  if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) {
    expect([path, after]).toEqual([path, before]);
    return [];
  }
  expect([path, Object.keys(after)]).toEqual([path, Object.keys(before)]);
  const value = (key: string): unknown => (after as Readonly<Record<string, unknown>>)[key];
  return sorted(
    Object.entries(before).flatMap(([key, child]) =>
      gapsBetween(child, value(key), path === "" ? key : `${path}.${key}`),
    ),
  );
}
