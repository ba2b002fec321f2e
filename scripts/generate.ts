/**
 * `pnpm generate`: writes what follows from the sources: the spine's list of partners, each subgraph's SDL, the supergraph, the
 * gateway's list of agencies, the compose file and the reference pages. `--check` writes nothing and fails where something is not current.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { conceptList } from "@parcours/shared/concepts/concept-list";
import { buildSubgraph, type SchemaSource } from "@parcours/shared/graphql/build-schema";
import type { SubgraphDefinition } from "@parcours/shared/subgraph";
import { composeSupergraph, type SubgraphSource } from "./lib/compose-supergraph.js";
import { discoverSubgraphs, spineOf, type Subgraph } from "./lib/discover-subgraphs.js";
import { brokenFacts } from "./lib/facts/fact-rules.js";
import { ownedFields } from "./lib/facts/facts-of-graph.js";
import { brokenForms, type FormsOfOwner } from "./lib/facts/form-rules.js";
import { describedFacts, describedForms, factsFile, formsFile } from "./lib/facts/forms-file.js";
import { OwnerRoots } from "./lib/facts/owner-roots.js";
import { Selections } from "./lib/facts/selections.js";
import { composeFile } from "./lib/generate/compose-file.js";
import { factsPage } from "./lib/generate/facts-page.js";
import { formsPage } from "./lib/generate/forms-page.js";
import { GeneratedFiles } from "./lib/generate/generated-files.js";
import { partnersModule } from "./lib/generate/partners.js";
import { referencePages } from "./lib/generate/reference-pages.js";
import { workspaceRoot } from "./lib/workspace.js";

/** What the gateway says of its single desk. */
interface DeskModules {
  readonly desk: SchemaSource<object>;
  readonly deskName: string;
  readonly deskUrl: string;
}

const root = workspaceRoot();
const files = new GeneratedFiles(root, process.argv.includes("--check"));
const subgraphs = discoverSubgraphs(root);

files.put(join(spineOf(subgraphs).folder, "src/directory/partners.generated.ts"), partnersModule(subgraphs));
// The spine's schema is made from that module: it is compiled before its definition is read.
const { build } = (await import(pathToFileURL(join(root, "scripts/build.mjs")).href)) as {
  build: () => Promise<unknown>;
};
if (!files.checking) await build();

const sources = await Promise.all(subgraphs.map(sourceOf));
for (const [index, { sdl }] of sources.entries())
  files.put(join(subgraphs[index]?.folder ?? "", "schema.graphql"), sdl);

const deskSource = await sourceOfDesk();
files.put(join(root, "gateway/desk.graphql"), deskSource.sdl);

const composition = composeSupergraph([...sources, deskSource]);
refuse("The subgraphs do not compose", composition.errors ?? []);
const fields = ownedFields([...sources, deskSource]);
refuse("The list of concepts and the graph differ", brokenFacts(conceptList, fields));
files.put(join(root, "gateway/supergraph.graphql"), composition.supergraphSdl ?? "");
files.put(join(root, "gateway/agencies.generated.json"), agenciesBySubgraph(subgraphs));
files.put(join(root, "gateway/former-agencies.generated.json"), formerAgencies(subgraphs));
files.put(join(root, "shared/docs/facts.md"), factsPage(conceptList, fields));
const formOwners = await Promise.all(subgraphs.map(formsOf));
refuse("Forms are not as they must be", brokenForms(conceptList, fields, formOwners));
const selections = new Selections(composition.supergraphSdl ?? "");
const roots = new OwnerRoots([...sources, deskSource]);
const describing = {
  list: conceptList,
  fields,
  selectionOf: (fact: string) => selections.of(fact),
  rootOf: (owner: string, entity: string) => roots.of(owner, entity),
};
const forms = describedForms(formOwners, describing);
files.put(join(root, "gateway/facts.generated.json"), factsFile(describedFacts(describing)));
files.put(join(root, "gateway/forms.generated.json"), formsFile(forms));
files.put(join(root, "shared/docs/forms.md"), formsPage(forms));
files.put(join(root, "docker/compose.yaml"), composeFile(subgraphs));
for (const [file, text] of Object.entries(await referencePages(root, subgraphs))) files.put(join(root, file), text);
process.exit(files.report() ? 0 : 1);

/** Ends with what is wrong, where anything is: nothing is written that the rules forbid. */
function refuse(what: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  console.error(`${what}:\n  ${faults.join("\n  ")}`);
  process.exit(1);
}

async function definitionOf({ folder }: Subgraph): Promise<SubgraphDefinition> {
  const url = pathToFileURL(join(folder, "dist/subgraph.js")).href;
  return ((await import(url)) as { definition: SubgraphDefinition }).definition;
}

async function formsOf(subgraph: Subgraph): Promise<FormsOfOwner> {
  const { forms: own = [] } = await definitionOf(subgraph);
  return { owner: subgraph.name, agencies: subgraph.manifest.agencies, forms: own };
}

async function sourceOf(subgraph: Subgraph): Promise<SubgraphSource> {
  const { name, manifest, isSpine } = subgraph;
  const { sdl } = await buildSubgraph(await definitionOf(subgraph));
  return { name, url: `http://127.0.0.1:${manifest.port}/graphql`, sdl, spine: isSpine };
}

/** The single desk's schema: the gateway's own part of the graph. */
async function sourceOfDesk(): Promise<SubgraphSource> {
  const folder = join(root, "gateway/dist/desk");
  const moduleIn = async (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
  const { desk } = (await moduleIn("desk.js")) as Pick<DeskModules, "desk">;
  const { deskName, deskUrl } = (await moduleIn("desk-address.js")) as Omit<DeskModules, "desk">;
  const { sdl } = await buildSubgraph(desk);
  return { name: deskName, url: deskUrl, sdl };
}

/** The agencies that an answer must name when their subgraph does not answer; authorities that are no partner are not among them. */
function agenciesBySubgraph(all: readonly Subgraph[]): string {
  const table = all.map(
    ({ name, manifest }) =>
      [name, manifest.agencies.filter(({ external }) => !external).map(({ code }) => code)] as const,
  );
  return `${JSON.stringify(Object.fromEntries(table), null, 2)}\n`;
}

/** The bodies that went up in each agency, also through another: their rows are its own (R68). */
function formerAgencies(all: readonly Subgraph[]): string {
  const agencies = all.flatMap(({ manifest }) => manifest.agencies);
  const before = (code: string, seen: readonly string[]): string[] =>
    agencies
      .filter(({ code: former, successor }) => successor === code && !seen.includes(former))
      .flatMap(({ code: former }) => [former, ...before(former, [...seen, former])]);
  const table = agencies
    .map(({ code }) => [code, before(code, [code])] as const)
    .filter(([, former]) => former.length > 0);
  return `${JSON.stringify(Object.fromEntries(table), null, 2)}\n`;
}
