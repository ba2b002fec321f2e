import { statement } from "@parcours/shared/database";
import { hardCases } from "@parcours/shared/demonstration/cases";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../src/subgraph.js";
import { tale, tell } from "./told-stories.js";

const everyone = Array.from({ length: 60 }, (_, index) => tale(index));
const restarter = tale(hardCases.BANKRUPT_AND_RESTARTED);

interface Told {
  readonly topic: string;
  readonly key: string;
  readonly body: {
    readonly kind: string;
    readonly type?: string;
    readonly holder?: object;
    readonly other?: object;
    readonly readers?: readonly string[];
    readonly staffId?: string;
  };
}

let subgraph: SubgraphUnderTest;
let told: readonly Told[];
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  await tell(subgraph.database, everyone);
  told = await subgraph.database.query<Told>(statement("select topic, key, body from outbox"));
});
afterAll(() => subgraph.close());

/** How many rows a table holds. */
async function count(table: string): Promise<number> {
  const [row] = await subgraph.database.query<{ count: string }>(statement(`select count(*) from ${table}`));
  return Number(row?.count);
}

describe("what coaching tells the directory and the other owners", () => {
  it("is one pointer per dossier, session and enrolment, who coaches whom per dossier, and what each project became", async () => {
    const of = (type: string): number => told.filter(({ body }) => body.type === type).length;
    expect([of("CoachingDossier"), of("CoachingSession"), of("PackageEnrolment")]).toEqual([
      await count("coaching_dossier"),
      await count("coaching_session"),
      await count("package_enrolment"),
    ]);
    const policies = told.filter(({ topic }) => topic === "POLICY");
    const [coaching, links] = ["COACHING", "PROJECT"].map((kind) => policies.filter(({ body }) => body.kind === kind));
    expect(coaching).toHaveLength(await count("coaching_dossier"));
    expect(coaching?.every(({ body }) => body.staffId)).toBe(true);
    expect(links).toHaveLength(await count("project where enterprise_number is not null"));
    expect(policies).toHaveLength((coaching?.length ?? 0) + (links?.length ?? 0));
  });

  it("names no difficulty case, no restart package and nothing of the centre (J09)", async () => {
    expect(await count("difficulty_case")).toBeGreaterThan(0);
    expect(await count("restart_enrolment")).toBeGreaterThan(0);
    const restricted = await subgraph.database.query<{ id: string; referral: string | null }>(
      statement(
        `select id, referral_id as referral from difficulty_case union all select id, null from restart_enrolment`,
      ),
    );
    const everything = JSON.stringify(told);
    expect(
      restricted.flatMap(({ id, referral }) => [id, referral]).filter((id) => id !== null && everything.includes(id)),
    ).toEqual([]);
    expect(everything).not.toMatch(/"COM"|DIFFICULTY|RESTART/);
  });

  it("never carries a note, a topic or a stage", () => {
    expect(JSON.stringify(told)).not.toMatch(/note|topicCode|stage|outcome/i);
  });

  it("lets the enterprise hold what was opened for it, and the person the rest", () => {
    const { enterprises, coaching, id } = tale(hardCases.AGENCIES_MERGED);
    const enterpriseNumber = enterprises[0]?.number;
    const pointer = (key: string | undefined): Told | undefined =>
      told.find((row) => row.topic === "POINTER" && row.key === key);
    expect(pointer(coaching.dossiers[0]?.id)?.body).toMatchObject({
      holder: { enterpriseNumber },
      other: { entrepreneurId: id },
    });
    expect(pointer(restarter.coaching.dossiers[0]?.id)?.body).toMatchObject({
      holder: { entrepreneurId: restarter.id },
    });
    const seller = tale(hardCases.SELLER);
    expect(pointer(seller.coaching.dossiers[0]?.id)?.body).toMatchObject({
      holder: { entrepreneurId: seller.id },
      other: { enterpriseNumber: seller.enterprises[0]?.number },
    });
  });

  it("has exactly one case for each referral that left for the centre (requirements 3.7, check 4)", async () => {
    const sent = everyone.flatMap(({ referrals }) => referrals).filter(({ toAgency }) => toAgency === "COM");
    const arrived = await subgraph.database.query<{ referral: string }>(
      statement(
        `select referral_id as referral from difficulty_case where referral_id is not null and origin_code = 'FRONT_DOOR'`,
      ),
    );
    expect(arrived.map(({ referral }) => referral).sort()).toEqual(sent.map(({ id }) => id).sort());
  });

  it("is refused by the database where a dossier or package would tell of difficulty", async () => {
    const change = (sql: string): Promise<unknown> => subgraph.database.query(statement(sql));
    await expect(change(`update coaching_dossier set agency_code = 'COM'`)).rejects.toThrow(
      "coaching_dossier_not_restricted",
    );
    await expect(change(`update package_enrolment set package_code = 'RESTART'`)).rejects.toThrow(
      "package_enrolment_not_restricted",
    );
  });
});
