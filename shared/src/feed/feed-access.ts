/** Who may read a feed: subgraphs, each by its own secret. Readers know only hashes, so that one cannot pose as another. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { FeedTopic } from "../manifest.js";

/** The SHA-256 of a feed secret, in hexadecimal: what the others are given to recognise it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Topics that every admitted subgraph reads; the directory's alone are the others. */
const readByAll: readonly FeedTopic[] = ["POLICY", "LOG_ROOT"];

/** Which subgraphs are let in. */
export interface FeedReaders {
  /** Name of each admitted subgraph and the hash of its secret; while that is being replaced both hashes, separated by a comma. */
  readonly hashes: Readonly<Record<string, string>>;
  /** The subgraph that keeps the directory: it alone reads pointers and contacts. */
  readonly spine: string;
}

/** Whether a request that shows this name and secret may read the topic. */
export function mayReadFeed(
  readers: FeedReaders,
  topic: FeedTopic,
  name: string | undefined,
  authorization: string | undefined,
): boolean {
  const expected = name !== undefined && Object.hasOwn(readers.hashes, name) ? readers.hashes[name] : undefined;
  const secret = authorization?.startsWith("Bearer ") ? authorization.slice(7) : undefined;
  if (!expected || !secret) return false;
  const shown = Buffer.from(hashSecret(secret), "hex");
  const isKnown = expected.split(",").some((hash) => isEqual(shown, Buffer.from(hash.trim(), "hex")));
  return isKnown && (readByAll.includes(topic) || name === readers.spine);
}

function isEqual(shown: Buffer, known: Buffer): boolean {
  return shown.length === known.length && timingSafeEqual(shown, known);
}
