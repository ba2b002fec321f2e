/** The walk: every field of every owner, asked in the name of every reader about every subject, each answer held against the table. */
import { InternalTokenSigner, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import { purposeOf } from "@parcours/shared/identity/purposes";
import type { ReaderRole } from "@parcours/shared/identity/roles";
import type { Reader } from "@parcours/shared/visibility/reader";
import { getNamedType, isObjectType, type GraphQLSchema } from "graphql";
import type { System } from "../../../scripts/lib/supervisor/system.js";
import { selectionOf } from "./graph-fields.js";
import { cellsOf, nobody, type Cell, type RawAnswer } from "./observed.js";
import { isOpen, type Table, type WalkReader } from "./oracle.js";
import type { RowFacts, World } from "./subjects.js";

/** Codes by which a field is withheld. */
const withheldBy: ReadonlySet<string> = new Set([
  "NOT_SHARED",
  "SIGN_IN_REQUIRED",
  "ROLE_HAS_NO_PURPOSE",
  "PURPOSE_REQUIRED",
  "PURPOSE_NOT_ALLOWED",
  "CASE_REQUIRED",
]);

/**
 * Pages of which each row is decided by the category of its fact or its document: who may read none of them gets an empty page, as where there is
 * nothing.
 */
const leavesOut = /^((Entrepreneur|Enterprise|Project)\.disputes|Query\.documentsHeldBy)$/;

/** Somebody or something to ask about. */
export interface Representation {
  readonly __typename: string;
  readonly id?: string;
  readonly number?: string;
}

/** A cell in which the graph and the table disagree. */
export interface Disagreement {
  readonly reader: string;
  readonly cell: Cell;
  readonly expected: "open" | "closed";
}

/** What was walked so far. */
export class WalkReport {
  readonly disagreements: Disagreement[] = [];
  readonly faults = new Set<string>();
  readonly opened = new Set<string>();
  readonly closed = new Set<string>();
  /** Categories in which answers disagree with a table that is narrower than the true one. */
  readonly leaks = new Set<string>();
  #cells = 0;

  /** @param narrower lines of the table with a reader left out: what is served to that reader is a leak by them */
  constructor(
    private readonly table: Table,
    private readonly narrower: Table,
    private readonly world: World,
  ) {}

  /** How many cells were tried. */
  get cells(): number {
    return this.#cells;
  }

  /** Holds the cells of one answer against the table. */
  add(reader: WalkReader, cells: readonly Cell[]): void {
    const [expected, narrowed] = [this.#opinion(this.table, reader), this.#opinion(this.narrower, reader)];
    for (const cell of cells) {
      this.#cells += 1;
      const isMeantOpen = expected(cell);
      const isLeftOut = !isMeantOpen && cell.code === null && cell.isEmptyPage && leavesOut.test(cell.field);
      const isClosed = isLeftOut || (cell.code !== null && withheldBy.has(cell.code) && !cell.hasValue);
      if (cell.code !== null && !withheldBy.has(cell.code)) this.faults.add(`${cell.field}: ${cell.code}`);
      (isClosed ? this.closed : this.opened).add(cell.field);
      if (isMeantOpen === isClosed)
        this.disagreements.push({ reader: reader.name, cell, expected: isMeantOpen ? "open" : "closed" });
      if (!isClosed && this.narrower.has(cell.category) && !narrowed(cell)) this.leaks.add(cell.category);
    }
  }

  /** What a table says to one reader: asked once of each category of each row, for a row has many fields. */
  #opinion(table: Table, reader: WalkReader): (cell: Cell) => boolean {
    const said = new Map<RowFacts, Map<string, boolean>>();
    return ({ category, row }) => {
      const ofRow = said.get(row) ?? new Map<string, boolean>();
      said.set(row, ofRow);
      const known = ofRow.get(category) ?? isOpen(table, this.world, category, reader, row);
      ofRow.set(category, known);
      return known;
    };
  }
}

/** Asks one owner for entities, as the gateway would, in the name of a reader. */
async function askOwner(
  system: System,
  subgraph: string,
  reader: WalkReader,
  operation: { readonly query: string; readonly variables?: object },
): Promise<RawAnswer> {
  const body = JSON.stringify(operation);
  const signer = new InternalTokenSigner(subgraph, system.tokenSecret(subgraph));
  const token = signer.sign({ reader: readerOf(reader), requestId: "walk-request", hop: 1 }, body);
  const response = await fetch(`${system.subgraphs[subgraph]?.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", [internalTokenHeader]: token },
    body,
  });
  if (response.status !== 200) throw new Error(`${subgraph} answered ${response.status}`);
  return (await response.json()) as RawAnswer;
}

/** Asks an owner for everything it says of some entities of one type, and answers the cells. */
export async function cellsOfEntities(
  system: System,
  { subgraph, graph, world }: { readonly subgraph: string; readonly graph: GraphQLSchema; readonly world: World },
  reader: WalkReader,
  representations: readonly Representation[],
): Promise<Cell[]> {
  const [first] = representations;
  const type = first && graph.getType(first.__typename);
  if (!isObjectType(type)) return [];
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} ${selectionOf(graph, type)} } }`;
  const answer = await askOwner(system, subgraph, reader, { query, variables: { of: representations } });
  return cellsOf(graph, world, answer, nobody);
}

/** Asks every root list of an owner that can be asked about a person or an enterprise, and answers the cells, the roots' own included. */
export async function cellsOfRoots(
  system: System,
  { subgraph, graph, world }: { readonly subgraph: string; readonly graph: GraphQLSchema; readonly world: World },
  reader: WalkReader,
  about: Pick<RowFacts, "person" | "enterprise"> & { readonly phone?: string },
): Promise<Cell[]> {
  const roots = Object.values(graph.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const names = field.args.map(({ name }) => name);
    const asked = names.includes("entrepreneurId") && about.person ? `entrepreneurId: "${about.person}"` : null;
    const other =
      names.includes("enterpriseNumber") && about.enterprise ? `enterpriseNumber: "${about.enterprise}"` : null;
    const key = field.name === "entrepreneur" && about.person ? `id: "${about.person}"` : null;
    const clue = field.name === "caller" && about.phone ? `phone: "${about.phone}"` : null;
    const argument = clue ?? key ?? (about.person ? asked : other);
    if (argument === null) return [];
    return [`Query_${field.name}: ${field.name}(${argument}) ${selectionOf(graph, getNamedType(field.type))}`];
  });
  if (roots.length === 0) return [];
  const cells: Cell[] = [];
  for (const root of roots) {
    const answer = await askOwner(system, subgraph, reader, { query: `{ __typename ${root} }` });
    // A look-up by telephone is about nobody until it found somebody.
    const subject = root.startsWith("Query_caller: caller(phone")
      ? nobody
      : { ...nobody, person: about.person, enterprise: about.enterprise };
    cells.push(...cellsOf(graph, world, answer, subject));
  }
  return cells;
}

function readerOf({ role, agency, staffId, entrepreneurId, purpose }: WalkReader): Reader {
  const named = purpose === undefined ? undefined : purposeOf(purpose);
  return {
    role: role as ReaderRole,
    ...(agency !== undefined && { agency }),
    ...(staffId !== undefined && { staffId }),
    ...(entrepreneurId !== undefined && { entrepreneurId }),
    ...(named && { purpose: named, caseReference: "walk-1" }),
  };
}
