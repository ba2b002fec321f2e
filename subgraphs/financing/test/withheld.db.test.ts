import { statement } from "@parcours/shared/database";
import { nodes, type Edges } from "@parcours/shared/testing/asked-entity";
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { sectionOf, type Section } from "./asked-holder.js";
import { officerOf, openWith, self, tale } from "./told-people.js";

const [caller, refused, restarted, many] = [
  tale("KNOWN_TO_EVERY_POLE"),
  tale("COACHED_AND_REFUSED"),
  tale("BANKRUPT_AND_RESTARTED"),
  tale("HUNDRED_ENTRIES"),
] as const;

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openWith([caller, refused, restarted, many]);
});
afterAll(() => subgraph.close());

const section = <Part>(key: string, selection: string, reader?: Reader): Promise<Section<Part>> =>
  sectionOf<Part>(subgraph, key, selection, reader);

describe("an application, to an advisor of 1819", () => {
  it("learns neither instrument nor outcome, nor when it ended: only that it is closed", async () => {
    const { financing, withheld } = await section<{ applications: Edges<Readonly<Record<string, unknown>>> }>(
      refused.id,
      `applications { edges { node { state { code } instrument { code } amountAsked { amount } use { code } status { code } closedAt decision { outcome { code } } since until active } } }`,
    );
    expect(nodes(financing.applications)).toEqual([
      {
        state: { code: "CLOSED" },
        instrument: null,
        amountAsked: null,
        use: null,
        status: null,
        closedAt: null,
        decision: null,
        since: null,
        until: null,
        active: false,
      },
    ]);
    const fields = ["instrument", "amountAsked", "use", "status", "closedAt", "decision"];
    expect(withheld.toSorted()).toEqual(fields.map((field) => `applications.edges.0.node.${field}`).toSorted());
  });
});

describe("a refusal (J05, J22)", () => {
  const asked = `applications { edges { node { status { code } instrument { code } decision { outcome { code } motivation motivationLevel { code } motivationDue grant { id } } } } }`;
  type Part = { applications: Edges<{ status: { code: string } | null; decision: object | null }> };

  it("is read with its motivation by the applicant", async () => {
    const { financing, withheld } = await section<Part>(refused.id, asked, self(refused));
    const [application] = refused.financing.applications;
    expect(withheld).toEqual([]);
    expect(nodes(financing.applications)).toEqual([
      {
        status: { code: "REFUSED" },
        instrument: { code: application?.instrument },
        decision: {
          outcome: { code: "REFUSED" },
          motivation: application?.decision?.motivation,
          motivationLevel: { code: "THOROUGH" },
          motivationDue: false,
          grant: null,
        },
      },
    ]);
  });

  it("is read by the deciding body, and by no other lender", async () => {
    const agency = refused.financing.applications[0]?.agency ?? "";
    const own = await section<Part>(refused.id, asked, officerOf(agency));
    const other = await section<Part>(refused.id, asked, officerOf("CREDAL"));
    expect(nodes(own.financing.applications)[0]?.status).toEqual({ code: "REFUSED" });
    expect(nodes(other.financing.applications)[0]).toMatchObject({ status: null, decision: null });
  });

  it("is read by the coach of the applicant while the relation and the policy copy are fresh", async () => {
    const coach: Reader = { role: "COACH", agency: "HUB", staffId: "staff-1" };
    const before = await section<Part>(refused.id, asked, coach);
    await subgraph.database.query(
      statement("insert into feed_cursor (producer, topic, as_of) values ('coaching', 'POLICY', now())"),
    );
    await subgraph.database.query(
      statement(
        `insert into policy_relation (producer, generation, key, kind, entrepreneur_id, agency_code, staff_id, since)
         values ('coaching', 0, 'relation', 'COACHING', $1, 'HUB', 'staff-1', '2020-01-01')`,
      ),
      [refused.id],
    );
    const after = await section<Part>(refused.id, asked, coach);
    expect(nodes(before.financing.applications)[0]?.decision).toBeNull();
    expect(nodes(after.financing.applications)[0]?.decision).toMatchObject({ motivationLevel: { code: "THOROUGH" } });
  });
});

describe("what tells of difficulty", () => {
  it("a restart credit is a loan to others, and what would tell it is withheld (design section 4)", async () => {
    const asked = `grants { edges { node { kind { code } label(language: EN) instrument { code } coachingRequirement { code } } } }`;
    const advisor = await section<{ grants: Edges<object> }>(restarted.id, asked);
    const own = await section<{ grants: Edges<object> }>(restarted.id, asked, self(restarted));
    expect(nodes(advisor.financing.grants)).toEqual([
      { kind: { code: "LOAN" }, label: "Loan", instrument: null, coachingRequirement: null },
    ]);
    expect(nodes(own.financing.grants)).toMatchObject([
      { kind: { code: "LOAN" }, instrument: { code: "RESTART_CREDIT" }, coachingRequirement: { code: "REQUIRED" } },
    ]);
  });

  it("credit mediation is refused as a whole, also where there is none", async () => {
    const asked = `creditMediations { edges { node { id status { code } openedAt credit { amount } agency { code } } } }`;
    for (const person of [many, caller]) {
      const { financing, withheld } = await section<{ creditMediations: null }>(person.id, asked);
      expect([financing.creditMediations, withheld]).toEqual([null, ["creditMediations"]]);
    }
    const own = await section<{ creditMediations: Edges<{ id: string; openedAt: string }> }>(
      many.id,
      asked,
      self(many),
    );
    const mediation = many.financing.applications.find(({ instrument }) => instrument === "MEDIATION");
    expect(nodes(own.financing.creditMediations).map(({ id, openedAt }) => [id, new Date(openedAt)])).toEqual([
      [mediation?.id, mediation?.submittedAt],
    ]);
  });

  it("no pointer names mediation, restart credit, an outcome or an application's end", async () => {
    const rows = await subgraph.database.query<{ key: string; body: Record<string, unknown> }>(
      statement("select key, body from outbox"),
    );
    const mediation = many.financing.applications.find(({ instrument }) => instrument === "MEDIATION");
    expect(rows.length).toBeGreaterThan(40);
    expect(
      rows.filter(
        ({ key, body }) => key === mediation?.id || /MEDIATION|RESTART|REFUSED|WITHDRAWN/.test(JSON.stringify(body)),
      ),
    ).toEqual([]);
    const submissions = rows.filter(({ body }) => body["type"] === "FundingApplication");
    expect(submissions.filter(({ body }) => body["since"] !== null || body["until"] !== null)).toEqual([]);
  });
});
