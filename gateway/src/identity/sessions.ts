/** Sessions of browsers: who signed in, sealed into a cookie. Nothing is kept here, so any copy of the gateway opens it; it ends with the token. */
import type { IncomingMessage } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import type { Language } from "@parcours/shared/languages";
import type { Reader } from "@parcours/shared/visibility/reader";
import { cookieNames, readCookie, setCookie } from "./cookies.js";
import type { Identity } from "./identity.js";
import { SealedText } from "./sealed-text.js";
import { signInErrors } from "./sign-in.errors.js";
import { VerifiedTokens } from "./verified-tokens.js";

/** Makes and opens sessions. */
export class Sessions {
  readonly #sealed: SealedText;
  // Opening one costs more than everything else that is done to let a request in.
  readonly #opened = new VerifiedTokens<Identity>();

  /** @param issuers whose sessions are believed: one that is no longer trusted takes its sessions with it */
  constructor(
    secrets: readonly string[],
    private readonly issuers: ReadonlySet<string>,
  ) {
    this.#sealed = new SealedText(secrets, "session");
  }

  /** The `Set-Cookie` of a session that ends with the identity. */
  async cookieFor({ reader, language, expires, issuer }: Identity, now = Date.now()): Promise<string> {
    const sealed = await this.#sealed.seal({ reader, language, iss: issuer }, expires);
    return setCookie(cookieNames.session, sealed, expires - now / 1_000);
  }

  /**
   * Who is signed in, as the request's cookie says; undefined where it brings none.
   * @throws DomainError `SESSION_ENDED`
   */
  async of({ headers }: IncomingMessage): Promise<Identity | undefined> {
    const cookie = readCookie(headers.cookie, cookieNames.session);
    if (cookie === undefined) return undefined;
    const kept = this.#opened.find(cookie, Date.now() / 1_000);
    if (kept) return kept;
    const identity = await this.#identityIn(cookie);
    this.#opened.keep(cookie, identity);
    return identity;
  }

  async #identityIn(cookie: string): Promise<Identity> {
    const claims = await this.#sealed.open(cookie);
    const issuer = claims?.iss;
    if (!claims || !issuer || !this.issuers.has(issuer)) throw new DomainError(signInErrors.SESSION_ENDED);
    const language = claims["language"] as Language | undefined;
    const reader = claims["reader"] as Reader;
    return { reader, expires: Number(claims.exp), issuer, ...(language && { language }) };
  }
}
