import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows, mergeFiles } from "@parcours/shared/testing/tell-stories";
import { aCheque, aNeed, aPermanence, aSite, aStay, aVisit, idOf } from "../../test/fixtures.js";
import { definition } from "../subgraph.js";

const section = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entrepreneur { id housing {
  stays { edges { node { label entrepreneur { id } enterprise { number } active } } }
  cheques { edges { node { label sponsor months { number kind { code } since } } } }
  visits { edges { node { label agency { code } permanence { advisorName } } } }
  needs { edges { node { kind { code } identifiedAt identifiedBy { code } referral { id } noFollowUpReason { code } open } } } } } } }`;

const [site, person, former, permanence, referral] = ["site", "person", "former", "permanence", "referral"].map(
  idOf,
) as [string, string, string, string, string];

describe("what housing holds on a person", () => {
  let housing: SubgraphUnderTest;

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    const { database } = housing;
    await insertRows(database, "site", [
      aSite({ id: site, kind_code: "COWORKING", name_nl: "Coworking Beurs", name_fr: "Coworking de la Bourse" }),
    ]);
    await insertRows(database, "permanence", [aPermanence({ id: permanence, site_id: site })]);
    await insertRows(database, "housing_stay", [
      aStay({ site_id: site, entrepreneur_id: former, stay_kind_code: "COWORKING", enterprise_number: "0010000001" }),
    ]);
    await insertRows(database, "coworking_cheque", [
      aCheque({ id: idOf("cheque"), site_id: site, entrepreneur_id: former }),
    ]);
    const kinds = ["FREE", "FREE", "OWN", "OWN", "SPONSORED", "SPONSORED"];
    await insertRows(
      database,
      "coworking_cheque_month",
      kinds
        .map((kind_code, index) => ({
          cheque_id: idOf("cheque"),
          number: index + 1,
          kind_code,
          since: `2024-0${index + 1}-01`,
          until: `2024-0${index + 1}-28`,
        }))
        .reverse(),
    );
    await insertRows(database, "permanence_visit", [
      aVisit({ site_id: site, permanence_id: permanence, entrepreneur_id: person }),
    ]);
    await insertRows(database, "need", [aNeed({ site_id: site, entrepreneur_id: person, referral_id: referral })]);
    await mergeFiles(database, [former, person]);
  });
  afterAll(() => housing.close());

  it.each([
    ["the id in use", person],
    ["a former id", former],
  ])("is found under %s, whatever id stands in the rows", async (_, id) => {
    const { data, errors } = await housing.run(
      section,
      { of: [{ __typename: "Entrepreneur", id }] },
      { language: "NL" },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        {
          id,
          housing: {
            stays: {
              edges: [
                {
                  node: {
                    label: "Coworkingplek · Coworking Beurs",
                    entrepreneur: { id: person },
                    enterprise: { number: "0010000001" },
                    active: true,
                  },
                },
              ],
            },
            cheques: { edges: [{ node: { label: "Coworking-cheque · Coworking Beurs", sponsor: "Zenne Hub" } }] },
            visits: {
              edges: [
                {
                  node: {
                    label: "Aanwerving en tewerkstelling · Coworking Beurs",
                    agency: { code: "INNOVIRIS" },
                    permanence: { advisorName: "An Peeters" },
                  },
                },
              ],
            },
            needs: {
              edges: [
                {
                  node: {
                    kind: { code: "RECRUITING" },
                    identifiedBy: { code: "EEBIC" },
                    referral: { id: referral },
                    noFollowUpReason: null,
                    open: false,
                  },
                },
              ],
            },
          },
        },
      ],
    });
  });

  it("has the six months of a cheque in order", async () => {
    const { data } = await housing.run(
      `query ($id: ID!) { coworkingCheque(id: $id) { months { number kind { code } } } }`,
      { id: idOf("cheque") },
    );
    const { months } = (data as { coworkingCheque: { months: { number: number; kind: { code: string } }[] } })
      .coworkingCheque;
    expect(months.map(({ number, kind }) => `${number} ${kind.code}`)).toEqual([
      "1 FREE",
      "2 FREE",
      "3 OWN",
      "4 OWN",
      "5 SPONSORED",
      "6 SPONSORED",
    ]);
  });

  it("is an object with empty lists where there is nothing", async () => {
    const { data, errors } = await housing.run(section, { of: [{ __typename: "Entrepreneur", id: idOf("nobody") }] });
    expect(errors).toBeUndefined();
    const empty = { edges: [] };
    expect(data).toEqual({
      _entities: [{ id: idOf("nobody"), housing: { stays: empty, cheques: empty, visits: empty, needs: empty } }],
    });
  });

  it("hides needs from a coach, also where there are none", async () => {
    for (const id of [person, idOf("nobody")]) {
      const { data, errors } = await housing.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entrepreneur { housing { needs { edges { cursor } } } } } }`,
        { of: [{ __typename: "Entrepreneur", id }] },
        { reader: { role: "COACH", agency: "HUB" } },
      );
      expect(data).toEqual({ _entities: [{ housing: { needs: null } }] });
      expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["NOT_SHARED"]);
    }
  });

  it("is listed by root queries of its own, by person or enterprise in any notation", async () => {
    const count = async (asked: string): Promise<number> => {
      const { data, errors } = await housing.run(`{ housingStays(${asked}) { edges { cursor } } }`);
      expect(errors).toBeUndefined();
      return (data as { housingStays: { edges: unknown[] } }).housingStays.edges.length;
    };
    expect(await count(`entrepreneurId: "${person}"`)).toBe(1);
    expect(await count(`enterpriseNumber: "0202.239.951"`)).toBe(0);
  });

  it.each([
    ["nobody", "", "HOLDER_REQUIRED"],
    ["both", `(entrepreneurId: "${person}", enterpriseNumber: "0202239951")`, "HOLDER_REQUIRED"],
    ["no UUID", `(entrepreneurId: "1819")`, "ID_INVALID"],
    ["no enterprise number", `(enterpriseNumber: "0202.239.952")`, "ENTERPRISE_NUMBER_INVALID"],
  ])("refuses a list asked with %s", async (_, asked, code) => {
    const { errors } = await housing.run(`{ coworkingCheques${asked} { edges { cursor } } }`);
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual([code]);
  });
});
