/**
 * The token of one fetch from the gateway to a subgraph (design 6): who asks, why, and for exactly which operation. HS256 by `node:crypto`
 * with one key per subgraph, so that who verifies could forge only towards itself; a signature costs microseconds, where the asymmetric
 * ones cost more than a whole fetch. Keys rotate by themselves: each hour's is derived from the subgraph's secret.
 */
import { createHmac, hash, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import type { Language } from "../languages.js";
import type { Reader } from "../visibility/reader.js";

/** What a token says. */
export interface InternalClaims {
  readonly reader: Reader;
  readonly requestId: string;
  /** How many gateways the question has passed: 1 for a client's own question. */
  readonly hop: number;
  /** SHA-256 of the body it goes with, base64url. */
  readonly operation: string;
  readonly language?: Language;
}

interface TokenBody extends InternalClaims {
  readonly iss: string;
  readonly aud: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}

/** A token that was found good. */
export interface VerifiedToken {
  readonly claims: InternalClaims;
  readonly id: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Why a token is refused. */
export type TokenFault = "MALFORMED" | "SIGNATURE" | "AUDIENCE" | "EXPIRED" | "NOT_YET" | "OPERATION" | "REPLAYED";

/** The header in which a token travels. */
export const internalTokenHeader = "x-parcours-token";

const issuer = "parcours-gateway";
/** A fetch is sent at once and answered within the gateway's limit; clocks of two machines may differ by a little. */
const livesSeconds = 15;
const clockSkewSeconds = 5;
const periodSeconds = 3600;

/** Signs tokens for one audience. */
export class InternalTokenSigner {
  readonly #keys: PeriodKeys;

  /** @param secret at least 32 bytes, known to the gateway and that subgraph only */
  constructor(
    private readonly audience: string,
    secret: string,
  ) {
    this.#keys = new PeriodKeys(audience, secret);
  }

  /** A token for one fetch; `body` is what will be sent, byte for byte. */
  sign(claims: Omit<InternalClaims, "operation">, body: string | Uint8Array, now = Date.now()): string {
    const iat = Math.floor(now / 1000);
    const period = Math.floor(iat / periodSeconds);
    const payload: TokenBody = {
      ...claims,
      operation: operationHash(body),
      iss: issuer,
      aud: this.audience,
      iat,
      exp: iat + livesSeconds,
      // Node draws many of these at once: one by one each draw costs as much as the signature.
      jti: randomUUID(),
    };
    const signed = `${headerOf(period)}.${Buffer.from(JSON.stringify(payload)).toString("base64url")}`;
    return `${signed}.${signature(this.#keys.of(period), signed).toString("base64url")}`;
  }
}

/** Verifies tokens at their audience, and refuses one that it has seen. */
export class InternalTokenVerifier {
  readonly #keys: readonly PeriodKeys[];
  readonly #seen = new SeenTokens();

  /** @param secrets the present one first; while it is being replaced, the one before */
  constructor(
    private readonly audience: string,
    secrets: readonly string[],
  ) {
    this.#keys = secrets.map((secret) => new PeriodKeys(audience, secret));
  }

  /** The token's claims, or why it is refused. `body` is what came with it. */
  verify(token: string, body: string | Uint8Array, now = Date.now()): VerifiedToken | TokenFault {
    const seconds = Math.floor(now / 1000);
    const payload = this.#signedBody(token, Math.floor(seconds / periodSeconds));
    if (typeof payload === "string") return payload;
    if (payload.iss !== issuer || payload.aud !== this.audience) return "AUDIENCE";
    if (payload.exp <= seconds - clockSkewSeconds) return "EXPIRED";
    if (payload.iat > seconds + clockSkewSeconds) return "NOT_YET";
    if (payload.operation !== operationHash(body)) return "OPERATION";
    if (!this.#seen.isNew(payload.jti, payload.exp + clockSkewSeconds, seconds)) return "REPLAYED";
    const { reader, requestId, hop, operation, language } = payload;
    return {
      claims: { reader, requestId, hop, operation, ...(language && { language }) },
      id: payload.jti,
      expires: payload.exp,
    };
  }

  #signedBody(token: string, period: number): TokenBody | TokenFault {
    const [header, body, given, more] = token.split(".");
    if (!header || !body || !given || more !== undefined) return "MALFORMED";
    // The header is compared as text: what it says is fixed, so no algorithm is ever read from a token.
    const signedIn = [period, period - 1, period + 1].find((candidate) => header === headerOf(candidate));
    if (signedIn === undefined) return "SIGNATURE";
    const shown = Buffer.from(given, "base64url");
    const isSigned = this.#keys.some((keys) => {
      const expected = signature(keys.of(signedIn), `${header}.${body}`);
      return shown.length === expected.length && timingSafeEqual(shown, expected);
    });
    if (!isSigned) return "SIGNATURE";
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as TokenBody;
  }
}

/** SHA-256 of a request's body, base64url. */
export function operationHash(body: string | Uint8Array): string {
  return hash("sha256", body, "base64url");
}

/** Which tokens were shown, until they are no longer valid. In memory: towards another copy the hash leaves the same question only. */
class SeenTokens {
  #older = new Set<string>();
  #newer = new Set<string>();
  #turnsAt = 0;

  /** Whether the token was not shown before; it is from now on. */
  isNew(id: string, validUntil: number, now: number): boolean {
    if (now >= this.#turnsAt) {
      // Two turns of the longest life: a token can only be in the present set or in the one before.
      this.#older = this.#turnsAt === 0 ? new Set() : this.#newer;
      this.#newer = new Set();
      this.#turnsAt = now + livesSeconds + 2 * clockSkewSeconds;
    }
    if (validUntil < now || this.#newer.has(id) || this.#older.has(id)) return false;
    this.#newer.add(id);
    return true;
  }
}

/** The keys of a secret by period, those in use kept. */
class PeriodKeys {
  readonly #kept = new Map<number, Buffer>();

  constructor(
    private readonly audience: string,
    private readonly secret: string,
  ) {
    if (Buffer.byteLength(secret) < 32) throw new Error(`the token secret of ${audience} is shorter than 32 bytes`);
  }

  of(period: number): Buffer {
    const kept = this.#kept.get(period);
    if (kept) return kept;
    const key = Buffer.from(hkdfSync("sha256", this.secret, this.audience, `parcours internal token ${period}`, 32));
    for (const old of this.#kept.keys()) if (old < period - 2) this.#kept.delete(old);
    this.#kept.set(period, key);
    return key;
  }
}

const headers = new Map<number, string>();

/** The one header that a token of a period has, encoded. */
function headerOf(period: number): string {
  const kept = headers.get(period);
  if (kept !== undefined) return kept;
  if (headers.size > 8) headers.clear();
  const text = JSON.stringify({ alg: "HS256", typ: "parcours+jwt", kid: String(period) });
  const header = Buffer.from(text).toString("base64url");
  headers.set(period, header);
  return header;
}

function signature(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
