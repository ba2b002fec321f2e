/** Lists that grow are cursor connections: newest first, at most 100 a page, and a count that no one can use to learn what is withheld. */
import { DomainError, kernelErrors } from "./errors.js";
import { isUuid } from "./ids.js";

/** The most entries one page holds. */
export const mostPerPage = 100;

const firstInstant = Date.parse("0001-01-01T00:00:00Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

/** A place in a list ordered by instant and id, both descending. Instants have milliseconds, in the database too. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** What a page was asked for. */
export interface PageRequest {
  readonly first: number;
  readonly after: Place | null;
}

/** One page of a list. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The page of a list without entries. */
export const emptyPage: Page<never> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Checks the arguments of a connection. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID. */
export function pageRequest(first: number, after: string | null | undefined): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > mostPerPage) {
    throw new DomainError(kernelErrors.PAGE_SIZE_INVALID, { first, most: mostPerPage });
  }
  return { first, after: after ? parseCursor(after) : null };
}

/** Makes a page of rows that were fetched one beyond what was asked. */
export function pageOf<Node>(rows: readonly Node[], request: PageRequest, placeOf: (node: Node) => Place): Page<Node> {
  const edges = rows.slice(0, request.first).map((node) => ({ node, cursor: cursorOf(placeOf(node)) }));
  return { edges, pageInfo: { hasNextPage: rows.length > request.first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** Newest first, ids breaking ties: the order of every list, so that lists from several places can be merged. */
export function newestFirst(a: Place, b: Place): number {
  if (a.at.getTime() !== b.at.getTime()) return b.at.getTime() - a.at.getTime();
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

function parseCursor(cursor: string): Place {
  const [milliseconds = "", id = ""] = Buffer.from(cursor, "base64url").toString().split(".");
  const at = new Date(/^-?\d{1,15}$/.test(milliseconds) ? Number(milliseconds) : Number.NaN);
  // Beyond these years the database knows no instant: a forged cursor is refused here, not a fault there.
  const isInstant = at.getTime() >= firstInstant && at.getTime() <= lastInstant;
  if (!isInstant || !isUuid(id)) throw new DomainError(kernelErrors.CURSOR_INVALID);
  return { at, id };
}
