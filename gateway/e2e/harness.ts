/** The whole system under a test: real PostgreSQL, five real subgraph processes, the gateway, the people of the demonstration. */
import { hardCases, type HardCase } from "@parcours/shared/demonstration/cases";
import { demonstrationPeople, type DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { storyOf } from "@parcours/shared/demonstration/population";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { brusselsDate } from "@parcours/shared/periods";
import { discoverSubgraphs } from "../../scripts/lib/discover-subgraphs.js";
import type { AskingAs } from "../../scripts/lib/issuer/signing-in.js";
import { feedsAreRead } from "../../scripts/lib/supervisor/feeds-read.js";
import { startSystem, type System, type SystemSubgraph } from "../../scripts/lib/supervisor/system.js";
import { send, type Answer, type AskedLanguage } from "./asking.js";
import { costOf, type Cost } from "./cost.js";

/** What a test wants of its system. */
export interface EndToEndOptions {
  /** Stands in the names of databases and folders. */
  readonly name: string;
  /** At least 60: the hard cases. */
  readonly entrepreneurs?: number;
  /** True keeps the product's own limits of 800 ms and 1.5 s; else a busy machine is not taken for a silent agency. */
  readonly hasRealLimits?: boolean;
  /** Whether the people have given documents, as those of `pnpm start` have. */
  readonly hasDocuments?: boolean;
}

/** Who asks, why, and in which language: tom, an advisor of 1819, for a call, in English unless told. */
export interface Asking extends AskingAs {
  readonly language?: AskedLanguage;
}

/** A running system in a test's hands. */
export class EndToEnd {
  constructor(
    readonly system: System,
    readonly world: World,
  ) {}

  /** Sends one operation: `ask(text, variables, { as: "amina" })`, `{ as: null }` for nobody, `{ purpose: null }` without purpose. */
  async ask<Data>(
    operation: string,
    variables: Readonly<Record<string, unknown>> = {},
    asking: Asking = {},
  ): Promise<Answer<Data>> {
    return send(this.system.gatewayUrl, { query: operation, variables }, await this.headers(asking));
  }

  /** What goes with a question: token, purpose, case, language. */
  async headers({ language = "EN", ...as }: Asking = {}): Promise<Record<string, string>> {
    return { "accept-language": language.toLowerCase(), ...(await this.system.people.headers(as)) };
  }

  /** Somebody's access token. */
  token(handle: string): Promise<string> {
    return this.system.people.token(handle);
  }

  /** Everybody who can sign in. */
  people(): readonly DemonstrationPerson[] {
    return demonstrationPeople(this.world);
  }

  /** Somebody who can sign in. */
  person(handle: string): DemonstrationPerson {
    const found = this.people().find((person) => person.handle === handle);
    if (!found) throw new Error(`nobody in the demonstration is called ${handle}`);
    return found;
  }

  /** What the same question costs when it is asked again. */
  async costOf(operation: string, variables: Readonly<Record<string, unknown>>, asking: Asking = {}): Promise<Cost> {
    return costOf(this.system, operation, variables, await this.headers(asking));
  }

  /** What happened to the person who plays a hard case. */
  story(name: HardCase): EntrepreneurStory {
    return storyOf(this.world, hardCases[name]);
  }

  /** The telephone number of who plays a hard case. */
  phoneOf(name: HardCase): string {
    return this.story(name).contactPoints.find(({ kind }) => kind === "PHONE")?.value ?? "";
  }

  /** The number of the first enterprise that a hard case brings into the world. */
  numberOf(name: HardCase): string {
    return this.story(name).enterprises[0]?.number ?? "";
  }

  subgraph(name: string): SystemSubgraph {
    const found = this.system.subgraphs[name];
    if (!found) throw new Error(`there is no subgraph ${name}`);
    return found;
  }

  /** Starts a subgraph again where a test ended it. */
  async isUp(name: string): Promise<void> {
    if (this.subgraph(name).pid === undefined) await this.subgraph(name).start();
  }
}

// Starting a process, and planning an operation for the first time, take seconds on a machine that has much else to do.
jest.setTimeout(120_000);

const patience = { SUBGRAPH_TIMEOUT_MS: "20000", ANSWER_TIMEOUT_MS: "30000" };

/** Starts everything, and waits until the directory and every policy copy have read what there is to read. */
export async function startAll(options: EndToEndOptions): Promise<EndToEnd> {
  const { name, entrepreneurs = 60, hasRealLimits = false, hasDocuments = false } = options;
  const world: World = { seed: "1819", asOf: brusselsDate(new Date()), entrepreneurs };
  const system = await startSystem({
    name,
    seed: world,
    hasDocuments,
    ...(hasRealLimits ? {} : { environment: patience }),
  });
  try {
    if (!(await feedsAreRead(discoverSubgraphs(), (owner) => system.ownerUrl(owner), 30_000)))
      throw new Error("the feeds were not read to their ends within 30 s");
  } catch (error) {
    await system.stop();
    throw error;
  }
  return new EndToEnd(system, world);
}
