import { idFrom } from "@parcours/shared/ids";
import { anAdvisor, openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../src/subgraph.js";
import { anOfficer, asPerson } from "./acts-fixtures.js";
import { aPerson, somePointers, somePolicy } from "./fixtures.js";

const [toHelp, toHousing] = [idFrom("referral to COM"), idFrom("referral to CITYDEV")];
const helper: Reader = { role: "RECOGNISED_HELPER", agency: "COM" };
const host: Reader = { role: "HOUSING_HOST", agency: "CITYDEV" };
const coach: Reader = { role: "COACH", agency: "HUB" };
const sender: Reader = { role: "COACH", agency: "VILLAGE_FINANCE" };

let subgraph: SubgraphUnderTest;
let person: string;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  const { database } = subgraph;
  person = await aPerson(database, { given: "Nadia", family: "Bakkali" });
  await somePolicy(database, {});
  const referral = (id: string, from: string, to: string, day: number) => ({
    id,
    agency_code: from,
    to_agency_code: to,
    entrepreneur_id: person,
    occurred_at: new Date(Date.UTC(2026, 2, day)),
    topic_code: "DIFFICULTY",
    status_code: "PROPOSED",
  });
  await insertRows(database, "referral", [
    referral(toHelp, "VILLAGE_FINANCE", "COM", 1),
    referral(toHousing, "1819", "CITYDEV", 2),
  ]);
  const roles = ["COACH", "FINANCING_OFFICER", "HOUSING_HOST", "RECOGNISED_HELPER"];
  const readersAt = (...agencies: string[]): string[] => [
    "OWN",
    "ADVISOR_1819",
    ...agencies.flatMap((agency) => roles.map((role) => `${role}@${agency}`)),
  ];
  const pointer = { type: "Referral", kind: "REFERRAL", category: "REFERRAL", holder: { entrepreneurId: person } };
  await somePointers(database, "front-door", [
    { ...pointer, entryId: toHelp, agencyCode: "VILLAGE_FINANCE", readers: readersAt("VILLAGE_FINANCE", "COM") },
    { ...pointer, entryId: toHousing, agencyCode: "1819", readers: readersAt("1819", "CITYDEV") },
  ]);
});
afterAll(() => subgraph.close());

interface Person {
  readonly referrals: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] } | null;
  readonly timeline: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
}
async function asked(reader: Reader): Promise<{ person: Person | null; codes: unknown[] }> {
  const query = `{ entrepreneur(id: "${person}") {
    referrals { edges { node { id agency { code } toAgency { code } topic { code } status { code } label } } }
    timeline { edges { node { id } } } } }`;
  const { data, errors = [] } = await subgraph.run(query, {}, { reader });
  const codes = errors.map(({ extensions }) => extensions?.["code"]);
  return { person: (data as { entrepreneur: Person | null }).entrepreneur, codes };
}
const idsIn = (list: { readonly edges: readonly { readonly node: { readonly id?: unknown } }[] } | null): unknown[] =>
  (list?.edges ?? []).map(({ node }) => node.id);

describe("a referral", () => {
  it.each<[string, Reader, readonly string[]]>([
    ["the agency that receives it", helper, [toHelp]],
    ["another that receives another", host, [toHousing]],
    ["the agency that sent it", sender, [toHelp]],
    ["an agency on neither side", coach, []],
    ["1819", anAdvisor, [toHousing, toHelp]],
  ])("is read by %s, in the list and on the timeline", async (_, reader, ids) => {
    const answer = await asked(reader);
    expect(answer.codes).toEqual([]);
    expect(idsIn(answer.person?.referrals ?? null)).toEqual(ids);
    expect(idsIn(answer.person?.timeline ?? null)).toEqual(ids);
    for (const { node } of answer.person?.referrals?.edges ?? [])
      expect(node).toMatchObject({ topic: { code: "DIFFICULTY" }, status: { code: "PROPOSED" } });
  });

  it("is the person's own too, and the officer gets no list", async () => {
    expect(idsIn((await asked(asPerson(person))).person?.referrals ?? null)).toEqual([toHousing, toHelp]);
    expect((await asked(anOfficer)).person?.referrals).toBeNull();
  });

  it("is opened whole to an agency by the person", async () => {
    const grant = { kind: "GRANT", entrepreneurId: person, agencyCode: "HUB", category: "REFERRAL" } as const;
    await somePolicy(subgraph.database, { opened: { ...grant, since: "2020-01-01", until: null } });
    expect(idsIn((await asked(coach)).person?.referrals ?? null)).toEqual([toHousing, toHelp]);
    await somePolicy(subgraph.database, { opened: null });
    expect(idsIn((await asked(coach)).person?.referrals ?? null)).toEqual([]);
  });

  it("is withheld by its id from an agency on neither side", async () => {
    const query = `{ referral(id: "${toHelp}") { topic { code } } }`;
    for (const [reader, code] of [
      [helper, undefined],
      [sender, undefined],
      [coach, "NOT_SHARED"],
    ] as const)
      expect((await subgraph.run(query, {}, { reader })).errors?.[0]?.extensions?.["code"]).toBe(code);
  });
});
