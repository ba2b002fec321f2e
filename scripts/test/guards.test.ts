/** Every guard of `pnpm check` is seen to fail: each test plants one violation, in a folder of its own, and expects to be told of it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { GeneratedFiles } from "../lib/generate/generated-files.js";
import { bareSuppressions, commandsOf, machineTraces, readmeFaults } from "../lib/quality/conventions.js";
import { runSteps } from "../lib/quality/run-steps.js";
import { judgeSizes } from "../lib/quality/sizes.js";
import { measureSource } from "../lib/quality/source-size.js";
import { checkSteps, toolArguments } from "../lib/quality/steps.js";
import { runScript, runTool, type ToolRun } from "../lib/quality/tool.js";
import { workspaceRoot } from "../lib/workspace.js";

const root = workspaceRoot();
const tools = toolArguments(root);
const folders: string[] = [];
// Each test starts a tool, on a machine that may have much else to do.
jest.setTimeout(120_000);

/** A folder with these files, removed after the tests. */
function planted(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "guards-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe("boundaries", () => {
  const manifests = {
    "package.json": "{}",
    "shared/package.json": "{}",
    "gateway/package.json": "{}",
    "scripts/x.ts": "export {};\n",
    "gateway/src/x.ts": "export {};\n",
    "shared/src/x.ts": "export {};\n",
    "subgraphs/a/src/x.ts": "export {};\n",
  };
  const cruise = (files: Readonly<Record<string, string>>) =>
    runTool(
      root,
      "depcruise",
      [...tools.depcruise, "shared", "gateway", "subgraphs", "scripts"],
      planted({ ...manifests, ...files }),
    );

  const forbidden = [
    ["no-subgraph-to-subgraph", "subgraphs/a/src/#/one.ts", "subgraphs/b/src/#/other.ts"],
    ["no-subgraph-to-above", "subgraphs/a/src/#/one.ts", "gateway/src/#/other.ts"],
    ["no-subgraph-to-above", "subgraphs/a/src/#/one.ts", "scripts/lib/#/other.ts"],
    ["no-gateway-to-subgraph", "gateway/src/#/one.ts", "subgraphs/a/src/#/other.ts"],
    ["no-shared-to-above", "shared/src/#/one.ts", "subgraphs/a/src/#/other.ts"],
    ["no-shared-to-above", "shared/src/#/one.ts", "scripts/lib/#/other.ts"],
    ["no-scripts-to-subgraph", "scripts/lib/#/one.ts", "subgraphs/a/src/#/other.ts"],
    ["no-tests-in-products", "subgraphs/a/src/#/one.ts", "shared/src/testing/#/other.ts"],
    ["entities-stand-below", "subgraphs/a/src/#/thing.entity.ts", "subgraphs/a/src/#/thing.repository.ts"],
    ["entities-stand-below", "subgraphs/a/src/#/thing.type.ts", "subgraphs/a/src/#/services.ts"],
    ["rules-are-pure", "subgraphs/a/src/#/thing.rules.ts", "subgraphs/a/src/#/thing.repository.ts"],
    ["rules-are-pure", "subgraphs/a/src/#/thing.rules.ts", "shared/src/#/database.ts"],
    ["errors-stand-alone", "subgraphs/a/src/#/thing.errors.ts", "subgraphs/a/src/#/thing.rules.ts"],
    ["repositories-know-no-service", "subgraphs/a/src/#/thing.repository.ts", "subgraphs/a/src/#/thing.service.ts"],
    ["services-know-no-resolver", "subgraphs/a/src/#/thing.service.ts", "subgraphs/a/src/#/thing.resolver.ts"],
    ["resolvers-translate", "subgraphs/a/src/#/thing.resolver.ts", "subgraphs/a/src/#/thing.repository.ts"],
    ["no-barrels", "subgraphs/a/src/#/one.ts", "subgraphs/a/src/#/index.ts"],
  ].map(
    ([rule = "", from = "", to = ""], index) =>
      [rule, from.replace("#", `case-${index}`), to.replace("#", `case-${index}`)] as const,
  );

  // One look at all of them: a tool's start takes longer than its work.
  let all: ToolRun;
  beforeAll(async () => {
    const files = forbidden.flatMap(([, from, to]) => [
      [from, `import { other } from "${importFrom(from, to)}";\nexport const one = other;\n`],
      [to, "export const other = 1;\n"],
    ]);
    all = await cruise(Object.fromEntries(files) as Record<string, string>);
  });

  it.each(forbidden)("%s: %s may not import %s", (rule, from, to) => {
    expect(all.output).toContain(`error ${rule}: ${from} → ${to}`);
    expect(all.ok).toBe(false);
  });

  it("count imports of types: two files that name each other's types are a cycle", async () => {
    const { ok, output } = await cruise({
      "shared/src/one.ts": 'import type { Other } from "./other.js";\nexport interface One { other: Other }\n',
      "shared/src/other.ts": 'import type { One } from "./one.js";\nexport interface Other { one: One }\n',
    });
    expect(output).toContain("error no-cycles");
    expect(ok).toBe(false);
  });

  it("keep TypeORM to entities, and notice what cannot be found", async () => {
    const folder = planted({
      ...manifests,
      "subgraphs/a/src/thing/thing.service.ts":
        'import { DataSource } from "typeorm";\nimport { gone } from "./gone.js";\nexport const one = [DataSource, gone];\n',
    });
    symlinkSync(join(root, "shared/node_modules"), join(folder, "node_modules"));
    const { output } = await runTool(root, "depcruise", [...tools.depcruise, "subgraphs"], folder);
    expect(output).toContain("error only-tables-know-typeorm: subgraphs/a/src/thing/thing.service.ts");
    expect(output).toContain("error no-undeclared-packages: subgraphs/a/src/thing/thing.service.ts");
    expect(output).toContain("error no-unresolved: subgraphs/a/src/thing/thing.service.ts → ./gone.js");
  });

  it("let pass what is allowed: a resolver may name a repository's types", async () => {
    const { ok, output } = await cruise({
      "subgraphs/a/src/thing/thing.resolver.ts":
        'import type { Other } from "./thing.repository.js";\nexport type One = Other;\n',
      "subgraphs/a/src/thing/thing.repository.ts": "export type Other = string;\n",
    });
    expect({ ok, output }).toMatchObject({ ok: true });
  });
});

describe("lint", () => {
  const faults = [
    ["no-floating-promises", "export function save(): void {\n  Promise.resolve(1);\n}\n"],
    [
      "no-misused-promises",
      "export function all(list: number[]): void {\n  list.forEach(async (one) => {\n    await Promise.resolve(one);\n  });\n}\n",
    ],
    [
      "switch-exhaustiveness-check",
      'export function say(word: "a" | "b"): string {\n  switch (word) {\n    case "a":\n      return "A";\n  }\n  return "";\n}\n',
    ],
    ["no-explicit-any", "export const anything: any = 1;\n"],
    ["no-unsafe-return", 'export function read(): string {\n  return JSON.parse("1");\n}\n'],
    ["no-default-export", "export default 1;\n"],
    ["consistent-type-imports", 'import { Other } from "./other.js";\nexport type One = Other;\n'],
    ["no-non-null-assertion", "export const first = (list: string[]): string => list[0]!;\n"],
    ["only-throw-error", 'export function fail(): never {\n  throw "no";\n}\n'],
    ["no-unused-vars", "const unused = 1;\nexport {};\n"],
    ["no-focused-tests", 'it.only("runs alone", () => undefined);\n', "no-focused-tests.test.ts"],
  ].map(([rule = "", text = "", file]) => [rule, file ?? `${rule}.ts`, text] as const);

  let all: ToolRun;
  beforeAll(async () => {
    const settings = { extends: join(root, "tsconfig.base.json"), compilerOptions: { types: [] }, include: ["*.ts"] };
    const files = faults.map(([, file, text]) => [file, text] as const);
    const folder = planted({
      ...Object.fromEntries(files),
      "other.ts": "export interface Other {\n  readonly one: 1;\n}\n",
      "tsconfig.json": JSON.stringify(settings),
    });
    all = await runTool(root, "oxlint", [...tools.oxlint, "."], folder);
  });

  it.each(faults)("%s is told", (rule, file) => {
    expect(all.output).toMatch(new RegExp(`${file.replaceAll(".", "\\.")}:\\d+:\\d+: .*\\(${rule}\\)`));
    expect(all.ok).toBe(false);
  });
});

describe("the other tools", () => {
  it("format: tells a file that is formatted otherwise", async () => {
    const { ok, output } = await runTool(
      root,
      "oxfmt",
      tools.oxfmt,
      planted({ ".gitignore": "", "one.ts": "export const one = {a:1}\n" }),
    );
    expect(output).toContain("one.ts");
    expect(ok).toBe(false);
  });

  it("types: reads every package, with the strict settings", async () => {
    const { output } = await runTool(root, "tsc", [...tools.tsc, "--showConfig"]);
    const { files, compilerOptions } = JSON.parse(output) as {
      files: string[];
      compilerOptions: Record<string, unknown>;
    };
    const read = files.map((file) => relative(root, join(root, "scripts/quality", file)));
    expect(read).toEqual(
      expect.arrayContaining([
        "shared/src/ids.ts",
        "gateway/src/main.ts",
        "scripts/check.ts",
        "scripts/test/guards.test.ts",
        "subgraphs/front-door/src/main.ts",
      ]),
    );
    expect(compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    });
  });

  it("unused: tells an export and a dependency that nobody uses", async () => {
    const { ok, output } = await runTool(
      root,
      "knip",
      tools.knip,
      planted({
        "package.json": JSON.stringify({ name: "planted", type: "module", dependencies: { unneeded: "1.0.0" } }),
        "scripts/one.ts": 'import { used } from "./lib/other.js";\nconsole.log(used);\n',
        "scripts/lib/other.ts": "export const used = 1;\nexport const forgotten = 2;\n",
        "scripts/lib/lost.ts": "export const lost = 1;\n",
      }),
    );
    expect(output).toContain("forgotten");
    expect(output).toContain("scripts/lib/lost.ts");
    expect(output).toContain("unneeded");
    expect(ok).toBe(false);
  });
});

describe("generated files", () => {
  it("are told when their text is another, and left as they are", () => {
    const folder = planted({ "page.md": "old" });
    const told = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const files = new GeneratedFiles(folder, true);
    files.put(join(folder, "page.md"), "new");
    expect(files.report()).toBe(false);
    expect(told).toHaveBeenCalledWith(expect.stringContaining("page.md"));
    told.mockRestore();
  });

  it("are checked as they would be generated: a schema changed by hand is told", async () => {
    const folder = planted({});
    for (const part of [
      "shared",
      "gateway",
      "subgraphs",
      "scripts",
      "docker",
      "node_modules",
      "package.json",
      "pnpm-workspace.yaml",
    ]) {
      if (part === "node_modules") symlinkSync(join(root, part), join(folder, part));
      else cpSync(join(root, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
    }
    writeFileSync(join(folder, "subgraphs/coaching/schema.graphql"), "type Query { nothing: String }\n");
    const { ok, output } = await runScript(folder, "scripts/dist/generate.js", ["--check"]);
    expect(output).toContain("subgraphs/coaching/schema.graphql");
    expect(ok).toBe(false);
  });
});

describe("sizes", () => {
  const judge = (text: string) => judgeSizes([measureSource("one.ts", text)]);

  it.each([
    ["a long file", "\n// line".repeat(301), "one.ts has 302 lines, more than 300"],
    [
      "a long function",
      `export function long(): void {${"\n  // line".repeat(50)}\n}\n`,
      "one.ts:1 long has 52 lines, more than 50",
    ],
    [
      "a long function in a constant",
      `const long = (): void => {${"\n  // line".repeat(50)}\n};\n`,
      "one.ts:1 long has 52 lines, more than 50",
    ],
    ["any", "export const one: any = 1;\n", "one.ts:1 says `any`"],
    ["a default export", "export default function one(): void {}\n", "one.ts has a default export"],
    ["a default export by name", "const one = 1;\nexport { one as default };\n", "one.ts has a default export"],
  ])("tell %s", (_, text, fault) => {
    const { ok, output } = judge(text);
    expect(output).toContain(fault);
    expect(ok).toBe(false);
  });

  it("take a type of functions for what it is", () => {
    expect(
      judge("export interface One { read(): void; }\nexport type Two = (anything: unknown) => void;\n"),
    ).toMatchObject({ ok: true });
  });
});

describe("conventions", () => {
  it.each([
    [`const folder = "${["", "home", "somebody", "file"].join("/")}";`, "names a folder of one machine"],
    [`see ${["https://registry", "npmjs", "org"].join(".")}/x`, "names a package registry"],
    ["see packages.example.test", "names a package registry"],
  ])("tell the traces of a machine: %s", (text, fault) => {
    expect(machineTraces([{ file: "one.ts", text }], "packages.example.test")).toEqual([
      expect.stringContaining(`one.ts:1 ${fault}`),
    ]);
  });

  it("tell a suppression that gives no reason", () => {
    const rule = "no-control-regex";
    const file = (text: string) => [{ file: "shared/src/one.ts", text }];
    expect(bareSuppressions(file(`// oxlint-disable-next-line ${rule}`))).toHaveLength(1);
    expect(bareSuppressions(file(`// oxlint-disable-next-line ${rule} -- the format reserves these`))).toEqual([]);
  });

  it("tell a README that is too long or gives a command that nothing runs", () => {
    const readme = {
      file: "README.md",
      text: `${"line\n".repeat(120)}\`npx -y pnpm@12.21.0 start\` and \`pnpm dance\``,
    };
    const proof = { file: "scripts/test/one.test.ts", text: "// pnpm start" };
    expect(readmeFaults([readme, proof])).toEqual([
      "README.md has 121 lines, more than 120",
      "README.md gives `pnpm dance`, which no test and not .ci/run names",
    ]);
  });

  it("find the commands of a text, in either notation", () => {
    expect(
      commandsOf(
        "```sh\nnpx -y pnpm@12.21.0 import:kbo file.zip\npnpm seed --entrepreneurs 5\n```\nand `npx autocannon`",
      ),
    ).toEqual(["pnpm import:kbo", "pnpm seed", "npx autocannon"]);
  });
});

describe("the check itself", () => {
  it("runs all that CONTRIBUTING promises, and the rest when one breaks", async () => {
    expect(checkSteps(root).map(({ name }) => name)).toEqual([
      "format",
      "lint",
      "boundaries",
      "types",
      "unused",
      "generated",
      "sizes",
      "conventions",
    ]);
    const broken = { name: "broken", remedy: "", run: () => Promise.reject(new Error("no such tool")) };
    const good = { name: "good", remedy: "", run: () => ({ ok: true, output: "" }) };
    const results = await runSteps([broken, good], 1);
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  });
});

/** How one file of a tree names another. */
function importFrom(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return `./${up}${to.replace(/\.ts$/, ".js")}`;
}
