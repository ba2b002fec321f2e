/** After an erasure nothing about the person is accepted at that owner: not later, not at once, and not between a check and its write. */
import { randomUUID } from "node:crypto";
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aPdf, codeOfRefusal, Giving } from "../../test/giving.js";
import { statement } from "../database.js";
import { documentRetention } from "../documents/retention.js";
import type { ToldBeginning } from "../documents/told-document.js";
import { mergeFiles } from "../testing/tell-stories.js";
import { mustNotBeErased } from "./erased-person.js";
import { erase } from "./erasure.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("erased person")));
afterAll(() => served.close());

const forget = (...ids: readonly string[]) =>
  erase(
    served.database,
    documentRetention,
    {
      ids,
      ownEnterprises: [],
      today: "2026-03-31",
      idempotencyKey: randomUUID(),
      by: { agencyCode: null, staffId: null, caseReference: null },
    },
    async () => undefined,
  );
const as = (entrepreneurId: string): Giving =>
  new Giving(served.url, { role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" });
const order = (person: string, part: object = {}): object => Giving.order(person, aPdf("late"), part);
const codesOf = (told: ToldBeginning): readonly string[] =>
  told.state === "REFUSED" ? told.errors.map(({ code }) => code) : [told.state];
const rowsOf = async (person: string): Promise<number> => {
  const count = statement(
    `select (select count(*) from document where entrepreneur_id = $1)::int + (select count(*) from document_upload where entrepreneur_id = $1)::int as rows`,
  );
  return (await served.database.query<{ rows: number }>(count, [person]))[0]?.rows ?? -1;
};

describe("after an erasure", () => {
  it("nothing about the person is accepted, under any id, and nothing is told again", async () => {
    const [person, former, other] = [randomUUID(), randomUUID(), randomUUID()];
    await mergeFiles(served.database, [former, person]);
    const before = order(person);
    expect(codesOf(await as(person).begin(before))).toEqual(["TICKET"]);
    await forget(person, former);
    for (const id of [person, former]) expect(codesOf(await as(id).begin(order(id)))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(codesOf(await as(person).begin(before))).toEqual(["ACT_NOT_ALLOWED"]);
    expect(await rowsOf(person)).toBe(0);
    expect(codesOf(await as(other).begin(order(other)))).toEqual(["TICKET"]);
  });

  it("is refused like an act on somebody else: the mark tells nothing to who has no right", async () => {
    const [erased, known, reader] = [randomUUID(), randomUUID(), randomUUID()];
    await forget(erased);
    const [one, another] = [await as(reader).begin(order(erased)), await as(reader).begin(order(known))];
    expect(one).toEqual(another);
  });

  it("keeps a mark that names nobody and that who serves cannot take away", async () => {
    const person = randomUUID();
    await forget(person);
    const marks = await served.database.query(statement("select digest, erased_at from erased_person"));
    expect(JSON.stringify(marks)).not.toContain(person);
    const remove = statement("delete from erased_person");
    await expect(served.database.query(remove)).rejects.toThrow("permission denied");
  });
});

describe("an erasure while somebody acts", () => {
  it("waits for what is being written about the person, and takes it along", async () => {
    const person = randomUUID();
    let erasing: Promise<unknown> = Promise.resolve();
    let isErased = false;
    await served.database.transaction(async (queries) => {
      await mustNotBeErased(queries, [person]);
      erasing = forget(person).then(() => (isErased = true));
      // The check is past, and the erasure has come in between: it must not get by before the write.
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isErased).toBe(false);
      await queries.query(
        statement(
          `insert into document_upload (id, entrepreneur_id, agency_code, type, media_type, size, sha256, valid_from, restricted, actor, source, expires_at)
           values (gen_random_uuid(), $1, 'ORCHARD', 'NOTE', 'text/plain', 1, repeat('a', 64), '2026-01-01', false, 'a', 'TEST', clock_timestamp() + interval '1 hour')`,
        ),
        [person],
      );
    });
    await erasing;
    expect(await rowsOf(person)).toBe(0);
  });

  it("does not wait for who acts on somebody else", async () => {
    await served.database.transaction(async (queries) => {
      await mustNotBeErased(queries, [randomUUID()]);
      await forget(randomUUID());
    });
  });

  it("that comes while the bytes go into the store leaves neither document nor bytes", async () => {
    const person = randomUUID();
    const content = aPdf("under way");
    const begun = await as(person).begin(Giving.order(person, content));
    if (begun.state !== "TICKET") throw new Error("no ticket");
    const { keeping, sweeper } = served.documents;
    const put = keeping.store.put.bind(keeping.store);
    const during = jest.spyOn(keeping.store, "put").mockImplementationOnce(async (...given) => {
      await put(...given);
      await forget(person);
    });
    expect(codeOfRefusal(await as(person).send(begun, content))).toBe("DOCUMENT_UPLOAD_GONE");
    during.mockRestore();
    expect(await rowsOf(person)).toBe(0);
    await sweeper.sweep();
    const left = await served.database.query(statement("select from document_bytes where document_id = $1"), [
      begun.uploadId,
    ]);
    expect(left).toEqual([]);
    await expect(
      keeping.store.read(begun.uploadId).then(async (bytes) => new Promise((_, reject) => bytes.once("error", reject))),
    ).rejects.toThrow("ENOENT");
  });

  it("of twenty acts at once leaves none: each is before and erased along, or after and refused", async () => {
    const person = randomUUID();
    const types = ["NOTE", "LEASE", "QUOTE", "STATUTES", "INVOICE"];
    const acts = Array.from({ length: 20 }, (_, index) =>
      as(person).begin(order(person, { documentType: types[index % types.length] })),
    );
    const [told] = await Promise.all([Promise.all(acts), forget(person)]);
    for (const one of told) expect(["TICKET", "ACT_NOT_ALLOWED", "DOCUMENT_TOO_MANY"]).toContain(codesOf(one)[0]);
    expect(await rowsOf(person)).toBe(0);
    expect(codesOf(await as(person).begin(order(person)))).toEqual(["ACT_NOT_ALLOWED"]);
  });
});
