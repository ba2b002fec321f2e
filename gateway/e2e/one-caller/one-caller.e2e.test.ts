/** J01: a 1819 advisor looks up a caller's history over all agencies; with one of them silent, and with the front door gone. */
import { withClient } from "@parcours/shared/database-roles";
import { idsIn, operation, sorted, until, type Answer, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { toldEntries } from "../told-entries.js";

interface Line {
  readonly __typename: string;
  readonly id: string;
  readonly occurredAt: string;
  readonly agency: { readonly code: string; readonly name: string };
  readonly kind: { readonly code: string };
  readonly label: string | null;
}

interface Presence {
  readonly agency: { readonly code: string };
  readonly state: string;
  readonly asOf: string | null;
}

interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly mandates: readonly {
    readonly enterprise: {
      readonly number: string;
      readonly name: string | null;
      readonly registryState: string | null;
    };
  }[];
  readonly presence: readonly Presence[];
  readonly timeline: List<Line>;
  readonly supports: List<Line>;
  readonly housing: { readonly stays: List<{ readonly id: string }> } | null;
}

interface History {
  readonly caller: { readonly outcome: string; readonly entrepreneur: Person } | null;
}

const history = operation(__dirname, "history");
const housingTypes = ["HousingStay", "CoworkingCheque", "PermanenceVisit"];
const housingAgencies = ["BLSI", "CITYDEV", "COWORKING_BRUSSELS", "EEBIC", "GREENBIZZ", "ICAB"];
/** The product's own limits for one call and for a whole answer (design 10), milliseconds. */
const limits = { call: 800, answer: 1_500 };

describe("one caller, one history (J01)", () => {
  let all: EndToEnd;
  let phone: string;
  beforeAll(async () => {
    all = await startAll({ name: "one caller", hasRealLimits: true });
    phone = all.phoneOf("KNOWN_TO_EVERY_POLE");
  }, 90_000);
  afterAll(() => all.system.stop());

  const ask = (number = phone): Promise<Answer<History>> => all.ask<History>(history, { phone: number });
  const personIn = ({ data }: Answer<History>): Person => {
    if (!data.caller) throw new Error("no caller in the answer");
    return data.caller.entrepreneur;
  };
  /** A machine at its limits makes one answer late: then it is asked again. */
  async function answered(isAsWanted: (answer: Answer<History>) => boolean): Promise<Answer<History>> {
    let answer = await ask();
    for (let tries = 0; tries < 20 && !isAsWanted(answer); tries += 1) answer = await ask();
    return answer;
  }
  const isWhole = ({ errors }: Answer<History>): boolean => errors.length === 0;

  it("is one query and one answer, ordered by date, each line with its agency and date", async () => {
    const answer = await answered(isWhole);
    expect(answer.errors).toEqual([]);
    expect(answer.data.caller?.outcome).toBe("ONE");
    const { edges } = personIn(answer).timeline;
    const told = toldEntries(all.story("KNOWN_TO_EVERY_POLE"));
    const seen = edges.map(({ node }) => ({
      id: node.id,
      type: node.__typename,
      agency: node.agency.code,
      day: node.occurredAt.slice(0, 10),
    }));
    expect([...seen].sort(byId)).toEqual([...told].sort(byId));
    const days = edges.map(({ node }) => node.occurredAt);
    expect(days).toEqual(sorted(days).reverse());
    for (const { node } of edges)
      expect(node).toMatchObject({ agency: { name: expect.any(String) }, label: expect.stringMatching(/\S/) });
    expect(new Set(seen.map(({ type }) => type))).toEqual(
      new Set([
        "Interaction",
        "CoachingDossier",
        "CoachingSession",
        "FundingApplication",
        "FundingGrant",
        ...new Set(told.map(({ type }) => type)),
      ]),
    );
    expect(personIn(answer).mandates[0]?.enterprise).toMatchObject({
      registryState: "KNOWN",
      name: expect.any(String),
    });
  });

  it("gives an unknown caller an empty answer, not an error", async () => {
    const { data, errors } = await ask("+32450000001");
    expect([data, errors]).toEqual([{ caller: { outcome: "NONE", entrepreneur: null } }, []]);
  });

  describe("with housing switched off", () => {
    let before: Person;
    beforeAll(async () => {
      before = personIn(await answered(isWhole));
      await all.subgraph("housing").kill();
    });
    afterAll(() => all.isUp("housing"));

    it("still answers in time, and says which agencies are silent, at the exact places", async () => {
      const answer = await answered(
        ({ data }) =>
          data.caller !== null && (data.caller.entrepreneur.timeline?.edges[0]?.node.agency.name ?? null) !== null,
      );
      const person = personIn(answer);
      expect(answer.milliseconds).toBeLessThan(limits.answer);
      const lines = person.timeline.edges.map(({ node }) => node);
      expect(lines.map(({ id, occurredAt, agency }) => [id, occurredAt, agency.code])).toEqual(
        before.timeline.edges.map(({ node }) => [node.id, node.occurredAt, node.agency.code]),
      );
      const silent = lines.flatMap(({ __typename }, place) => (housingTypes.includes(__typename) ? [place] : []));
      expect(silent.length).toBeGreaterThan(0);
      expect(lines.filter(({ label }) => label === null).map(({ __typename }) => __typename)).toEqual(
        silent.map((place) => lines[place]?.__typename),
      );
      const supports = person.supports.edges.flatMap(({ node }, place) =>
        housingTypes.includes(node.__typename) ? [place] : [],
      );
      expect(person.housing).toBeNull();
      expect(sorted(answer.errors.map(({ path }) => path?.join(".")))).toEqual(
        sorted([
          "caller.entrepreneur.housing",
          ...supports.map((place) => `caller.entrepreneur.supports.edges.${place}.node.label`),
          ...silent.map((place) => `caller.entrepreneur.timeline.edges.${place}.node.label`),
        ]),
      );
      for (const { extensions } of answer.errors) expect(extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
      expect(answer.extensions.agencies).toEqual(
        Object.fromEntries(
          housingAgencies.map((code) => [code, { state: "NOT_ANSWERED", code: "SUBGRAPH_UNAVAILABLE" }]),
        ),
      );
    });

    it("says NOT_ANSWERED for its agencies once the directory's copy is older than a minute, and knows the others still", async () => {
      // The clock of the copy is turned back instead of waiting for a minute; with housing down nothing moves it forward again.
      const stateOf = (person: Person, agency: string): string | undefined =>
        person.presence.find((row) => row.agency.code === agency)?.state;
      expect(stateOf(personIn(await ask()), "CITYDEV")).toBe("KNOWN");
      await withClient(all.system.ownerUrl("front-door"), (client) =>
        client.query(
          "update feed_cursor set as_of = as_of - interval '61 s' where producer = 'housing' and topic = 'POINTER'",
        ),
      );
      const { presence } = personIn(await ask());
      expect(presence.filter(({ state }) => state === "NOT_ANSWERED").map(({ agency }) => agency.code)).toEqual(
        housingAgencies,
      );
      expect(stateOf({ ...before, presence }, "HUB")).toBe("KNOWN");
    });

    it("answers whole again once housing is back", async () => {
      await all.isUp("housing");
      await until("the directory has heard of housing again", async () =>
        personIn(await ask()).presence.every(({ state }) => state !== "NOT_ANSWERED"),
      );
      const answer = await answered(isWhole);
      const { presence: _, ...rest } = personIn(answer);
      const { presence: __, ...whole } = before;
      expect(rest).toEqual(whole);
    });
  });

  it("answers in time when an agency hangs instead of failing, and calls that a timeout", async () => {
    const { pid = 0 } = all.subgraph("housing");
    process.kill(pid, "SIGSTOP");
    try {
      const answer = await answered(({ data, milliseconds }) => data.caller !== null && milliseconds < limits.answer);
      expect(answer.milliseconds).toBeGreaterThanOrEqual(limits.call - 50);
      expect(answer.milliseconds).toBeLessThan(limits.answer);
      expect(personIn(answer).timeline.edges.length).toBeGreaterThan(0);
      expect(answer.extensions.agencies).toMatchObject({
        CITYDEV: { state: "NOT_ANSWERED", code: "SUBGRAPH_TIMEOUT" },
      });
    } finally {
      process.kill(pid, "SIGCONT");
    }
  });

  describe("with the front door gone", () => {
    beforeAll(() => all.subgraph("front-door").kill());
    afterAll(() => all.isUp("front-door"));

    it("says so at the roots, and never that nobody is known", async () => {
      const { entrepreneurId, number } = {
        entrepreneurId: all.story("KNOWN_TO_EVERY_POLE").id,
        number: all.story("KNOWN_TO_EVERY_POLE").enterprises[0]?.number,
      };
      const answer = await all.ask(operation(__dirname, "roots"), { id: entrepreneurId, number, phone });
      expect(answer.data).toMatchObject({ caller: null, entrepreneur: null, enterprise: null });
      expect(sorted(answer.errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions.code}`))).toEqual([
        "caller SUBGRAPH_UNAVAILABLE",
        "enterprise SUBGRAPH_UNAVAILABLE",
        "entrepreneur SUBGRAPH_UNAVAILABLE",
      ]);
      expect(answer.extensions.agencies).toEqual({ "1819": { state: "NOT_ANSWERED", code: "SUBGRAPH_UNAVAILABLE" } });
    });

    it("still answers what every other subgraph holds, by the subgraph's own roots", async () => {
      const { id, enterprises, coaching, financing, housing } = all.story("KNOWN_TO_EVERY_POLE");
      const { data, errors } = await all.ask<OwnRoots>(operation(__dirname, "own-roots"), {
        id,
        number: enterprises[0]?.number,
      });
      expect(errors).toEqual([]);
      expect(idsIn(data.coachingDossiers)).toEqual(sorted(coaching.dossiers.map((dossier) => dossier.id)));
      expect(idsIn(data.financingOfEntrepreneur.applications)).toEqual(
        sorted(financing.applications.map((application) => application.id)),
      );
      expect(idsIn(data.housingStays)).toEqual(sorted(housing.stays.map((stay) => stay.id)));
      expect(data.registryEnterprise).toMatchObject({ registryState: "KNOWN", name: expect.any(String) });
    });
  });
});

interface OwnRoots {
  readonly coachingDossiers: List<{ readonly id: string }>;
  readonly financingOfEntrepreneur: { readonly applications: List<{ readonly id: string }> };
  readonly housingStays: List<{ readonly id: string }>;
  readonly registryEnterprise: object;
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
