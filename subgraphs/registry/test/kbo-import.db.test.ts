/** The importer of KBO Open Data, on a small extract made by hand that holds every trap of the format. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ImportBench, traps } from "./importing.js";
import { zipOf } from "./zip.js";

/** A natural person of the extract. */
const person = "0200030331";

let bench: ImportBench;
beforeEach(async () => {
  bench = await ImportBench.open();
});
afterEach(() => bench.close());

describe("an extract with every trap", () => {
  it("is taken over; each bad row is named with file, line and reason, and no good row is lost to it", async () => {
    await bench.run([traps]);
    expect(bench.printed.split("\n").filter((line) => /^\w+\.csv:/.test(line))).toEqual([
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
    expect(bench.printed).toMatch(/KBO extract 140 of 2025-05-30: \d+ rows read/);
    expect(bench.printed).toMatch(/bad rows: 11/);
    expect(
      await bench.select(
        "select number, situation_code, form_code, form_cac_code, start_date::text from enterprise order by number",
      ),
    ).toEqual([
      { number: "0200010139", situation_code: "000", form_code: "015", form_cac_code: "610", start_date: "1999-02-01" },
      { number: "0200020235", situation_code: "050", form_code: "030", form_cac_code: null, start_date: "2001-12-31" },
      { number: "1000000021", situation_code: "091", form_code: "610", form_cac_code: null, start_date: "2023-10-01" },
    ]);
  });

  it("keeps orphans and counts them", async () => {
    await bench.run([traps]);
    expect(bench.printed).toMatch(
      /establishment +2 rows {2}\(1 orphans kept, 1 of natural persons left out, 1 bad left out\)/,
    );
    expect(bench.printed).toMatch(/denomination +8 rows {2}\(1 orphans kept/);
    expect(
      await bench.select("select denomination, enterprise_number from denomination where entity_number = '0200040427'"),
    ).toEqual([{ denomination: "Orpheline", enterprise_number: "0200040427" }]);
  });

  it("leaves natural persons out of every table, and those whose own row is bad, unless asked for", async () => {
    await bench.run([traps]);
    const everything = JSON.stringify(await bench.content());
    for (const trace of [person, "2100030303", "Personne, Exemple", "Boutique", "Autre, Exemple", "0475"])
      expect(everything).not.toContain(trace);
    await bench.run([traps, "--with-natural-persons"]);
    const complete = JSON.stringify(await bench.content());
    for (const trace of [person, "2100030303", "Personne, Exemple", "Boutique", "Autre, Exemple", "+32475123456"])
      expect(complete).toContain(trace);
  });

  it("reads newlines and quotes inside values, empty values of both kinds, and the municipality by name", async () => {
    await bench.run([traps]);
    const names = await bench.select(
      "select denomination, enterprise_number as number, search from denomination where search ~ 'etoile|zoe' order by 1",
    );
    expect(names).toEqual([
      { denomination: "Chez Zoé\net fils", number: "0200010139", search: "chez zoe et fils" },
      { denomination: `Société L'Étoile "du Midi"`, number: "0200010139", search: "societe l etoile du midi" },
    ]);
    const addresses = await bench.select(
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
    await bench.run([traps]);
    expect(
      await bench.select("select value, e164 from contact where type_code in ('TEL', 'FAX') order by value"),
    ).toEqual([
      { value: "+32 (0)2 226 88 88", e164: "+3222268888" },
      { value: "02 226 88 89", e164: null },
      { value: "02 315 13 51", e164: "+3223151351" },
      { value: "02 315 13 51 / 52", e164: null },
    ]);
  });

  it("tells the front door of contact points, and of nothing when it is imported again", async () => {
    await bench.run([traps]);
    const rows = await bench.select("select key, body from outbox where topic = 'CONTACT' order by key");
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
    await bench.run([traps]);
    expect(bench.printed).toMatch(/feed: 0 enterprises told, 0 withdrawn/);
    await bench.run([
      bench.changed({
        "enterprise.csv": (text) => text.replace(/^"0200\.020\.235".*\n/m, ""),
        "contact.csv": (text) => text.replace("02 315 13 51", "02 315 13 99"),
      }),
    ]);
    expect(bench.printed).toMatch(/feed: 1 enterprises told, 1 withdrawn/);
    const latest = await bench.select(
      "select distinct on (key) key, body is null as gone from outbox order by key, id desc",
    );
    expect(latest.filter(({ gone }) => gone)).toEqual([{ key: "0200020235", gone: true }]);
  });
});

describe("an import replaces what an earlier one brought and nothing else", () => {
  it("gives the same rows when it is run twice, and leaves other sources alone", async () => {
    await bench.select(
      `insert into enterprise (number, status_code, type_code, source) values ('0010000117', 'AC', '2', 'DEMONSTRATION')`,
    );
    await bench.run([traps]);
    const first = await bench.content();
    await bench.run([traps]);
    expect(await bench.content()).toEqual(first);
    expect(JSON.stringify(first)).toContain("DEMONSTRATION");
  });

  it("reads the zip as published like the folder", async () => {
    await bench.run([traps]);
    const fromFolder = await bench.content();
    const names = readdirSync(traps);
    const zip = join(bench.changed({}), "KboOpenData_0140_2025_06_Full.zip");
    writeFileSync(zip, zipOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(traps, name))]))));
    await bench.select("delete from denomination");
    await bench.run([zip]);
    expect(await bench.content()).toEqual(fromFolder);
  });

  it("shows readers the old or the new while it swaps", async () => {
    await bench.run([traps]);
    const seen = new Set<number>();
    let isOver = false;
    const reader = (async () => {
      while (!isOver)
        seen.add(Number((await bench.select("select count(*) from denomination where source = 'KBO'"))[0]?.["count"]));
    })();
    await bench.run([traps, "--with-natural-persons"]);
    isOver = true;
    await reader;
    expect([...seen].every((count) => count === 8 || count === 11)).toBe(true);
  });
});
