/**
 * Makes the demonstration: tells every story once, and lets each subgraph write its part of it into its own database, all at the same time.
 * Only rows of the source `DEMONSTRATION` are replaced. Memory does not grow with the number of entrepreneurs. Source: design 8.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hardCases } from "@parcours/shared/demonstration/cases";
import { documentsOf } from "@parcours/shared/demonstration/documents/documents";
import type { DemonstrationLoader } from "@parcours/shared/demonstration/loader";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { World } from "@parcours/shared/demonstration/story";
import { asStorePlace, openDocumentStore } from "@parcours/shared/documents/document-store";
import { CommandFailed } from "../command-failed.js";
import { readSubgraph } from "../discover-subgraphs.js";
import { DatabaseSink, type SeedTarget } from "./database-sink.js";
import { isDate } from "./dates.js";

/** What is to be made, and where. */
export interface SeedOrder {
  /** Every subgraph; one without a compiled `dist/demonstration.js` has nothing to tell. */
  readonly subgraphs: readonly {
    readonly name: string;
    readonly folder: string;
    readonly ownerUrl: string;
    /** Where its agencies keep documents, as `DOCUMENT_STORE` says it; without it the stories have none. */
    readonly documentStore?: string;
  }[];
  readonly entrepreneurs: number;
  readonly seed: string;
  /** The day on which the demonstration plays, `2026-01-31`. */
  readonly asOf: string;
  readonly onProgress?: (text: string) => void;
}

/** What was made. */
export interface Seeded {
  /** A telephone number known to every pole, E.164. */
  readonly caller: string;
  /** Rows by subgraph. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Stories whose rows are gathered before they are sent: large enough for COPY, small enough for any memory. */
const batchSize = 250;

/**
 * Replaces the demonstration of every subgraph. All databases change, or none does but for a failure in the very commit.
 * @throws CommandFailed on a bad order; Error that names the subgraph when a database refuses
 */
export async function seedDemonstration({ subgraphs, onProgress, ...world }: SeedOrder): Promise<Seeded> {
  const targets: SeedTarget[] = [];
  for (const { name, folder, ownerUrl, documentStore } of subgraphs) {
    const loader = await loaderOf(name, folder);
    if (!loader) continue;
    const documents = documentStore === undefined ? undefined : await documentsAt(name, folder, documentStore);
    targets.push({ name, ownerUrl, loader, ...(documents && { documents }) });
  }
  return fillDatabases(targets, world, onProgress);
}

/** As `seedDemonstration`, with the loaders at hand. */
export async function fillDatabases(
  targets: readonly SeedTarget[],
  world: World,
  onProgress: (text: string) => void = () => undefined,
): Promise<Seeded> {
  checkWorld(world);
  const sinks = targets.map((target) => ({ target, sink: new DatabaseSink(target) }));
  try {
    await Promise.all(sinks.map(({ sink }) => sink.open()));
    for (const { target, sink } of sinks) target.loader.world?.(world, sink.emit);
    await tellAll(sinks, world, onProgress);
    for (const { sink } of sinks) await sink.commit();
  } catch (error) {
    await Promise.all(sinks.map(({ sink }) => sink.abandon()));
    throw error;
  }
  return {
    caller: callerOf(world),
    rows: Object.fromEntries(sinks.map(({ target, sink }) => [target.name, sink.rows])),
  };
}

/** One pass, over rows and bytes alike: while the databases take in a batch, the next one is told. */
async function tellAll(
  sinks: readonly { readonly target: SeedTarget; readonly sink: DatabaseSink }[],
  world: World,
  onProgress: (text: string) => void,
): Promise<void> {
  const started = Date.now();
  const keepers = keepersOf(sinks);
  let sending: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < world.entrepreneurs; first += batchSize) {
    const end = Math.min(first + batchSize, world.entrepreneurs);
    for (let index = first; index < end; index++) {
      const story = storyOf(world, index);
      for (const { target, sink } of sinks) target.loader.story(story, world, sink.emit);
      const documents = keepers.size > 0 ? documentsOf(story, world) : [];
      for (const document of documents) keepers.get(document.agency)?.keep(document, story);
    }
    await sending;
    sending = Promise.all(sinks.map(({ sink }) => sink.flush()));
    // Awaited in the next round; a refusal is thrown there.
    sending.catch(() => undefined);
    onProgress(progressText(end, world.entrepreneurs, Date.now() - started));
    // Lets the sockets work while the next batch is told.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await sending;
  // What `world` told, where there are no entrepreneurs to flush it.
  await Promise.all(sinks.map(({ sink }) => sink.flush()));
}

/** Who fills the database of which agency's documents. */
function keepersOf(
  sinks: readonly { readonly target: SeedTarget; readonly sink: DatabaseSink }[],
): ReadonlyMap<string, DatabaseSink> {
  return new Map(
    sinks.flatMap(({ target, sink }) =>
      [...(target.documents?.agencies ?? [])].map((agency) => [agency, sink] as const),
    ),
  );
}

async function documentsAt(name: string, folder: string, setting: string): Promise<SeedTarget["documents"]> {
  const { agencies } = readSubgraph(folder, name).manifest;
  return {
    store: await openDocumentStore(asStorePlace(setting)),
    agencies: new Set(agencies.map(({ code }) => code)),
  };
}

/** `12,500 of 100,000 entrepreneurs, 2,310 a second, 38 s left`. */
export function progressText(done: number, all: number, milliseconds: number): string {
  const rate = Math.max(1, Math.round((done * 1000) / Math.max(1, milliseconds)));
  const left = Math.ceil((all - done) / rate);
  const number = new Intl.NumberFormat("en");
  return `${number.format(done)} of ${number.format(all)} entrepreneurs, ${number.format(rate)} a second, ${number.format(left)} s left`;
}

/** The number to try: that of the entrepreneur whom every pole knows (hard case KNOWN_TO_EVERY_POLE). */
function callerOf(world: World): string {
  const phone = storyOf(world, hardCases.KNOWN_TO_EVERY_POLE).contactPoints.find(({ kind }) => kind === "PHONE")?.value;
  if (!phone) throw new Error("the demonstration's caller has no telephone number");
  return phone;
}

function checkWorld({ entrepreneurs, asOf }: World): void {
  if (!Number.isSafeInteger(entrepreneurs) || entrepreneurs < 0)
    throw new CommandFailed(`${entrepreneurs} is no number of entrepreneurs: give a whole number, 0 or more.`, 2);
  if (!isDate(asOf)) throw new CommandFailed(`"${asOf}" is no day: write it as 2026-01-31.`, 2);
}

async function loaderOf(name: string, folder: string): Promise<DemonstrationLoader | null> {
  const file = join(folder, "dist/demonstration.js");
  if (!existsSync(file)) return null;
  const { demonstration } = (await import(pathToFileURL(file).href)) as { demonstration?: DemonstrationLoader };
  if (!demonstration) throw new CommandFailed(`subgraphs/${name}/src/demonstration.ts exports no \`demonstration\`.`);
  return demonstration;
}
