/** Whom every row of the running system is about, read from the databases as their owners: the walk's own knowledge, not the graph's. */
import { withClient } from "@parcours/shared/database-roles";
import type { System } from "../../../scripts/lib/supervisor/system.js";

/** What decides who sees a row. */
export interface RowFacts {
  readonly agency: string | null;
  /** Of what one agency sent to another: the other. */
  readonly receiver: string | null;
  readonly person: string | null;
  readonly enterprise: string | null;
  readonly staff: string | null;
  /** `coaching`, and the table's name in capitals of words: `CoachingDossier`, as its type in the graph. */
  readonly subgraph: string;
  readonly type: string;
}

/** Who is what to whom, as the owners' tables say today. */
export interface World {
  /** By the id of the row. */
  readonly rows: ReadonlyMap<string, RowFacts>;
  /** Former id → the id in use. */
  readonly canonical: ReadonlyMap<string, string>;
  readonly relations: readonly {
    readonly kind: string;
    readonly person: string;
    readonly enterprise: string | null;
    readonly agency: string | null;
    readonly staff: string | null;
    readonly category: string | null;
    readonly owners: readonly string[] | null;
  }[];
}

const columns = {
  agency: "agency_code",
  receiver: "to_agency_code",
  person: "entrepreneur_id",
  enterprise: "enterprise_number",
  staff: "staff_id",
};
/** The kernel's own tables, and the directory's copies of what others own. */
const notRows = /^(pointer|policy_|outbox|feed_|access_log|log_|migrations|idempotency|published_)/;

/** Reads every row with an id of every subgraph, and the relations that run today. */
export async function readWorld(system: System): Promise<World> {
  const rows = new Map<string, RowFacts>();
  for (const name of Object.keys(system.subgraphs)) {
    await withClient(system.ownerUrl(name), async (client) => {
      const { rows: tables } = await client.query<{ table_name: string; names: string[] }>(
        `select table_name, array_agg(column_name::text) as names from information_schema.columns
          where table_schema = 'public' group by table_name having bool_or(column_name = 'id' and data_type = 'uuid')`,
      );
      for (const { table_name: table, names } of tables.filter(({ table_name }) => !notRows.test(table_name))) {
        const read = Object.entries(columns).map(([fact, column]) =>
          names.includes(column) ? `${column}::text as ${fact}` : `null::text as ${fact}`,
        );
        const found = await client.query<Omit<RowFacts, "subgraph" | "type"> & { id: string }>(
          `select id, ${read.join(", ")} from ${table}`,
        );
        // Documents are kept by every subgraph, and shown in the graph by the directory.
        const subgraph = table === "document" ? "front-door" : name;
        for (const { id, ...facts } of found.rows)
          rows.set(id, {
            ...facts,
            // A project is a person's, whatever enterprise it became (J12; decision 0023).
            enterprise: table === "project" ? null : facts.enterprise,
            // Whom a grant opens something to is no side of it: only what is sent has a receiver.
            receiver: table === "referral" ? facts.receiver : null,
            subgraph,
            type: typeNameOf(table),
          });
      }
    });
  }
  const spine = system.ownerUrl("front-door");
  return withClient(spine, async (client) => {
    // What a person holds is the person's, even where it names an enterprise (J12; decision 0013): who holds what is what the pointers say.
    const held = await client.query<{ id: string }>(
      `select entry_id as id from pointer where holder_person is not null`,
    );
    for (const { id } of held.rows) {
      const facts = rows.get(id);
      if (facts) rows.set(id, { ...facts, enterprise: null });
    }
    const merges = await client.query<{ former: string; canonical: string }>(
      `select former_id as former, canonical_id as canonical from policy_identity`,
    );
    const relations = await client.query<World["relations"][number]>(
      `select kind, entrepreneur_id as person, enterprise_number as enterprise, agency_code as agency, staff_id as staff, category, owner_agencies as owners
         from policy_relation where since <= current_date and (until is null or until >= current_date)`,
    );
    return {
      rows,
      canonical: new Map(merges.rows.map(({ former, canonical }) => [former, canonical])),
      relations: relations.rows,
    };
  });
}

/** The id in use of a person. */
export function canonicalOf(world: World, person: string | null): string | null {
  return person === null ? null : (world.canonical.get(person) ?? person);
}

function typeNameOf(table: string): string {
  return table
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
