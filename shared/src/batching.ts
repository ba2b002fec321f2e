/** Look-ups by key, batched per request. A batch answers in the order and number of its keys: these helpers make that hold. */
import DataLoader from "dataloader";

/** A look-up by key that joins all keys asked in one turn of the event loop. */
export type Loader<Key, Value> = DataLoader<Key, Value, string>;

/** The most keys one statement is given; a longer list is cut into several. */
const mostKeysPerBatch = 1000;

/**
 * A loader over a batch function that answers one value per key, in order. Lives as long as one request.
 * @param cacheKeyOf what makes two keys the same, where they are no texts
 */
export function loader<Key, Value>(
  batch: (keys: readonly Key[]) => Promise<readonly Value[]>,
  cacheKeyOf: (key: Key) => string = String,
): Loader<Key, Value> {
  return new DataLoader<Key, Value, string>(batch, { maxBatchSize: mostKeysPerBatch, cacheKeyFn: cacheKeyOf });
}

/** One row per key, in the keys' order; null where no row has it. */
export function inOrder<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** All rows of each key, in the keys' order; an empty list where no row has it. */
export function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** What a list of one holder is looked up by: mostly one key; the rows of a person may stand under several ids. */
export type Keys = string | readonly string[];

/** The keys of holders as the two values of `unnest($1::int[], $2::uuid[]) as holder(place, id)`; a place counts from 0. */
export function placed(holders: readonly Keys[]): [places: number[], keys: string[]] {
  const pairs = holders.flatMap((keys, place) =>
    (typeof keys === "string" ? [keys] : keys).map((key) => ({ place, key })),
  );
  return [pairs.map(({ place }) => place), pairs.map(({ key }) => key)];
}

/** The rows of each holder as a statement gave them, by the place in `holder`; an empty list where a holder has none. */
export function byPlace<Row>(holders: number, rows: readonly (Row & { readonly holder: number })[]): Row[][] {
  const lists = Array.from({ length: holders }, (): Row[] => []);
  for (const row of rows) lists[row.holder]?.push(row);
  return lists;
}
