/** Reads a copy through the graph: every operation of the plan, every page of every list, and who did not answer. */
import type { GraphQLFormattedError } from "graphql";
import { isSilence } from "../graph.js";
import type { Graph, GraphAnswer } from "../graph.js";
import { listOperation, rootOperation } from "./dossier-operations.js";
import type { ListPlan, RootPlan } from "./dossier-plan.js";
import type { ReadingBudget } from "./reading-limits.js";

/** What an object of the graph says. */
export type Json = Readonly<Record<string, unknown>>;

/** One record of a list, and the lists within it. */
export interface ReadRecord {
  readonly data: Json;
  readonly lists: readonly ReadList[];
}

/** A list, all pages of it. */
export interface ReadList {
  readonly plan: ListPlan;
  readonly records: readonly ReadRecord[];
  /** What the list says beside its records; of its first page. */
  readonly beside: Json;
}

/** All that was read of one root. */
export interface ReadRoot {
  readonly plan: RootPlan;
  readonly data: Json;
  readonly lists: readonly ReadList[];
}

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: Json | null }[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | null;
}

/** Operations under way at once: a copy must not take the graph from those who wait for an answer on the phone. */
const mostAtOnce = 4;

/** Reads one copy. */
export class DossierReader {
  /** Owners that did not answer somewhere. */
  readonly silent = new Set<string>();
  /** What was withheld: `Type.field` or a path, by category. */
  readonly withheld = new Map<string, string>();
  readonly #turns: (() => void)[] = [];
  #running = 0;

  /**
   * @param rootOwner who is to blame where an error names nobody
   * @param budget what is not read is noted there
   */
  constructor(
    private readonly graph: Graph,
    private readonly rootOwner: string,
    private readonly budget: ReadingBudget,
  ) {}

  /** Everything of one root, or what the budget has left for. @param argumentType of the argument that names it. @throws AskerGone */
  async root(plan: RootPlan, key: string, argumentType: string): Promise<ReadRoot> {
    const reason = this.budget.spent();
    if (reason) {
      this.budget.cut.push({ source: plan.field, within: key, told: 0, after: null, reason });
      return { plan, data: {}, lists: [] };
    }
    const [data, lists] = await Promise.all([
      this.#ask(rootOperation(plan, argumentType), { key }).then((answer) => objectAt(answer.data, [plan.field])),
      Promise.all(plan.lists.map((list) => this.#list(plan, argumentType, [list], { key }, withinOf(plan, key)))),
    ]);
    return { plan, data, lists };
  }

  /** All pages of the last list of a chain. `variables` find the records around it; `within` names the last of them. */
  async #list(
    root: RootPlan,
    argumentType: string,
    chain: readonly ListPlan[],
    variables: Json,
    within: string | null,
  ): Promise<ReadList> {
    const plan = chain.at(-1);
    if (!plan) throw new Error("a chain of lists has no list");
    const operation = listOperation(root, argumentType, chain);
    const records: ReadRecord[] = [];
    let beside: Json = {};
    let after: string | null = null;
    for (let hasNext = true; hasNext;) {
      const reason = this.budget.spent();
      if (reason) {
        this.budget.cut.push({ source: sourceOf(root, chain), within, told: records.length, after, reason });
        break;
      }
      const { data } = await this.#ask(operation, { ...variables, after });
      const found: Json = connectionIn(data, root, chain);
      const { edges, pageInfo, ...rest } = found as unknown as Connection & Json;
      if (after === null) beside = rest;
      this.budget.read(edges?.length ?? 0);
      const before = [after, ...(edges ?? []).map(({ cursor }) => cursor)];
      const read = await Promise.all(
        (edges ?? []).map(({ node }, place) =>
          this.#record(root, argumentType, chain, { ...variables, [`at${chain.length - 1}`]: before[place] }, node),
        ),
      );
      records.push(...read.flatMap((record) => record ?? []));
      // A list that says it goes on, and not where, would be read for ever.
      hasNext = (pageInfo?.hasNextPage ?? false) && pageInfo?.endCursor != null && pageInfo.endCursor !== after;
      after = pageInfo?.endCursor ?? after;
    }
    return { plan, records, beside };
  }

  async #record(
    root: RootPlan,
    argumentType: string,
    chain: readonly ListPlan[],
    variables: Json,
    data: Json | null,
  ): Promise<ReadRecord | null> {
    if (data === null) return null;
    const nested = chain.at(-1)?.nested ?? [];
    const within = typeof data["id"] === "string" ? data["id"] : null;
    const lists = await Promise.all(
      nested.map((list) => this.#list(root, argumentType, [...chain, list], variables, within)),
    );
    return { data, lists };
  }

  async #ask(query: string, variables: Json): Promise<GraphAnswer> {
    await this.#turn();
    try {
      // Who waited for a turn may have been left meanwhile.
      this.budget.spent();
      const answer = await this.graph.ask({ query, variables });
      for (const error of answer.errors) this.#note(error);
      return answer;
    } finally {
      const next = this.#turns.shift();
      // Who waits takes the place over: nobody comes between.
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#turns.push(resolve));
    else this.#running += 1;
  }

  #note(error: GraphQLFormattedError): void {
    const { code, service, category } = error.extensions ?? {};
    if (isSilence(error)) this.silent.add(typeof service === "string" ? service : this.rootOwner);
    else if (code === "NOT_SHARED")
      this.withheld.set((error.path ?? []).filter((part) => typeof part === "string").join("."), String(category));
    // A question that the graph does not take is a fault of this very code, and no reason to leave something out in silence.
    else throw new Error(`the graph refused a part of a copy: ${String(code)}`);
  }
}

/** Where the last list of a chain stands in the graph. */
function sourceOf(root: RootPlan, chain: readonly ListPlan[]): string {
  return [root.field, ...chain.flatMap(({ path }) => path)].join(".");
}

/** Which enterprise a list stands in; the person's own stand in nobody else. */
function withinOf({ type }: RootPlan, key: string): string | null {
  return type === "Enterprise" ? key : null;
}

/** The last list of a chain in an answer: of each list around it there is one record. */
function connectionIn(data: Json | null, root: RootPlan, chain: readonly ListPlan[]): Json {
  let place = objectAt(data, [root.field]);
  for (const [index, { path }] of chain.entries()) {
    place = objectAt(place, path);
    if (index === chain.length - 1) return place;
    const [edge] = (place["edges"] ?? []) as { readonly node: Json | null }[];
    place = edge?.node ?? {};
  }
  return place;
}

/** The object at a path; an empty one where there is none. */
function objectAt(data: Json | null, path: readonly string[]): Json {
  let place: unknown = data;
  for (const part of path) place = typeof place === "object" && place !== null ? (place as Json)[part] : null;
  return typeof place === "object" && place !== null ? (place as Json) : {};
}
