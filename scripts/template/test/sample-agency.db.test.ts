import { statement } from "@parcours/shared/database";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../src/subgraph.js";

const person = "7c0e1f9a-1b2c-4d3e-8f4a-5b6c7d8e9f00";
const advice = "11111111-1111-4111-8111-111111111111";
const training = "22222222-2222-4222-8222-222222222222";

let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  const insert = statement(
    `insert into sample_agency_dossier
       (id, agency_code, entrepreneur_id, enterprise_number, occurred_at, since, form_code, contact_name, source)
     values ($1, 'SAMPLE_AGENCY', $2, $3, $4, $4::timestamptz::date, $5, 'Ann Peeters', 'TEST')`,
  );
  await subgraph.database.query(insert, [advice, person, null, "2026-01-05T09:00:00Z", "ADVICE"]);
  await subgraph.database.query(insert, [training, person, "0202239951", "2026-02-05T09:00:00Z", "TRAINING"]);
});
afterAll(() => subgraph.close());

describe("the dossiers of Sample agency", () => {
  it("of a person come newest first, each with its label in the language asked", async () => {
    const { data, errors } = await subgraph.run(
      `query ($id: ID!) {
         sampleAgencyDossiers(entrepreneurId: $id) { edges { node { id label(language: NL) active agency { code } } } }
       }`,
      { id: person },
    );
    const agency = { code: "SAMPLE_AGENCY" };
    const edges = [
      { node: { id: training, label: "Opleiding", active: true, agency } },
      { node: { id: advice, label: "Advies", active: true, agency } },
    ];
    expect({ data, errors }).toEqual({ data: { sampleAgencyDossiers: { edges } }, errors: undefined });
  });

  it("stand in the sections of the person and of the enterprise that they name", async () => {
    const { data } = await subgraph.run(
      `query ($of: [_Any!]!) {
         _entities(representations: $of) {
           ... on Entrepreneur { sampleAgency { dossiers { edges { node { id enterprise { number } } } } } }
           ... on Enterprise { sampleAgency { dossiers { edges { node { id entrepreneur { id } } } } } }
         }
       }`,
      {
        of: [
          { __typename: "Entrepreneur", id: person },
          { __typename: "Enterprise", number: "0202239951" },
        ],
      },
    );
    const ofPerson = [
      { node: { id: training, enterprise: { number: "0202239951" } } },
      { node: { id: advice, enterprise: null } },
    ];
    const ofEnterprise = [{ node: { id: training, entrepreneur: { id: person } } }];
    expect(data).toEqual({
      _entities: [
        { sampleAgency: { dossiers: { edges: ofPerson } } },
        { sampleAgency: { dossiers: { edges: ofEnterprise } } },
      ],
    });
  });
});
