/** Verifies the access log of one subgraph: every chain row by row, the links of the chains, the daily roots here and at the others. */
import { chainHash } from "@parcours/shared/access-log/log-row";
import { withClient } from "@parcours/shared/database-roles";
import type { Client } from "pg";
import { CommandFailed, codeOf, messageOf } from "../command-failed.js";
import { ChainWalk, PlaceSearch, type ClosedDays } from "./chain-walk.js";
import { Faults } from "./faults.js";
import { chainsOf, lastPositionOf, ownRoots, receivedRoots, rowsOf, rowsWithoutChain, seenKeys } from "./log-tables.js";
import { checkRoots, closedDays, type Witness } from "./roots-check.js";
import { Vouchers } from "./vouchers.js";

/** A database, as who owns it. */
export interface LogDatabase {
  readonly name: string;
  readonly ownerUrl: string;
}

/** What was looked at, and what was found. */
export interface LogReport {
  readonly name: string;
  readonly chains: number;
  readonly rows: number;
  /** Daily roots, and how many of them at least one other subgraph keeps. */
  readonly roots: number;
  readonly rootsKept: number;
  readonly seconds: number;
  /** Sentences; empty where the log is whole. */
  readonly faults: readonly string[];
}

/**
 * Verifies one log. Memory grows with the number of chains and days, never with that of rows; what is written meanwhile is no fault.
 * @throws CommandFailed that names the database which does not answer or lacks the tables
 */
export async function verifyLog(database: LogDatabase, others: readonly LogDatabase[]): Promise<LogReport> {
  const started = performance.now();
  const faults = new Faults(database.name);
  const witnesses = await Promise.all(others.map((other) => witnessAt(other, database.name)));
  return connected(database, async (client) => {
    // What vouches is read before the chains, and these before their rows: each knows only what was there before it.
    const own = await ownRoots(client, database.name);
    const vouchers = new Vouchers();
    checkRoots(database.name, own, witnesses, vouchers, faults);
    const { chains, rows } = await walkChains(client, vouchers, closedDays(own, witnesses), faults);
    const kept = new Set(witnesses.flatMap(({ roots }) => roots.map(({ hash }) => hash)));
    return {
      name: database.name,
      chains,
      rows,
      roots: own.length,
      rootsKept: own.filter(({ hash }) => kept.has(hash)).length,
      seconds: (performance.now() - started) / 1000,
      faults: faults.all(),
    };
  });
}

async function walkChains(
  client: Client,
  vouchers: Vouchers,
  closed: ClosedDays,
  faults: Faults,
): Promise<{ chains: number; rows: number }> {
  const chains = await chainsOf(client);
  for (const { links } of chains) vouchers.add(links, "a later chain");
  const headless = await rowsWithoutChain(client);
  const known = new Set([...chains.map(({ id }) => id), ...headless]);
  for (const chain of vouchers.chains.filter((id) => !known.has(id))) {
    const last = vouchers.of(chain).at(-1);
    faults.tell(`chain ${chain} is missing (${last?.witness} knew ${last?.position} rows)`);
  }
  for (const chain of headless) faults.tell(`chain ${chain} has rows and no beginning`);
  const search = new PlaceSearch();
  let rows = 0;
  for (const chain of chains) {
    if (chainHash(chain.id, chain.startedAt, chain.links) !== chain.hash)
      faults.tell(`the beginning of chain ${chain.id} was changed`);
    const most = await lastPositionOf(client, chain.id);
    const walk = new ChainWalk(chain, vouchers.of(chain.id), closed, faults, search, most);
    for await (const batch of rowsOf(client, chain.id)) {
      for (const row of batch) walk.row(row);
      rows += batch.length;
    }
    walk.end();
  }
  return { chains: chains.length, rows };
}

async function witnessAt(other: LogDatabase, producer: string): Promise<Witness> {
  return connected(other, async (client) => ({
    name: other.name,
    roots: await receivedRoots(client, producer),
    keys: await seenKeys(client, producer),
  }));
}

async function connected<Result>(
  { name, ownerUrl }: LogDatabase,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  try {
    return await withClient(ownerUrl, work);
  } catch (error) {
    if (codeOf(error) === "42P01" || codeOf(error) === "42703")
      throw new CommandFailed(`The database of ${name} has no access log yet: run pnpm migrate.`);
    throw new CommandFailed(`The log of ${name} could not be read (${messageOf(error)}).`);
  }
}
