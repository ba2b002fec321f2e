import { emptyLabels } from "@parcours/shared/codes";
import { legalSituations } from "../labels/legal-situations.js";
import { legalSituationOf } from "./legal-situation.rules.js";

describe("the legal situation tells the truth that Status does not", () => {
  it.each([
    ["000", "NORMAL"],
    ["001", "NORMAL"],
    ["002", "NORMAL"],
    ["003", "NORMAL"],
    ["006", "CEASED"],
    ["010", "DISSOLVED"],
    ["011", "CEASED"],
    ["012", "IN_LIQUIDATION"],
    ["013", "DISSOLVED"],
    ["014", "CEASED"],
    ["015", "CEASED"],
    ["016", "CEASED"],
    ["017", "TRANSFERRED"],
    ["018", "CEASED"],
    ["019", "CEASED"],
    ["020", "NORMAL"],
    ["021", "MERGED_OR_SPLIT"],
    ["022", "MERGED_OR_SPLIT"],
    ["023", "MERGED_OR_SPLIT"],
    ["024", "MERGED_OR_SPLIT"],
    ["025", "MERGED_OR_SPLIT"],
    ["026", "MERGED_OR_SPLIT"],
    ["030", "REORGANISATION"],
    ["031", "BANKRUPT"],
    ["040", "REORGANISATION"],
    ["041", "REORGANISATION"],
    ["042", "REORGANISATION"],
    ["043", "NORMAL"],
    ["048", "BANKRUPT"],
    ["049", "BANKRUPT"],
    ["050", "BANKRUPT"],
    ["051", "BANKRUPTCY_CLOSED"],
    ["052", "BANKRUPTCY_CLOSED"],
    ["053", "BANKRUPTCY_CLOSED"],
    ["090", "NORMAL"],
    ["091", "REORGANISATION"],
    ["100", "NORMAL"],
    ["111", "CEASED"],
    ["112", "IN_LIQUIDATION"],
    ["999", "ANNULLED"],
  ])("code %s is %s", (code, situation) => {
    expect(legalSituationOf(code, null)).toBe(situation);
  });

  it.each([
    ["Réorganisation judiciaire par accord collectif", "REORGANISATION"],
    ["Gerechtelijke reorganisatie door overdracht", "REORGANISATION"],
    ["Einde van de gerechtelijke reorganisatie", "NORMAL"],
    ["Ouverture de faillite", "BANKRUPT"],
    ["Sluiting van het faillissement", "BANKRUPTCY_CLOSED"],
    ["Sluiting van vereffening", "CEASED"],
    ["Vrijwillige ontbinding – vereffening", "IN_LIQUIDATION"],
    ["Dissolution judiciaire", "DISSOLVED"],
    ["Something else", "UNCLASSIFIED"],
    [null, "UNCLASSIFIED"],
  ])("a code that came later is read from its description: %s is %s", (description, situation) => {
    expect(legalSituationOf("777", description)).toBe(situation);
  });

  it("is not known where the register says nothing", () => {
    expect(legalSituationOf(null, null)).toBeNull();
  });

  it("has labels in three languages", () => {
    expect(emptyLabels(legalSituations)).toEqual([]);
  });
});
