import "@parcours/shared/graphql/build-schema";
import { UserFault } from "@parcours/shared/mutations/user-error";
import type { OwnerAnswer, Owners } from "../owners.js";
import { DocumentsService } from "./documents.service.js";

const held = { id: "d", agency: "HUB" };
const document = { id: "d", type: "BUSINESS_PLAN" };

async function handedOver(answer: OwnerAnswer): Promise<unknown> {
  const owners = { names: ["coaching"], agenciesOf: () => ["HUB"], post: async () => answer } as unknown as Owners;
  const silent = { ask: async () => ({ data: null, errors: [] }) };
  try {
    return await new DocumentsService(owners, silent).handOver(held, "BEW");
  } catch (fault) {
    if (fault instanceof UserFault) return fault.message;
    throw fault;
  }
}

describe("a document that its holder is asked to hand on", () => {
  it.each<[string, OwnerAnswer, unknown]>([
    ["is handed on where the holder says so", { status: 200, body: document }, document],
    ["is as if it were not there where the holder does not let it be seen", { status: 403, body: {} }, null],
    ["is not told to be gone by a holder that is silent", null, "DOCUMENT_HOLDER_SILENT"],
    ["is not told to be gone by a holder in trouble", { status: 500, body: {} }, "DOCUMENT_HOLDER_SILENT"],
  ])("%s", async (_, answer, expected) => {
    expect(await handedOver(answer)).toEqual(expected);
  });
});
