/** What goes over the wire between a producer and a consumer of a feed. */
/** One entry's newest state; no body is a tombstone. */
export interface FeedRow {
  readonly position: number;
  readonly key: string;
  readonly body: object | null;
}

/** One page of a feed. */
export interface FeedPage {
  /** New after a restore: the consumer then reads again from zero. */
  readonly epoch: string;
  readonly rows: readonly FeedRow[];
  /** Whether nothing committed is left behind this page. */
  readonly end: boolean;
  /** How many milliseconds after the question came the producer looked: a copy is as old as that look, however late the page arrives. */
  readonly lookedAfter: number;
}

/** Of any version: it is a digest. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text may be the epoch of a feed. */
export function isEpoch(text: string): boolean {
  return uuid.test(text);
}

/** The most rows one page holds. */
export const rowsPerPage = 1000;

/**
 * Reads a page as it came over the wire. What is no page is refused as a whole, so that no half of it is stored and no cursor runs away.
 * @param after the cursor that was asked with: positions grow from it
 * @throws Error that says what is wrong, and never repeats content
 */
export function readPage(text: string, after: number): FeedPage {
  const page = objectOf(text);
  const { epoch, rows, end, lookedAfter } = page;
  if (typeof epoch !== "string" || !isEpoch(epoch)) throw new Error("the feed's answer has no epoch");
  if (typeof end !== "boolean") throw new Error("the feed's answer does not say whether it is the end");
  if (typeof lookedAfter !== "number" || !(lookedAfter >= 0))
    throw new Error("the feed's answer does not say when it looked");
  if (!Array.isArray(rows)) throw new Error("the feed's answer has no rows");
  let last = after;
  for (const row of rows as unknown[]) {
    if (!isRow(row) || row.position <= last) throw new Error(`the feed's answer has a row behind ${last} that is none`);
    last = row.position;
  }
  return { epoch, rows: rows as FeedRow[], end, lookedAfter };
}

function objectOf(text: string): Partial<Record<keyof FeedPage, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // The parser's own message repeats a part of the text, which may hold ids of persons.
  }
  throw new Error("the feed's answer is no page");
}

function isRow(value: unknown): value is FeedRow {
  if (typeof value !== "object" || value === null) return false;
  const { position, key, body } = value as Partial<Record<keyof FeedRow, unknown>>;
  return Number.isSafeInteger(position) && typeof key === "string" && typeof body === "object" && !Array.isArray(body);
}
