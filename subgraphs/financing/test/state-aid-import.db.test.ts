import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { statement } from "@parcours/shared/database";
import { withClient } from "@parcours/shared/database-roles";
import { pointerRow } from "@parcours/shared/feed/pointer";
import { idFrom } from "@parcours/shared/ids";
import { ImportRefused } from "@parcours/shared/import/importer";
import { nodes, type Edges } from "@parcours/shared/testing/asked-entity";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { supportReaders } from "../src/holder/holder.rules.js";
import { importer } from "../src/importers/state-aid.js";
import { tamHeader } from "../src/state-aid-award/tam-row.js";
import { definition } from "../src/subgraph.js";
import { sectionOf } from "./asked-holder.js";

const folder = mkdtempSync(join(tmpdir(), "state-aid-"));
let subgraph: SubgraphUnderTest;
beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
});
beforeEach(() =>
  withClient(subgraph.testDatabase.ownerUrl, (client) => client.query("truncate state_aid_award, outbox")),
);
afterAll(async () => {
  await subgraph.close();
  rmSync(folder, { recursive: true });
});

const proximus =
  `TM-10172367,SA.35533,"Le régime d'aide, ""développement""\nexpérimental",0202.239.951,0202.239.951,valid,Proximus,Only large enterprises,` +
  "BRUSSELS,true,Telecommunications,Direct grant,Experimental development (Art. 31.2.c),,592255,592255,EUR,2018-11-09,Innoviris,2019-11-19";
const sugar =
  "TM-10000167,SA.41602,Transformatiesteun,436410522,0436.410.522,valid_after_zero_pad,Suiker,Only large enterprises,VLAAMS GEWEST,false," +
  "Sugar,Direct grant/ Interest rate subsidy,Training aid (Art. 31),735542,735542,735542,EUR,2016-07-08,VLAIO,2016-12-20";
const range = sugar.replace("TM-10000167", "TM-10002883").replace("735542,735542,735542", ',"< 500,000",');
const several = sugar.replace("TM-10000167", "TM-10181591").replace(",436410522,", ",0419.052.173; 0248.015.142,");
const unknown = sugar.replace("TM-10000167", "TM-10000168").replace("VLAIO", "Office of Nowhere");

/** Runs the importer on lines behind the right header. @returns what it told */
async function run(
  lines: readonly string[],
  { header = tamHeader.join(","), signal = new AbortController().signal, args = [] as readonly string[] } = {},
): Promise<string[]> {
  const file = join(folder, "awards.csv");
  writeFileSync(file, `\uFEFF${[header, ...lines].join("\n")}\n`);
  const told: string[] = [];
  const output = { write: (text: string) => told.push(text.trimEnd()) };
  await importer({
    args: args.length > 0 ? args : [file],
    ownerUrl: subgraph.testDatabase.ownerUrl,
    dataFolder: folder,
    output,
    signal,
  });
  return told;
}

const rowsOf = <Row>(sql: string): Promise<Row[]> => subgraph.database.query<Row>(statement(sql));
const references = async (): Promise<string[]> =>
  (await rowsOf<{ reference: string }>("select reference from state_aid_award order by 1")).map(
    ({ reference }) => reference,
  );
const told = async (): Promise<{ key: string; body: object | null; source: string }[]> =>
  rowsOf("select key, body, source from outbox order by id");

describe("an import of the register", () => {
  it("keeps awards, repairs lost zeros, keeps ranges as ranges, and names each bad row with its line", async () => {
    expect(await run([proximus, sugar, range, several, unknown])).toEqual([
      "awards.csv:6: has several enterprise numbers in one cell: the award cannot be divided among them",
      'awards.csv:7: the granting authority "Office of Nowhere" is unknown: add its spelling to granting-authorities.ts',
      expect.stringMatching(/^awards\.csv: 5 rows in .* s: 3 awards kept, 2 rows left out$/),
      "  2 enterprise numbers got their lost leading zero back; 1 awards have a range in place of an amount",
      "  3 new, 0 changed, 0 removed",
    ]);
    const { financing } = await sectionOf<{ stateAidAwards: Edges<object> }>(
      subgraph,
      "0202239951",
      `stateAidAwards { edges { node { reference label(language: FR) agency { code } since until active aidElement { amount currency } nominalAmount { amount } measureTitle
         instrument { code } instrumentAsPublished objectiveAsPublished publishedOn enterprise { number } entrepreneur { id } } } }`,
    );
    expect(nodes(financing.stateAidAwards)).toEqual([
      {
        reference: "TM-10172367",
        label: "Subvention directe · Recherche et développement",
        agency: { code: "INNOVIRIS" },
        since: "2018-11-09",
        until: "2018-11-09",
        active: false,
        aidElement: { amount: "592255.00", currency: "EUR" },
        nominalAmount: null,
        measureTitle: `Le régime d'aide, "développement"\nexpérimental`,
        instrument: { code: "DIRECT_GRANT" },
        instrumentAsPublished: "Direct grant",
        objectiveAsPublished: "Experimental development (Art. 31.2.c)",
        publishedOn: "2019-11-19",
        enterprise: { number: "0202239951" },
        entrepreneur: null,
      },
    ]);
    const ranges = await sectionOf<{ stateAidAwards: Edges<object> }>(
      subgraph,
      "0436410522",
      `stateAidAwards { edges { node { reference aidElement { amount } amountNote } } }`,
    );
    expect(nodes(ranges.financing.stateAidAwards)).toContainEqual({
      reference: "TM-10002883",
      aidElement: null,
      amountNote: "< 500,000",
    });
  });

  it("points to each award as the kernel does, in the same transaction", async () => {
    await run([proximus]);
    const entryId = idFrom("state-aid-award", "TM-10172367");
    const { key, body } = pointerRow(
      {
        entryId,
        type: "StateAidAward",
        kind: "STATE_AID",
        category: "SUPPORT_GRANTED",
        agencyCode: "INNOVIRIS",
        holder: { enterpriseNumber: "0202239951" },
        occurredAt: new Date("2018-11-09T12:00:00Z"),
        since: "2018-11-09",
        until: "2018-11-09",
        readers: supportReaders,
        knownTo: supportReaders,
      },
      "TAM",
    );
    expect(await told()).toEqual([{ key, body, source: "TAM" }]);
  });

  it("run twice changes nothing and tells nothing", async () => {
    await run([proximus, sugar]);
    const before = await told();
    expect((await run([proximus, sugar])).at(-1)).toBe("  0 new, 0 changed, 0 removed");
    expect(await told()).toEqual(before);
  });

  it("tells what is gone, what comes back, and what changed", async () => {
    await run([proximus, sugar]);
    expect((await run([sugar.replace("735542,735542,735542", "1,2,2")])).at(-1)).toBe("  0 new, 1 changed, 1 removed");
    const id = idFrom("state-aid-award", "TM-10172367");
    expect((await told()).filter(({ key }) => key === id).map(({ body }) => body === null)).toEqual([false, true]);
    await run([proximus, sugar]);
    expect((await told()).filter(({ key }) => key === id).map(({ body }) => body === null)).toEqual([
      false,
      true,
      false,
    ]);
    expect(await references()).toEqual(["TM-10000167", "TM-10172367"]);
  });

  it("leaves the awards of other sources alone", async () => {
    await rowsOf(
      `insert into state_aid_award (id, agency_code, enterprise_number, occurred_at, source, reference)
       values ('00000000-0000-4000-8000-000000000001', 'BEW', '0010000007', now(), 'DEMONSTRATION', 'ours')`,
    );
    await run([proximus]);
    await run([sugar]);
    expect(await references()).toEqual(["TM-10000167", "ours"]);
  });

  it("keeps the first of two rows with one reference", async () => {
    expect(await run([sugar, sugar.replace("SA.41602", "SA.1")])).toContain(
      "awards.csv:3: TM-10000167 stands in the file already",
    );
    expect(await rowsOf("select measure_number from state_aid_award")).toEqual([{ measure_number: "SA.41602" }]);
  });
});

describe("an import that must not be", () => {
  it.each([
    ["a wrong header", { header: "reference,amount" }, "awards.csv: the header is reference,amount"],
    ["a missing file", { args: ["/nowhere/awards.csv"] }, "There is no file /nowhere/awards.csv"],
    ["an unknown option", { args: ["--fast"] }, "Usage: pnpm import:state-aid [file.csv]"],
  ])("is refused for %s, with the database as it was", async (_case, options, message) => {
    await run([proximus]);
    const refusal = run([sugar], options);
    await expect(refusal).rejects.toThrow(ImportRefused);
    await expect(refusal).rejects.toThrow(message);
    expect(await references()).toEqual(["TM-10172367"]);
  });

  it("is refused while another one is at work", async () => {
    const [first, second] = await Promise.allSettled([
      run(Array.from({ length: 2000 }, (_, n) => sugar.replace("TM-10000167", `TM-${n}`))),
      run([proximus]),
    ]);
    expect([first.status, second.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("leaves everything as it was when it is stopped on the way", async () => {
    await run([proximus]);
    const interruption = new AbortController();
    const lines = Array.from({ length: 30_000 }, (_, n) => sugar.replace("TM-10000167", `TM-${n}`));
    const stopped = run(lines, { signal: interruption.signal });
    setTimeout(() => interruption.abort(new Error("stopped by hand")), 60);
    await expect(stopped).rejects.toThrow("stopped by hand");
    expect(await references()).toEqual(["TM-10172367"]);
  });
});

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const register = resolve(repository, process.env["PARCOURS_DATA"] ?? "../shared/data", "state-aid-tam-belgium");
const onRealFiles = existsSync(register) ? it : it.skip;

describe("the real register (skipped where PARCOURS_DATA does not hold it)", () => {
  onRealFiles.each([
    ["state_aid_awards_belgium_2016_2020.csv", { rows: "2,045", kept: "2,011", left: 34, zeros: 154, ranges: 25 }],
    ["state_aid_awards_brussels.csv", { rows: "33", kept: "33", left: 0, zeros: 0, ranges: 0 }],
  ])("%s", async (name, { rows, kept, left, zeros, ranges }) => {
    const lines = await run([], { args: [join(register, name)] });
    expect(lines.at(-3)).toMatch(`${name}: ${rows} rows in`);
    expect(lines.at(-3)).toMatch(`: ${kept} awards kept, ${left} rows left out`);
    expect(lines.at(-2)).toBe(
      `  ${zeros} enterprise numbers got their lost leading zero back; ${ranges} awards have a range in place of an amount`,
    );
    expect(lines).toHaveLength(left + 3);
    const { financing } = await sectionOf<{ stateAidAwards: Edges<object> }>(
      subgraph,
      "0202239951",
      `stateAidAwards { edges { node { agency { code } occurredAt instrument { code } aidElement { amount } } } }`,
    );
    expect(nodes(financing.stateAidAwards)).toMatchObject([
      { agency: { code: "INNOVIRIS" }, instrument: { code: "DIRECT_GRANT" }, aidElement: { amount: "592255.00" } },
    ]);
  });
});
