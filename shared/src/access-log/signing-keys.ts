/** The private keys with which a subgraph signs the daily roots of its log. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { endorsementText, rootHash, rootText, type LogRoot, type SignedRoot } from "./log-root.js";

/** The present key, and for as long as it replaces another that one, which vouches for it. */
export interface SigningKeys {
  readonly present: KeyObject;
  readonly former: KeyObject | null;
}

/**
 * Reads the setting: one Ed25519 private key, PKCS#8 DER in base64url; while a key is being replaced the former one behind it, after a comma.
 * Errors: those of a wrong setting, which never repeat any of it.
 */
export function asSigningKeys(text: string): SigningKeys {
  const [present, former = null, ...more] = text.split(",").map((part) => privateKeyOf(part.trim()));
  if (!present || more.length > 0) throw new Error("expected one key, or the present and the former one");
  return { present, former };
}

/** The public half, SPKI DER in base64url. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64url");
}

/** Signs a root; a former key signs the present one. */
export function signedRoot(root: LogRoot, { present, former }: SigningKeys): SignedRoot {
  const [hash, key] = [rootHash(root), publicKeyOf(present)];
  return {
    ...root,
    hash,
    key,
    signature: signature(rootText(hash), present),
    formerKey: former && publicKeyOf(former),
    endorsement: former && signature(endorsementText(root.producer, key), former),
  };
}

function signature(text: Buffer, key: KeyObject): string {
  return sign(null, text, key).toString("base64url");
}

function privateKeyOf(text: string): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(text, "base64url"), format: "der", type: "pkcs8" });
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Its own message may repeat a part of the key.
  }
  throw new Error("expected an Ed25519 private key: PKCS#8 DER, base64url");
}
