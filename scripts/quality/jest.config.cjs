const { join } = require("node:path");
const { $schema, ...swc } = require("./swc.json");

const root = join(__dirname, "../..");

/** Packages that speak ESM only: Jest loads them as CommonJS, which Node itself could not tell from the original. */
const esmOnly = [
  "@borewit",
  "@poppinss",
  "@tokenizer",
  "@tus",
  "any-ascii",
  "case-anything",
  "double-metaphone",
  "file-type",
  "flydrive",
  "jose",
  "oauth4webapi",
  "oidc-provider",
  "openid-client",
  "srvx",
  "strtok3",
  "token-types",
  "uint8array-extras",
];
const toCommonJs = ["@swc/jest", { ...swc, swcrc: false, module: { type: "commonjs" } }];

/** One configuration for every package: TypeScript through swc to CommonJS, workspace packages read from their sources. */
module.exports = {
  rootDir: root,
  testEnvironment: "node",
  testEnvironmentOptions: { customExportConditions: ["parcours-source", "require", "node"] },
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/scripts/template/"],
  modulePathIgnorePatterns: ["/dist/", "<rootDir>/.parcours/"],
  transform: {
    "\\.ts$": toCommonJs,
    [`/node_modules/(${esmOnly.join("|")})/.+\\.m?js$`]: toCommonJs,
  },
  // pnpm keeps a package below `.pnpm`, so its path names node_modules twice.
  transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|(${esmOnly.join("|")})/)`],
  globalSetup: join(__dirname, "jest-start.cjs"),
  globalTeardown: join(__dirname, "jest-stop.cjs"),
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    // Its exports name nothing for who requires it.
    "^file-type$": join(root, "shared/node_modules/file-type/index.js"),
  },
  maxWorkers: 2,
  testTimeout: 30_000,
};
