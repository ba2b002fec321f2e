import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { aBucket, type TestBucket } from "../../test/bucket.js";
import { asStorePlace, openDocumentStore, type DocumentStore } from "./document-store.js";

const id = "0a0a0a0a-0000-4000-8000-000000000001";

let folder: string;
let bucket: TestBucket;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parcours-store-"));
  bucket = await aBucket();
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["a folder", () => join(folder, "held")],
  ["a bucket", () => bucket.setting],
])("documents in %s", (_, setting) => {
  let store: DocumentStore;
  const content = Buffer.alloc(6_000_000, "a document ");
  beforeAll(async () => void (store = await openDocumentStore(asStorePlace(setting()))));

  it("go in whole, come out the same, and go again", async () => {
    const file = join(folder, "file");
    writeFileSync(file, content);
    const facts = { size: content.length, mediaType: "application/pdf" };
    await store.put(id, file, facts);
    // Once more: a process that ended before it told the database finishes again.
    await store.put(id, file, facts);
    expect((await buffer(await store.read(id))).equals(content)).toBe(true);
    await store.remove(id);
    await store.remove(id);
    await expect(store.read(id).then(buffer)).rejects.toThrow(/ENOENT|Cannot read file/);
  });
});

describe("the setting", () => {
  it.each([
    ["/var/lib/documents", { kind: "FOLDER", folder: "/var/lib/documents" }],
    ["s3://plans", { kind: "BUCKET", bucket: "plans", prefix: "", endpoint: undefined, region: undefined }],
    [
      "s3://plans/financing/?endpoint=https://s3.example&region=eu-west-1",
      { kind: "BUCKET", bucket: "plans", prefix: "financing/", endpoint: "https://s3.example", region: "eu-west-1" },
    ],
  ])("%s", (text, expected) => expect(asStorePlace(text)).toEqual(expected));

  it.each(["s3://", "s3://me:secret@plans", "s3://plans?key=1", "s3://Pl", "s3://plans?endpoint=file:///etc"])(
    "%s is refused",
    (text) => expect(() => asStorePlace(text)).toThrow("expected a folder"),
  );
});
