/**
 * Which file may import which (dependency-cruiser). Imports of types count like any other. Arrows point down:
 * main → subgraph → services → resolver → service → repository → entity → shared, with rules and errors at the side.
 * Every rule is seen to fail in scripts/test/guards.test.ts.
 */
const { join } = require("node:path");

const subgraph = "^subgraphs/([^/]+)/";
const tests = "(\\.test\\.ts$|/test/|/testing/)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one thing in two places. Imports of types count: they are what knots a tree together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      comment: "What cannot be found here cannot be found in production.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-undeclared-packages",
      comment: "A package is named in the package.json of who imports it; what happens to be installed may go.",
      severity: "error",
      from: { pathNot: tests },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-development-packages-in-products",
      comment: "What serves in production imports only what is installed in production.",
      severity: "error",
      from: { path: "^(shared|gateway|subgraphs/[^/]+)/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], pathNot: "@types/" },
    },
    {
      name: "no-subgraph-to-subgraph",
      comment:
        "Agencies reach each other by id, through the graph and the feeds. An import would tie their releases together.",
      severity: "error",
      from: { path: subgraph },
      to: { path: "^subgraphs/", pathNot: "^subgraphs/$1/" },
    },
    {
      name: "no-subgraph-to-above",
      comment: "A subgraph stands on shared and on itself. It knows neither the gateway nor the scripts.",
      severity: "error",
      from: { path: "^subgraphs/" },
      to: { path: "^(gateway|scripts)/" },
    },
    {
      name: "no-gateway-to-subgraph",
      comment: "The gateway knows the agencies by the supergraph alone: so an agency joins without touching it.",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^subgraphs/" },
    },
    {
      name: "no-gateway-to-scripts",
      comment:
        "The gateway runs without them. Its end-to-end tests start the whole system with what tests and benches share.",
      severity: "error",
      from: { path: "^gateway/", pathNot: "^gateway/e2e/" },
      to: { path: "^scripts/" },
    },
    {
      name: "no-shared-to-above",
      comment: "Everything stands on shared; shared stands on nothing of ours.",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(gateway|subgraphs|scripts)/" },
    },
    {
      name: "no-scripts-to-subgraph",
      comment:
        "Scripts find the subgraphs by their folders and load what they compiled to; none is named in an import.",
      severity: "error",
      from: { path: "^scripts/", pathNot: tests },
      to: { path: "^(gateway|subgraphs)/" },
    },
    {
      name: "no-tests-in-products",
      comment:
        "What serves does not stand on what tests. `system.ts` is what tests and benches start the whole system with.",
      severity: "error",
      from: { pathNot: `${tests}|^gateway/e2e/|^scripts/(test|quality|bench)/|^scripts/lib/supervisor/system\\.ts$` },
      to: { path: tests, pathNot: "node_modules" },
    },
    {
      name: "entities-stand-below",
      comment:
        "An entity is a table and a type of the graph: it knows rules and other types, never who queries or serves it.",
      severity: "error",
      from: { path: `${subgraph}.*\\.(entity|type|stub)\\.ts$` },
      to: { path: "\\.(repository|service|resolver|reference|target)\\.ts$|/(services|subgraph|main)\\.ts$" },
    },
    {
      name: "rules-are-pure",
      comment:
        "A rule is a sentence that a table of cases can test: it imports other rules, errors, types and code lists; " +
        "of shared what computes, never a database, a request or a clock.",
      severity: "error",
      from: { path: "\\.rules\\.ts$" },
      to: {
        path: "\\.(repository|service|resolver|reference|target|arguments|args)\\.ts$|/(services|subgraph|main|database|context)\\.ts$|^shared/src/(server|import)/|node_modules/",
      },
    },
    {
      name: "errors-stand-alone",
      comment: "A catalogue of errors is read by whoever raises them, and by the generator of the reference page.",
      severity: "error",
      from: { path: `${subgraph}.*\\.errors\\.ts$` },
      to: { pathNot: "^shared/src/(errors|languages)\\.ts$" },
    },
    {
      name: "repositories-know-no-service",
      comment: "A repository answers questions about its table. Who asks, and why, is above it.",
      severity: "error",
      from: { path: "\\.repository\\.ts$" },
      to: { path: "\\.(service|resolver|reference|args)\\.ts$|/(services|subgraph|main)\\.ts$" },
    },
    {
      name: "services-know-no-resolver",
      comment: "A use case does not know how it was asked for.",
      severity: "error",
      from: { path: "\\.service\\.ts$" },
      to: { path: "\\.(resolver|reference)\\.ts$|/(services|subgraph|main)\\.ts$" },
    },
    {
      name: "resolvers-translate",
      comment:
        "A resolver translates between the graph and the services of its request: it takes no value from a repository " +
        "(its types it may name) and nothing from the database.",
      severity: "error",
      from: { path: "\\.(resolver|reference)\\.ts$" },
      to: {
        path: "\\.repository\\.ts$|^shared/src/(database|database-roles|row-table)\\.ts$|node_modules/(typeorm|pg)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-tables-know-typeorm",
      comment: "TypeORM's decorators stand in entities. Its connections belong to shared.",
      severity: "error",
      from: { path: subgraph, pathNot: `\\.entity\\.ts$|-row\\.ts$|/migrations/|${tests}` },
      to: { path: "node_modules/typeorm/" },
    },
    {
      name: "no-barrels",
      comment:
        "Every import names the file that holds the thing: then a search finds it, and no file pulls in a whole folder.",
      severity: "error",
      from: {},
      to: { path: "(^|/)index\\.ts$", pathNot: "node_modules" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, "tsconfig.check.json") },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.parcours)/|^scripts/template/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["parcours-source", "import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
    },
  },
};
