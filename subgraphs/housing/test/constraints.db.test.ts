import type { Row } from "@parcours/shared/demonstration/loader";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { insertRows } from "@parcours/shared/testing/tell-stories";
import { definition } from "../src/subgraph.js";
import { aCheque, aNeed, aPermanence, aSite, aStay, aVisit, idOf } from "./fixtures.js";

describe("what the database itself refuses, whoever writes", () => {
  let housing: SubgraphUnderTest;
  const [site, otherSite, person, cheque, permanence] = ["site", "other site", "person", "cheque", "permanence"].map(
    idOf,
  ) as [string, string, string, string, string];

  beforeAll(async () => {
    housing = await openSubgraphUnderTest(definition);
    await insertRows(housing.database, "site", [aSite({ id: site }), aSite({ id: otherSite })]);
    await insertRows(housing.database, "permanence", [aPermanence({ id: permanence, site_id: site })]);
    await insertRows(housing.database, "coworking_cheque", [
      aCheque({ id: cheque, site_id: site, entrepreneur_id: person }),
    ]);
  });
  afterAll(() => housing.close());

  const month = (number: number, kind_code: string): Row => ({
    cheque_id: cheque,
    number,
    kind_code,
    since: "2024-01-01",
    until: "2024-01-31",
  });

  it.each<[string, string, string, () => Row]>([
    [
      "a second cheque of one person at another site",
      "coworking_cheque",
      "coworking_cheque_one_per_person",
      () => aCheque({ site_id: otherSite, entrepreneur_id: person }),
    ],
    ["a cheque without sponsor", "coworking_cheque", "sponsor_check", () => aCheque({ site_id: site, sponsor: " " })],
    ["a seventh month", "coworking_cheque_month", "number_check", () => month(7, "SPONSORED")],
    ["a third free month", "coworking_cheque_month", "kinds_in_order", () => month(3, "FREE")],
    [
      "a soft landing of more than three months",
      "housing_stay",
      "soft_landing_of_three_months",
      () => aStay({ site_id: site, stay_kind_code: "SOFT_LANDING", since: "2024-01-15", until: "2024-04-16" }),
    ],
    [
      "a soft landing without end",
      "housing_stay",
      "soft_landing_of_three_months",
      () => aStay({ site_id: site, stay_kind_code: "SOFT_LANDING" }),
    ],
    [
      "a stay of nobody",
      "housing_stay",
      "housing_stay_has_holder",
      () => aStay({ site_id: site, entrepreneur_id: null }),
    ],
    [
      "a need with two ends",
      "need",
      "need_ends_once",
      () => aNeed({ site_id: site, referral_id: idOf("referral"), no_follow_up_code: "NOT_WANTED" }),
    ],
    [
      "a need that tells of difficulty",
      "need",
      "need_tells_no_difficulty",
      () => aNeed({ site_id: site, kind_code: "DIFFICULTY" }),
    ],
    [
      "a visit that tells of difficulty",
      "permanence_visit",
      "permanence_visit_tells_no_difficulty",
      () => aVisit({ site_id: site, permanence_id: permanence, topic_code: "DIFFICULTY" }),
    ],
  ])("refuses %s", async (_, table, constraint, row) => {
    await expect(insertRows(housing.database, table, [row()])).rejects.toThrow(new RegExp(constraint));
  });
});
