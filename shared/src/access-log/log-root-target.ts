/** Keeps the daily roots that other subgraphs publish: as they come and for good, so that a producer cannot take back what it once said. */
import { statement, type Queries } from "../database.js";
import type { FeedTarget } from "../feed/feed-consumer.js";
import type { FeedRow } from "../feed/feed-page.js";
import { isUuid } from "../ids.js";
import type { SignedRoot } from "./log-root.js";

const insertKeys = statement(
  `insert into log_root_key (producer, key, former_key, endorsement)
   select $1, decode(r.key, 'hex'), decode(r."formerKey", 'hex'), decode(r.endorsement, 'hex')
     from rows from (jsonb_to_recordset($2::jsonb) as (key text, "formerKey" text, endorsement text)) with ordinality
            as r(key, "formerKey", endorsement, place)
    order by r.place on conflict do nothing`,
);
const insertRoots = statement(
  `insert into log_root_received (producer, day, hash, previous, heads, key, signature)
   select $1, r.day, decode(r.hash, 'hex'), decode(r.previous, 'hex'), r.heads, decode(r.key, 'hex'), decode(r.signature, 'hex')
     from rows from (jsonb_to_recordset($2::jsonb) as (day date, hash text, previous text, heads jsonb, key text, signature text))
            with ordinality as r(day, hash, previous, heads, key, signature, place)
    order by r.place on conflict do nothing`,
);

/** A copy of what changes once a day need not be younger than this, in milliseconds. */
const rest = 30_000;
/** More chains than a subgraph writes in a day, with every restart; a root beyond it is no root. */
const mostHeads = 10_000;

/**
 * Stores roots. Nothing is ever changed or removed: a second root of a day stands beside the first, and `verify-log` tells of both. What is
 * no root of its producer is left out, and does not stop the feed. Signatures are judged where the log is verified, not here.
 */
export const logRootTarget: FeedTarget = {
  topic: "LOG_ROOT",
  rest,
  async apply(queries: Queries, rows, { producer }) {
    const roots = rows.flatMap(({ body }) => (isRoot(body, producer) ? [hexadecimal(body)] : []));
    if (roots.length === 0) return;
    await queries.query(insertKeys, [producer, JSON.stringify(roots)]);
    await queries.query(insertRoots, [producer, JSON.stringify(roots)]);
  },
  async sweep() {
    // What a producer no longer tells is what must be kept.
  },
};

function isRoot(body: FeedRow["body"], producer: string): body is SignedRoot {
  const { heads, formerKey, endorsement, ...root } = (body ?? {}) as Partial<Record<keyof SignedRoot, unknown>>;
  return (
    root.producer === producer &&
    isDay(root.day) &&
    isHash(root.hash) &&
    (root.previous === null || isHash(root.previous)) &&
    isBase64(root.key) &&
    isBase64(root.signature) &&
    (formerKey === null || isBase64(formerKey)) &&
    (endorsement === null || isBase64(endorsement)) &&
    Array.isArray(heads) &&
    heads.length <= mostHeads &&
    heads.every(isHead)
  );
}

function isHead(head: unknown): boolean {
  if (typeof head !== "object" || head === null) return false;
  const { chain, position, hash } = head as Partial<Record<string, unknown>>;
  return typeof chain === "string" && isUuid(chain) && Number.isSafeInteger(position) && isHash(hash);
}

/** A day that the calendar has: the database would stop the whole page for another. */
function isDay(text: unknown): boolean {
  if (typeof text !== "string" || !/^2\d{3}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function isHash(text: unknown): boolean {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

/** Keys and signatures of Ed25519 have some dozens of bytes. */
function isBase64(text: unknown): boolean {
  return typeof text === "string" && /^[A-Za-z0-9_-]{40,200}$/.test(text);
}

/** PostgreSQL reads base64 with padding only: bytes go as hexadecimal. */
function hexadecimal(root: SignedRoot): object {
  const hex = (text: string | null): string | null => text && Buffer.from(text, "base64url").toString("hex");
  const { day, hash, previous, heads } = root;
  return {
    day,
    hash,
    previous,
    heads: heads.map(({ chain, position, hash: end }) => ({ chain, position, hash: end })),
    key: hex(root.key),
    signature: hex(root.signature),
    formerKey: hex(root.formerKey),
    endorsement: hex(root.endorsement),
  };
}
