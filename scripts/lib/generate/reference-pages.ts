/** The reference pages of `shared/docs`: what can be counted is generated, so that it cannot fall behind. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Setting } from "@parcours/shared/config";
import { retention } from "@parcours/shared/rights/retention";
import { subgraphSettings } from "@parcours/shared/server/start-subgraph";
import type { SubgraphDefinition } from "@parcours/shared/subgraph";
import { accessMatrix } from "@parcours/shared/visibility/access-matrix";
import { CommandFailed } from "../command-failed.js";
import type { Subgraph } from "../discover-subgraphs.js";
import { issuerSettings } from "../issuer/issuer-settings.js";
import { clusterSettings, startSettings } from "../settings.js";
import { accessMatrixPage } from "./access-matrix-page.js";
import { configurationPage, type DescribedSetting, type SettingGroup } from "./configuration-page.js";
import { ambiguousCodes, errorCatalogues } from "./error-catalogues.js";
import { errorsPage } from "./errors-page.js";
import { retentionPage, type RetainingSubgraph } from "./retention-page.js";

type Settings = Readonly<Record<string, Setting<unknown>>>;

/** Every page, by its path from the root. @throws CommandFailed when two errors share a code */
export async function referencePages(
  root: string,
  subgraphs: readonly Subgraph[],
): Promise<Readonly<Record<string, string>>> {
  const folders = ["shared", "gateway", ...subgraphs.map(({ folder }) => relative(root, folder))];
  const catalogues = await Promise.all(folders.map((folder) => errorCatalogues(root, folder)));
  const ambiguous = ambiguousCodes(catalogues);
  if (ambiguous.length > 0) throw new CommandFailed(`These codes stand for several errors: ${ambiguous.join(", ")}.`);
  return {
    "shared/docs/access-matrix.md": accessMatrixPage(accessMatrix),
    "shared/docs/retention.md": retentionPage(retention, await Promise.all(subgraphs.map(retaining))),
    "shared/docs/errors.md": errorsPage(catalogues),
    "shared/docs/configuration.md": configurationPage(root, await settingGroups(root, subgraphs)),
  };
}

async function retaining({ name, folder }: Subgraph): Promise<RetainingSubgraph> {
  const { definition } = (await import(pathToFileURL(join(folder, "dist/subgraph.js")).href)) as {
    definition: SubgraphDefinition;
  };
  return { name, retention: definition.retention ?? [] };
}

async function settingGroups(root: string, subgraphs: readonly Subgraph[]): Promise<SettingGroup[]> {
  const { gatewaySettings } = (await import(pathToFileURL(join(root, "gateway/dist/config.js")).href)) as {
    gatewaySettings: Settings;
  };
  return [
    {
      title: "`pnpm start`, `pnpm test` and the verbs that work on databases",
      settings: [
        ...Object.values<Setting<unknown>>(clusterSettings),
        ...Object.values<Setting<unknown>>(startSettings),
        ...verbSettings,
      ],
    },
    { title: "The gateway", settings: [...Object.values(gatewaySettings), addresses] },
    {
      title: "Every subgraph",
      settings: [...Object.values<Setting<unknown>>(subgraphSettings("<subgraph>", 0)).map(ofAny), supervised],
    },
    ...(await Promise.all(subgraphs.map(ownSettings))).flat(),
    {
      title: "The issuer of the demonstration",
      settings: [mode, ...Object.values<Setting<unknown>>(issuerSettings)],
    },
    { title: "Only inside of tests and of the system", settings: internalSettings },
  ];
}

/** What one subgraph is told beside what all are: `settings` of its `src/config.ts`, where it has one. */
async function ownSettings({ name, folder }: Subgraph): Promise<SettingGroup[]> {
  const file = join(folder, "dist/config.js");
  if (!existsSync(file)) return [];
  const { settings } = (await import(pathToFileURL(file).href)) as { settings: Settings };
  return [{ title: `The subgraph \`${name}\``, settings: Object.values(settings) }];
}

/** One subgraph's settings stand for those of all: its name and its port are put in words. */
function ofAny(setting: Setting<unknown>): DescribedSetting {
  const purpose = setting.purpose.replaceAll("<subgraph>", "the subgraph");
  return setting.variable === "PORT"
    ? { ...setting, purpose, otherwise: "the port of its package.json" }
    : { ...setting, purpose };
}

/** Settings whose names hold the name of a process, and those that are read by one verb. */
const verbSettings: readonly DescribedSetting[] = [
  {
    variable: "PARCOURS_PORT_<PROCESS>",
    purpose: "moves one process: `PARCOURS_PORT_GATEWAY`, `PARCOURS_PORT_ISSUER`, `PARCOURS_PORT_FRONT_DOOR`",
    fallback: undefined,
  },
  {
    variable: "DATABASE_OWNER_URL_<SUBGRAPH>",
    purpose: "production: the owner's connection, read by migrate, seed and import only; all or none",
    fallback: undefined,
  },
  {
    variable: "PARCOURS_ISSUER_URL",
    purpose: "issuer of the demonstration that `pnpm run token` asks",
    fallback: undefined,
    otherwise: "that of the system that runs from the checkout",
  },
  {
    variable: "PARCOURS_DATA",
    purpose: "folder with real data for imports and their tests, from the checkout",
    fallback: "../shared/data",
  },
];

const mode: DescribedSetting = {
  variable: "NODE_ENV",
  purpose: "must be set, and not to `production`: the issuer asks for no password",
};

const addresses: DescribedSetting = {
  variable: "SUBGRAPH_URL_<SUBGRAPH>",
  purpose: "address of a subgraph",
  otherwise: "the one in the supergraph",
};

const supervised: DescribedSetting = {
  variable: "PARCOURS_SUPERVISED",
  purpose: "1 ends the process when its parent ends",
  fallback: false,
};

const internalSettings: readonly DescribedSetting[] = [
  {
    variable: "PARCOURS_TEST_ADMIN_URL",
    purpose: "database server of a test run; Jest's set-up opens one and sets it",
    fallback: undefined,
  },
  {
    variable: "PARCOURS_TEST_PREFIX",
    purpose: "what the names of a test run's databases begin with",
    fallback: "test_",
  },
];
