import type { SignedRoot } from "@parcours/shared/access-log/log-root";
/** Reads the tables of the access log as who owns the database: in batches, whatever their length. */
import type { ChainHead } from "@parcours/shared/access-log/log-row";
import type { Client } from "pg";
import type { Beginning, StoredRow } from "./chain-walk.js";

/** A chain's row. */
export interface StoredChain extends Beginning {
  readonly startedAt: Date;
  readonly links: readonly ChainHead[];
}

/** A key of a producer, as one of the others first saw it. */
export interface SeenKey {
  readonly key: string;
  readonly formerKey: string | null;
  readonly endorsement: string | null;
  readonly firstSeen: Date;
}

/** A root as somebody keeps it. */
export type KeptRoot = Omit<SignedRoot, "formerKey" | "endorsement">;

const rowsPerBatch = 5000;

/**
 * Instants as numbers and lists as JSON: the driver's own readers of both cost as much as all else. Ordered by the column, not by what is
 * read of it: the whole chain would be sorted for each batch.
 */
const readRows = {
  name: "verify-log rows",
  text: `select l.position::float8 as position, (extract(epoch from at) * 1000)::float8 as at, action, subject, enterprise,
          agency_code as "agencyCode", system, role, staff_id as "staffId", reader_subject as "readerSubject", on_behalf_of as "onBehalfOf",
          purpose, case_reference as "caseReference", to_json(categories) as categories, to_json(withheld) as withheld, result, records, flag,
          request_id as "requestId", hop, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash
     from access_log l where l.chain = $1 and l.position > $2 order by l.position limit ${rowsPerBatch}`,
};

type RawRow = Omit<StoredRow, "at"> & { readonly at: number };

/** Every row of a chain by position. The next batch is on its way while one is looked at. */
export async function* rowsOf(client: Client, chain: string): AsyncGenerator<StoredRow[]> {
  const read = async (after: number): Promise<RawRow[]> =>
    (await client.query<RawRow>({ ...readRows, values: [chain, after] })).rows;
  let batch = await read(0);
  while (batch.length > 0) {
    const next = batch.length < rowsPerBatch ? Promise.resolve([]) : read(batch.at(-1)?.position ?? 0);
    // Whoever stops in between waits for nothing more.
    next.catch(() => undefined);
    yield batch.map((row) => ({ ...row, at: new Date(row.at) }));
    batch = await next;
  }
}

/** Every chain, oldest first. */
export async function chainsOf(client: Client): Promise<StoredChain[]> {
  const { rows } = await client.query<StoredChain>(
    `select id, started_at as "startedAt", links, encode(hash, 'hex') as hash from access_log_chain order by started_at, id`,
  );
  return rows;
}

/** The last position of a chain; 0 where it has none. */
export async function lastPositionOf(client: Client, chain: string): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    "select coalesce(max(position), 0)::float8 as last from access_log where chain = $1",
    [chain],
  );
  return rows[0]?.last ?? 0;
}

/** Ids of chains that have rows and no beginning: possible only where the owner took the tables' own guards away. */
export async function rowsWithoutChain(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ chain: string }>(
    `with recursive seen as (
       (select chain from access_log order by chain limit 1)
       union all
       select next.chain from seen cross join lateral (select chain from access_log where chain > seen.chain order by chain limit 1) next)
     select chain from seen where not exists (select from access_log_chain where id = seen.chain)`,
  );
  return rows.map(({ chain }) => chain);
}

/** The roots that a subgraph made, by day. */
export async function ownRoots(client: Client, producer: string): Promise<SignedRoot[]> {
  const { rows } = await client.query<HexRoot>(
    `select $1 as producer, ${rootColumns}, ${endorsementColumns} from log_root order by day`,
    [producer],
  );
  return rows.map(fromHex);
}

/** The roots of a producer that another subgraph keeps, as they came. */
export async function receivedRoots(client: Client, producer: string): Promise<KeptRoot[]> {
  const { rows } = await client.query<HexRoot>(
    `select producer, ${rootColumns}, null as "formerKey", null as endorsement from log_root_received where producer = $1 order by place`,
    [producer],
  );
  return rows.map(fromHex);
}

/** The keys of a producer that another subgraph saw, in the order in which it did. */
export async function seenKeys(client: Client, producer: string): Promise<SeenKey[]> {
  const { rows } = await client.query<SeenKey>(
    `select encode(key, 'hex') as key, ${endorsementColumns}, first_seen as "firstSeen" from log_root_key where producer = $1 order by place`,
    [producer],
  );
  return rows.map(fromHex);
}

const rootColumns = `to_char(day, 'YYYY-MM-DD') as day, encode(previous, 'hex') as previous, heads, encode(hash, 'hex') as hash,
  encode(key, 'hex') as key, encode(signature, 'hex') as signature`;
const endorsementColumns = `encode(former_key, 'hex') as "formerKey", encode(endorsement, 'hex') as endorsement`;

type HexRoot = SignedRoot;

/** Keys and signatures are base64url in the programs and bytes in the tables. */
function fromHex<
  Row extends { readonly key: string; readonly signature?: string } & Pick<SignedRoot, "formerKey" | "endorsement">,
>(row: Row): Row {
  const base64 = (hex: string | null): string | null => hex && Buffer.from(hex, "hex").toString("base64url");
  const { key, signature, formerKey, endorsement } = row;
  return {
    ...row,
    key: base64(key),
    ...(signature !== undefined && { signature: base64(signature) }),
    formerKey: base64(formerKey),
    endorsement: base64(endorsement),
  };
}
