/** The walk over the single desk's fields: it answers through the gateway alone, so its readers are people who sign in. */
import type { GraphQLSchema } from "graphql";
import { getNamedType } from "graphql";
import type { EndToEnd } from "../harness.js";
import { readGraph, selectionOf } from "./graph-fields.js";
import { cellsOf, nobody, type Cell } from "./observed.js";
import type { WalkReader } from "./oracle.js";
import type { World } from "./subjects.js";

/** What the desk adds to the graph. */
export const deskGraph: GraphQLSchema = readGraph("gateway/desk.graphql");

/** A form of each pole is one form too many here: what a form shows is decided fact by fact, by the owners. */
const form = "ORIENTATION";

/** Somebody whose data the desk is asked for. */
export interface DeskSubject {
  readonly id: string;
  /** The enterprise for which the form is filled in; null where the person has none. */
  readonly enterprise: string | null;
}

/** Asks for everything the desk has of a person, as somebody who signs in or, with null, as nobody; answers the cells. */
export async function cellsOfDesk(
  e2e: EndToEnd,
  world: World,
  { handle, purpose }: WalkReader & { readonly handle: string | null },
  { id, enterprise }: DeskSubject,
): Promise<Cell[]> {
  const number = enterprise === null ? "" : `, enterpriseNumber: "${enterprise}"`;
  const roots = [
    `Query_entrepreneur: entrepreneur(id: "${id}") ${of("Entrepreneur")}`,
    root("exportMyDossier", `(entrepreneurId: "${id}")`),
    root("flaggedLookups", "(first: 5)"),
    root("intakeForms", ""),
    root("intake", `(entrepreneurId: "${id}", form: "${form}"${number})`),
    root("factHistory", `(entrepreneurId: "${id}", coordinate: "Entrepreneur.familyName")`),
    root("documentsHeldBy", `(entrepreneurId: "${id}", agency: "FINANCE_INVEST")`),
    ...(enterprise === null ? [] : [`Query_enterprise: enterprise(number: "${enterprise}") ${of("Enterprise")}`]),
    ...projectsOf(world, id).map((project) => `Query_project: project(id: "${project}") ${of("Project")}`),
  ];
  const cells: Cell[] = [];
  for (const text of roots) {
    const asking = { as: handle, ...(purpose === undefined && { purpose: null }) };
    const answer = await e2e.ask<object | null>(`{ __typename ${text} }`, {}, asking);
    const isOfEnterprise = text.startsWith("Query_enterprise:");
    const isOfBoth = text.includes("intake(");
    const about = {
      ...nobody,
      person: isOfEnterprise ? null : id,
      enterprise: isOfEnterprise || isOfBoth ? enterprise : null,
    };
    cells.push(...cellsOf(deskGraph, world, answer, about));
  }
  return cells;
}

/** One is enough: what stands beside a project is decided as beside any other. */
function projectsOf({ rows }: World, person: string): string[] {
  const found = [...rows].find(([, row]) => row.type === "Project" && row.person === person);
  return found ? [found[0]] : [];
}

function root(field: string, asked: string): string {
  const type = deskGraph.getQueryType()?.getFields()[field]?.type;
  if (!type) throw new Error(`the desk has no ${field}`);
  return `Query_${field}: ${field}${asked} ${selectionOf(deskGraph, getNamedType(type))}`;
}

function of(typeName: string): string {
  const type = deskGraph.getType(typeName);
  if (!type) throw new Error(`the desk has no ${typeName}`);
  return selectionOf(deskGraph, type);
}
