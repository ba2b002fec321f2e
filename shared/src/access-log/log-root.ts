/**
 * The daily root of a log: for one UTC day the end of every chain that grew on it, and the root before. It is signed and kept by all other
 * subgraphs, so that who owns a database cannot rewrite its past. Source: reference 2 G; decision 0017.
 */
import { createHash, createPublicKey, verify, type KeyObject } from "node:crypto";
import type { ChainHead } from "./log-row.js";

/** What a root says. */
export interface LogRoot {
  /** Name of the subgraph whose log it is. */
  readonly producer: string;
  /** UTC, `2026-01-31`. */
  readonly day: string;
  /** The hash of the root before; null for the first. */
  readonly previous: string | null;
  /** The last row of every chain that has a row of this day, by chain. */
  readonly heads: readonly ChainHead[];
}

/** A root with its proof. All but the names and the day is hexadecimal or, where keys and signatures are meant, base64url. */
export interface SignedRoot extends LogRoot {
  readonly hash: string;
  /** The public key, SPKI DER. */
  readonly key: string;
  /** Ed25519, over the hash. */
  readonly signature: string;
  /** Where the key replaced another: that one, and its signature over the new one. */
  readonly formerKey: string | null;
  readonly endorsement: string | null;
}

/** SHA-256 of a root, hexadecimal. */
export function rootHash({ producer, day, previous, heads }: LogRoot): string {
  const ends = heads.map(({ chain, position, hash }) => [chain, position, hash]);
  return createHash("sha256")
    .update(JSON.stringify([producer, day, previous, ends]))
    .digest("hex");
}

/** What is signed for a root. */
export function rootText(hash: string): Buffer {
  return Buffer.from(`parcours log root\n${hash}`);
}

/** What the key before signs when a producer takes a new key. */
export function endorsementText(producer: string, key: string): Buffer {
  return Buffer.from(`parcours log key\n${producer}\n${key}`);
}

/** Short name of a public key, for people: the first 16 hexadecimal digits of its SHA-256. */
export function keyId(key: string): string {
  return createHash("sha256").update(Buffer.from(key, "base64url")).digest("hex").slice(0, 16);
}

/** Whether a root is what it says, signed by the key it names. Whose key that is must be known otherwise. */
export function isSigned(root: SignedRoot): boolean {
  return rootHash(root) === root.hash && isSignedBy(root.key, rootText(root.hash), root.signature);
}

/** Whether a former key signed the one that replaced it. */
export function isEndorsed(producer: string, key: string, formerKey: string, endorsement: string): boolean {
  return isSignedBy(formerKey, endorsementText(producer, key), endorsement);
}

function isSignedBy(key: string, text: Buffer, signature: string): boolean {
  const publicKey = publicKeyOf(key);
  return publicKey !== null && verify(null, text, publicKey, Buffer.from(signature, "base64url"));
}

/** The Ed25519 key of a text; null where it is none. */
function publicKeyOf(key: string): KeyObject | null {
  try {
    const read = createPublicKey({ key: Buffer.from(key, "base64url"), format: "der", type: "spki" });
    return read.asymmetricKeyType === "ed25519" ? read : null;
  } catch {
    return null;
  }
}
