/**
 * The same statement with the same values, but for its keys, asked by several requests at once: asked once, for all their keys. Each gets the
 * rows of its own keys, in objects of its own; what a reader may see of them is decided behind, by that reader's own guard. What the values
 * besides the keys say, a reader's codes among them, must be equal: no row is ever read for somebody by another's view.
 */
import pg from "pg";

/**
 * How a statement reads several keys at once. `KEY`: its first value lists them, and a column of each row names the one that the row is of.
 * `PLACE`: its first value lists places from 0, its second their keys, and a column names the place. In both, the rows of a key are the same
 * whatever other keys are asked with it.
 */
export interface Merging {
  readonly by: "KEY" | "PLACE";
  readonly column: string;
}

/** A statement with its values, and who waits for its rows. */
export interface AskedStatement {
  readonly query: pg.QueryConfig<unknown[]> & { readonly name: string };
  readonly merging: Merging | undefined;
  readonly answered: (result: pg.QueryResult) => void;
  readonly failed: (error: unknown) => void;
}

type Row = Readonly<Record<string, unknown>>;

/** A statement for more keys than this gains nothing from being joined by others, and would hold them up. */
const mostKeys = 32;

/**
 * The statements to send for those that were asked. @param again asks one by itself, after the server refused a value of those that were merged:
 * whose it was is not known
 */
export function merged(asked: readonly AskedStatement[], again: (one: AskedStatement) => void): AskedStatement[] {
  const groups = new Map<string, AskedStatement[]>();
  const toSend: AskedStatement[] = [];
  for (const one of asked) {
    const kind = kindOf(one);
    if (kind === null) toSend.push(one);
    else groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  for (const group of groups.values())
    for (const part of inParts(group)) {
      const [only, another] = part;
      if (only && another) toSend.push(together(part, again));
      else toSend.push(...part);
    }
  return toSend;
}

/** What must be equal of statements that may be merged; null where one may not. */
function kindOf({ query, merging }: AskedStatement): string | null {
  if (!merging || keysOf(query, merging).length > mostKeys) return null;
  return `${query.name} ${JSON.stringify((query.values ?? []).slice(merging.by === "KEY" ? 1 : 2))}`;
}

function keysOf({ values = [] }: AskedStatement["query"], { by }: Merging): readonly unknown[] {
  return (values[by === "KEY" ? 0 : 1] ?? []) as readonly unknown[];
}

/** No part asks for more keys than one statement may. */
function inParts(group: readonly AskedStatement[]): AskedStatement[][] {
  const parts: AskedStatement[][] = [];
  let room = 0;
  for (const one of group) {
    const keys = one.merging ? keysOf(one.query, one.merging).length : 0;
    if (keys > room) {
      parts.push([]);
      room = mostKeys;
    }
    parts.at(-1)?.push(one);
    room -= keys;
  }
  return parts;
}

function together(part: readonly AskedStatement[], again: (one: AskedStatement) => void): AskedStatement {
  const [{ query, merging } = unreachable()] = part;
  const { values, rowsOf } = merging?.by === "PLACE" ? byPlaces(part, merging) : byKeys(part, merging);
  return {
    query: { ...query, values: [...values, ...(query.values ?? []).slice(values.length)] },
    merging: undefined,
    answered: (result) => {
      for (const [place, one] of part.entries()) one.answered({ ...result, rows: rowsOf(place, result.rows as Row[]) });
    },
    failed: (error) => {
      // Class 22: a value that the server does not take. One that is wrong costs who asked with it, not the others.
      const isRefused = error instanceof pg.DatabaseError && error.code?.startsWith("22");
      for (const one of part)
        if (isRefused) again({ ...one, merging: undefined });
        else one.failed(error);
    },
  };
}

interface Merged {
  /** The first values of the merged statement. */
  readonly values: readonly unknown[];
  /** The rows of one of the merged, by its place among them. */
  readonly rowsOf: (place: number, rows: readonly Row[]) => Row[];
}

function byKeys(part: readonly AskedStatement[], { column } = { column: "" }): Merged {
  const keys = part.map(({ query }) => new Set((query.values?.[0] ?? []) as readonly unknown[]));
  return {
    values: [[...new Set(keys.flatMap((own) => [...own]))]],
    rowsOf: (place, rows) => rows.filter((row) => keys[place]?.has(row[column])).map((row) => ({ ...row })),
  };
}

function byPlaces(part: readonly AskedStatement[], { column }: Merging): Merged {
  const places: number[] = [];
  const keys: unknown[] = [];
  const begins: number[] = [];
  let next = 0;
  for (const { query } of part) {
    const own = (query.values?.[0] ?? []) as readonly number[];
    begins.push(next);
    places.push(...own.map((place) => place + next));
    keys.push(...((query.values?.[1] ?? []) as readonly unknown[]));
    next += Math.max(-1, ...own) + 1;
  }
  begins.push(next);
  return {
    values: [places, keys],
    rowsOf: (place, rows) => {
      const [begin = 0, end = 0] = begins.slice(place, place + 2);
      return rows
        .filter((row) => Number(row[column]) >= begin && Number(row[column]) < end)
        .map((row) => ({ ...row, [column]: Number(row[column]) - begin }));
    },
  };
}

function unreachable(): never {
  throw new Error("nothing was asked");
}
