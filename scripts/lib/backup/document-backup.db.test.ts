/** Bytes that are lost come back from a backup, and what cannot come back is named; over a folder and over a bucket. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { statement } from "@parcours/shared/database";
import type { ToldDocument } from "@parcours/shared/documents/told-document";
import { newId } from "@parcours/shared/ids";
import { aBucket, type TestBucket } from "../../../shared/test/bucket.js";
import { serveOrchard, type ServedFeed } from "../../../shared/test/feed-pair.js";
import { aPdf, Giving } from "../../../shared/test/giving.js";
import {
  backUpDocuments,
  documentFolderOf,
  documentIds,
  leaveWordOfGone,
  refuseExisting,
  restoreDocuments,
  withoutSweeps,
  type DocumentsPlace,
} from "./document-backup.js";

let bucket: TestBucket;
let folder: string;
beforeAll(async () => {
  bucket = await aBucket("backed-up");
  folder = mkdtempSync(join(tmpdir(), "parcours-documents-"));
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["a folder", () => ({})],
  ["a bucket", () => ({ documentStore: bucket.setting })],
])("documents that are kept in %s", (where, setting) => {
  let served: ServedFeed;
  let place: DocumentsPlace;
  let given: ToldDocument[];
  const person = newId();
  const backup = (): string => documentFolderOf(join(folder, `${where} ${newId()}`));
  const giving = (): Giving =>
    new Giving(served.url, { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" });
  beforeAll(async () => {
    served = await serveOrchard(`backup of ${where}`, setting());
    place = { ownerUrl: served.testDatabase.ownerUrl, store: served.documents.keeping.store };
    given = [];
    for (const documentType of ["BUSINESS_PLAN", "STATUTES", "LEASE"])
      given.push(await giving().give(person, aPdf(documentType, 20_000), { documentType }));
  });
  afterAll(() => served.close());
  const [first, second, third] = [0, 1, 2].map((place) => () => given[place]?.id ?? "") as [
    () => string,
    () => string,
    () => string,
  ];

  it("are copied whole, for their owner alone", async () => {
    const to = backup();
    const report = await backUpDocuments(place, to);
    expect(report).toEqual({ whole: 3, brought: 0, bytes: given.reduce((sum, { size }) => sum + size, 0), lost: [] });
    expect(statSync(to).mode & 0o777).toBe(0o700);
    expect(statSync(join(to, first().slice(0, 2), first())).mode & 0o777).toBe(0o600);
    expect(() => refuseExisting(to)).toThrow("never replaces another");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("come back where they were lost or are others, and are left alone where they are right", async () => {
    const from = backup();
    await backUpDocuments(place, from);
    await place.store.remove(first());
    await place.store.putBytes(second(), Buffer.from("something else"), "application/pdf");
    expect(await restoreDocuments(place, from)).toMatchObject({ whole: 3, brought: 2, lost: [] });
    expect(await restoreDocuments(place, from)).toMatchObject({ whole: 3, brought: 0, lost: [] });
    const { body } = await giving().post<{ token: string }>("/documents/link", { documentId: first() });
    expect((await giving().fetch(body.token)).body.equals(aPdf("BUSINESS_PLAN", 20_000))).toBe(true);
  });

  it("that neither store nor backup has are named, and so are those whose copy is another", async () => {
    const from = backup();
    await backUpDocuments(place, from);
    await place.store.remove(first());
    await place.store.remove(second());
    rmSync(join(from, first().slice(0, 2), first()));
    writeFileSync(join(from, second().slice(0, 2), second()), "tampered with");
    const report = await restoreDocuments(place, from);
    expect([report.whole, [...report.lost].sort()]).toEqual([1, [first(), second()].sort()]);
    // A backup says so as well, and keeps the rest.
    const again = await backUpDocuments(place, backup());
    expect([again.whole, [...again.lost].sort()]).toEqual([1, [first(), second()].sort()]);
  });

  it("that are deleted while they are copied are copied all the same: the rows that were written out name them", async () => {
    const { sweeper } = served.documents;
    const to = backup();
    await withoutSweeps(place.ownerUrl, async () => {
      // The rows are out; now somebody erases one, and a sweep comes.
      await served.database.query(statement("delete from document where id = $1"), [third()]);
      await sweeper.sweep();
      expect(await place.store.has(third())).toBe(true);
      await backUpDocuments(place, to);
    });
    expect(existsSync(join(to, third().slice(0, 2), third()))).toBe(true);
    await sweeper.sweep();
    expect(await place.store.has(third())).toBe(false);
  });

  it("and that a restore has done away with are swept", async () => {
    const before = await documentIds(place.ownerUrl);
    const late = await giving().give(person, aPdf("late"), { documentType: "QUOTE" });
    const gone = [...before, late.id, newId()];
    await served.database.query(statement("delete from document where id = $1"), [late.id]);
    await served.database.query(statement("delete from document_bytes"));
    await leaveWordOfGone(place.ownerUrl, gone);
    await served.documents.sweeper.sweep();
    expect(await place.store.has(late.id)).toBe(false);
    expect(await documentIds(place.ownerUrl)).toEqual(before);
  });
});
