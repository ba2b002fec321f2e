/**
 * A document is given once (J03, R01): to one agency with its bytes, to the next as a reference; who may not read it learns nothing of it; it
 * is fetched from who keeps it; and whoever is down costs what it alone holds.
 */
import { randomUUID } from "node:crypto";
import { operation, until, type List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { aPdf, Client, type Provided, type Told } from "./giving.js";

interface Listed {
  readonly id: string;
  readonly holder: { readonly code: string };
  readonly providedTo: readonly { readonly code: string; readonly name: string }[];
  readonly version: number;
  readonly isValid: boolean;
  readonly supersededBy: { readonly id: string } | null;
}

let all: EndToEnd;
let entrepreneurId: string;
let amina: Client;
beforeAll(async () => {
  all = await startAll({ name: "documents" });
  entrepreneurId = all.story("KNOWN_TO_EVERY_POLE").id;
  amina = new Client(all, { as: "amina" });
});
afterAll(() => all?.system.stop());

const documents = operation(import.meta.dirname, "documents");
const listed = async (client = amina): Promise<Listed[]> => {
  const { data } = await client.ask<{ entrepreneur: { documents: List<Listed> } | null }>(documents, {
    id: entrepreneurId,
  });
  return data.entrepreneur?.documents.edges.map(({ node }) => node) ?? [];
};
const plan = aPdf("business plan", 5_000_000);
let held: Told;

describe("a document", () => {
  it("is given to one agency, over a connection that breaks in the middle", async () => {
    const offer = { entrepreneurId, agency: "BEW", idempotencyKey: "0a0a0a0a-0000-4000-8000-000000000001" };
    const offered = await amina.offer(plan, offer);
    expect(offered).toMatchObject({ state: "SEND_BYTES", isDirectoryAsked: true, errors: [] });
    await expect(amina.send(offered, plan, { cutAfter: 2_000_000 })).rejects.toThrow("socket hang up");
    let offset = 0;
    await until("bytes stand", async () => {
      const stands = await amina.head(offered);
      offset = Number(stands.headers["upload-offset"]);
      return stands.status === 200;
    });
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(plan.length);
    const sent = await amina.send(offered, plan, { offset });
    expect([sent.status, sent.headers["parcours-document"]]).toEqual([204, offered.ticket?.documentId]);
    const again = await amina.offer(plan, offer);
    expect(again).toMatchObject({
      state: "RECEIVED",
      document: { heldBy: { code: "BEW" }, version: 1, isValid: true },
    });
    held = again.document as Told;
  });

  it("is then in the directory, and the next agency gets its reference", async () => {
    await until("the directory knows it", async () => (await listed()).length === 1);
    expect(await listed()).toMatchObject([{ id: held.id, holder: { code: "BEW" }, isValid: true, version: 1 }]);
    const second = await amina.offer(aPdf("another"), { entrepreneurId, agency: "INNOVIRIS" });
    expect(second).toMatchObject({ state: "ALREADY_HELD", ticket: null, document: { id: held.id } });
    expect(second.document?.providedTo.map(({ code }) => code)).toEqual(["BEW", "INNOVIRIS"]);
  });

  it("and an agency of another pole gets it of its holder", async () => {
    const third = await amina.offer(plan, { entrepreneurId, agency: "CITYDEV" });
    expect(third).toMatchObject({ state: "ALREADY_HELD", document: { id: held.id, heldBy: { code: "BEW" } } });
    expect(third.document?.providedTo.map(({ code }) => code)).toEqual(["BEW", "INNOVIRIS", "CITYDEV"]);
    const host = new Client(all, { as: "elke" });
    await until("the directory lets the host see it", async () => (await listed(host)).length === 1);
    const path = await host.link(held.id, "BEW");
    const fetched = await host.fetch(path ?? "");
    expect([fetched.status, fetched.body.equals(plan)]).toEqual([200, true]);
  });

  it("of who may not read it leaves no trace: held or not, the same answer", async () => {
    const pieter = new Client(all, { as: "pieter" });
    const other = all.story("COACHED_AND_REFUSED").id;
    expect(await listed(pieter)).toEqual([]);
    const [here, there] = [
      await pieter.offer(plan, { entrepreneurId, agency: "FINANCE_INVEST" }),
      await pieter.offer(plan, { entrepreneurId: other, agency: "FINANCE_INVEST" }),
    ];
    const shape = ({ ticket, ...rest }: typeof here): object => ({ ...rest, ticket: Object.keys(ticket ?? {}) });
    expect(shape(here)).toEqual(shape(there));
    expect(here.state).toBe("SEND_BYTES");
    expect(await pieter.link(held.id, "BEW")).toBeNull();
  });

  it("is replaced by a new version, and the former stays", async () => {
    const next = aPdf("business plan, second version");
    const offered = await amina.offer(next, { entrepreneurId, agency: "BEW", isNewVersion: true });
    expect((await amina.send(offered, next)).status).toBe(204);
    await until("the directory knows both", async () => (await listed()).length === 2);
    expect(await listed()).toMatchObject([
      { version: 2, isValid: true, supersededBy: null },
      { id: held.id, version: 1, isValid: false, supersededBy: { id: offered.ticket?.documentId } },
    ]);
  });
});

describe("twenty clients at once", () => {
  it("with one key are given one ticket, and with its bytes make one document", async () => {
    const content = aPdf("invoice", 300_000);
    const part = { entrepreneurId, agency: "INNOVIRIS", documentType: "INVOICE", idempotencyKey: randomUUID() };
    const offers = await Promise.all(Array.from({ length: 20 }, () => amina.offer(content, part)));
    expect(new Set(offers.map((offered) => JSON.stringify(offered))).size).toBe(1);
    const [offered] = offers as [Provided];
    expect(offered.state).toBe("SEND_BYTES");
    const sent = await Promise.all(
      Array.from({ length: 20 }, () =>
        amina.send(offered, content).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    );
    // One reader has two streams at once; who is asked to let go for another is cut.
    expect(sent.filter((status) => ![0, 204, 400, 404, 409, 423, 503].includes(status))).toEqual([]);
    await until("it is whole", async () => {
      const stands = await amina.head(offered);
      const offset = Number(stands.headers["upload-offset"]);
      if (stands.status === 200 && offset < content.length) await amina.send(offered, content, { offset });
      return stands.headers["parcours-document"] === offered.ticket?.documentId;
    });
    const { data } = await amina.ask<{ documentsHeldBy: List<{ id: string; type: { code: string } }> }>(
      `query ($id: ID!) { documentsHeldBy(agency: "INNOVIRIS", entrepreneurId: $id, first: 50) { edges { node { id type { code } } } } }`,
      { id: entrepreneurId },
    );
    const invoices = data.documentsHeldBy.edges.filter(({ node }) => node.type.code === "INVOICE");
    expect(invoices.map(({ node }) => node.id)).toEqual([offered.ticket?.documentId]);
    const path = await amina.link(offered.ticket?.documentId ?? "", "INNOVIRIS");
    expect((await amina.fetch(path ?? "")).body.equals(content)).toBe(true);
  });
});

describe("with somebody down", () => {
  it("the front door: it may be given, and the answer says that nobody was asked; it is fetched all the same", async () => {
    await all.subgraph("front-door").kill();
    const lease = aPdf("lease");
    const offered = await amina.offer(lease, { entrepreneurId, agency: "BEW", documentType: "LEASE" });
    expect(offered).toMatchObject({ state: "SEND_BYTES", isDirectoryAsked: false });
    expect((await amina.send(offered, lease)).status).toBe(204);
    const path = await amina.link(offered.ticket?.documentId ?? "", "BEW");
    expect((await amina.fetch(path ?? "")).body.equals(lease)).toBe(true);
    await all.isUp("front-door");
  });

  it("its holder: what it holds is not asked for again, and nothing is done", async () => {
    await until("the directory answers again", async () => (await listed()).length >= 2);
    await all.subgraph("financing").kill();
    const offered = await amina.offer(plan, { entrepreneurId, agency: "CITYDEV" });
    expect(offered.errors.map(({ code }) => code)).toEqual(["DOCUMENT_HOLDER_SILENT"]);
    const receiver = await amina.offer(plan, { entrepreneurId, agency: "BEW" });
    expect(receiver.errors.map(({ code }) => code)).toEqual(["DOCUMENT_RECEIVER_SILENT"]);
    await all.isUp("financing");
  });

  it("its holder, killed in the middle of the bytes: the upload goes on", async () => {
    const content = aPdf("statutes", 6_000_000);
    const offered = await amina.offer(content, { entrepreneurId, agency: "BEW", documentType: "STATUTES" });
    const broken = amina.send(offered, content, { cutAfter: 3_000_000 }).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await all.subgraph("financing").kill();
    await broken;
    await all.isUp("financing");
    let offset = 0;
    await until("it stands", async () => {
      const stands = await amina.head(offered);
      offset = Number(stands.headers["upload-offset"]);
      return stands.status === 200;
    });
    expect((await amina.send(offered, content, { offset })).status).toBe(204);
  });
});
