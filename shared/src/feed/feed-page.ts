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
  /** Whether nothing sealed is left behind this page. */
  readonly end: boolean;
}

/** The most rows one page holds. */
export const rowsPerPage = 1000;
