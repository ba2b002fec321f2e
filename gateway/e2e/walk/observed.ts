/** What an answer showed of whom, cell by cell: one field of one object for one reader. */
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { isObjectType } from "graphql";
import { categoryOf, isKey } from "./graph-fields.js";
import type { RowFacts, World } from "./subjects.js";

/** One field of one object of an answer. */
export interface Cell {
  /** `FundingApplication.motivation` */
  readonly field: string;
  readonly category: string;
  readonly row: RowFacts;
  /** The error's code at this very place; null where there is none. */
  readonly code: string | null;
  readonly hasValue: boolean;
  /** A page of rows with none in it. */
  readonly isEmptyPage: boolean;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

type Json = Readonly<Record<string, unknown>>;

/** Nobody's: what a row is about that says nothing. */
export const nobody: RowFacts = {
  agency: null,
  receiver: null,
  person: null,
  enterprise: null,
  staff: null,
  subgraph: "",
  type: "",
};

/** All cells of an answer whose fields carry the aliases of `selectionOf`. `about`: whom root fields and what has no id are about. */
export function cellsOf(graph: GraphQLSchema, world: World, answer: RawAnswer, about: RowFacts): Cell[] {
  const codes = new Map(
    (answer.errors ?? []).map(({ path, extensions }) => [JSON.stringify(path ?? []), extensions?.code ?? "?"]),
  );
  const cells: Cell[] = [];
  const visit = (value: unknown, path: readonly (string | number)[], inherited: RowFacts): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index], inherited);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const type = graph.getType(String((value as Json)["__typename"]));
    const row = isObjectType(type) ? rowOf(world, type, value as Json, inherited) : inherited;
    for (const [alias, inner] of Object.entries(value as Json)) {
      if (isObjectType(type) && alias.startsWith(`${type.name}_`)) {
        const cell = cellOf(type, alias, inner, row, codes.get(JSON.stringify([...path, alias])) ?? null);
        if (cell) cells.push(cell);
      }
      visit(inner, [...path, alias], row);
    }
  };
  visit(answer.data, [], about);
  return cells;
}

function cellOf(
  type: GraphQLObjectType,
  alias: string,
  value: unknown,
  row: RowFacts,
  code: string | null,
): Cell | undefined {
  const field = type.getFields()[alias.slice(type.name.length + 1)];
  const category = field && !isKey(type, field) ? categoryOf(type, field) : null;
  if (!field || category === null) return undefined;
  const hasValue = value !== null && value !== undefined;
  return { field: `${type.name}.${field.name}`, category, row, code, hasValue, isEmptyPage: isEmptyPage(value) };
}

/** Rows of a page stand below its edges, whose alias begins with the name of their type. */
function isEmptyPage(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const edges = Object.entries(value as Json).find(([alias]) => alias.endsWith("_edges"))?.[1];
  return Array.isArray(edges) && edges.length === 0;
}

/** Whom an object is about: the two shared entities are about themselves, a row says it in its columns, a part is about its whole. */
function rowOf(world: World, type: GraphQLObjectType, value: Json, inherited: RowFacts): RowFacts {
  const key = value[`${type.name}_id`] ?? value[`${type.name}_number`];
  if (type.name === "Entrepreneur") return { ...nobody, person: typeof key === "string" ? key : null };
  if (type.name === "Enterprise") return { ...nobody, enterprise: typeof key === "string" ? key : null };
  return (typeof key === "string" ? world.rows.get(key) : undefined) ?? inherited;
}
