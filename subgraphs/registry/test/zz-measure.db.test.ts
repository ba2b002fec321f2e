import { ImportBench } from "./importing.js";
import { importer } from "../src/importers/kbo.js";
const flag = { on: true };
jest.mock("../src/import/note-changes.js", () => {
  const actual = jest.requireActual<typeof import("../src/import/note-changes.js")>("../src/import/note-changes.js");
  return { noteChanges: (...args: Parameters<typeof actual.noteChanges>) => ((globalThis as never as {on:boolean}).on ? actual.noteChanges(...args) : Promise.resolve(0)) };
});
it("measures", async () => {
  const bench = await ImportBench.open();
  const g = globalThis as never as { on: boolean };
  const run = async (on: boolean) => {
    g.on = on;
    let printed = "";
    const began = performance.now(); const cpu = process.cpuUsage();
    await importer({ args: ["/work/shared/data/kbo-extract-2024-09", "--extract", "127", "--snapshot", "2024-08-30"], ownerUrl: bench.registry.testDatabase.ownerUrl, dataFolder: "/work/shared/data", output: { write: (t: string) => (printed += t) }, signal: new AbortController().signal });
    void cpu;
    return { ms: performance.now() - began, line: printed.split("\n").find((l) => l.includes("history")), first: printed.split("\n").find((l) => l.startsWith("KBO")) };
  };
  const first = await run(true);
  console.log("first", first);
  const on: number[] = [], off: number[] = [];
  for (let i = 0; i < 8; i += 1) { off.push((await run(false)).ms); on.push((await run(true)).ms); on.push((await run(true)).ms); off.push((await run(false)).ms); }
  const med = (x: number[]) => [...x].sort((a, b) => a - b)[x.length >> 1];
  // every status, name and address changed
  const alter = async () => { const { withClient } = await import("@parcours/shared/database-roles"); await withClient(bench.registry.testDatabase.ownerUrl, async (c) => { await c.query("delete from fact_change; update enterprise set status_code='XX' where substr(number,10,1) = '7'; update denomination set denomination = denomination || ' (old)' where substr(entity_number,10,1) = '3'; update address set house_number = '0' where substr(entity_number,10,1)='5'"); }); };
  const chOn: number[] = [], chOff: number[] = []; let line;
  for (let i = 0; i < 5; i += 1) { await alter(); chOff.push((await run(false)).ms); await alter(); const r = await run(true); line = r.line; chOn.push(r.ms); }
  console.log(JSON.stringify({ on: med(on), off: med(off), minOn: Math.min(...on), minOff: Math.min(...off), chOn: med(chOn), chOff: med(chOff), line, first }));
  await bench.close();
}, 600000);
