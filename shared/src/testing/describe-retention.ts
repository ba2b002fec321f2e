/** That a subgraph says of every table with personal data how long it is kept and how it goes: a part of `describeSubgraph`. */
import { migrate, openDatabase, statement, type Database } from "../database.js";
import { newId } from "../ids.js";
import { brusselsDate } from "../periods.js";
import { erase } from "../rights/erasure.js";
import { retain } from "../rights/retain.js";
import { keyOf } from "../rights/retained-table.js";
import { retentionOf } from "../rights/retention.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";

/** The kernel's own tables: copies that follow the feeds, and the log, whose link to the person the kernel destroys. */
const kernels = "^(outbox|feed_|policy_|access_log|log_|mutation_key|erasure|migrations)";

const readPersonal = statement(
  `select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'entrepreneur_id' and table_name !~ '${kernels}' order by 1`,
);
const readReferences = statement(
  `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f'`,
);
const readIndexed = statement(
  `select i.indrelid::regclass::text || '.' || a.attname as column
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
);

interface Reference {
  readonly child: string;
  readonly parent: string;
  readonly column: string;
}

/** Declares the suite. */
export function describeRetention<Services extends object>(definition: SubgraphDefinition<Services>): void {
  const tables = definition.retention ?? [];
  const names = tables.map(({ table }) => table);
  const isEmptied = (reference: Reference): boolean =>
    tables.some(({ table, namedBy }) => table === reference.parent && namedBy?.some(isColumn(reference)));
  let testDatabase: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase(`${definition.name}_retention`);
    await migrate(definition, testDatabase.ownerUrl);
    database = await openDatabase(definition, testDatabase.ownerUrl, 2);
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  it("says of every table that names a person, and of what hangs on one, how long it is kept", async () => {
    const personal = (await database.query<{ name: string }>(readPersonal)).map(({ name }) => name);
    const references = await database.query<Reference>(readReferences);
    const hanging = references.filter((reference) => names.includes(reference.parent) && !isEmptied(reference));
    expect([...personal, ...hanging.map(({ child }) => child)].filter((name) => !names.includes(name))).toEqual([]);
    for (const { line } of tables) retentionOf(line);
  });

  it("removes what hangs on another before the other", async () => {
    const references = (await database.query<Reference>(readReferences)).filter(({ parent }) => names.includes(parent));
    const late = references.filter(({ child, parent }) => names.indexOf(child) > names.indexOf(parent));
    expect(late.filter((reference) => !isEmptied(reference))).toEqual([]);
  });

  it("finds a person's rows by an index", async () => {
    const indexed = (await database.query<{ column: string }>(readIndexed)).map(({ column }) => column);
    const sought = tables.flatMap((table) => {
      const { person, otherPerson, childOf, namedBy = [] } = table;
      const own = [person, otherPerson, childOf?.column, keyOf(table)].filter((column) => column !== undefined);
      return [...own.map((column) => `${table.table}.${column}`), ...namedBy.map((by) => `${by.table}.${by.column}`)];
    });
    expect(sought.filter((column) => !indexed.includes(column))).toEqual([]);
  });

  it("erases a person whom it does not know, and forgets what is old where nothing is", async () => {
    const today = brusselsDate(new Date());
    const by = { agencyCode: "1819", staffId: "dpo-1", caseReference: "gdpr-1" };
    const order = { idempotencyKey: newId(), ids: [newId()], ownEnterprises: ["0123456749"], today, by };
    expect((await erase(database, tables, order, async () => undefined)).lines).toEqual([]);
    expect((await retain(database, tables, { today, dryRun: false })).map(({ due }) => due)).not.toContain(1);
  });
}

function isColumn({ child, column }: Reference): (by: { readonly table: string; readonly column: string }) => boolean {
  return (by) => by.table === child && by.column === column;
}
