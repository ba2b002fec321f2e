/**
 * Health for whoever supervises: `live` is true while the process answers; `ready` once the supergraph is loaded and the spine is up.
 * The other subgraphs are reported, not awaited: without them the graph still answers, and says what it does not know.
 */
import type { SubgraphLink } from "../subgraph-link.js";

/** A subgraph's state. */
export interface SubgraphHealth {
  readonly state: "UP" | "DOWN";
  /** True for the subgraph without which the gateway is not ready. */
  readonly spine?: true;
}

/** What `/health/ready` answers. */
export interface Readiness {
  readonly ready: boolean;
  readonly supergraph: "LOADED";
  readonly subgraphs: Readonly<Record<string, SubgraphHealth>>;
}

/** Asks every subgraph at once; an answer is kept for a second, so that many probes cost as much as one. */
export class HealthCheck {
  #last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;

  constructor(
    private readonly links: ReadonlyMap<string, SubgraphLink>,
    private readonly spine: string | undefined,
  ) {}

  /** The state of all. */
  async readiness(): Promise<Readiness> {
    const now = performance.now();
    if (!this.#last || now - this.#last.at > 1_000) this.#last = { at: now, readiness: this.#ask() };
    const last = this.#last;
    const readiness = await last.readiness;
    // Whoever waits for the start must not be told an old "no".
    if (!readiness.ready && this.#last === last) this.#last = undefined;
    return readiness;
  }

  async #ask(): Promise<Readiness> {
    const states = await Promise.all(
      [...this.links].map(async ([name, link]): Promise<[string, SubgraphHealth]> => {
        const state = (await link.isUp()) ? "UP" : "DOWN";
        return [name, name === this.spine ? { state, spine: true } : { state }];
      }),
    );
    const subgraphs = Object.fromEntries(states);
    return {
      ready: this.spine === undefined || subgraphs[this.spine]?.state === "UP",
      supergraph: "LOADED",
      subgraphs,
    };
  }
}
