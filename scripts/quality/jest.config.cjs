const { join } = require("node:path");
const { $schema, ...swc } = require("./swc.json");

const root = join(__dirname, "../..");

/** One configuration for every package: TypeScript through swc to CommonJS, workspace packages read from their sources. */
module.exports = {
  rootDir: root,
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["parcours-source", "require", "node"] },
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/scripts/template/"],
  modulePathIgnorePatterns: ["/dist/", "<rootDir>/.parcours/"],
  transform: {
    "\\.ts$": ["@swc/jest", { ...swc, swcrc: false, module: { type: "commonjs" } }],
  },
  globalSetup: join(__dirname, "jest-start.cjs"),
  globalTeardown: join(__dirname, "jest-stop.cjs"),
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  maxWorkers: 2,
  testTimeout: 30_000,
};
