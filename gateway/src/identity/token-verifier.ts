/** Verifies bearer tokens of the trusted issuers: JWT access tokens (RFC 9068), with an explicit list of algorithms (RFC 8725). */
import { DomainError } from "@parcours/shared/errors";
import { decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import type { JWTPayload, ProtectedHeaderParameters } from "jose";
import { identityOf } from "./identity-of-claims.js";
import type { FormerAgencies, Identity } from "./identity.js";
import { signInErrors } from "./sign-in.errors.js";
import { tokenFaultOf } from "./token-faults.js";
import type { TrustedIssuer } from "./trusted-issuer.js";
import { VerifiedTokens } from "./verified-tokens.js";
import type { Kept } from "./verified-tokens.js";

/** Asymmetric only: with a shared key whoever verifies could sign, and a public key could be taken for a secret. */
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"];
/** The clocks of two machines may differ by a little, seconds. */
const clockTolerance = 5;
/** Longer texts are nobody's token, characters. */
const mostCharacters = 12_000;
/** Claims that only an id token has (OpenID Connect Core 2): it speaks to its client, not to the graph. */
const idTokenClaims = ["nonce", "at_hash", "c_hash", "s_hash"];

interface KeptIdentity extends Kept {
  readonly identity: Identity;
  readonly trusted: TrustedIssuer;
  readonly keyId: string | undefined;
}

/** Verifies tokens and remembers the good ones. */
export class TokenVerifier {
  readonly #issuers: ReadonlyMap<string, TrustedIssuer>;
  readonly #verified = new VerifiedTokens<KeptIdentity>();

  constructor(
    issuers: readonly TrustedIssuer[],
    private readonly former: FormerAgencies,
  ) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.settings.issuer, issuer]));
  }

  /**
   * Who the bearer of a token is.
   * @throws DomainError one of `signInErrors`
   */
  async verify(token: string, now = Date.now()): Promise<Identity> {
    const kept = this.#verified.find(token, now / 1_000);
    // A key that its issuer withdrew takes its tokens with it, also those that were verified before.
    if (kept?.trusted.publishes(kept.keyId)) return kept.identity;
    this.#verified.forget(token);
    const { header, claims } = openToken(token);
    const issuer = this.#issuers.get(String(claims.iss));
    if (!issuer) throw new DomainError(signInErrors.TOKEN_ISSUER_UNKNOWN);
    const payload = await this.#signed(token, issuer, now);
    const identity = identityOf(payload, issuer.settings, this.former);
    this.#verified.keep(token, { identity, expires: identity.expires, trusted: issuer, keyId: header.kid });
    return identity;
  }

  async #signed(token: string, issuer: TrustedIssuer, now: number): Promise<JWTPayload> {
    const { issuer: name, audience, tokenTypes } = issuer.settings;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, issuer.keyFor, {
        algorithms,
        issuer: name,
        audience: [...audience],
        clockTolerance,
        currentDate: new Date(now),
        requiredClaims: ["exp", "sub"],
      });
      if (!isOfType(protectedHeader.typ, tokenTypes) || isIdToken(payload))
        throw new DomainError(signInErrors.TOKEN_INVALID);
      return payload;
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError(tokenFaultOf(error));
    }
  }
}

/** The parts of a token, not verified yet: only to know whose it claims to be, and to say why it cannot be verified. */
function openToken(token: string): { header: ProtectedHeaderParameters; claims: JWTPayload } {
  const parts = token.split(".");
  if (token.length > mostCharacters || parts.length !== 3) throw new DomainError(signInErrors.TOKEN_INVALID);
  try {
    const header = decodeProtectedHeader(token);
    const isUnsigned = parts[2] === "" || String(header.alg).toLowerCase() === "none";
    if (isUnsigned) throw new DomainError(signInErrors.TOKEN_UNSIGNED);
    if (!algorithms.includes(String(header.alg))) throw new DomainError(signInErrors.TOKEN_INVALID);
    return { header, claims: decodeJwt(token) };
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(signInErrors.TOKEN_INVALID);
  }
}

/** Media types may stand without `application/`, and in either case (RFC 7515 4.1.9). */
function isOfType(type: string | undefined, expected: readonly string[]): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/^application\//, "");
  return type !== undefined && expected.some((one) => plain(one) === plain(type));
}

function isIdToken(payload: JWTPayload): boolean {
  return idTokenClaims.some((claim) => claim in payload) || payload["typ"] === "ID";
}
