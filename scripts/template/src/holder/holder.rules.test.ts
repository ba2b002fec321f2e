import type { DomainError } from "@parcours/shared/errors";
import { holderAsked } from "./holder.rules.js";

const person = "7c0e1f9a-1b2c-4d3e-8f4a-5b6c7d8e9f00";

function outcome(asked: Parameters<typeof holderAsked>[0]): unknown {
  try {
    return holderAsked(asked);
  } catch (error) {
    return (error as DomainError).definition.code;
  }
}

describe("the holder of a list", () => {
  it.each([
    [{ entrepreneurId: person }, { entrepreneurId: person }],
    [{ enterpriseNumber: "BE 0202.239.951" }, { enterpriseNumber: "0202239951" }],
    [{}, "SAMPLE_AGENCY_HOLDER_REQUIRED"],
    [{ entrepreneurId: null, enterpriseNumber: null }, "SAMPLE_AGENCY_HOLDER_REQUIRED"],
    [{ entrepreneurId: person, enterpriseNumber: "0202239951" }, "SAMPLE_AGENCY_HOLDER_REQUIRED"],
    [{ entrepreneurId: "Amina" }, "ID_INVALID"],
    [{ enterpriseNumber: "0202239950" }, "ENTERPRISE_NUMBER_INVALID"],
  ])("of %j is %j", (asked, expected) => {
    expect(outcome(asked)).toEqual(expected);
  });
});
