/** The importer of KBO Open Data, on a small extract made by hand that holds every trap of the format. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImportRefused } from "@parcours/shared/import/importer";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { importer } from "../src/importers/kbo.js";
import { definition } from "../src/subgraph.js";
import { zipOf } from "./zip.js";

const traps = join(import.meta.dirname, "fixtures/kbo-traps");
const person = "0200030331";

let registry: SubgraphUnderTest;
let printed: string;
beforeEach(async () => {
  registry = await openSubgraphUnderTest(definition);
  printed = "";
});
afterEach(() => registry.close());

/** Runs the importer as the command line does. */
async function run(args: readonly string[], signal = new AbortController().signal): Promise<void> {
  printed = "";
  const output = { write: (text: string) => (printed += text) };
  await importer({ args, ownerUrl: registry.testDatabase.ownerUrl, dataFolder: "/nowhere", output, signal });
}

/** Every row of every table, but for the instant of the import. */
async function content(): Promise<Record<string, unknown[]>> {
  const tables = [
    "register_extract",
    "register_code",
    "enterprise",
    "establishment",
    "branch",
    "denomination",
    "address",
    "contact",
    "activity",
  ];
  const rows = tables.map(
    async (table) =>
      [table, await select(`select (to_jsonb(t) - 'imported_at')::text as row from ${table} t order by 1`)] as const,
  );
  return Object.fromEntries(await Promise.all(rows));
}

async function select(text: string): Promise<Record<string, unknown>[]> {
  return registry.database.dataSource.query<Record<string, unknown>[]>(text);
}

/** A copy of the extract with some files changed. */
function changed(changes: Readonly<Record<string, (text: string) => string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "parcours-kbo-"));
  cpSync(traps, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes))
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  folders.push(folder);
  return folder;
}
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe("an extract with every trap", () => {
  it("is taken over; each bad row is named with file, line and reason, and no good row is lost to it", async () => {
    await run([traps]);
    expect(printed.split("\n").filter((line) => /^\w+\.csv:/.test(line))).toEqual([
      "enterprise.csv:5: EnterpriseNumber 0200.010.130 has wrong check digits",
      "enterprise.csv:6: StartDate 31-02-2020 is not a day of the calendar",
      "enterprise.csv:7: JuridicalSituation 12 is not three digits (leading zeros lost?)",
      "enterprise.csv:10: StartDate 30-02-2011 is not a day of the calendar",
      "enterprise.csv:11: has 2 values in place of 7",
      "establishment.csv:5: EstablishmentNumber 0200.010.139 is not the number of an establishment",
      "denomination.csv:14: TypeOfDenomination 1 is not three digits (leading zeros lost?)",
      "denomination.csv:15: Denomination is empty",
      "denomination.csv:16: a quote stands inside a value or is never closed",
      "activity.csv:8: NaceCode 1110 is not five or seven digits (leading zeros lost?)",
      "enterprise.csv:9: tells again of what an earlier row tells; the first counts",
    ]);
    expect(printed).toMatch(/KBO extract 140 of 2025-05-30: \d+ rows read/);
    expect(printed).toMatch(/bad rows: 11/);
    expect(
      await select(
        "select number, situation_code, form_code, form_cac_code, start_date::text from enterprise order by number",
      ),
    ).toEqual([
      { number: "0200010139", situation_code: "000", form_code: "015", form_cac_code: "610", start_date: "1999-02-01" },
      { number: "0200020235", situation_code: "050", form_code: "030", form_cac_code: null, start_date: "2001-12-31" },
      { number: "1000000021", situation_code: "091", form_code: "610", form_cac_code: null, start_date: "2023-10-01" },
    ]);
  });

  it("keeps orphans and counts them", async () => {
    await run([traps]);
    expect(printed).toMatch(
      /establishment +2 rows {2}\(1 orphans kept, 1 of natural persons left out, 1 bad left out\)/,
    );
    expect(printed).toMatch(/denomination +8 rows {2}\(1 orphans kept/);
    expect(
      await select("select denomination, enterprise_number from denomination where entity_number = '0200040427'"),
    ).toEqual([{ denomination: "Orpheline", enterprise_number: "0200040427" }]);
  });

  it("leaves natural persons out of every table, and those whose own row is bad, unless asked for", async () => {
    await run([traps]);
    const everything = JSON.stringify(await content());
    for (const trace of [person, "2100030303", "Personne, Exemple", "Boutique", "Autre, Exemple", "0475"])
      expect(everything).not.toContain(trace);
    await run([traps, "--with-natural-persons"]);
    const complete = JSON.stringify(await content());
    for (const trace of [person, "2100030303", "Personne, Exemple", "Boutique", "Autre, Exemple", "+32475123456"])
      expect(complete).toContain(trace);
  });

  it("reads newlines and quotes inside values, empty values of both kinds, and the municipality by name", async () => {
    await run([traps]);
    const names = await select(
      "select denomination, enterprise_number as number, search from denomination where search ~ 'etoile|zoe' order by 1",
    );
    expect(names).toEqual([
      { denomination: "Chez Zoé\net fils", number: "0200010139", search: "chez zoe et fils" },
      { denomination: `Société L'Étoile "du Midi"`, number: "0200010139", search: "societe l etoile du midi" },
    ]);
    const addresses = await select(
      "select entity_number as entity, zipcode, nis, country_fr, street_nl, box, extra_info, struck_off_on::text from address order by 1",
    );
    expect(addresses).toEqual([
      {
        entity: "0200010139",
        zipcode: "1050",
        nis: "21004",
        country_fr: null,
        street_nl: "Louizalaan",
        box: null,
        extra_info: null,
        struck_off_on: null,
      },
      {
        entity: "0200020235",
        zipcode: "75020",
        nis: null,
        country_fr: "France",
        street_nl: null,
        box: null,
        extra_info: null,
        struck_off_on: null,
      },
      {
        entity: "1000000021",
        zipcode: "1040",
        nis: "21005",
        country_fr: null,
        street_nl: null,
        box: null,
        extra_info: null,
        struck_off_on: null,
      },
      {
        entity: "2100010111",
        zipcode: "1050",
        nis: "21009",
        country_fr: null,
        street_nl: "Kroonlaan",
        box: null,
        extra_info: "binnenplaats\nachteraan",
        struck_off_on: null,
      },
      {
        entity: "9000020284",
        zipcode: "1060",
        nis: "21013",
        country_fr: null,
        street_nl: null,
        box: "A",
        extra_info: null,
        struck_off_on: "2023-11-13",
      },
    ]);
  });

  it("keeps telephone numbers as written and as E.164 where they can be read", async () => {
    await run([traps]);
    expect(await select("select value, e164 from contact where type_code in ('TEL', 'FAX') order by value")).toEqual([
      { value: "+32 (0)2 226 88 88", e164: "+3222268888" },
      { value: "02 226 88 89", e164: null },
      { value: "02 315 13 51", e164: "+3223151351" },
      { value: "02 315 13 51 / 52", e164: null },
    ]);
  });

  it("tells the front door of contact points, and of nothing when it is imported again", async () => {
    await run([traps]);
    const rows = await select("select key, body from outbox where topic = 'CONTACT' order by key");
    expect(rows).toEqual([
      {
        key: "0200010139",
        body: {
          names: { fr: `Société L'Étoile "du Midi"`, nl: "De Zuidster" },
          municipality: { fr: "Bruxelles", nl: "Brussel" },
          phones: ["+3222268888", "+3223151351"],
          emails: ["info@etoile.example"],
        },
      },
      {
        key: "0200020235",
        body: {
          names: { fr: "Northern Trading", nl: "Northern Trading" },
          municipality: { fr: "Paris XXe", nl: "Paris XXe" },
          phones: [],
          emails: [],
        },
      },
      {
        key: "1000000021",
        body: {
          names: { fr: "Nieuwe Reeks", nl: "Nieuwe Reeks" },
          municipality: { fr: "Etterbeek", nl: "Etterbeek" },
          phones: [],
          emails: [],
        },
      },
    ]);
    await run([traps]);
    expect(printed).toMatch(/feed: 0 enterprises told, 0 withdrawn/);
    await run([
      changed({
        "enterprise.csv": (text) => text.replace(/^"0200\.020\.235".*\n/m, ""),
        "contact.csv": (text) => text.replace("02 315 13 51", "02 315 13 99"),
      }),
    ]);
    expect(printed).toMatch(/feed: 1 enterprises told, 1 withdrawn/);
    const latest = await select("select distinct on (key) key, body is null as gone from outbox order by key, id desc");
    expect(latest.filter(({ gone }) => gone)).toEqual([{ key: "0200020235", gone: true }]);
  });
});

describe("an import replaces what an earlier one brought and nothing else", () => {
  it("gives the same rows when it is run twice, and leaves other sources alone", async () => {
    await select(
      `insert into enterprise (number, status_code, type_code, source) values ('0010000117', 'AC', '2', 'DEMONSTRATION')`,
    );
    await run([traps]);
    const first = await content();
    await run([traps]);
    expect(await content()).toEqual(first);
    expect(JSON.stringify(first)).toContain("DEMONSTRATION");
  });

  it("reads the zip as published like the folder", async () => {
    await run([traps]);
    const fromFolder = await content();
    const names = readdirSync(traps);
    const zip = join(changed({}), "KboOpenData_0140_2025_06_Full.zip");
    writeFileSync(zip, zipOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(traps, name))]))));
    await select("delete from denomination");
    await run([zip]);
    expect(await content()).toEqual(fromFolder);
  });

  it("shows readers the old or the new while it swaps", async () => {
    await run([traps]);
    const seen = new Set<number>();
    let isOver = false;
    const reader = (async () => {
      while (!isOver)
        seen.add(Number((await select("select count(*) from denomination where source = 'KBO'"))[0]?.["count"]));
    })();
    await run([traps, "--with-natural-persons"]);
    isOver = true;
    await reader;
    expect([...seen].every((count) => count === 8 || count === 11)).toBe(true);
  });
});

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
  ];
  it.each(refusals)("refuses %s", async (_, change, file, reason) => {
    await run([traps]);
    const before = await content();
    const attempt = run([changed({ [file]: change })]);
    await expect(attempt).rejects.toThrow(ImportRefused);
    await expect(attempt).rejects.toThrow(reason);
    expect(await content()).toEqual(before);
  });

  it("refuses an extract that lacks a file, or meta.csv without the words in its place", async () => {
    const folder = changed({});
    rmSync(join(folder, "meta.csv"));
    await expect(run([folder])).rejects.toThrow(/--extract 127 --snapshot/);
    await expect(run([folder, "--extract", "12x", "--snapshot", "2024-08-30"])).rejects.toThrow(/not a number/);
    await expect(run([folder, "--extract", "127", "--snapshot", "2024-02-30"])).rejects.toThrow(/not a day/);
    await run([folder, "--extract", "127", "--snapshot", "2024-08-30"]);
    expect(await select("select source, extract_number, snapshot_date::text from register_extract")).toEqual([
      { source: "KBO", extract_number: 127, snapshot_date: "2024-08-30" },
    ]);
    rmSync(join(folder, "branch.csv"));
    await expect(run([folder, "--extract", "127", "--snapshot", "2024-08-30"])).rejects.toThrow(
      "branch.csv is missing",
    );
    await expect(run([join(folder, "nothing")])).rejects.toThrow(/There is no/);
    await expect(run([join(folder, "enterprise.csv")])).rejects.toThrow(/neither a folder nor a zip/);
    await expect(run(["a", "b"])).rejects.toThrow(/name one folder or zip\. Usage:/);
  });

  it("takes code.csv from where it is told", async () => {
    const folder = changed({});
    rmSync(join(folder, "code.csv"));
    await expect(run([folder])).rejects.toThrow("say where it is, with --codes FOLDER");
    await run([folder, "--codes", traps]);
    expect(printed).toMatch(/code +4 codes/);
  });

  it("stops when it is told to, in the middle of a file or of the swap", async () => {
    await run([traps]);
    const before = await content();
    const many = Array.from(
      { length: 200_000 },
      (_, index) => `"0200.010.139","001","2025","${String(10_000 + index).slice(0, 5)}","MAIN"\n`,
    ).join("");
    const folder = changed({ "activity.csv": (text) => text + many });
    for (const milliseconds of [60, 400, 900]) {
      const interruption = new AbortController();
      const timer = setTimeout(() => interruption.abort(new Error("told to stop")), milliseconds);
      await run([folder, "--with-natural-persons"], interruption.signal).catch((error: Error) =>
        expect(error.message).toBe("told to stop"),
      );
      clearTimeout(timer);
      if (!interruption.signal.aborted) break;
      expect(await content()).toEqual(before);
    }
  });
});
