/** Attacks on what takes and gives the bytes of documents: lies about a file, tickets of others, and questions after what may not be known. */
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { aBucket, type TestBucket } from "../../test/bucket.js";
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aPdf, codeOfRefusal, Giving, sha256 } from "../../test/giving.js";
import { statement } from "../database.js";
import type { Reader } from "../visibility/reader.js";
import type { ToldBeginning } from "./told-document.js";

const mineId = "11111111-1111-4111-8111-111111111111";
const me: Reader = { role: "ENTREPRENEUR", entrepreneurId: mineId, purpose: "OWN_PATH" };
const otherId = "22222222-2222-4222-8222-222222222222";
const other: Reader = { role: "ENTREPRENEUR", entrepreneurId: otherId, purpose: "OWN_PATH" };
const helper: Reader = {
  role: "HOUSING_HOST",
  agency: "ORCHARD",
  staffId: "host-1",
  purpose: "HOSTING",
  caseReference: "stay-1",
};

type Ticket = Extract<ToldBeginning, { state: "TICKET" }>;

let bucket: TestBucket;
beforeAll(async () => void (bucket = await aBucket("attacked")));
afterAll(() => bucket.close());

describe.each([
  ["a folder", () => ({})],
  ["a bucket", () => ({ documentStore: bucket.setting })],
])("bytes that are kept in %s", (where, setting) => {
  let served: ServedFeed;
  beforeAll(async () => void (served = await serveOrchard(`attacks ${where}`, setting())));
  afterAll(() => served.close());
  const as = (reader: Reader): Giving => new Giving(served.url, reader);
  const ticketFor = async (content: Buffer, part: object = {}): Promise<Ticket> => {
    const begun = await as(me).begin(Giving.order(mineId, content, { documentType: "NOTE", ...part }));
    if (begun.state !== "TICKET") throw new Error(JSON.stringify(begun));
    return begun;
  };
  const rows = async (table: string): Promise<number> =>
    (await served.database.query<{ rows: number }>(statement(`select count(*)::int as rows from ${table}`)))[0]?.rows ??
    0;
  const nothingCame = async (id: string): Promise<void> => {
    expect(await served.database.query(statement("select 1 from document where id = $1"), [id])).toEqual([]);
    expect(await served.database.query(statement("select 1 from outbox where key = $1"), [id])).toEqual([]);
  };

  describe("a lie about the file is found at its end, and nothing of it stays", () => {
    const program = Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003", "latin1"), Buffer.alloc(4_000)]);
    it.each<[string, Buffer, object, string]>([
      ["a program as a PDF", program, {}, "DOCUMENT_CONTENT_DIFFERS"],
      ["a page as a PDF", Buffer.from("<html><script>alert(1)</script></html>"), {}, "DOCUMENT_CONTENT_DIFFERS"],
      ["a program as a text", program, { mediaType: "text/plain" }, "DOCUMENT_CONTENT_DIFFERS"],
      ["another file than was announced", aPdf("lie"), { sha256: sha256(aPdf("truth")) }, "DOCUMENT_HASH_DIFFERS"],
    ])("%s", async (_, content, part, code) => {
      const ticket = await ticketFor(content, part);
      const sent = await as(me).send(ticket, content);
      expect([sent.status, codeOfRefusal(sent)]).toEqual([422, code]);
      await nothingCame(ticket.uploadId);
      expect(readdirSync(served.documents.keeping.uploads).filter((name) => name.startsWith(ticket.uploadId))).toEqual(
        [],
      );
      const again = await as(me).send(ticket, content);
      expect(codeOfRefusal(again)).toBe("DOCUMENT_UPLOAD_GONE");
    });

    it("more bytes than were announced, in one go and by and by", async () => {
      const content = aPdf("more", 4_000);
      const ticket = await ticketFor(content, { size: 1_000 });
      const sent = await as(me).send(ticket, content);
      expect(sent.status).toBeGreaterThanOrEqual(400);
      expect(codeOfRefusal(sent)).toBe("DOCUMENT_UPLOAD_REFUSED");
      const stands = await as(me).head(ticket.uploadId, ticket.ticket);
      expect(Number(stands.headers["upload-offset"])).toBeLessThanOrEqual(1_000);
      await nothingCame(ticket.uploadId);
    });

    it("fewer bytes stay an upload that waits", async () => {
      const content = aPdf("fewer", 4_000);
      const ticket = await ticketFor(content, { size: 5_000 });
      expect((await as(me).send(ticket, content)).status).toBe(204);
      expect((await as(me).head(ticket.uploadId, ticket.ticket)).headers["upload-offset"]).toBe("4000");
      await nothingCame(ticket.uploadId);
    });
  });

  describe("a ticket opens one upload, once, for one reader", () => {
    it("not another's upload, not to somebody else, not without", async () => {
      const [content, second] = [aPdf("one"), aPdf("two")];
      const [one, two] = [await ticketFor(content), await ticketFor(second, { documentType: "QUOTE" })];
      const refused = [
        await as(me).send({ ...one, ticket: two.ticket }, content),
        await as(other).send(one, content),
        await as(helper).send(one, content),
        await as(me).send({ ...one, ticket: "" }, content),
        await as(me).send({ ...one, ticket: `${one.ticket.slice(0, -2)}AA` }, content),
        await as(me).send({ ...one, uploadId: randomUUID() }, content),
        await as(me).send({ ...one, uploadId: "..%2F..%2Fetc%2Fpasswd" }, content),
      ];
      expect(new Set(refused.map((answer) => `${answer.status} ${answer.body.toString()}`)).size).toBe(1);
      expect(codeOfRefusal(refused[0] as never)).toBe("DOCUMENT_UPLOAD_GONE");
      expect((await as(other).head(one.uploadId, one.ticket)).status).toBe(404);
      await nothingCame(one.uploadId);
      expect((await as(me).send(one, content)).status).toBe(204);
    });

    it("not twice: what is there is not written over", async () => {
      const content = aPdf("replayed");
      const ticket = await ticketFor(content, { documentType: "STATUTES" });
      expect((await as(me).send(ticket, content)).status).toBe(204);
      const again = await as(me).send(ticket, content);
      expect([again.status, codeOfRefusal(again)]).toEqual([404, "DOCUMENT_UPLOAD_GONE"]);
      expect((await as(other).head(ticket.uploadId, ticket.ticket)).status).toBe(404);
    });

    it("and nothing is made, removed or read by the protocol itself", async () => {
      const ticket = await ticketFor(aPdf("methods"), { documentType: "LEASE" });
      const headers = { "tus-resumable": "1.0.0", "upload-ticket": ticket.ticket, "upload-length": "10" };
      for (const method of ["POST", "DELETE", "GET", "PUT", "OPTIONS"]) {
        const answer = await as(me).stream(method, `/documents/uploads/${ticket.uploadId}`, headers);
        expect([method, answer.status]).toEqual([method, 404]);
      }
    });

    it("not around the gateway", async () => {
      const ticket = await ticketFor(aPdf("around"), { documentType: "DIPLOMA" });
      const path = `${served.url}/documents/uploads/${ticket.uploadId}`;
      const headers = { "tus-resumable": "1.0.0", "upload-ticket": ticket.ticket };
      expect((await fetch(path, { method: "HEAD", headers })).status).toBe(401);
      expect((await fetch(`${served.url}/documents/files/${"x".repeat(43)}`)).status).toBe(401);
    });
  });

  describe("an offer tells nothing", () => {
    it("of what the offerer may not read: the same answer in as many statements, held or not", async () => {
      const content = aPdf("of another");
      await as(other).give(otherId, content, { documentType: "RESTART_PLAN", isRestricted: true });
      const nobodys = randomUUID();
      const ask = async (entrepreneurId: string): Promise<[object, number]> => {
        const order = Giving.order(entrepreneurId, content, { documentType: "RESTART_PLAN", isRestricted: true });
        const before = served.database.statements;
        const { state, ...rest } = await as(helper).begin(order);
        return [{ state, told: Object.keys(rest) }, served.database.statements - before];
      };
      // The log gives a person a pseudonym at the first look.
      for (const person of [otherId, nobodys]) await ask(person);
      expect(await ask(otherId)).toEqual(await ask(nobodys));
    });

    it("to who is neither the person nor an official of the agency", async () => {
      const refusal = async (reader: Reader, part: object = {}): Promise<unknown> =>
        as(reader).begin(Giving.order(mineId, aPdf("strange"), part));
      const expected = { state: "REFUSED", errors: [expect.objectContaining({ code: "ACT_NOT_ALLOWED" })] };
      expect(await refusal(other)).toEqual(expected);
      expect(await refusal({ ...helper, agency: "ELSEWHERE" })).toEqual(expected);
      // An enterprise for which the person does not act.
      expect(await refusal(me, { enterpriseNumber: "0202239951" })).toEqual(expected);
    });

    it.each<[string, object, string]>([
      ["a type that does not exist", { documentType: "GOSSIP" }, "INPUT_CODE_UNKNOWN"],
      ["a page", { mediaType: "text/html" }, "DOCUMENT_MEDIA_TYPE_REFUSED"],
      ["a drawing", { mediaType: "image/svg+xml" }, "DOCUMENT_MEDIA_TYPE_REFUSED"],
      ["nothing", { size: 0 }, "DOCUMENT_SIZE_REFUSED"],
      ["too much", { size: 25 * 1024 * 1024 + 1 }, "DOCUMENT_SIZE_REFUSED"],
      ["no hash", { sha256: "../../etc/passwd" }, "DOCUMENT_HASH_INVALID"],
      ["an agency of nobody", { agency: "MARS" }, "DOCUMENT_AGENCY_UNKNOWN"],
      ["a day that is to come", { validFrom: "2999-01-01" }, "INPUT_DATE_INVALID"],
      ["an end before its beginning", { validFrom: "2025-01-02", validUntil: "2025-01-01" }, "INPUT_DATE_INVALID"],
    ])("and takes no %s", async (_, part, code) => {
      const told = await as(me).begin(Giving.order(mineId, aPdf("part"), part));
      expect(told.state === "REFUSED" && told.errors.map((error) => error.code)).toEqual([code]);
    });

    it("and there is an end to how many are open at once", async () => {
      const many: Reader = { ...me, entrepreneurId: randomUUID() };
      const begun: ToldBeginning[] = [];
      for (let index = 0; index < 9; index += 1)
        begun.push(
          await as(many).begin(Giving.order(many.entrepreneurId ?? "", aPdf(String(index)), { documentType: "NOTE" })),
        );
      expect(begun.map(({ state }) => state)).toEqual([...Array.from({ length: 8 }, () => "TICKET"), "REFUSED"]);
    });

    it("a key is for one offer", async () => {
      const order = Giving.order(mineId, aPdf("key"), { documentType: "MARKET_STUDY" });
      expect((await as(me).begin(order)).state).toBe("TICKET");
      const told = await as(me).begin({ ...order, documentType: "QUOTE" });
      expect(told.state === "REFUSED" && told.errors[0]?.code).toBe("IDEMPOTENCY_KEY_REUSED");
    });
  });

  it("leaves nothing behind that belongs to nothing", async () => {
    await served.documents.sweeper.sweep();
    expect(await rows("document_bytes")).toBe(0);
  });
});
