/** How a test asks, and what comes back: as a client would see it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A language of labels and messages. */
export type AskedLanguage = "EN" | "FR" | "NL";

/** An error as the client reads it. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly service?: string;
    readonly category?: string;
    readonly opens?: readonly string[];
  };
}

/** An answer as the client reads it. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly AnsweredError[];
  readonly extensions: {
    readonly agencies?: Readonly<Record<string, { readonly state: string; readonly code: string }>>;
    readonly languages?: readonly { readonly asked: string; readonly given: string }[];
  };
  /** From sending the question to having read the answer. */
  readonly milliseconds: number;
}

/** A list of the graph. */
export interface List<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The text of an operation that lies beside a test. */
export function operation(folder: string, name: string): string {
  return readFileSync(join(folder, `${name}.graphql`), "utf8");
}

/** Sends one question to a GraphQL address, in English unless the headers ask for another language. */
export async function send<Data>(
  url: string,
  body: object,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  const begun = performance.now();
  const headers = { "content-type": "application/json", "accept-language": "en", ...more };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const { data, errors = [], extensions = {} } = (await response.json()) as Partial<Answer<Data>>;
  return { status: response.status, data: data as Data, errors, extensions, milliseconds: performance.now() - begun };
}

/** Asks until a condition holds. @throws Error that names what was awaited */
export async function until(what: string, isSo: () => Promise<boolean>, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not so after ${milliseconds / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Texts in the order of their code units: ISO dates in order of time, ids in one order for both sides of a comparison. */
export function sorted<Text extends string | null | undefined>(texts: readonly Text[]): Text[] {
  return [...texts].sort((one, other) => ((one ?? "") < (other ?? "") ? -1 : 1));
}

/** The ids in a list, sorted. */
export function idsIn(list: List<{ readonly id: string }>): string[] {
  return sorted(list.edges.map(({ node }) => node.id));
}

/** What stands at a path of an answer; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: readonly (string | number)[] = []): unknown {
  let here = data;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}
