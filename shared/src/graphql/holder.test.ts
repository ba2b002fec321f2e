import "reflect-metadata";
import type { DomainError } from "../errors.js";
import type { PagesOfHolder } from "../row-reader.js";
import { pageOfHolder, type HolderArguments } from "./holder.js";

const person = "7c0e1f9a-1b2c-4d3e-8f4a-5b6c7d8e9f00";

/** Answers a page that says whom it is of. */
const rows: PagesOfHolder<string> = {
  ofPerson: async (id) => pageWith(`person ${id}`),
  ofEnterprise: async (number) => pageWith(`enterprise ${number}`),
};

function pageWith(node: string) {
  return { edges: [{ cursor: "", node }], pageInfo: { hasNextPage: false, endCursor: null } };
}

async function outcome(asked: Partial<HolderArguments>): Promise<unknown> {
  try {
    return (await pageOfHolder(rows, { first: 20, ...asked })).edges[0]?.node;
  } catch (error) {
    return (error as DomainError).definition.code;
  }
}

describe("a list that is asked by holder", () => {
  it.each([
    [{ entrepreneurId: person }, `person ${person}`],
    [{ enterpriseNumber: "BE 0202.239.951" }, "enterprise 0202239951"],
    [{ entrepreneurId: "", enterpriseNumber: "0202239951" }, "enterprise 0202239951"],
    [{}, "HOLDER_REQUIRED"],
    [{ entrepreneurId: null, enterpriseNumber: null }, "HOLDER_REQUIRED"],
    [{ entrepreneurId: person, enterpriseNumber: "0202239951" }, "HOLDER_REQUIRED"],
    [{ entrepreneurId: "Amina" }, "ID_INVALID"],
    [{ enterpriseNumber: "0202239950" }, "ENTERPRISE_NUMBER_INVALID"],
    [{ entrepreneurId: person, first: 101 }, "PAGE_SIZE_INVALID"],
    [{ entrepreneurId: person, after: "forged" }, "CURSOR_INVALID"],
  ])("of %j is %j", async (asked, expected) => {
    expect(await outcome(asked)).toEqual(expected);
  });
});
