/** What `pnpm start` shows of documents: its people have given some, which are listed, fetched and not asked for again (R01, J03). */
import { createHash } from "node:crypto";
import type { HardCase } from "@parcours/shared/demonstration/cases";
import type { DocumentStory } from "@parcours/shared/demonstration/documents/document-story";
import { documentsOf } from "@parcours/shared/demonstration/documents/documents";
import { operation, sorted, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { aPdf, Client } from "./giving.js";

interface Listed {
  readonly id: string;
  readonly type: { readonly code: string };
  readonly holder: { readonly code: string };
  readonly isValid: boolean;
  readonly sha256: string;
}

let all: EndToEnd;
beforeAll(async () => void (all = await startAll({ name: "given", hasDocuments: true })));
afterAll(() => all?.system.stop());

const told = (name: HardCase): readonly DocumentStory[] => documentsOf(all.story(name), all.world);
const idsOf = (documents: readonly { readonly id: string }[]): string[] => sorted(documents.map(({ id }) => id));
const listed = async (client: Client, name: HardCase): Promise<Listed[]> => {
  const { data } = await client.ask<{ entrepreneur: { documents: List<Listed> } }>(
    operation(import.meta.dirname, "documents"),
    { id: all.story(name).id },
  );
  return data.entrepreneur.documents.edges.map(({ node }) => node);
};

describe("in the demonstration", () => {
  it("Amina finds all that she gave, some of it replaced or expired", async () => {
    const documents = await listed(new Client(all, { as: "amina" }), "KNOWN_TO_EVERY_POLE");
    expect(idsOf(documents)).toEqual(idsOf(told("KNOWN_TO_EVERY_POLE")));
    expect(new Set(documents.map(({ isValid }) => isValid))).toEqual(new Set([true, false]));
  });

  it("and fetches each from who keeps it: the very bytes", async () => {
    const amina = new Client(all, { as: "amina" });
    for (const { id, holder, sha256 } of await listed(amina, "KNOWN_TO_EVERY_POLE")) {
      const { status, body } = await amina.fetch((await amina.link(id, holder.code)) ?? "");
      expect([status, createHash("sha256").update(body).digest("hex")]).toEqual([200, sha256]);
    }
  });

  it("an agency that asks for what is held gets the reference", async () => {
    const amina = new Client(all, { as: "amina" });
    const { id, type } = (await listed(amina, "KNOWN_TO_EVERY_POLE")).find(({ isValid }) => isValid) ?? {};
    const held = told("KNOWN_TO_EVERY_POLE").find((one) => one.id === id);
    const offered = await amina.offer(aPdf("another"), {
      entrepreneurId: all.story("KNOWN_TO_EVERY_POLE").id,
      agency: "CREDAL",
      documentType: type?.code,
      enterpriseNumber: held?.enterpriseNumber,
      projectId: held?.projectId,
    });
    expect(offered).toMatchObject({ state: "ALREADY_HELD", document: { id } });
  });

  it("what the centre for enterprises in difficulty keeps is told by the centre alone", async () => {
    const kept = told("BANKRUPT_AND_RESTARTED").filter(({ isRestricted }) => isRestricted);
    expect(kept.length).toBeGreaterThan(0);
    const samira = new Client(all, { as: "samira" });
    const { data } = await samira.ask<{ documentsHeldBy: List<Listed> }>(
      `query ($id: ID!) { documentsHeldBy(agency: "COM", entrepreneurId: $id, first: 50) { edges { node { id } } } }`,
      { id: all.story("BANKRUPT_AND_RESTARTED").id },
    );
    const seen = data.documentsHeldBy.edges.map(({ node }) => node.id);
    expect(seen).toEqual(
      expect.arrayContaining(kept.filter((one) => one.enterpriseNumber === null).map(({ id }) => id)),
    );
    for (const who of ["samira", "tom", "sofie"]) {
      const found = idsOf(await listed(new Client(all, { as: who }), "BANKRUPT_AND_RESTARTED"));
      expect(found.filter((id) => kept.some((one) => one.id === id))).toEqual([]);
    }
  });
});
