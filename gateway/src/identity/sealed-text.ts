/** What the gateway leaves with a browser: sealed (JWE, `dir` with A256GCM), so that nobody reads or changes it, and ending by itself. */
import { EncryptJWT, jwtDecrypt } from "jose";
import type { JWTPayload } from "jose";
import { SealingKeys } from "./sealing-keys.js";
import type { SealedFor } from "./sealing-keys.js";

/** Seals for one use. */
export class SealedText {
  readonly #keys: readonly SealingKeys[];

  /** @param secrets the present one first; older ones still open what they sealed */
  constructor(secrets: readonly string[], use: SealedFor) {
    this.#keys = secrets.map((secret) => new SealingKeys(secret, use));
  }

  /** Seals claims. `expires` in seconds since 1970. */
  async seal(claims: JWTPayload, expires: number): Promise<string> {
    const [keys] = this.#keys;
    if (!keys) throw new Error("there is no secret to seal with");
    return new EncryptJWT(claims)
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .setExpirationTime(expires)
      .encrypt(keys.of());
  }

  /** The claims; undefined where the text was not sealed here for this use, was changed, or has expired. */
  async open(text: string, now = Date.now()): Promise<JWTPayload | undefined> {
    for (const keys of this.#keys) {
      try {
        const { payload } = await jwtDecrypt(text, keys.of(), {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          currentDate: new Date(now),
          requiredClaims: ["exp"],
        });
        return payload;
      } catch {
        // Another secret may be the one.
      }
    }
    return undefined;
  }
}
