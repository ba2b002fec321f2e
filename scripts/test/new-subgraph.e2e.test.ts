import { toolArguments } from "../lib/quality/steps.js";
import { runTool } from "../lib/quality/tool.js";
import { startSystem, type System } from "../lib/supervisor/system.js";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.js";

/** All that six subgraphs must know of each other, and nothing of it written by hand. */
const generated = [
  "docker/compose.yaml",
  "gateway/agencies.generated.json",
  "gateway/supergraph.graphql",
  "shared/docs/retention.md",
  "subgraphs/front-door/schema.graphql",
  "subgraphs/front-door/src/directory/partners.generated.ts",
];

const question = `query ($phone: String) {
  caller(phone: $phone) {
    entrepreneur {
      timeline(first: 100, agencies: ["MOBILITY"]) {
        edges { node { __typename id occurredAt agency { code name(language: EN) } kind { label(language: EN) } label(language: NL) } }
      }
      supports(first: 100, agencies: ["MOBILITY"]) { edges { node { __typename id since until } } }
      presence { agency { code } state }
      mobility { dossiers(first: 100) { edges { node { id occurredAt contactName } } } }
    }
  }
  agencies { code }
}`;

interface Entry {
  readonly __typename: string;
  readonly id: string;
  readonly occurredAt: string;
  readonly label: string;
}
interface List<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Person {
  readonly timeline: List<Entry>;
  readonly supports: List<Entry>;
  readonly presence: readonly { readonly agency: { readonly code: string }; readonly state: string }[];
  readonly mobility: { readonly dossiers: List<Pick<Entry, "id" | "occurredAt">> };
}
interface Answered {
  readonly errors?: readonly object[];
  readonly data: {
    readonly caller: { readonly entrepreneur: Person };
    readonly agencies: readonly { readonly code: string }[];
  };
}

describe("pnpm new:subgraph mobility", () => {
  let copy: WorkspaceCopy;
  let before: ReadonlyMap<string, string>;
  let system: System | undefined;

  beforeAll(async () => {
    copy = copyWorkspace();
    // Only what the newcomer changes is looked at, not what was not current before.
    await copy.verb("generate");
    before = copy.contents();
    await copy.verb("new-subgraph", "mobility");
    copy.link("subgraphs/mobility");
    await copy.verb("generate");
  }, 120_000);
  afterAll(async () => {
    await system?.stop();
    copy.remove();
  }, 120_000);

  it("lets six subgraphs compose, and changes nothing outside its folder but what is generated", () => {
    const after = copy.contents();
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (file) => before.get(file) !== after.get(file),
    );
    expect(changed.filter((file) => !file.startsWith("subgraphs/mobility/")).sort()).toEqual(generated);
    expect(after.get("gateway/supergraph.graphql")).toContain(
      "type MobilityDossier implements TimelineEntry & Support",
    );
    expect(after.has("subgraphs/mobility/schema.graphql")).toBe(true);
  });

  it("has its entries in the timeline, its agency in presence and in agencies, and its own section", async () => {
    system = await startSystem({
      name: "six",
      root: copy.root,
      seed: { entrepreneurs: 60, seed: "1819", asOf: "2026-03-31" },
    });
    const { data, errors } = await askUntilKnown(system);
    const { timeline, supports, presence, mobility } = data.caller.entrepreneur;
    expect(errors).toBeUndefined();
    expect(timeline.edges.length).toBeGreaterThan(0);
    for (const { node } of timeline.edges) {
      expect(node).toMatchObject({
        __typename: "MobilityDossier",
        agency: { code: "MOBILITY", name: "Mobility" },
        kind: { label: "Mobility dossier" },
      });
      expect(["Advies", "Opleiding", "Opvolging"]).toContain(node.label);
    }
    const placed = ({ edges }: List<Pick<Entry, "id" | "occurredAt">>): string[][] =>
      edges.map(({ node: { id, occurredAt } }) => [id, occurredAt]);
    expect(placed(mobility.dossiers)).toEqual(placed(timeline));
    expect(supports.edges.map(({ node }) => node.id).sort()).toEqual(timeline.edges.map(({ node }) => node.id).sort());
    expect(presence).toContainEqual({ agency: { code: "MOBILITY" }, state: "KNOWN" });
    expect(data.agencies).toContainEqual({ code: "MOBILITY" });
  }, 120_000);

  it("keeps what every subgraph promises, and passes the tests that it was written with", async () => {
    expect(await copy.verb("test", "subgraphs/mobility")).toMatch(/tests: [1-9]\d* passed, 0 failed/);
  }, 120_000);

  it("is written as pnpm check wants it: types, lint, boundaries, format", async () => {
    const { oxlint, depcruise } = toolArguments(copy.root);
    const runs = await Promise.all([
      runTool(copy.root, "tsc", ["-p", "subgraphs/mobility", "--pretty", "false"]),
      runTool(copy.root, "oxlint", [...oxlint, "subgraphs/mobility"]),
      runTool(copy.root, "depcruise", [...depcruise, "subgraphs/mobility"]),
      runTool(copy.root, "oxfmt", [
        "-c",
        "scripts/quality/oxfmt.json",
        "--ignore-path",
        "scripts/quality/oxfmt.ignore",
        "--check",
        "subgraphs/mobility",
      ]),
    ]);
    expect(runs.filter(({ ok }) => !ok)).toEqual([]);
  }, 120_000);
});

/** The directory hears of entries through the feed, a moment after the start. */
async function askUntilKnown(system: System): Promise<Answered> {
  for (const end = Date.now() + 30_000; ;) {
    const answer = await ask(system, { phone: system.caller });
    const known = answer.data?.caller?.entrepreneur?.presence?.some(
      ({ agency, state }) => agency.code === "MOBILITY" && state === "KNOWN",
    );
    if (known || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function ask({ gatewayUrl, people }: System, variables: object): Promise<Answered> {
  const response = await fetch(gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", ...(await people.headers()) },
    body: JSON.stringify({ query: question, variables }),
  });
  return (await response.json()) as Answered;
}
