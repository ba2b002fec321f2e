/** What an import changes of what the register said is kept as the history of the fact: only what differs, and nothing of natural persons. */
import { ImportBench, traps } from "./importing.js";

let bench: ImportBench;
beforeAll(async () => {
  bench = await ImportBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

const changes = (): Promise<Record<string, unknown>[]> =>
  bench.select(
    `select coordinate, enterprise_number as number, former, value, author, author_agency_code as agency, source, extract
       from fact_change order by coordinate, enterprise_number`,
  );
const by = { author: "REGISTER", agency: null, source: "KBO", extract: "140 2025-05-30" };
const [star, northern] = ["0200010139", "0200020235"];
const next = (): string =>
  bench.changed({
    "enterprise.csv": (text) =>
      text
        .replace('"0200.020.235","AC","050","2","030",,31-12-2001', '"0200.020.235","AC","010","2","610",,31-12-2001')
        .replace('"0200.030.331","AC","000","1"', '"0200.030.331","AC","050","1"'),
    "denomination.csv": (text) =>
      text.replace('Northern Trading"', 'Southern Trading"').replace("Personne, Ex", "Autre, Ex"),
    "address.csv": (text) => text.replace('"Avenue Louise","1"', '"Avenue Louise","12"'),
    "contact.csv": (text) => text.replace('"0200.010.139","ENT","EMAIL","Info@Etoile.example"\n', ""),
    "activity.csv": (text) =>
      text.replace('"0200.010.139","001","2025","01110","MAIN"', '"0200.010.139","001","2025","01120","MAIN"'),
    "establishment.csv": (text) =>
      text.replace('"2.100.010.111",01-03-1999,"0200.010.139"', '"2.100.010.111",01-03-1999,"0200.020.235"'),
  });

describe("an import", () => {
  it("of a first extract changes nothing that was there, and neither does the same one again", async () => {
    await bench.run([traps]);
    await bench.run([traps]);
    expect(await changes()).toEqual([]);
    expect(bench.printed).toContain("history: 0 facts say something else than before");
  });

  it("keeps each fact that says something else, with what it said, in which register and extract", async () => {
    await bench.run([traps]);
    await bench.run([next()]);
    const activity = (nace: string) => [{ group: "001", version: "2025", nace, classification: "MAIN" }];
    const seat = (houseNumber: string) => [
      {
        streetFr: "Avenue Louise",
        streetNl: "Louizalaan",
        houseNumber,
        zipcode: "1050",
        municipalityFr: "Bruxelles",
        municipalityNl: "Brussel",
      },
    ];
    const name = (text: string) => [{ name: text, type: "001", language: "4" }];
    expect(await changes()).toEqual([
      { coordinate: "Enterprise.activities", number: star, former: activity("01110"), value: activity("01120"), ...by },
      { coordinate: "Enterprise.address", number: star, former: seat("1"), value: seat("12"), ...by },
      {
        coordinate: "Enterprise.contacts",
        number: star,
        former: [{ type: "EMAIL", value: "Info@Etoile.example" }],
        value: null,
        ...by,
      },
      { coordinate: "Enterprise.establishments", number: star, former: ["2100010111"], value: null, ...by },
      { coordinate: "Enterprise.establishments", number: northern, former: null, value: ["2100010111"], ...by },
      {
        coordinate: "Enterprise.juridicalSituation",
        number: northern,
        former: { code: "050" },
        value: { code: "010" },
        ...by,
      },
      { coordinate: "Enterprise.legalForm", number: northern, former: { code: "030" }, value: { code: "610" }, ...by },
      {
        coordinate: "Enterprise.name",
        number: northern,
        former: name("Northern Trading"),
        value: name("Southern Trading"),
        ...by,
      },
    ]);
    expect(bench.printed).toContain("history: 8 facts say something else than before");
  });

  it("keeps nothing of natural persons, nor of enterprises that came or went", async () => {
    await bench.run([traps, "--with-natural-persons"]);
    const gone = bench.changed({
      "enterprise.csv": (text) => text.replace('"1000.000.021","AC","091"', '"0200.070.715","AC","091"'),
      "denomination.csv": (text) => text.replace("Personne, Exemple", "Personne, Autre"),
    });
    await bench.run([gone, "--with-natural-persons"]);
    expect(await changes()).toEqual([]);
  });

  it("that is stopped, or refused, leaves no history of what did not happen", async () => {
    await bench.run([traps]);
    const controller = new AbortController();
    const stopped = bench.run([next()], controller.signal);
    controller.abort(new Error("stopped"));
    await expect(stopped).rejects.toThrow("stopped");
    expect(await changes()).toEqual([]);
  });
});
