/** What the importer of KBO Open Data refuses, and that it leaves no trace then. */
import { rmSync, writeFileSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ImportRefused } from "@parcours/shared/import/importer";
import { ImportBench, traps } from "./importing.js";
import { zipOf } from "./zip.js";

let bench: ImportBench;
beforeEach(async () => {
  bench = await ImportBench.open();
});
afterEach(() => bench.close());

describe("an import that cannot go on leaves the database as it was", () => {
  const refusals: [string, (text: string) => string, string, RegExp][] = [
    [
      "another header",
      (text) => text.replace('"Value"', '"Wert"'),
      "contact.csv",
      /^contact\.csv: the header is EntityNumber,EntityContact,ContactType,Wert in place of/,
    ],
    [
      "an update in place of a full extract",
      (text) => text.replace("full", "update"),
      "meta.csv",
      /update; only full extracts/,
    ],
    [
      "an extract without number",
      (text) => text.replace(/^"ExtractNumber".*\n/m, ""),
      "meta.csv",
      /lacks ExtractNumber/,
    ],
    [
      "a meta.csv of another kind",
      (text) => text.replace("Variable", "Name"),
      "meta.csv",
      /^meta\.csv: the header is Name,Value in place of/,
    ],
    [
      "a day that does not exist",
      (text) => text.replace("30-05-2025", "31-02-2025"),
      "meta.csv",
      /lacks ExtractNumber or SnapshotDate/,
    ],
  ];
  it.each(refusals)("refuses %s", async (_, change, file, reason) => {
    await bench.run([traps]);
    const before = await bench.content();
    const attempt = bench.run([bench.changed({ [file]: change })]);
    await expect(attempt).rejects.toThrow(ImportRefused);
    await expect(attempt).rejects.toThrow(reason);
    expect(await bench.content()).toEqual(before);
  });

  it("refuses an extract that lacks a file, or meta.csv without the words in its place", async () => {
    const folder = bench.changed({});
    rmSync(join(folder, "meta.csv"));
    await expect(bench.run([folder])).rejects.toThrow(/--extract 127 --snapshot/);
    await expect(bench.run([folder, "--extract", "12x", "--snapshot", "2024-08-30"])).rejects.toThrow(/not a number/);
    await expect(bench.run([folder, "--extract", "127", "--snapshot", "2024-02-30"])).rejects.toThrow(/not a day/);
    await bench.run([folder, "--extract", "127", "--snapshot", "2024-08-30"]);
    expect(await bench.select("select source, extract_number, snapshot_date::text from register_extract")).toEqual([
      { source: "KBO", extract_number: 127, snapshot_date: "2024-08-30" },
    ]);
    rmSync(join(folder, "branch.csv"));
    await expect(bench.run([folder, "--extract", "127", "--snapshot", "2024-08-30"])).rejects.toThrow(
      "branch.csv is missing",
    );
    await expect(bench.run([join(folder, "nothing")])).rejects.toThrow(/There is no/);
    await expect(bench.run([join(folder, "enterprise.csv")])).rejects.toThrow(/neither a folder nor a zip/);
    await expect(bench.run(["a", "b"])).rejects.toThrow(/name one folder or zip\. Usage:/);
  });

  it("refuses a zip whose files are damaged", async () => {
    await bench.run([traps]);
    const before = await bench.content();
    const names = readdirSync(traps);
    const zip = zipOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(traps, name))])));
    const place = zip.indexOf("contact.csv") + 40;
    zip.fill(0xff, place, place + 60);
    const file = join(bench.changed({}), "damaged.zip");
    writeFileSync(file, zip);
    await expect(bench.run([file])).rejects.toThrow(ImportRefused);
    expect(await bench.content()).toEqual(before);
  });

  it("takes code.csv from where it is told", async () => {
    const folder = bench.changed({});
    rmSync(join(folder, "code.csv"));
    await expect(bench.run([folder])).rejects.toThrow("say where it is, with --codes FOLDER");
    await bench.run([folder, "--codes", traps]);
    expect(bench.printed).toMatch(/code +4 codes/);
  });

  it("stops when it is told to, in the middle of a file or of the swap", async () => {
    await bench.run([traps]);
    const before = await bench.content();
    const many = Array.from(
      { length: 200_000 },
      (_, index) => `"0200.010.139","001","2025","${String(10_000 + index).slice(0, 5)}","MAIN"\n`,
    ).join("");
    const folder = bench.changed({ "activity.csv": (text) => text + many });
    for (const milliseconds of [60, 400, 900]) {
      const interruption = new AbortController();
      const timer = setTimeout(() => interruption.abort(new Error("told to stop")), milliseconds);
      await bench
        .run([folder, "--with-natural-persons"], interruption.signal)
        .catch((error: Error) => expect(error.message).toBe("told to stop"));
      clearTimeout(timer);
      if (!interruption.signal.aborted) break;
      expect(await bench.content()).toEqual(before);
    }
  });
});
