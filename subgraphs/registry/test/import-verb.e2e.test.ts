/** `pnpm import:kbo` as a person runs it: the process, its exit code, and what it leaves in the database. */
import { createWriteStream, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { statement } from "@parcours/shared/database";
import { runImportVerb } from "@parcours/shared/testing/import-verb";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../src/subgraph.js";

const traps = fileURLToPath(new URL("fixtures/kbo-traps", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "import-kbo-"));
let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openSubgraphUnderTest(definition);
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

/** Runs the verb; `interruptAt` is a text in its output at which Ctrl-C is pressed. */
function run(args: readonly string[], interruptAt?: string): ReturnType<typeof runImportVerb> {
  const verb = {
    verb: "import-kbo",
    subgraph: registry,
    ownerUrlVariable: "DATABASE_OWNER_URL_REGISTRY",
    dataFolder: folder,
  };
  return runImportVerb(verb, args, interruptAt);
}

const kept = async (): Promise<number> => {
  const [row] = await registry.database.query<{ count: string }>(statement("select count(*) from activity"));
  return Number(row?.count);
};

describe("pnpm import:kbo", () => {
  it("imports, names each bad row, and ends with 0", async () => {
    const { code, output } = await run([traps]);
    expect(output).toMatch(/^enterprise\.csv:5: EnterpriseNumber 0200\.010\.130 has wrong check digits$/m);
    expect(output).toMatch(/KBO extract 140 of 2025-05-30/);
    expect([code, await kept()]).toEqual([0, 5]);
  });

  it("is refused with 2, in one line, where there is nothing to read", async () => {
    const { code, output } = await run([]);
    expect(output.trim()).toMatch(/^There is no .*kbo-extract-2024-09: name the folder or zip/);
    expect([code, await kept()]).toEqual([2, 5]);
  });

  it("is stopped by Ctrl-C with 130, and leaves the database as it was", async () => {
    cpSync(traps, folder, { recursive: true });
    const file = createWriteStream(join(folder, "activity.csv"), { flags: "a" });
    for (let index = 0; index < 600_000; index += 1)
      file.write(`"0200.010.139","001","2025","${10_000 + (index % 90_000)}","MAIN"\n`);
    await new Promise<void>((done) => file.end(done));
    const { code, output } = await run([folder], "activity.csv:8:");
    expect(output).toMatch(/Stopped; the database is as it was\.\s*$/);
    expect([code, await kept()]).toEqual([130, 5]);
  });
});
