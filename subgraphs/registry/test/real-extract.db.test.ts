/** The importer and the graph on a real extract of KBO Open Data, where it is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { brusselsNisOf } from "../src/address/municipality.rules.js";
import { explainedSituationCodes, legalSituationOf } from "../src/enterprise/legal-situation.rules.js";
import { importer } from "../src/importers/kbo.js";
import { definition } from "../src/subgraph.js";
import { describeWithRealData, realData } from "./real-data.js";

/** Rows of a file whose values hold no comma, newline or quote. */
function plainRows(file: string): string[][] {
  return readFileSync(join(realData, file), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

describeWithRealData("a real extract", ["kbo-extract-2024-09", "kbo-code-tables"], () => {
  let registry: SubgraphUnderTest;
  let printed = "";
  beforeAll(async () => {
    registry = await openSubgraphUnderTest(definition);
    const output = { write: (text: string) => (printed += text) };
    const args = ["--extract", "127", "--snapshot", "2024-08-30"];
    await importer({
      args,
      ownerUrl: registry.testDatabase.ownerUrl,
      dataFolder: realData,
      output,
      signal: new AbortController().signal,
    });
  });
  afterAll(() => registry.close());

  it("is taken over, but for 91 dates in another notation and a contact point that it gives twice", () => {
    expect(printed).toMatch(
      /enterprise +9,999 rows\n {2}establishment +1,492 rows\n {2}branch +7,355 rows {2}\(7,282 orphans kept\)\n/,
    );
    expect(printed).toMatch(
      /denomination +3,523 rows\n {2}address +10,893 rows {2}\(91 bad left out\)\n {2}contact +1,480 rows\n {2}activity +9,999 rows\n/,
    );
    expect(printed).toMatch(/bad rows: 91\n/);
    expect(printed).toContain("address.csv:10019: DateStrikingOff 09/03/15 is not a date like 30-05-2025\n");
  });

  it("gives an enterprise its real name, seat, form and day", async () => {
    const { data, errors } = await registry.run(`{ registryEnterprise(number: "BE 0202.239.951") {
      number registryState name legalForm { code label } legalSituation { code } startDate type { label(language: EN) }
      address { street(language: NL) houseNumber zipcode municipality(language: NL) nis } registrySource { source extractNumber snapshotDate } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      registryEnterprise: {
        number: "0202239951",
        registryState: "KNOWN",
        name: "PROXIMUS",
        legalForm: { code: "114", label: expect.stringMatching(/droit public/) },
        legalSituation: { code: "NORMAL" },
        startDate: "1930-07-19",
        type: { label: "Legal person" },
        address: {
          street: "Koning AlbertII laan",
          houseNumber: "27",
          zipcode: "1030",
          municipality: "Schaarbeek",
          nis: "21015",
        },
        registrySource: { source: "KBO", extractNumber: 127, snapshotDate: "2024-08-30" },
      },
    });
  });

  it("reads most telephone numbers", async () => {
    const [row] = await registry.database.dataSource.query<{ read: string; all: string }[]>(
      "select count(e164) as read, count(*) as all from contact where type_code = 'TEL'",
    );
    expect(Number(row?.read) / Number(row?.all)).toBeGreaterThan(0.98);
  });

  it("labels every code that it uses", async () => {
    const unlabelled = await registry.database.dataSource.query<unknown[]>(
      `select distinct 'Nace' || nace_version, nace_code from activity a
        where not exists (select from register_code c where c.category = 'Nace' || a.nace_version and c.code = a.nace_code)
       union all select distinct 'JuridicalForm', form_code from enterprise e
        where form_code is not null and not exists (select from register_code c where c.category = 'JuridicalForm' and c.code = e.form_code)`,
    );
    expect(unlabelled).toEqual([]);
  });

  it("is told to the front door, every enterprise once", async () => {
    const [row] = await registry.database.dataSource.query<{ rows: string; phones: string }[]>(
      "select count(*) as rows, count(*) filter (where body->'phones' <> '[]') as phones from outbox where topic = 'CONTACT'",
    );
    expect(Number(row?.rows)).toBe(9999);
    expect(Number(row?.phones)).toBeGreaterThan(800);
  });

  it("finds an enterprise by the beginnings of words, without accents", async () => {
    const { data } = await registry.run(
      `{ registryEnterprises(name: "proxim", numberPrefix: "0202.239", first: 5) { edges { node { number name } } } }`,
    );
    expect(data).toEqual({ registryEnterprises: { edges: [{ node: { number: "0202239951", name: "PROXIMUS" } }] } });
  });
});

describeWithRealData("the register's own list of situations", ["kbo-code-tables"], () => {
  const descriptions = new Map<string, string>();
  for (const [, code, language, description] of readFileSync(
    join(realData, "kbo-code-tables/code.csv"),
    "utf8",
  ).matchAll(/^"JuridicalSituation","(\d+)","(\w+)","(.*)"$/gm)) {
    if (language === "FR") descriptions.set(code ?? "", description ?? "");
  }

  it("has forty codes, and the table explains them all", () => {
    expect(descriptions.size).toBe(40);
    expect([...descriptions.keys()].sort()).toEqual([...explainedSituationCodes].sort());
  });

  it("would be understood by its descriptions too, where they say more than that all is well", () => {
    const different = [...descriptions]
      .filter(([code, description]) => legalSituationOf(code, null) !== legalSituationOf("???", description))
      .map(([code, description]) => `${code} ${description}: ${legalSituationOf("???", description)}`);
    expect(different).toEqual([
      "000 Situation normale: UNCLASSIFIED",
      "001 Création juridique: UNCLASSIFIED",
      "002 Prorogation: UNCLASSIFIED",
      "003 Remplacement du numéro d'entreprise: UNCLASSIFIED",
      "020 Réunion des parts en une seule main: UNCLASSIFIED",
      "090 Nouveaux statuts: UNCLASSIFIED",
      "100 Identification de l'entité: UNCLASSIFIED",
    ]);
  });
});

describeWithRealData("the municipalities of real addresses", ["geo-belgium"], () => {
  it("are told by name, not by postcode", () => {
    for (const [postcode = "", nis, fr = "", nl = ""] of plainRows(
      "geo-belgium/brussels_postcode_municipality_from_kbo.csv",
    )) {
      expect([postcode, fr, brusselsNisOf(fr, nl, postcode)]).toEqual([postcode, fr, nis]);
    }
  });

  it("are the nineteen of the official list", () => {
    for (const [nis, fr = "", nl = ""] of plainRows("geo-belgium/brussels_19_municipalities.csv")) {
      expect([fr, brusselsNisOf(fr.replace(/ \(.*/, ""), null, "1000")]).toEqual([fr, nis]);
      expect([nl, brusselsNisOf(null, nl.replace(/ \(.*/, ""), "1000")]).toEqual([nl, nis]);
    }
  });
});
