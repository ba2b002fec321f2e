/**
 * Signing in with a browser: authorisation code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636, RFC 9700). What was begun is
 * sealed into a cookie of that browser; who comes back with another state, or in another browser, is not let in.
 */
import { DomainError } from "@parcours/shared/errors";
import type { JWTPayload } from "jose";
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Logger } from "pino";
import { cookieNames, setCookie } from "./cookies.js";
import type { Identity } from "./identity.js";
import { SealedText } from "./sealed-text.js";
import { signInErrors } from "./sign-in.errors.js";
import type { TokenVerifier } from "./token-verifier.js";
import type { TrustedIssuer } from "./trusted-issuer.js";

/** What a browser asks for at the beginning. */
export interface SignInWish {
  readonly issuer: TrustedIssuer;
  /** A path of this gateway. */
  readonly returnTo: string;
  /** Whether the issuer asks again who it is: `login`, `select_account`. */
  readonly prompt: string | undefined;
  /** The language of the issuer's page, `nl`. */
  readonly language: string;
}

/** Who came back, and where to. */
export interface SignedIn {
  readonly identity: Identity;
  readonly returnTo: string;
}

/** People may look for their card reader first, seconds. */
const signInSeconds = 10 * 60;

/** Where the issuer sends people back to. */
const callbackPath = "/auth/callback";

/** Leads browsers to an issuer and back. */
export class CodeFlow {
  readonly #sealed: SealedText;

  /** @param publicUrl where browsers reach the gateway: known when it listens */
  constructor(
    private readonly issuers: readonly TrustedIssuer[],
    private readonly tokens: TokenVerifier,
    secrets: readonly string[],
    private readonly publicUrl: () => URL,
    private readonly logger: Logger,
  ) {
    this.#sealed = new SealedText(secrets, "sign-in");
  }

  /**
   * Where to send the browser, and the cookie that it must bring back.
   * @throws IssuerUnavailable
   */
  async begin({ issuer, returnTo, prompt, language }: SignInWish): Promise<{ location: string; cookie: string }> {
    const client = await issuer.client();
    const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const { state, nonce, verifier } = begun;
    const location = buildAuthorizationUrl(client, {
      redirect_uri: new URL(callbackPath, this.publicUrl()).href,
      scope: issuer.settings.scope,
      resource: graphOf(issuer),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ui_locales: language,
      ...(prompt && { prompt }),
    });
    const claims = { ...begun, returnTo, iss: issuer.settings.issuer };
    const sealed = await this.#sealed.seal(claims, Math.floor(Date.now() / 1_000) + signInSeconds);
    return { location: location.href, cookie: setCookie(cookieNames.signIn, sealed, signInSeconds) };
  }

  /**
   * Who came back. `search` is the callback's query, `?code=…&state=…`.
   * @throws DomainError `SIGN_IN_FAILED`, or why the token that the issuer gave is refused
   */
  async finish(search: string, cookie: string): Promise<SignedIn> {
    const begun = await this.#sealed.open(cookie);
    const issuer = this.issuers.find(({ settings }) => settings.issuer === begun?.iss);
    if (!begun || !issuer) throw new DomainError(signInErrors.SIGN_IN_FAILED);
    const token = await this.#token(issuer, begun, search);
    return { identity: await this.tokens.verify(token), returnTo: String(begun["returnTo"]) };
  }

  async #token(issuer: TrustedIssuer, { state, nonce, verifier }: JWTPayload, search: string): Promise<string> {
    try {
      const checks = {
        expectedState: String(state),
        expectedNonce: String(nonce),
        pkceCodeVerifier: String(verifier),
        idTokenExpected: true,
      };
      const address = new URL(callbackPath + search, this.publicUrl());
      const answer = await authorizationCodeGrant(await issuer.client(), address, checks, {
        resource: graphOf(issuer),
      });
      return answer.access_token;
    } catch (error) {
      const definition = isSilence(error) ? signInErrors.SIGN_IN_UNAVAILABLE : signInErrors.SIGN_IN_FAILED;
      const { name, code } = error as { readonly name?: string; readonly code?: string };
      this.logger.warn({ issuer: issuer.settings.issuer, name, code }, "a sign-in did not succeed");
      throw new DomainError(definition);
    }
  }
}

function graphOf({ settings: { audience, issuer } }: TrustedIssuer): string {
  const [graph] = audience;
  if (!graph) throw new Error(`issuer ${issuer} has no audience`);
  return graph;
}

/** Failures on the way to the issuer. Names are compared: an error may come from another realm than this one's classes. */
function isSilence(error: unknown): boolean {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  return name === "IssuerUnavailable" || name === "TypeError" || code === "OAUTH_TIMEOUT";
}
