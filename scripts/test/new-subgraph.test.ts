import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discoverSubgraphs } from "../lib/discover-subgraphs.js";
import { newSubgraph, nextSteps } from "../lib/new-subgraph/new-subgraph.js";
import { renamed, spellingOf } from "../lib/new-subgraph/spelling.js";
import { projectFiles } from "../lib/quality/tree.js";
import { workspaceRoot } from "../lib/workspace.js";

const today = "2026-03-31";
let root: string;

/** A workspace with the real template, and with the registrations and contracts of the real subgraphs. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-subgraph-"));
  cpSync(join(workspaceRoot(), "scripts/template"), join(root, "scripts/template"), { recursive: true });
  for (const { name, folder } of discoverSubgraphs()) {
    mkdirSync(join(root, "subgraphs", name), { recursive: true });
    for (const file of ["package.json", "schema.graphql"])
      cpSync(join(folder, file), join(root, "subgraphs", name, file));
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a name", () => {
  it.each([
    ["mobility", ["mobility", "mobility", "Mobility", "mobility", "MOBILITY", "Mobility"]],
    ["air-quality", ["air-quality", "airQuality", "AirQuality", "air_quality", "AIR_QUALITY", "Air quality"]],
    ["b2b", ["b2b", "b2b", "B2b", "b2b", "B2B", "B2b"]],
  ])("%s is spelt in every way that code writes it", (name, expected) => {
    expect(Object.values(spellingOf(name))).toEqual(expected);
  });

  it("takes the place of the template's in paths and in text", () => {
    expect(
      renamed(
        "src/sample-agency-dossier.ts SampleAgencyDossier sample_agency SAMPLE_AGENCY_X Sample agency's",
        spellingOf("air-quality"),
      ),
    ).toBe("src/air-quality-dossier.ts AirQualityDossier air_quality AIR_QUALITY_X Air quality's");
  });
});

describe("a new subgraph", () => {
  it("registers itself: the next port, its database, its agency from today on, its kind in three languages", async () => {
    const taken = discoverSubgraphs(root).map(({ manifest }) => manifest.port);
    await newSubgraph(root, "air-quality", today);
    const made = discoverSubgraphs(root).find(({ name }) => name === "air-quality");
    expect(made?.manifest).toMatchObject({
      port: Math.max(...taken) + 1,
      database: "air_quality",
      agencies: [{ code: "AIR_QUALITY", pole: "AIR_QUALITY", validFrom: today, admittedAt: today }],
      entryTypes: [{ type: "AirQualityDossier", timeline: true, support: true }],
      entryKinds: [
        {
          code: "AIR_QUALITY_DOSSIER",
          type: "AirQualityDossier",
          labels: { fr: "Dossier Air quality", nl: "Dossier Air quality", en: "Air quality dossier" },
        },
      ],
    });
  });

  it("has nothing of the template's own name left, and touches nothing else", async () => {
    const before = projectFiles(root);
    const { files } = await newSubgraph(root, "mobility", today);
    expect(
      projectFiles(root)
        .filter((file) => !before.includes(file))
        .sort(),
    ).toEqual([...files.keys()].map((file) => `subgraphs/mobility/${file}`).sort());
    const texts = [...files.keys()].map((file) => file + readFileSync(join(root, "subgraphs/mobility", file), "utf8"));
    expect(texts.filter((text) => /sample.?agency/i.test(text))).toEqual([]);
  });

  it("leaves room for a second one", async () => {
    await newSubgraph(root, "mobility", today);
    await newSubgraph(root, "energy", today);
    expect(discoverSubgraphs(root).map(({ name }) => name)).toEqual(expect.arrayContaining(["energy", "mobility"]));
  });

  it("says what to do next", async () => {
    const steps = nextSteps(await newSubgraph(root, "mobility", today));
    for (const step of [
      "subgraphs/mobility",
      "pnpm install",
      "pnpm generate",
      "pnpm test mobility",
      "shared/docs/adding-an-agency.md",
    ])
      expect(steps).toContain(step);
  });
});

describe("a new subgraph is refused with one line, and nothing is written,", () => {
  const addOther = (registration: object): void => {
    const subgraph = {
      port: 4999,
      database: "other",
      feeds: [],
      agencies: [],
      entryTypes: [],
      entryKinds: [],
      ...registration,
    };
    mkdirSync(join(root, "subgraphs/other"));
    writeFileSync(join(root, "subgraphs/other/package.json"), JSON.stringify({ name: "@parcours/other", subgraph }));
  };
  const refusal = async (name: string): Promise<string> => {
    const before = projectFiles(root);
    const message = await newSubgraph(root, name, today).then(
      () => "accepted",
      ({ message }: Error) => message,
    );
    expect(projectFiles(root)).toEqual(before);
    expect(message).not.toContain("\n");
    return message;
  };

  it.each([
    "Mobility",
    "mobility_desk",
    "1819",
    "-mobility",
    "mobility-",
    "mobility--desk",
    "../mobility",
    "mobilité",
    "",
  ])("for the name %j", async (name) => {
    expect(await refusal(name)).toBe(
      `"${name}" cannot name a subgraph: write lower-case words joined by -, a letter first, for instance air-quality.`,
    );
  });

  it("for a name too long for its database", async () => {
    expect(await refusal("agency-for-everything-that-moves-at-all")).toMatch(/^"agency-.*" is too long/);
  });

  it.each(["gateway", "shared", "template", "postgres"])("for %s, which the workspace has", async (name) => {
    expect(await refusal(name)).toBe(`"${name}" is taken by the workspace itself: choose another name.`);
  });

  it("for a folder that exists", async () => {
    const [first] = readdirSync(join(root, "subgraphs"));
    expect(await refusal(first ?? "")).toBe(
      `subgraphs/${first} exists already: choose another name, or remove the folder.`,
    );
  });

  it("for the code of an agency that another subgraph keeps", async () => {
    const owner = discoverSubgraphs(root)
      .flatMap(({ name, manifest }) => manifest.agencies.map(({ code }) => ({ name, code })))
      .find(({ code }) => /^[A-Z]+$/.test(code));
    const name = owner?.code.toLowerCase() ?? "";
    expect(await refusal(name)).toBe(
      `"${name}" would clash: agency ${owner?.code} is declared more than once: ${owner?.name}, ${name}. Choose another name.`,
    );
  });

  it.each([
    ["database", { database: "mobility" }],
    [
      "entry type",
      {
        feeds: ["POINTER"],
        entryTypes: [{ type: "MobilityDossier", timeline: true, support: true }],
        entryKinds: [{ code: "RIDE", type: "MobilityDossier", labels: { fr: "Trajet", nl: "Rit", en: "Ride" } }],
      },
    ],
    [
      "entry kind",
      {
        feeds: ["POINTER"],
        entryTypes: [{ type: "Ride", timeline: true, support: true }],
        entryKinds: [{ code: "MOBILITY_DOSSIER", type: "Ride", labels: { fr: "Trajet", nl: "Rit", en: "Ride" } }],
      },
    ],
  ])("for an %s that another subgraph has", async (what, registration) => {
    addOther(registration);
    expect(await refusal("mobility")).toMatch(
      new RegExp(`^"mobility" would clash: ${what} \\w+ is declared more than once: other, mobility\\. Choose`),
    );
  });

  it.each([
    ["timeline", "Entrepreneur.timeline"],
    ["presence", "Entrepreneur.presence"],
    ["id", "Entrepreneur.id"],
    ["number", "Enterprise.number"],
  ])("for %s, because the graph has %s", async (name, field) => {
    expect(await refusal(name)).toContain(`has ${field} already`);
  });

  it("for a type that the graph has, whatever kind of type", async () => {
    addOther({});
    writeFileSync(join(root, "subgraphs/other/schema.graphql"), "enum EntrepreneurMobility { BUS }");
    expect(await refusal("mobility")).toBe(
      '"mobility" would clash: other has EntrepreneurMobility already. Choose another name.',
    );
  });

  it.each(["constructor", "to-string"])("for %s, which every object has", async (name) => {
    expect(await refusal(name)).toContain("every object has a");
  });
});
