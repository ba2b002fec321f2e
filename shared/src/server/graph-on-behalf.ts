/**
 * Asking the graph on behalf of who asked this subgraph (design 6; decision 0015): with the ticket that came with the question, which gives
 * the same reader, purpose, case and request at the gateway until the answer's deadline, and only asks. For a fact of another owner that an
 * act must know; what a rule of visibility needs is in the copy of the policy.
 */
import { Pool } from "undici";
import type { Language } from "../languages.js";

/** The header in which a subgraph gets its ticket. */
export const ticketHeader = "x-parcours-ticket";

/** The header that says how many milliseconds are left until the answer must leave. */
export const deadlineHeader = "x-parcours-deadline-ms";

/** What the graph said. */
export interface GraphReply {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where something is missing, why: the codes of errors by the first part of their path. */
  readonly faults: readonly { readonly root: string; readonly code: string }[];
}

/** Asks the graph for one request. */
export interface AskedGraph {
  /** Never throws: silence, in time or for good, is null. */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<GraphReply | null>;
}

/** Where nobody can be asked: no ticket came with the question, or no gateway is known. */
export const silentGraph: AskedGraph = { ask: async () => null };

/** With what one request asks. */
export interface Passed {
  /** As it came. */
  readonly ticket: string;
  readonly language: Language;
  /** Milliseconds until the answer of this subgraph is waited for no more. */
  readonly left: number;
}

/** An answer that takes longer is none: this subgraph must answer too. Milliseconds. */
const longestWait = 5_000;
/** What this subgraph keeps of the time it has, to do its own part. */
const ownShare = 0.3;
const mostBytes = 1024 * 1024;

/** The gateway, as one process asks it. */
export class Gateway {
  readonly #pool: Pool;
  readonly #path: string;

  /** @param url of its graph: `http://127.0.0.1:4000/graphql` */
  constructor(url: string) {
    const { origin, pathname } = new URL(url);
    this.#path = pathname;
    this.#pool = new Pool(origin, { connections: 8, pipelining: 1, maxResponseSize: mostBytes });
  }

  /** The graph for one request; silent without a ticket. */
  graphFor(passed: Passed | null): AskedGraph {
    if (passed === null) return silentGraph;
    // The time runs on while this subgraph does its own part.
    const until = Date.now() + passed.left;
    return {
      ask: (query, variables) =>
        this.#ask({ ...passed, left: until - Date.now() }, JSON.stringify({ query, variables })),
    };
  }

  /** Ends its connections. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #ask({ ticket, language, left }: Passed, body: string): Promise<GraphReply | null> {
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Ticket ${ticket}`,
      "accept-language": language.toLowerCase(),
    };
    const signal = AbortSignal.timeout(Math.max(1, Math.min(longestWait, Math.floor(left * (1 - ownShare)))));
    try {
      const answer = await this.#pool.request({ path: this.#path, method: "POST", headers, body, signal });
      const text = await answer.body.text();
      return answer.statusCode === 200 ? replyIn(JSON.parse(text)) : null;
    } catch {
      return null;
    }
  }
}

/** What is no answer of a graph is silence. */
function replyIn(answer: unknown): GraphReply | null {
  const { data, errors } = (answer ?? {}) as { readonly data?: unknown; readonly errors?: unknown };
  if (typeof data !== "object" || data === null) return null;
  const faults = (Array.isArray(errors) ? (errors as readonly unknown[]) : []).map((error) => {
    const { path, extensions } = (error ?? {}) as { path?: readonly unknown[]; extensions?: { code?: unknown } };
    return { root: textOr(path?.[0]), code: textOr(extensions?.code) };
  });
  return { data: data as GraphReply["data"], faults };
}

function textOr(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Whether a fault says that somebody did not answer, rather than that something is not shared or not there. */
export function saysSilence(code: string): boolean {
  return code.startsWith("SUBGRAPH_") || code.startsWith("INTERNAL") || code === "";
}
