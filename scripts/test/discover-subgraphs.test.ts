import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discoverSubgraphs, environmentName, spineOf } from "../lib/discover-subgraphs.js";

const labels = { fr: "un", nl: "een", en: "one" };
const agency = (code: string, more: object = {}) => ({
  code,
  names: labels,
  pole: "COACHING",
  validFrom: "2018-01-01",
  ...more,
});
const manifest = (port: number, database: string, more: object = {}) => ({
  port,
  database,
  feeds: ["POINTER"],
  agencies: [],
  entryTypes: [],
  entryKinds: [],
  ...more,
});

describe("discovery", () => {
  let root: string;
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), "discover-"))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (name: string, subgraph: unknown, packageName = `@parcours/${name}`): void => {
    mkdirSync(join(root, "subgraphs", name), { recursive: true });
    writeFileSync(join(root, "subgraphs", name, "package.json"), JSON.stringify({ name: packageName, subgraph }));
  };

  it("accepts the subgraphs of this workspace, by name, with one spine", () => {
    const subgraphs = discoverSubgraphs();
    expect(subgraphs.map(({ name }) => name)).toEqual(subgraphs.map(({ name }) => name).sort());
    expect(subgraphs.length).toBeGreaterThan(0);
    expect(spineOf(subgraphs).manifest.spine).toBe(true);
  });

  it("finds a subgraph by its folder alone", () => {
    write("spine", manifest(1, "spine", { spine: true }));
    write("mobility", manifest(2, "mobility"));
    expect(discoverSubgraphs(root).map(({ name, isSpine }) => [name, isSpine])).toEqual([
      ["mobility", false],
      ["spine", true],
    ]);
  });

  it("names all faults at once", () => {
    write("alpha", manifest(1, "one", { agencies: [agency("HUB", { successor: "GONE", validTo: "2019-13-01" })] }));
    write(
      "beta",
      manifest(1, "one", {
        agencies: [agency("HUB")],
        entryTypes: [{ type: "Visit", timeline: true, support: false }],
      }),
    );
    expect(() => discoverSubgraphs(root)).toThrow(
      [
        "Mend the `subgraph` block of these package.json files:",
        "  alpha: agency HUB: validTo must be a date like 2018-01-01",
        "  beta: entry type Visit has no kind",
        "  port 1 is declared more than once: alpha, beta",
        "  database one is declared more than once: alpha, beta",
        "  agency HUB is declared more than once: alpha, beta",
        "  alpha: agency HUB: no subgraph has its successor GONE",
        "  exactly one subgraph must say `spine`, none does",
      ].join("\n"),
    );
  });

  it("says what a missing or misshapen block lacks", () => {
    write("alpha", undefined, "alpha");
    expect(() => discoverSubgraphs(root)).toThrow(
      /alpha: its package must be called @parcours\/alpha.*\n.*`port` must be a number.*\n.*`database`.*\n.*`feeds` must be a list/,
    );
  });

  it("spells names for the environment", () => expect(environmentName("front-door")).toBe("FRONT_DOOR"));
});
