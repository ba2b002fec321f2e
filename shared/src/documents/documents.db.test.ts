import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aPdf, codeOfRefusal, Giving, sha256 } from "../../test/giving.js";
import { statement } from "../database.js";
import type { Reader } from "../visibility/reader.js";
import { giveTo } from "./begin-upload.js";
import { documentById } from "./document.repository.js";
import type { ToldBeginning, ToldDocument } from "./told-document.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("documents")));
afterAll(() => served.close());

const sofieId = "11111111-1111-4111-8111-111111111111";
const sofie: Reader = { role: "ENTREPRENEUR", entrepreneurId: sofieId, purpose: "OWN_PATH" };
const stranger: Reader = {
  role: "ENTREPRENEUR",
  entrepreneurId: "22222222-2222-4222-8222-222222222222",
  purpose: "OWN_PATH",
};
const host = (agency: string): Reader => ({
  role: "HOUSING_HOST",
  agency,
  staffId: `${agency}-1`,
  purpose: "HOSTING",
  caseReference: "stay-1",
});
const as = (reader: Reader): Giving => new Giving(served.url, reader);
const count = async (table: string): Promise<number> =>
  (await served.database.query<{ rows: number }>(statement(`select count(*)::int as rows from ${table}`)))[0]?.rows ??
  -1;
const ticketOf = (begun: ToldBeginning): { uploadId: string; ticket: string; expiresAt: string } => {
  if (begun.state !== "TICKET") throw new Error(`no ticket: ${JSON.stringify(begun)}`);
  return begun;
};
const told = statement(
  "select body from (select distinct on (key) key, body from outbox where topic = 'POINTER' order by key, id desc) t where key = $1",
);
const pointerOf = async (id: string): Promise<Record<string, unknown> | null> =>
  (await served.database.query<{ body: Record<string, unknown> | null }>(told, [id]))[0]?.body ?? null;

describe("a document is given", () => {
  it("with a ticket, and is there when its bytes are: row, pointer, no upload, log", async () => {
    const content = aPdf("first", 200_000);
    const order = Giving.order(sofieId, content);
    const ticket = ticketOf(await as(sofie).begin(order));
    expect(await as(sofie).begin(order)).toEqual({ state: "TICKET", ...ticket });
    const sent = await as(sofie).send(ticket, content);
    expect([sent.status, sent.headers["parcours-document"], sent.headers["upload-offset"]]).toEqual([
      204,
      ticket.uploadId,
      "200000",
    ]);
    const again = await as(sofie).begin(order);
    expect(again).toMatchObject({
      state: "RECEIVED",
      document: { id: ticket.uploadId, version: 1, agencyCode: "ORCHARD", isValid: true, sha256: sha256(content) },
    });
    expect(await count("document_upload")).toBe(0);
    expect(await count("document_bytes")).toBe(0);
    expect(await pointerOf(ticket.uploadId)).toMatchObject({
      holder: { entrepreneurId: sofieId },
      readers: expect.arrayContaining(["OWN", "HOUSING_HOST@ORCHARD", "GRANTED"]) as string[],
      document: { type: "BUSINESS_PLAN", version: 1 },
    });
    expect(JSON.stringify(await pointerOf(ticket.uploadId))).not.toContain("%PDF");
  });

  it("once: the same bytes, and any other of the type, are held already; as a new version others are taken", async () => {
    const first = aPdf("first", 200_000);
    const other = aPdf("second");
    const held = await as(sofie).begin(Giving.order(sofieId, first));
    expect(held).toMatchObject({ state: "ALREADY_HELD", document: { version: 1 } });
    expect(await as(sofie).begin(Giving.order(sofieId, other))).toMatchObject({ state: "ALREADY_HELD" });
    expect(await as(sofie).begin(Giving.order(sofieId, first, { isNewVersion: true }))).toMatchObject({
      state: "ALREADY_HELD",
    });
    const second = await as(sofie).give(sofieId, other, { isNewVersion: true });
    expect(second.version).toBe(2);
    const { body } = await as(sofie).post<{ documents: ToldDocument[] }>("/documents/held", {
      entrepreneurId: sofieId,
    });
    expect(body.documents.map(({ version, isValid, supersededBy }) => [version, isValid, supersededBy])).toEqual([
      [2, true, null],
      [1, false, second.id],
    ]);
    const [, former] = body.documents;
    expect(await pointerOf(former?.id ?? "")).toMatchObject({ document: { supersededBy: second.id } });
  });

  it("in pieces: a connection breaks, the upload says where it stands, the rest follows", async () => {
    const content = aPdf("broken", 3_000_000);
    const ticket = ticketOf(await as(sofie).begin(Giving.order(sofieId, content, { documentType: "STATUTES" })));
    await expect(as(sofie).send(ticket, content, { cutAfter: 1_200_000 })).rejects.toThrow("socket hang up");
    const stands = await as(sofie).head(ticket.uploadId, ticket.ticket);
    const offset = Number(stands.headers["upload-offset"]);
    expect(stands.status).toBe(200);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(content.length);
    const wrong = await as(sofie).send(ticket, content, { offset: offset - 1 });
    expect([wrong.status, codeOfRefusal(wrong)]).toEqual([409, "DOCUMENT_UPLOAD_REFUSED"]);
    expect((await as(sofie).send(ticket, content, { offset })).status).toBe(204);
    const end = await as(sofie).head(ticket.uploadId, ticket.ticket);
    expect([end.status, end.headers["parcours-document"]]).toEqual([200, ticket.uploadId]);
  });

  it("and is asked again with the same key the day after: it is the same offer", async () => {
    const content = aPdf("over midnight");
    const order = Giving.order(sofieId, content, { documentType: "DIPLOMA" });
    const ticket = ticketOf(await as(sofie).begin(order));
    const tomorrow = new Date(Date.now() + 86_400_000);
    // The clock alone goes on: what waits goes on waiting.
    jest.useFakeTimers({
      now: tomorrow,
      doNotFake: [
        "hrtime",
        "nextTick",
        "performance",
        "queueMicrotask",
        "setImmediate",
        "setInterval",
        "setTimeout",
        "clearImmediate",
        "clearInterval",
        "clearTimeout",
      ],
    });
    try {
      expect(await as(sofie).begin(order)).toEqual({ state: "TICKET", ...ticket });
      await as(sofie).send(ticket, content);
      expect(await as(sofie).begin(order)).toMatchObject({ state: "RECEIVED", document: { id: ticket.uploadId } });
    } finally {
      jest.useRealTimers();
    }
  });

  it("once by twenty clients with one key: one upload", async () => {
    const order = Giving.order(sofieId, aPdf("twenty"), { documentType: "LEASE" });
    const begun = await Promise.all(Array.from({ length: 20 }, () => as(sofie).begin(order)));
    expect(new Set(begun.map((one) => JSON.stringify(one))).size).toBe(1);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => as(sofie).send(ticketOf(begun[0] as ToldBeginning), aPdf("twenty"))),
    );
    expect(sent.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(1);
    const rows = await served.database.query(statement("select 1 from document where type = 'LEASE'"));
    expect(rows).toHaveLength(1);
  });

  it.each([
    ["as its giver says", { documentType: "CURRICULUM_VITAE", isRestricted: true }],
    ["as its type says, whatever its giver says", { documentType: "RESTART_PLAN", isRestricted: false }],
  ])("of a restricted dossier without pointer, %s", async (_, plan) => {
    const document = await as(sofie).give(sofieId, aPdf("restart"), plan);
    expect(document.isRestricted).toBe(true);
    expect(await pointerOf(document.id)).toBeNull();
    const found = await served.database.query<{ rows: number }>(
      statement("select count(*)::int as rows from outbox where key = $1"),
      [document.id],
    );
    expect(found[0]?.rows).toBe(0);
    const { body } = await as(host("ORCHARD")).post<{ documents: ToldDocument[] }>("/documents/held", {
      entrepreneurId: sofieId,
    });
    expect(body.documents.map(({ id }) => id)).not.toContain(document.id);
  });
});

describe("a document is fetched", () => {
  let document: ToldDocument;
  const content = aPdf("to fetch", 50_000);
  beforeAll(async () => void (document = await as(sofie).give(sofieId, content, { documentType: "MARKET_STUDY" })));
  const link = (reader: Reader, documentId = document.id) =>
    as(reader).post<{ token: string; code: string }>("/documents/link", { documentId });

  it("once, by a link of its own, as a file that nobody shows", async () => {
    const { body } = await link(sofie);
    const fetched = await as(sofie).fetch(body.token);
    expect(fetched.status).toBe(200);
    expect(fetched.body.equals(content)).toBe(true);
    expect(fetched.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="market-study-v1.pdf"',
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    const again = await as(sofie).fetch(body.token);
    expect([again.status, codeOfRefusal(again)]).toEqual([404, "DOCUMENT_LINK_GONE"]);
  });

  it("not with somebody else's link, and that does not use it up", async () => {
    const { body } = await link(sofie);
    expect((await as(stranger).fetch(body.token)).status).toBe(404);
    expect((await as(sofie).fetch(body.token)).status).toBe(200);
  });

  it("by nobody who may not read it: the same answer as for none", async () => {
    const [theirs, nobodys] = [await link(stranger), await link(stranger, randomUUID())];
    expect([theirs.status, theirs.body.code]).toEqual([403, "NOT_SHARED"]);
    expect(theirs).toEqual(nobodys);
    expect((await link(host("ELSEWHERE"))).status).toBe(403);
    expect((await link(host("ORCHARD"))).status).toBe(200);
  });

  it("by an agency to which the person gives it too, from then on", async () => {
    const claim = (reader: Reader) =>
      as(reader).post<ToldDocument>("/documents/claim", { documentId: document.id, agency: "CITYDEV" });
    expect((await claim(host("CITYDEV"))).status).toBe(403);
    expect((await claim(host("ORCHARD"))).body.providedTo).toEqual(["ORCHARD"]);
    expect((await claim(sofie)).body.providedTo).toEqual(["ORCHARD", "CITYDEV"]);
    expect((await claim(sofie)).body.providedTo).toEqual(["ORCHARD", "CITYDEV"]);
    expect((await link(host("CITYDEV"))).status).toBe(200);
    expect(await pointerOf(document.id)).toMatchObject({
      readers: expect.arrayContaining(["HOUSING_HOST@CITYDEV"]) as string[],
    });
  });

  it("by further agencies at once: the pointer names each, and the version that came meanwhile", async () => {
    const former = await as(sofie).give(sofieId, aPdf("former"), { documentType: "INVOICE" });
    const stale = await documentById(served.database, former.id);
    const next = await as(sofie).give(sofieId, aPdf("next"), { documentType: "INVOICE", isNewVersion: true });
    if (!stale) throw new Error("no document");
    for (const agency of ["CITYDEV", "HUB", "HUB"])
      await served.database.transaction((queries) => giveTo(queries, stale, agency));
    expect(await pointerOf(former.id)).toMatchObject({
      document: { providedTo: ["ORCHARD", "CITYDEV", "HUB"], supersededBy: next.id },
    });
  });

  it("by the centre for enterprises in difficulty only as a copy of its own: no pointer names it", async () => {
    const claim = { documentId: document.id, agency: "COM" };
    const answer = await as(sofie).post<{ code: string }>("/documents/claim", claim);
    expect([answer.status, answer.body.code]).toEqual([403, "NOT_SHARED"]);
    expect(JSON.stringify(await pointerOf(document.id))).not.toContain("COM");
  });

  it("leaves a look in the log each time", async () => {
    const looks = statement("select count(*)::int as rows from access_log where 'DOCUMENT' = any(categories)");
    const before = (await served.database.query<{ rows: number }>(looks))[0]?.rows ?? 0;
    const { body } = await link(sofie);
    await as(sofie).fetch(body.token);
    expect((await served.database.query<{ rows: number }>(looks))[0]?.rows).toBe(before + 2);
  });
});

describe("what waits", () => {
  /** The error of reading what is not there; "there" where it is. */
  const bytesOf = async (id: string): Promise<unknown> =>
    served.documents.keeping.store.read(id).then(
      async (bytes) =>
        new Promise((resolve) =>
          bytes
            .once("error", resolve)
            .once("data", () => resolve("there"))
            .resume(),
        ),
      (error: unknown) => error,
    );

  it("goes with its ticket's time, bytes and all", async () => {
    const content = aPdf("late", 5_000);
    const ticket = ticketOf(await as(sofie).begin(Giving.order(sofieId, content, { documentType: "QUOTE" })));
    await expect(as(sofie).send(ticket, content, { cutAfter: 1_000 })).rejects.toThrow("socket hang up");
    await as(sofie).head(ticket.uploadId, ticket.ticket);
    const { keeping, sweeper } = served.documents;
    expect(existsSync(`${keeping.uploads}/${ticket.uploadId}`)).toBe(true);
    await served.database.query(
      statement("update document_upload set expires_at = clock_timestamp() - interval '1 second' where id = $1"),
      [ticket.uploadId],
    );
    const late = await as(sofie).send(ticket, content);
    expect([late.status, codeOfRefusal(late)]).toEqual([404, "DOCUMENT_UPLOAD_GONE"]);
    await sweeper.sweep();
    expect(readdirSync(keeping.uploads).filter((name) => name.startsWith(ticket.uploadId))).toEqual([]);
    expect(await count("document_bytes")).toBe(0);
  });

  it("stays over its time while a connection holds it", async () => {
    const { uploadId: id } = ticketOf(
      await as(sofie).begin(Giving.order(sofieId, aPdf("held"), { documentType: "QUOTE" })),
    );
    const late = statement(
      `update document_upload set expires_at = clock_timestamp() - interval '1 second', lease_of = $2,
              leased_until = clock_timestamp() + $3::interval where id = $1`,
    );
    const isThere = async (lease: string): Promise<boolean> => {
      await served.database.query(late, [id, randomUUID(), lease]);
      await served.documents.sweeper.sweep();
      return (await served.database.query(statement("select 1 from document_upload where id = $1"), [id])).length > 0;
    };
    expect(await isThere("5 seconds")).toBe(true);
    expect(await isThere("-1 second")).toBe(false);
  });

  it("leaves no bytes where its upload was ended while they went into the store", async () => {
    const content = aPdf("ended", 5_000);
    const ticket = ticketOf(await as(sofie).begin(Giving.order(sofieId, content, { documentType: "QUOTE" })));
    const { keeping, sweeper } = served.documents;
    const put = keeping.store.put.bind(keeping.store);
    const ended = jest.spyOn(keeping.store, "put").mockImplementationOnce(async (...given) => {
      await served.database.query(statement("delete from document_upload where id = $1"), [ticket.uploadId]);
      await sweeper.sweep();
      // The file that waited went in the sweep; what was read of it before is put all the same.
      writeFileSync(given[1], content);
      await put(...given);
    });
    expect(codeOfRefusal(await as(sofie).send(ticket, content))).toBe("DOCUMENT_UPLOAD_GONE");
    ended.mockRestore();
    expect(await count("document_bytes")).toBe(1);
    await sweeper.sweep();
    await expect(bytesOf(ticket.uploadId)).resolves.toHaveProperty("code", "ENOENT");
    expect(readdirSync(keeping.uploads).filter((name) => name.startsWith(ticket.uploadId))).toEqual([]);
    expect(await count("document_bytes")).toBe(0);
  });

  it("and bytes of a document that is erased go with its row", async () => {
    const document = await as(sofie).give(sofieId, aPdf("to erase"), { documentType: "NOTE" });
    const { keeping, sweeper } = served.documents;
    await served.database.query(statement("delete from document where id = $1"), [document.id]);
    const stream = await keeping.store.read(document.id);
    stream.destroy();
    await sweeper.sweep();
    await expect(bytesOf(document.id)).resolves.toHaveProperty("code", "ENOENT");
    expect(await count("document_bytes")).toBe(0);
  });
});
