/** Who may see what, and who looked: the reading points of J09, J10, J12, J22 and J29, with people who sign in. */
import { operation, type Answer, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";

type Coded = { readonly code: string };
type Node = Readonly<Record<string, unknown>> & { readonly id: string };

interface Difficulty {
  readonly entrepreneur: {
    readonly coaching: { readonly difficultyCases: List<Node> | null } | null;
    readonly financing: { readonly grants: List<{ readonly kind: Coded; readonly active: boolean }> } | null;
    readonly timeline: List<{ readonly __typename: string; readonly kind: Coded; readonly agency: Coded }>;
    readonly presence: readonly { readonly agency: Coded; readonly state: string }[];
  } | null;
}
interface Application {
  readonly id: string;
  readonly agency: Coded;
  readonly state: Coded | null;
  readonly status: Coded | null;
  readonly amountAsked: { readonly amount: string } | null;
  readonly closedAt: string | null;
  readonly decision: { readonly motivation: string | null; readonly outcome: Coded } | null;
}
interface Applications {
  readonly entrepreneur: { readonly financing: { readonly applications: List<Application> } } | null;
}
interface Signals {
  readonly enterprise: {
    readonly earlySignals: {
      readonly negativeEquity: boolean;
      readonly figures: readonly { readonly year: number }[];
    } | null;
  };
}
interface Look {
  readonly id: string;
  readonly at: string;
  readonly agency: (Coded & { readonly name: string }) | null;
  readonly role: Coded;
  readonly byYourself: boolean;
  readonly purpose: (Coded & { readonly label: string }) | null;
  readonly caseReference: string | null;
  readonly categories: readonly Coded[];
  readonly withheld: readonly Coded[];
  readonly result: string;
  readonly records: number;
  readonly flag: string | null;
  readonly owner: string;
}
interface Lookups {
  readonly entrepreneur: {
    readonly lookups:
      | (List<Look> & {
          readonly owners: readonly { readonly owner: string; readonly state: string; readonly total: number | null }[];
        })
      | null;
  } | null;
}

const codesOf = ({ errors }: Answer<unknown>): string[] => [
  ...new Set(errors.map(({ extensions }) => extensions.code)),
];
const nodes = <Row>(list: List<Row> | null | undefined): Row[] => (list?.edges ?? []).map(({ node }) => node);

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "readers" });
}, 120_000);
afterAll(() => all?.system.stop());

describe("an entrepreneur in difficulty (J09)", () => {
  const read = (as: string, purpose?: string): Promise<Answer<Difficulty>> =>
    all.ask<Difficulty>(
      operation(__dirname, "difficulty"),
      { id: all.story("IN_DIFFICULTY").id },
      { as, ...(purpose && { purpose }) },
    );

  it("is known as such to the helper, and to the person", async () => {
    for (const as of ["samira", "nadia"]) {
      const { data } = await read(as);
      expect(nodes(data.entrepreneur?.coaching?.difficultyCases).length).toBeGreaterThan(0);
    }
  });

  it.each(["tom", "sofie", "lucas", "pieter", "elke"])(
    "is no more to %s than anybody with a dossier (2, 4)",
    async (as) => {
      const { data, errors } = await read(as);
      expect(data.entrepreneur?.coaching?.difficultyCases).toBeNull();
      const [refused] = errors.filter(({ path }) => path?.at(-1) === "difficultyCases");
      expect(refused?.extensions).toMatchObject({ code: "NOT_SHARED", category: "DIFFICULTY_CASE" });
      const told = JSON.stringify([data.entrepreneur?.timeline, data.entrepreneur?.presence]);
      expect(told).not.toMatch(/DIFFICULT|RESTART|MEDIATION/);
      const center = data.entrepreneur?.presence.find(({ agency }) => agency.code === "COM");
      expect(center?.state ?? "UNKNOWN_HERE").toBe("UNKNOWN_HERE");
    },
  );

  it("looks the same as somebody who is not: the same answer for a person without any case", async () => {
    const other = await all.ask<Difficulty>(
      operation(__dirname, "difficulty"),
      { id: all.story("FRONT_DOOR_ONLY").id },
      { as: "tom" },
    );
    const own = await read("tom");
    const refusalsOf = (answer: Answer<unknown>): unknown =>
      answer.errors.map(({ message, path, extensions }) => ({ message, path, extensions }));
    expect(refusalsOf(other)).toEqual(refusalsOf(own));
  });

  it("has running loans that the helper sees by their headers (3)", async () => {
    const { data } = await read("samira");
    const grants = nodes(data.entrepreneur?.financing?.grants);
    expect(grants.filter(({ kind, active }) => active && kind.code === "LOAN").length).toBeGreaterThan(0);
  });
});

describe("early signals (J10)", () => {
  const read = (as: string): Promise<Answer<Signals>> =>
    all.ask<Signals>(operation(__dirname, "signals"), { number: all.numberOf("IN_DIFFICULTY") }, { as });

  it("are explained to a recognised helper and to the entrepreneur by the figures of several years (1, 2)", async () => {
    for (const as of ["samira", "nadia"]) {
      const { data } = await read(as);
      expect(data.enterprise.earlySignals?.figures.length).toBeGreaterThan(0);
    }
  });

  it.each(["pieter", "claire", "fatima", "tom", "elke", "nora", "emma"])("never reach %s (3)", async (as) => {
    const { data, errors } = await read(as);
    expect(data.enterprise.earlySignals).toBeNull();
    expect(errors.find(({ path }) => path?.at(-1) === "earlySignals")?.extensions.code).toMatch(
      /^(NOT_SHARED|ROLE_HAS_NO_PURPOSE)$/,
    );
  });
});

describe("seller and buyer (J12)", () => {
  it("the seller's path is not the buyer's: asked for, it is not shared, whichever way leads there (2)", async () => {
    const { id } = all.story("SELLER");
    for (const as of ["yasmine", "yasmine-company"]) {
      const { data, errors } = await all.ask<Difficulty>(operation(__dirname, "difficulty"), { id }, { as });
      expect(data.entrepreneur).toBeNull();
      expect(codesOf({ errors } as Answer<unknown>)).toEqual(["NOT_SHARED"]);
    }
  });

  it("a mandate that has ended opens nothing of what the enterprise holds", async () => {
    const number = all.numberOf("SELLER");
    const query = `query ($number: String!) { enterprise(number: $number) { name supports(first: 10) { edges { node { id } } } financing { applications(first: 10) { edges { node { id amountAsked { amount } } } } } } }`;
    const ended = await all.ask<{ enterprise: { supports: unknown; financing: unknown } }>(
      query,
      { number },
      { as: "georges-company" },
    );
    expect([ended.data.enterprise.supports, ended.data.enterprise.financing]).toEqual([null, null]);
    const runs = await all.ask<{ enterprise: { supports: unknown; financing: unknown } }>(
      query,
      { number },
      { as: "yasmine-company" },
    );
    expect(runs.errors).toEqual([]);
    expect(runs.data.enterprise.supports).not.toBeNull();
  });
});

describe("two lenders (J22)", () => {
  const read = async (as: string): Promise<Application[]> => {
    const { id } = all.story("HONOUR_LOAN_REFUSED");
    const { data } = await all.ask<Applications>(operation(__dirname, "applications"), { id }, { as });
    return nodes(data.entrepreneur?.financing.applications);
  };
  const at = (list: readonly Application[], agency: string): Application[] =>
    list.filter((application) => application.agency.code === agency);

  it("do not see each other's refusals (2): to the other it is closed, without outcome, amount or day", async () => {
    const [own, others] = [await read("fatima"), await read("claire")];
    expect(at(own, "VILLAGE_FINANCE").map(({ decision }) => decision?.outcome.code)).toContain("REFUSED");
    for (const refused of at(others, "VILLAGE_FINANCE"))
      expect(refused).toMatchObject({
        state: { code: "CLOSED" },
        status: null,
        amountAsked: null,
        closedAt: null,
        decision: null,
      });
    expect(at(others, "VILLAGE_FINANCE").length).toBe(at(own, "VILLAGE_FINANCE").length);
    for (const application of at(own, "CREDAL"))
      expect(application).toMatchObject({ amountAsked: null, decision: null });
  });

  it("the applicant sees both, and so does the applicant's coach (R15)", async () => {
    for (const as of ["olivia", "karim"]) {
      const list = await read(as);
      expect(at(list, "VILLAGE_FINANCE").map(({ decision }) => decision?.outcome.code)).toContain("REFUSED");
      expect(at(list, "CREDAL").some(({ amountAsked }) => amountAsked !== null)).toBe(true);
    }
  });

  it("a coach of somebody else sees neither", async () => {
    for (const { decision, amountAsked } of await read("lucas")) expect([decision, amountAsked]).toEqual([null, null]);
  });
});

describe("looks to ask about", () => {
  const asked = `{ flaggedLookups(first: 20) {
    edges { node { flag entrepreneur { id } agency { code } staffId role { code } caseReference owner } } owners { owner state }
  } }`;

  it("are listed for the data protection officer over all owners: who looked up oneself", async () => {
    const lies = all.person("lies");
    const caseReference = "call-2026-1201";
    const look = `query ($id: ID!) { entrepreneur(id: $id) { displayName } }`;
    await all.ask(look, { id: lies.entrepreneurId }, { as: "lies", caseReference });
    const { data, errors } = await all.ask<{ flaggedLookups: { edges: { node: { caseReference: string } }[] } }>(
      asked,
      {},
      { as: "an" },
    );
    expect(errors).toEqual([]);
    expect(
      data.flaggedLookups.edges.map(({ node }) => node).find((one) => one.caseReference === caseReference),
    ).toEqual({
      flag: "SELF",
      entrepreneur: { id: lies.entrepreneurId },
      agency: { code: "1819" },
      staffId: lies.staffId,
      role: { code: "ADVISOR_1819" },
      caseReference,
      owner: "front-door",
    });
  });

  it.each(["tom", "lies", "amina", null])("are not for %s", async (as) => {
    const { data } = await all.ask<{ flaggedLookups: object | null } | null>(asked, {}, { as });
    expect(data?.flaggedLookups ?? null).toBeNull();
  });
});

describe("who looked (J29)", () => {
  const read = (as: string | null, first = 50, after: string | null = null): Promise<Answer<Lookups>> =>
    all.ask<Lookups>(
      operation(__dirname, "lookups"),
      { id: all.story("KNOWN_TO_EVERY_POLE").id, first, after },
      { as },
    );

  it("is there for the person within a second: agency, purpose and case, never the official's name (3)", async () => {
    const begun = Date.now();
    const caseReference = "call-2026-1101";
    await all.ask(
      `query ($phone: String) { caller(phone: $phone) { entrepreneur { displayName timeline(first: 3) { edges { node { label } } } } } }`,
      { phone: all.phoneOf("KNOWN_TO_EVERY_POLE") },
      { as: "tom", caseReference },
    );
    const { data, errors } = await read("amina");
    expect(errors).toEqual([]);
    const looks = nodes(data.entrepreneur?.lookups).filter((look) => look.caseReference === caseReference);
    expect(new Set(looks.map(({ owner }) => owner)).has("front-door")).toBe(true);
    for (const look of looks) {
      expect(look).toMatchObject({
        agency: { code: "1819" },
        role: { code: "ADVISOR_1819" },
        purpose: { code: "CALL" },
        byYourself: false,
      });
      expect(new Date(look.at).getTime()).toBeGreaterThanOrEqual(begun - 1000);
    }
    expect(looks.flatMap(({ categories }) => categories.map(({ code }) => code))).toEqual(
      expect.arrayContaining(["IDENTITY", "DOSSIER_HEADER"]),
    );
    const text = JSON.stringify(data);
    const { name, staffId } = all.person("tom");
    expect([text.includes(name), text.includes(staffId ?? "?")]).toEqual([false, false]);
  });

  it("also names looks that were withheld, and the person's own", async () => {
    await all.ask(
      `query ($id: ID!) { entrepreneur(id: $id) { sex } }`,
      { id: all.story("KNOWN_TO_EVERY_POLE").id },
      { as: "tom", caseReference: "call-2026-1102" },
    );
    const { data } = await read("amina");
    const list = nodes(data.entrepreneur?.lookups);
    const withheld = list.find(({ caseReference }) => caseReference === "call-2026-1102");
    expect(withheld?.withheld).toEqual([{ code: "SEX" }]);
    expect(list.some(({ byYourself }) => byYourself)).toBe(true);
  });

  it("pages without a gap or a double, newest first", async () => {
    const whole = nodes((await read("amina", 100)).data.entrepreneur?.lookups);
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50 && (page === 0 || after !== null); page += 1) {
      const { data }: Answer<Lookups> = await read("amina", 4, after);
      const list = data.entrepreneur?.lookups;
      seen.push(...nodes(list).map(({ id }) => id));
      after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(whole.map(({ id }) => id)));
  });

  it("is told to the data protection officer, who sees flags, and to nobody else", async () => {
    const officer = await read("an");
    expect(officer.errors).toEqual([]);
    expect(nodes(officer.data.entrepreneur?.lookups).length).toBeGreaterThan(0);
    for (const as of ["tom", "sofie", "pieter", "samira", "wim", "marc", "benoit", null]) {
      const { data, errors } = await read(as);
      expect(data.entrepreneur?.lookups ?? null).toBeNull();
      expect(codesOf({ errors } as Answer<unknown>)).toEqual([as === null ? "SIGN_IN_REQUIRED" : "NOT_SHARED"]);
    }
  });

  it("flags an official who looks up oneself", async () => {
    await all.ask(
      `query ($id: ID!) { entrepreneur(id: $id) { displayName } }`,
      { id: all.story("SECOND_TWIN").id },
      { as: "lies" },
    );
    const { data } = await all.ask<Lookups>(
      operation(__dirname, "lookups"),
      { id: all.story("SECOND_TWIN").id, first: 20, after: null },
      { as: "an" },
    );
    expect(nodes(data.entrepreneur?.lookups).map(({ flag }) => flag)).toContain("SELF");
  });

  it("names the owner that does not answer", async () => {
    await all.subgraph("housing").kill();
    try {
      const { data } = await read("amina");
      const owners = data.entrepreneur?.lookups?.owners ?? [];
      expect(owners.find(({ owner }) => owner === "housing")).toMatchObject({ state: "NOT_ANSWERED", total: null });
      expect(owners.filter(({ state }) => state === "ANSWERED").map(({ owner }) => owner)).toContain("coaching");
    } finally {
      await all.isUp("housing");
    }
  });
});
