/**
 * Several processes of one subgraph take the bytes of one upload: over one folder they go on where another stood, with a folder each the sender
 * begins again; whoever comes at once, there is one document, and it is whole (decision 0021).
 */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "@parcours/shared/database-roles";
import type { ToldBeginning } from "@parcours/shared/documents/told-document";
import { InternalTokenSigner } from "@parcours/shared/identity/internal-token";
import type { Reader } from "@parcours/shared/visibility/reader";
import { aPdf, Giving, sha256, type Streamed } from "../../../shared/test/giving.js";
import { startAll, type EndToEnd } from "../harness.js";

type Ticket = Extract<ToldBeginning, { state: "TICKET" }>;

let all: EndToEnd;
let reader: Reader;
let entrepreneurId: string;
let uploads: string;
/** Two on one folder, and one with a folder of its own. */
let copies: readonly [Giving, Giving, Giving];
beforeAll(async () => {
  all = await startAll({ name: "copies" });
  ({ id: entrepreneurId } = all.story("KNOWN_TO_EVERY_POLE"));
  reader = { role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" };
  uploads = all.system.environmentOf("housing")["DOCUMENT_UPLOADS"] ?? "";
  const second = await all.system.startCopy("housing");
  const third = await all.system.startCopy("housing", { DOCUMENT_UPLOADS: `${uploads}-apart` });
  const [secret = ""] = all.system.tokenSecret("housing").split(",");
  const at = ({ url }: { readonly url: string }): Giving =>
    new Giving(url, reader, new InternalTokenSigner("housing", secret));
  copies = [at(all.subgraph("housing")), at(second), at(third)];
});
afterAll(() => all?.system.stop());

const ask = <Row>(sql: string, values: readonly unknown[]): Promise<Row[]> =>
  withClient(all.system.ownerUrl("housing"), async (client) => (await client.query(sql, [...values])).rows as Row[]);
const documentsWith = (content: Buffer): Promise<{ id: string }[]> =>
  ask("select id from document where sha256 = $1", [sha256(content)]);
const orderOf = (content: Buffer, documentType: string): object =>
  Giving.order(entrepreneurId, content, {
    agency: "CITYDEV",
    documentType,
    idempotencyKey: randomUUID(),
    isNewVersion: true,
  });
const ticketFor = async (content: Buffer, documentType: string): Promise<Ticket> => {
  const begun = await copies[0].begin(orderOf(content, documentType));
  if (begun.state !== "TICKET") throw new Error(JSON.stringify(begun));
  return begun;
};
/** The bytes as their keeper gives them. */
const fetched = async (documentId: string): Promise<Buffer> => {
  const { body } = await copies[1].post<{ token: string }>("/documents/link", { documentId });
  return (await copies[1].fetch(body.token)).body;
};
const offsetOf = ({ headers }: Streamed): number => Number(headers["upload-offset"]);

describe("over one folder", () => {
  it("a copy goes on where another stood", async () => {
    const content = aPdf("one folder", 3_000_000);
    const ticket = await ticketFor(content, "STATUTES");
    await expect(copies[0].send(ticket, content, { cutAfter: 1_200_000 })).rejects.toThrow("socket hang up");
    let stands = await copies[1].head(ticket.uploadId, ticket.ticket);
    // The other copy's connection may still hold it for as long as it takes to notice that it broke.
    while (stands.status === 423) stands = await copies[1].head(ticket.uploadId, ticket.ticket);
    expect([stands.status, offsetOf(stands) > 0]).toEqual([200, true]);
    const sent = await copies[1].send(ticket, content, { offset: offsetOf(stands) });
    expect([sent.status, sent.headers["parcours-document"]]).toEqual([204, ticket.uploadId]);
    expect((await fetched(ticket.uploadId)).equals(content)).toBe(true);
  });

  it("twenty who send one ticket's bytes at once make one document, whole", async () => {
    const content = aPdf("twenty", 400_000);
    const ticket = await ticketFor(content, "LEASE");
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (copies[index % 2] ?? copies[0]).send(ticket, content).then(
          ({ status }) => status,
          // Whoever is asked to let go for another may find the connection closed.
          () => 0,
        ),
      ),
    );
    expect(sent.filter((status) => ![0, 204, 400, 404, 409, 423].includes(status))).toEqual([]);
    let stands = await copies[0].head(ticket.uploadId, ticket.ticket);
    if (offsetOf(stands) < content.length) {
      await copies[1].send(ticket, content, { offset: offsetOf(stands) });
      stands = await copies[0].head(ticket.uploadId, ticket.ticket);
    }
    expect([stands.status, stands.headers["parcours-document"]]).toEqual([200, ticket.uploadId]);
    expect(await documentsWith(content)).toEqual([{ id: ticket.uploadId }]);
    expect((await fetched(ticket.uploadId)).equals(content)).toBe(true);
  });

  it("twenty who ask where a whole upload stands, which nobody finished, finish it once", async () => {
    const content = aPdf("whole", 300_000);
    const ticket = await ticketFor(content, "QUOTE");
    // As a process leaves it that is killed after the last byte and before the end.
    writeFileSync(join(uploads, ticket.uploadId), content);
    const stands = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (copies[index % 2] ?? copies[0]).head(ticket.uploadId, ticket.ticket)),
    );
    expect(stands.map(({ status, headers }) => [status, headers["parcours-document"]])).toEqual(
      stands.map(() => [200, ticket.uploadId]),
    );
    expect(await documentsWith(content)).toEqual([{ id: ticket.uploadId }]);
    expect((await fetched(ticket.uploadId)).equals(content)).toBe(true);
    const told = await ask("select from outbox where key = $1 and body is not null", [ticket.uploadId]);
    expect(told).toHaveLength(1);
  });

  it("twenty clients with one key are given one ticket", async () => {
    const content = aPdf("one key");
    const order = orderOf(content, "MARKET_STUDY");
    const begun = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (copies[index % 2] ?? copies[0]).begin(order)),
    );
    expect(new Set(begun.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(begun[0]?.state).toBe("TICKET");
    expect(await ask("select id from document_upload where sha256 = $1", [sha256(content)])).toHaveLength(1);
  });
});

describe("with a folder of its own", () => {
  it("a copy says that it has nothing, and the sender begins again", async () => {
    const content = aPdf("apart", 2_000_000);
    const ticket = await ticketFor(content, "CURRICULUM_VITAE");
    await expect(copies[0].send(ticket, content, { cutAfter: 1_000_000 })).rejects.toThrow("socket hang up");
    let stands = await copies[0].head(ticket.uploadId, ticket.ticket);
    while (stands.status === 423) stands = await copies[0].head(ticket.uploadId, ticket.ticket);
    const refused = await copies[2].send(ticket, content, { offset: offsetOf(stands) });
    expect(refused.status).toBe(409);
    expect(offsetOf(await copies[2].head(ticket.uploadId, ticket.ticket))).toBe(0);
    expect((await copies[2].send(ticket, content)).status).toBe(204);
    expect((await fetched(ticket.uploadId)).equals(content)).toBe(true);
    // The copy that has the rest of it knows that it is done.
    expect((await copies[0].head(ticket.uploadId, ticket.ticket)).headers["parcours-document"]).toBe(ticket.uploadId);
  });
});
