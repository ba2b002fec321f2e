/**
 * A subgraph's own database: TypeORM for entities and migrations, prepared statements on TypeORM's pool for what is asked often.
 * Reading through TypeORM's `find` costs 40 % of end-to-end throughput, so repositories write their SQL and share the pool.
 */
import { createHash } from "node:crypto";
import pg from "pg";
import {
  DataSource,
  DefaultNamingStrategy,
  getMetadataArgsStorage,
  type DataSourceOptions,
  type MigrationInterface,
} from "typeorm";
import { kernelMigrations } from "./feed/migrations.js";
import { JoinedStatements } from "./joined-statements.js";
import type { Merging } from "./merged-statements.js";
import { Slots } from "./slots.js";

/** A class that TypeORM makes a table of, or a migration of. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM and type-graphql type classes as Function
export type ClassReference = Function;

/** A statement that PostgreSQL plans once per connection. Made once, at module level. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** How it reads several keys at once, where requests may share it. */
  readonly merging?: Merging;
}

/** Something one can run statements on: the pool, or one transaction. */
export interface Queries {
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** What `migrate` and `openDatabase` need to know of a subgraph. */
export interface Schema {
  readonly name: string;
  readonly entities: readonly ClassReference[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Writes the rows that come with the code (code lists, agencies) after migrating. Running it again changes nothing. */
  readonly referenceData?: (queries: Queries) => Promise<void>;
}

/** Names a statement by its text, so that equal texts share one plan. @param merging where requests that ask it at once may share it */
export function statement(text: string, merging?: Merging): Statement {
  return { name: createHash("sha1").update(text).digest("base64url"), text, ...(merging && { merging }) };
}

/** An open database. `statements` counts what was sent: tests watch it for N+1. */
export class Database implements Queries {
  #statements = 0;
  readonly #joined: JoinedStatements | undefined;

  /** @param joins whether what is asked at once outside of transactions, which must then only read, travels together */
  constructor(
    readonly dataSource: DataSource,
    { joins = false } = {},
  ) {
    this.#joined = joins ? new JoinedStatements(() => this.#pool) : undefined;
  }

  get statements(): number {
    return this.#statements;
  }

  async query<Row>({ name, text, merging }: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.#statements += 1;
    const query = { name, text, values: [...values] };
    const result = await (this.#joined?.query(query, merging) ?? this.#pool.query(query));
    return result.rows as Row[];
  }

  /** How many transactions this process has committed on this pool, by whichever of the databases open on it. */
  get commits(): number {
    return transactionsOn(this.#pool).commits;
  }

  /** Runs work in one transaction: all of it holds, or nothing. What the work asks of the pool beside it always finds a connection. */
  async transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    const transactions = transactionsOn(this.#pool);
    const result = await transactions.slots.within(() => this.#inTransaction(work));
    transactions.commits += 1;
    return result;
  }

  async #inTransaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    // A server that goes while the connection is ours: the running query says so, the event must not end the process.
    const ignore = (): void => undefined;
    client.on("error", ignore);
    // One after the other, whoever asks at once: a connection takes no second statement while it works on one.
    let turn: Promise<unknown> = Promise.resolve();
    const queries: Queries = {
      query: <Row>({ name, text }: Statement, values: readonly unknown[] = []) => {
        const ask = async (): Promise<Row[]> => {
          this.#statements += 1;
          return (await client.query({ name, text, values: [...values] })).rows as Row[];
        };
        const answer = turn.then(ask, ask);
        turn = answer;
        return answer;
      },
    };
    try {
      await client.query("begin");
      const result = await work(queries);
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      // A connection whose rollback fails is of no further use: it is closed instead of given back.
      await client.query("rollback").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    } finally {
      client.off("error", ignore);
    }
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  get #pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { readonly master: pg.Pool }).master;
  }
}

/**
 * What a serving process waits for at most, in milliseconds. A statement that nobody waits for any more is stopped by the server; who
 * finds no free connection, or a server that does not answer, is told so instead of waiting with a thousand others.
 */
const servingLimits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  // Lets a connection take a statement before the one before is answered (`joined-statements.ts`).
  pipeline: true,
};

/**
 * Transactions take half of a pool's connections at most: an act holds one while a row of the log is written on another, and as many acts at
 * once as there are connections would all wait for each other. By pool, for several open databases share one.
 */
interface Transactions {
  readonly slots: Slots;
  commits: number;
}

const transactionsByPool = new WeakMap<pg.Pool, Transactions>();

function transactionsOn(pool: pg.Pool): Transactions {
  const known = transactionsByPool.get(pool);
  if (known) return known;
  const slots = new Slots(Math.max(1, Math.floor(pool.options.max / 2)), servingLimits.connectionTimeoutMillis);
  const transactions = { slots, commits: 0 };
  transactionsByPool.set(pool, transactions);
  return transactions;
}

/** Opens the database of a subgraph with the role of its URL. Errors: those of the server, as they are. */
export async function openDatabase(schema: Schema, url: string, poolSize = 10): Promise<Database> {
  const dataSource = await new DataSource(optionsOf(schema, url, poolSize, servingLimits)).initialize();
  return new Database(dataSource, { joins: true });
}

/** Applies what is missing of the kernel's and the subgraph's migrations, each in its own transaction. Answers the names applied. */
export async function migrate(schema: Schema, ownerUrl: string): Promise<readonly string[]> {
  return withDataSource(schema, ownerUrl, async (dataSource) => {
    const applied = await dataSource.runMigrations({ transaction: "each" });
    if (schema.referenceData) await new Database(dataSource).transaction(schema.referenceData);
    return applied.map(({ name }) => name);
  });
}

/** Takes back the newest migrations. Answers how many were taken back. */
export async function revert(schema: Schema, ownerUrl: string, steps = 1): Promise<number> {
  return withDataSource(schema, ownerUrl, async (dataSource) => {
    let reverted = 0;
    for (; reverted < steps; reverted += 1) {
      const [row] = await dataSource.query<{ count: string }[]>("select count(*) from migrations");
      if (!row || row.count === "0") break;
      await dataSource.undoLastMigration({ transaction: "each" });
    }
    return reverted;
  });
}

/** The columns of an entity for a select list, each under its property's name: `t.opened_at as "openedAt", …`. */
export function columnsOf(entity: ClassReference, alias: string): string {
  const columns = getMetadataArgsStorage().filterColumns(ancestry(entity));
  if (columns.length === 0) throw new Error(`${entity.name} has no columns`);
  return columns
    .map(({ propertyName, options }) => `${alias}.${options.name ?? snakeCase(propertyName)} as "${propertyName}"`)
    .join(", ");
}

/** A class and those it extends: an entity has the columns of all of them. */
function ancestry(entity: ClassReference): ClassReference[] {
  const parent: unknown = Object.getPrototypeOf(entity);
  return typeof parent === "function" && parent !== Function.prototype ? [entity, ...ancestry(parent)] : [entity];
}

/** `openedAt` → `opened_at`: how every table and column is named. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

class SnakeCaseNaming extends DefaultNamingStrategy {
  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }

  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}

/** For migrations, which take the time they take: building an index on a register is no statement that hangs. */
async function withDataSource<Result>(
  schema: Schema,
  url: string,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const dataSource = await new DataSource(optionsOf(schema, url, 1, {})).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

function optionsOf(
  schema: Schema,
  url: string,
  poolSize: number,
  limits: Partial<typeof servingLimits>,
): DataSourceOptions {
  return {
    type: "postgres",
    url,
    entities: [...schema.entities] as (new () => object)[],
    migrations: [...kernelMigrations, ...schema.migrations],
    migrationsTableName: "migrations",
    synchronize: false,
    namingStrategy: new SnakeCaseNaming(),
    poolSize,
    applicationName: `parcours ${schema.name}`,
    // Connections stay, with their prepared statements.
    extra: { idleTimeoutMillis: 0, ...limits, options: planOnce, types: { getTypeParser: typeParser } },
  };
}

/**
 * PostgreSQL plans a statement again at every execution where knowing the values looks cheaper, which for lists of keys it nearly always
 * does: two thirds of its time for the caller's query. Every statement here is led by an index whatever the values, so one plan serves all.
 */
const planOnce = "-c plan_cache_mode=force_generic_plan";

/** A `date` stays the text it is: a calendar day has no time zone. All else as `pg` reads it. */
function typeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (oid === pg.types.builtins.DATE) return (text) => text;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}
