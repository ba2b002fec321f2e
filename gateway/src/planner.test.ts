import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Planning {
  readonly planner: {
    readonly QueryPlanner: new (supergraph: unknown) => {
      buildQueryPlan(operation: unknown): unknown;
      lastGeneratedPlanStatistics(): { readonly evaluatedPlanCount: number } | undefined;
    };
  };
  readonly internals: {
    readonly Supergraph: { build(sdl: string): { readonly schema: unknown } };
    parseOperation(schema: unknown, text: string): unknown;
  };
}

const gateway = join(__dirname, "..");

/** The planner of the gateway's own library: the one that serves. */
function planning(): Planning {
  const fromLibrary = createRequire(require.resolve("@apollo/gateway"));
  const planner = fromLibrary("@apollo/query-planner") as Planning["planner"];
  return { planner, internals: fromLibrary("@apollo/federation-internals") as Planning["internals"] };
}

function operations(folder: string): string[] {
  const names = readdirSync(join(gateway, folder), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".graphql")).map((name) => join(folder, name));
}

describe("planning an operation", () => {
  const { planner, internals } = planning();
  const supergraph = internals.Supergraph.build(readFileSync(join(gateway, "supergraph.graphql"), "utf8"));
  const queryPlanner = new planner.QueryPlanner(supergraph);

  it.each([...operations("examples"), ...operations("e2e")])("compares a handful of plans for %s", (file) => {
    queryPlanner.buildQueryPlan(internals.parseOperation(supergraph.schema, readFileSync(join(gateway, file), "utf8")));
    // Thousands where two ways to a line's agency are tried for each type of line (scripts/patches, query-graphs): a second of one core.
    expect(queryPlanner.lastGeneratedPlanStatistics()?.evaluatedPlanCount).toBeLessThanOrEqual(8);
  });
});
