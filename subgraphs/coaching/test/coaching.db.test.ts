import { hardCases } from "@parcours/shared/demonstration/cases";
import { askedOf, nodes, type Contribution, type Edges } from "@parcours/shared/testing/asked-entity";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { mergeFiles } from "@parcours/shared/testing/tell-stories";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../src/subgraph.js";
import { tale, tell } from "./told-stories.js";

const candidate = tale(hardCases.NO_ENTERPRISE_NUMBER);
const merged = tale(hardCases.DUPLICATES_MERGED);
const manyAgencies = tale(hardCases.AGENCIES_MERGED);
const seller = tale(hardCases.SELLER);
const tester = tale(hardCases.TEST_PHASE);
const coached = tale(hardCases.KNOWN_TO_EVERY_POLE);

const unknownId = "00000000-0000-4000-8000-000000000000";

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  await tell(subgraph.database, [candidate, merged, manyAgencies, seller, tester, coached]);
  // The front door's part of the policy, as its feed brings it: who was merged into whom.
  await mergeFiles(subgraph.database, ...merged.formerIds.map(({ id }) => [id, merged.id] as const));
});
afterAll(() => subgraph.close());

function person<Part>(id: string, selection: string, reader?: Reader): Promise<Contribution<Part>> {
  return askedOf<Part>(subgraph, id, selection, reader);
}

describe("a person without enterprise number (J02)", () => {
  it("has projects, dossiers and a package, newest first", async () => {
    const { data, errors } = await person<{
      projects: Edges<{ title: string; stage: { code: string }; enterprise: null; entrepreneur: { id: string } }>;
      isCoached: boolean;
      coaching: {
        dossiers: Edges<{ label: string; enterprise: null; referral: { id: string } | null; project: { id: string } }>;
        enrolments: Edges<{
          level: { code: string; label: string };
          entitlements: readonly { code: string }[];
          selective: boolean;
        }>;
      };
    }>(
      candidate.id,
      `isCoached projects { edges { node { title(language: EN) stage { code } enterprise { number } entrepreneur { id } } } }
       coaching {
         dossiers { edges { node { label(language: EN) enterprise { number } referral { id } project { id } } } }
         enrolments { edges { node { level { code label(language: NL) } selective entitlements { code } } } }
       }`,
    );
    const [project] = candidate.coaching.projects;
    expect(errors).toEqual([]);
    expect(data.isCoached).toBe(true);
    expect(nodes(data.projects)).toEqual([
      {
        title: project?.title.en,
        stage: { code: "PRE_CREATION" },
        enterprise: null,
        entrepreneur: { id: candidate.id },
      },
    ]);
    const [dossier] = nodes(data.coaching.dossiers);
    const [accepted] = candidate.referrals;
    expect(dossier).toMatchObject({
      enterprise: null,
      project: { id: project?.id },
      label: "Generalist coaching · Creation of an enterprise",
    });
    expect([null, accepted?.id]).toContain(dossier?.referral?.id ?? null);
    const [enrolment] = nodes(data.coaching.enrolments);
    expect(enrolment).toMatchObject({ level: { code: "UNIVERSAL", label: "Universeel pakket" }, selective: false });
    expect(enrolment?.entitlements.map(({ code }) => code)).toContain("EMERGENCE_TEST");
  });

  it("is answered with empty lists where coaching knows nothing, never with null", async () => {
    const { data, errors } = await person<object>(
      unknownId,
      "id isCoached projects { edges { cursor } } coaching { dossiers { edges { cursor } } sessions { edges { cursor } } testPhases { edges { cursor } } }",
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      id: unknownId,
      isCoached: false,
      projects: { edges: [] },
      coaching: { dossiers: { edges: [] }, sessions: { edges: [] }, testPhases: { edges: [] } },
    });
  });
});

describe("a person whose files were merged (J17)", () => {
  it("finds the dossiers under every id, each under the agency of its time", async () => {
    const { data } = await person<{
      coaching: { dossiers: Edges<{ agency: { code: string }; entrepreneur: { id: string } }> };
    }>(merged.id, "coaching { dossiers { edges { node { agency { code } entrepreneur { id } } } } }");
    const found = nodes(data.coaching.dossiers);
    expect(found.map(({ agency }) => agency.code)).toEqual(["HUB", "BIE", "ATRIUM"]);
    expect(new Set(found.map(({ entrepreneur }) => entrepreneur.id))).toEqual(new Set([merged.id]));
  });

  it("keeps the names of merged agencies on old dossiers (R68)", async () => {
    const { data } = await person<{ coaching: { dossiers: Edges<{ agency: { code: string } }> } }>(
      manyAgencies.id,
      "coaching { dossiers { edges { node { agency { code } } } } }",
    );
    expect(nodes(data.coaching.dossiers).map(({ agency }) => agency.code)).toEqual(["HUB", "BIE", "ATRIUM", "IMPULSE"]);
  });
});

describe("a test phase (J18)", () => {
  it("stands in its own section, hosted and not employed, without a number", async () => {
    const { data, errors } = await person<{
      coaching: {
        testPhases: Edges<{
          host: { code: string };
          project: { enterprise: null };
          dossier: { id: string };
          successful: null;
        }>;
      };
    }>(
      tester.id,
      "coaching { testPhases { edges { node { host { code } startedOn project { id enterprise { number } } dossier { id } } } } }",
    );
    const [phase] = tester.coaching.testPhases;
    expect(errors).toEqual([]);
    expect(nodes(data.coaching.testPhases)).toEqual([
      {
        host: { code: "JOB_YOURSELF" },
        startedOn: phase?.startedOn,
        project: { id: phase?.projectId, enterprise: null },
        dossier: { id: phase?.dossierId },
      },
    ]);
  });
});

describe("what an enterprise holds (J12)", () => {
  const ofEnterprise = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
    number isCoached coaching { dossiers { edges { node { id belongsTo { code } } } } enrolments { edges { node { id } } } } } } }`;
  const ask = async (number: string | undefined): Promise<unknown> => {
    const { data } = await subgraph.run(ofEnterprise, { of: [{ __typename: "Enterprise", number }] });
    return (data as { _entities: readonly unknown[] })._entities[0];
  };

  it("is what was opened for it by number", async () => {
    const number = manyAgencies.enterprises[0]?.number;
    const dossiers = [...manyAgencies.coaching.dossiers].sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
    expect(await ask(number)).toEqual({
      number,
      isCoached: true,
      coaching: {
        dossiers: { edges: dossiers.map(({ id }) => ({ node: { id, belongsTo: { code: "ENTERPRISE" } } })) },
        enrolments: { edges: manyAgencies.coaching.enrolments.map(({ id }) => ({ node: { id } })) },
      },
    });
  });

  it("is not the seller's own path, which the person keeps", async () => {
    const number = seller.enterprises[0]?.number;
    expect(await ask(number)).toMatchObject({ coaching: { dossiers: { edges: [] }, enrolments: { edges: [] } } });
    const { data } = await person<{ coaching: { dossiers: Edges<object> } }>(
      seller.id,
      "coaching { dossiers { edges { node { belongsTo { code } enterprise { number } } } } }",
    );
    expect(nodes(data.coaching.dossiers)).toEqual([{ belongsTo: { code: "PERSON" }, enterprise: { number } }]);
  });
});

describe("coaching's notes and outcomes (5.6)", () => {
  const ask = `coaching { sessions(first: 1) { edges { node { id meeting { code } advisorName note minutes } } } }`;
  it("are withheld from an advisor, who sees that the meeting took place", async () => {
    const { data, errors } = await person<{ coaching: { sessions: Edges<object> } }>(coached.id, ask);
    expect(nodes(data.coaching.sessions)).toMatchObject([
      { id: expect.any(String), advisorName: expect.any(String), note: null, minutes: null },
    ]);
    expect(errors.map(({ code }) => code)).toEqual(["NOT_SHARED", "NOT_SHARED"]);
  });

  it("are read by the person", async () => {
    const { data } = await person<{ coaching: { sessions: Edges<object> } }>(coached.id, ask, {
      role: "ENTREPRENEUR",
      entrepreneurId: coached.id,
    });
    expect(nodes(data.coaching.sessions)).toMatchObject([{ note: expect.any(String), minutes: expect.any(Number) }]);
  });
});

describe("the cost of lists", () => {
  it("is the same for one dossier and for many: no statement per row", async () => {
    const ask = async (first: number): Promise<number> => {
      const before = subgraph.database.statements;
      await person(
        manyAgencies.id,
        `isCoached projects(first: ${first}) { edges { node { title } } }
         coaching { dossiers(first: ${first}) { edges { node { label project { title } entrepreneur { id } sessions { edges { node { label dossier { id } } } } } } }
                    enrolments(first: ${first}) { edges { node { label followUps { edges { node { state { code } session { id } } } } } } } }`,
      );
      return subgraph.database.statements - before;
    };
    expect(await ask(4)).toBe(await ask(1));
  });
});

describe("root queries", () => {
  it.each([
    ["coachingDossiers", "HOLDER_REQUIRED", ""],
    ["packageEnrolments", "ENTERPRISE_NUMBER_INVALID", `(enterpriseNumber: "0202239950")`],
    ["coachingSessions", "ID_INVALID", `(entrepreneurId: "x")`],
    ["projects", "ID_INVALID", `(entrepreneurId: "x")`],
    ["difficultyCases", "NOT_SHARED", `(entrepreneurId: "${unknownId}")`],
  ])("%s answers %s to %s", async (name, code, parameters) => {
    const { errors } = await subgraph.run(`{ ${name}${parameters} { edges { cursor } } }`);
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual([code]);
  });

  it("page by cursor, without gaps or repeats", async () => {
    const ask = async (
      after: string | null,
    ): Promise<{
      edges: readonly { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }> => {
      const { data } = await subgraph.run(
        `query ($of: ID!, $after: String) { coachingDossiers(entrepreneurId: $of, first: 3, after: $after) {
           edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { of: manyAgencies.id, after },
      );
      return (data as { coachingDossiers: Awaited<ReturnType<typeof ask>> }).coachingDossiers;
    };
    const first = await ask(null);
    const second = await ask(first.pageInfo.endCursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(4);
  });
});
