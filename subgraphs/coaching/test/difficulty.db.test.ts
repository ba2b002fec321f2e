import { hardCases } from "@parcours/shared/demonstration/cases";
import { askedOf, nodes, type Contribution, type Edges } from "@parcours/shared/testing/asked-entity";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../src/subgraph.js";
import { tale, tell } from "./told-stories.js";

const candidate = tale(hardCases.NO_ENTERPRISE_NUMBER);
const restarter = tale(hardCases.BANKRUPT_AND_RESTARTED);
const troubled = tale(hardCases.IN_DIFFICULTY);

const unknownId = "00000000-0000-4000-8000-000000000000";
const helper: Reader = { role: "RECOGNISED_HELPER", agency: "COM" };

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  await tell(subgraph.database, [candidate, restarter, troubled]);
});
afterAll(() => subgraph.close());

function person<Part>(id: string, selection: string, reader?: Reader): Promise<Contribution<Part>> {
  return askedOf<Part>(subgraph, id, selection, reader);
}

describe("an entrepreneur in difficulty (J09, J11)", () => {
  const lists = "difficultyCases { edges { node { id } } } restartEnrolments { edges { node { id } } }";

  it.each([
    ["who is in difficulty", troubled.id],
    ["who is not", candidate.id],
  ])("is refused as a whole to an advisor, for somebody %s", async (_, id) => {
    const { data, errors } = await person<{ coaching: object }>(id, `coaching { ${lists} }`);
    expect(data.coaching).toEqual({ difficultyCases: null, restartEnrolments: null });
    expect(errors).toEqual([
      { code: "NOT_SHARED", path: "coaching.difficultyCases" },
      { code: "NOT_SHARED", path: "coaching.restartEnrolments" },
    ]);
  });

  const byId = `query ($id: ID!) { difficultyCase(id: $id) { id receivedAt agency { code } causes { code } referral { id } restart { readyForCredit } } }`;
  it("answers an advisor alike for a known case and an unknown one", async () => {
    const [known] = troubled.coaching.difficultyCases;
    const answers = await Promise.all([known?.id, unknownId].map((id) => subgraph.run(byId, { id })));
    const [first, second] = answers.map((answer) => JSON.stringify(answer).replaceAll(known?.id ?? "", unknownId));
    expect(first).toBe(second);
    expect(answers[0]?.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(Array(5).fill("NOT_SHARED"));
  });

  it("is open to a recognised helper, with the referral it came from and the steps of the restart", async () => {
    const [known] = restarter.coaching.difficultyCases;
    const { data, errors } = await subgraph.run(
      `query ($id: ID!) { difficultyCase(id: $id) {
         agency { code } origin { code } causes { code } helpers { code } severity { code } status { code } outcome { code } receivedAt
         advisorName enterprise { number } entrepreneur { id } referral { id }
         restart { readyForCredit steps { step { code label(language: EN) } doneOn } } } }`,
      { id: known?.id },
      { reader: helper },
    );
    expect(errors).toBeUndefined();
    expect((data as { difficultyCase: object }).difficultyCase).toMatchObject({
      agency: { code: "COM" },
      origin: { code: "FRONT_DOOR" },
      causes: known?.causes.map((code) => ({ code })),
      status: { code: "CLOSED" },
      outcome: { code: "RESTARTED" },
      enterprise: { number: known?.enterpriseNumber },
      entrepreneur: { id: restarter.id },
      referral: { id: known?.referralId },
      restart: {
        readyForCredit: true,
        steps: [
          { step: { code: "DIAGNOSIS", label: "Diagnosis" }, doneOn: known?.restart?.diagnosisOn },
          { step: { code: "BUSINESS_PLAN", label: "Restart business plan" }, doneOn: known?.restart?.businessPlanOn },
          {
            step: { code: "FINANCING_PLAN", label: "Restart financing plan" },
            doneOn: known?.restart?.financingPlanOn,
          },
        ],
      },
    });
  });

  it("is open to the person, and of the advisers to the one it is assigned to", async () => {
    const [known] = troubled.coaching.difficultyCases;
    const read = async (reader: Reader): Promise<unknown> => {
      const { data } = await subgraph.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on DifficultyCase { agency { code } } } }`,
        { of: [{ __typename: "DifficultyCase", id: known?.id }] },
        { reader },
      );
      return (data as { _entities: readonly { agency: { code: string } | null }[] })._entities[0]?.agency?.code ?? null;
    };
    expect(await read({ role: "ENTREPRENEUR", entrepreneurId: troubled.id })).toBe("COM");
    expect(await read({ role: "ENTREPRENEUR", entrepreneurId: candidate.id })).toBeNull();
    expect(await read({ role: "COACH", agency: "COM", staffId: known?.advisor.staffId ?? "" })).toBe("COM");
    expect(await read({ role: "COACH", agency: "COM", staffId: "somebody-else" })).toBeNull();
    expect(await read({ role: "FINANCING_OFFICER", agency: "CREDAL" })).toBeNull();
  });

  it("has the restart package among the restricted things only", async () => {
    const restart = restarter.coaching.enrolments.filter((enrolment) => enrolment.package === "RESTART");
    expect(restart).toHaveLength(1);
    const open = await person<{ coaching: { enrolments: Edges<object>; restartEnrolments: Edges<object> } }>(
      restarter.id,
      "coaching { enrolments { edges { node { id } } } restartEnrolments { edges { node { id agency { code } enrolledAt } } } }",
      helper,
    );
    expect(nodes(open.data.coaching.enrolments)).toEqual([]);
    expect(nodes(open.data.coaching.restartEnrolments)).toMatchObject([{ id: restart[0]?.id }]);
    const asEntry = await subgraph.run(`query ($id: ID!) { packageEnrolment(id: $id) { occurredAt } }`, {
      id: restart[0]?.id,
    });
    expect(asEntry.data).toEqual({ packageEnrolment: { occurredAt: null } });
  });

  it("tells an ordinary reader a wider stage than restart, and the agency's coach the recorded one", async () => {
    const ask = "coaching { dossiers { edges { node { stage { code } recordedStage { code } } } } }";
    const told = await person<{ coaching: { dossiers: Edges<object> } }>(restarter.id, ask);
    expect(nodes(told.data.coaching.dossiers)).toEqual([{ stage: { code: "PRE_CREATION" }, recordedStage: null }]);
    const own = await person<{ coaching: { dossiers: Edges<object> } }>(restarter.id, ask, {
      role: "COACH",
      agency: "LOCAL_DESKS",
    });
    expect(nodes(own.data.coaching.dossiers)).toEqual([
      { stage: { code: "PRE_CREATION" }, recordedStage: { code: "RESTART" } },
    ]);
  });
});
