import { generateKeyPairSync } from "node:crypto";
import { keptSecrets } from "../postgres/secrets.js";

/** A new private key with which a subgraph signs the daily root of its log: Ed25519, PKCS#8 DER, base64url. */
export function newSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url");
}

/**
 * The signing key of each subgraph, by name. Unlike the secrets between processes it outlives a restart: what was signed yesterday must
 * still be the signature of the same agency's key. Kept beside the passwords of the databases, mode 600.
 */
export async function keptSigningKeys(subgraphs: readonly string[], folder?: string): Promise<Record<string, string>> {
  const kept = await keptSecrets(subgraphs.map(keptName), newSigningKey, folder);
  return Object.fromEntries(subgraphs.map((name) => [name, kept[keptName(name)] ?? ""]));
}

function keptName(subgraph: string): string {
  return `log-signing-key/${subgraph}`;
}
