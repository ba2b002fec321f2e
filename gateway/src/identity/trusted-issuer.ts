/** One trusted issuer: its addresses by discovery and its keys, both fetched when they are first needed and again where that failed. */
import { createRemoteJWKSet, jwksCache } from "jose";
import type { JWKSCacheInput, JWTVerifyGetKey } from "jose";
import { ClientSecretBasic, None, allowInsecureRequests, discovery, enableNonRepudiationChecks } from "openid-client";
import type { Configuration } from "openid-client";
import type { Logger } from "pino";
import { systemCodeOf } from "../errors.js";
import type { IssuerSettings } from "./issuer-settings.js";

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** How long the issuer is waited for, seconds. */
const timeoutSeconds = 3;
/** After a failed discovery the next is tried no sooner, ms: who sends many tokens must not make many calls. */
const pauseMilliseconds = 500;
/** After the keys were fetched, an unknown key id makes them be fetched again no sooner, ms. */
const keysPauseMilliseconds = 2_000;
/** Keys that the issuer withdrew are believed no longer than this, ms. */
const keysLiveMilliseconds = 10 * 60_000;

/** The issuer does not answer, or not as an issuer does. */
export class IssuerUnavailable extends Error {
  override readonly name = "IssuerUnavailable";
}

/** A trusted issuer. The gateway starts without it. */
export class TrustedIssuer {
  #client: Promise<Configuration> | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;
  #keys: Keys | undefined;
  /** What the issuer published last; the library writes it at each reading. */
  readonly #published: JWKSCacheInput = {};

  constructor(
    readonly settings: IssuerSettings,
    private readonly logger: Logger,
  ) {}

  /**
   * The gateway as a client of the issuer.
   * @throws IssuerUnavailable
   */
  async client(): Promise<Configuration> {
    if (performance.now() - this.#failedAt < pauseMilliseconds) throw new IssuerUnavailable();
    try {
      return await (this.#client ??= this.#discover());
    } catch (error) {
      this.#client = undefined;
      this.#failedAt = performance.now();
      const { issuer } = this.settings;
      this.logger.warn({ issuer, cause: reasonOf(error) }, `issuer ${issuer} cannot be discovered`);
      throw new IssuerUnavailable("discovery failed", { cause: error });
    }
  }

  /** Finds the key of a token, for `jwtVerify`; an unknown key id makes it ask the issuer again. */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    this.#keys ??= createRemoteJWKSet(await this.#keysAddress(), {
      timeoutDuration: timeoutSeconds * 1_000,
      cooldownDuration: keysPauseMilliseconds,
      cacheMaxAge: keysLiveMilliseconds,
      [jwksCache]: this.#published,
    });
    return this.#keys(header, token);
  };

  /** Whether the issuer still publishes a key, as far as is known; false where nobody has asked it for too long. */
  publishes(keyId: string | undefined): boolean {
    if (!this.#keys?.fresh) return false;
    // Read where the library keeps it: `jwks()` makes a copy of all keys, and this is asked with every request.
    return this.#published.jwks?.keys.some(({ kid }) => kid === keyId) ?? false;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer);
    // oxlint-disable-next-line typescript/no-deprecated -- marked so only to stand out; the settings allow it for this machine itself alone
    const openly = address.protocol === "http:" ? [allowInsecureRequests] : [];
    const execute = [enableNonRepudiationChecks, ...openly];
    // What OpenID Connect expects of a client that says nothing else (Core 9).
    const authentication = clientSecret ? ClientSecretBasic(clientSecret) : None();
    return discovery(address, clientId, undefined, authentication, { timeout: timeoutSeconds, execute });
  }

  async #keysAddress(): Promise<URL> {
    const { jwks_uri: address } = (await this.client()).serverMetadata();
    if (!address) throw new IssuerUnavailable("the issuer publishes no keys");
    return new URL(address);
  }
}

/** The system's name of the failure where it has one, else the library's words: at discovery nobody's data is in them. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error ? (error.cause ?? error) : error;
  return systemCodeOf(inner) ?? (inner instanceof Error ? inner.message : "unknown");
}
