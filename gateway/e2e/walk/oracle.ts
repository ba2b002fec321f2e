/**
 * Who may see what, said a second time: read from the hand-kept table itself and from what the owners' tables hold, with none of the product's
 * code in between. The walk holds every answer against it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { canonicalOf, type RowFacts, type World } from "./subjects.js";

/** Who reads, as the walk knows it. */
export interface WalkReader {
  /** As it is printed. */
  readonly name: string;
  readonly role: string;
  readonly agency?: string | undefined;
  readonly staffId?: string | undefined;
  readonly entrepreneurId?: string | undefined;
  readonly purpose?: string | undefined;
}

/** The table: category → reader codes. */
export type Table = ReadonlyMap<string, readonly string[]>;

/** The hand-kept table as a lawyer reads it. */
export function readTable(): Table {
  const file = join(import.meta.dirname, "../../../shared/access-matrix.yaml");
  const lines = parse(readFileSync(file, "utf8")) as Record<string, { readonly readers: readonly string[] }>;
  return new Map(Object.entries(lines).map(([category, { readers }]) => [category, readers]));
}

const treating = ["ADVISOR_1819", "COACH", "FINANCING_OFFICER", "HOUSING_HOST", "RECOGNISED_HELPER"];

/** Whether the table opens a category of a row to a reader. */
export function isOpen(table: Table, world: World, category: string, reader: WalkReader, row: RowFacts): boolean {
  const readers = table.get(category) ?? [];
  if (readers.includes("ANYONE")) return true;
  if (reader.role === "ANONYMOUS" || reader.purpose === undefined) return false;
  return readers.some((code) => opens(code, category, world, reader, row));
}

function opens(code: string, category: string, world: World, reader: WalkReader, row: RowFacts): boolean {
  const { role, agency, staffId } = reader;
  const isPerson = role === "ENTREPRENEUR";
  const self = canonicalOf(world, reader.entrepreneurId ?? null);
  const person = canonicalOf(world, row.person);
  const holds = (kind: string, test: (relation: World["relations"][number]) => boolean): boolean =>
    world.relations.some((relation) => relation.kind === kind && test(relation));
  switch (code) {
    case "OWN":
      return isPerson && self !== null && self === person;
    case "MANDATARY":
      return (
        (isPerson || role === "MANDATARY") &&
        row.enterprise !== null &&
        holds(
          "MANDATE",
          ({ person: who, enterprise }) => canonicalOf(world, who) === self && enterprise === row.enterprise,
        )
      );
    case "COACH_OF":
      return (
        role === "COACH" &&
        person !== null &&
        holds(
          "COACHING",
          (one) => canonicalOf(world, one.person) === person && one.agency === agency && one.staff === staffId,
        )
      );
    case "ASSIGNED":
      return !isPerson && role !== "MANDATARY" && row.staff !== null && row.staff === staffId && row.agency === agency;
    case "GRANTED":
      return (
        treating.includes(role) &&
        person !== null &&
        holds(
          "GRANT",
          (one) => canonicalOf(world, one.person) === person && one.agency === agency && one.category === category,
        )
      );
    case "BREAK_GLASS":
      return (
        reader.purpose === "EMERGENCY" &&
        person !== null &&
        holds(
          "BREAK_GLASS",
          (one) =>
            canonicalOf(world, one.person) === person &&
            one.agency === agency &&
            one.staff === staffId &&
            one.category === category &&
            (row.agency === null || (one.owners ?? []).includes(row.agency)),
        )
      );
    default: {
      const [named, where] = code.split("@");
      return (
        named === role &&
        role !== "MANDATARY" &&
        (where === undefined || (agency !== undefined && [row.agency, row.receiver].includes(agency)))
      );
    }
  }
}
