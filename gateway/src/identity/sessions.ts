/** Sessions of browsers: who signed in, sealed into a cookie. Any copy of the gateway opens it; it ends with the token, or when its person signs out. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import type { Language } from "@parcours/shared/languages";
import type { Reader } from "@parcours/shared/visibility/reader";
import { cookieNames, readCookie, setCookie } from "./cookies.js";
import { EndedSessions } from "./ended-sessions.js";
import type { Identity } from "./identity.js";
import { SealedText } from "./sealed-text.js";
import { signInErrors } from "./sign-in.errors.js";
import { VerifiedTokens } from "./verified-tokens.js";

/** A session that a cookie opened. */
interface OpenedSession {
  /** Random: two cookies never have the same, however the text of one is written. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly identity: Identity;
}

/** Makes, opens and ends sessions. */
export class Sessions {
  readonly #sealed: SealedText;
  // Opening one costs more than everything else that is done to let a request in.
  readonly #opened = new VerifiedTokens<OpenedSession>();

  /** @param issuers whose sessions are believed: one that is no longer trusted takes its sessions with it */
  constructor(
    secrets: readonly string[],
    private readonly issuers: ReadonlySet<string>,
    private readonly ended = new EndedSessions(),
  ) {
    this.#sealed = new SealedText(secrets, "session");
  }

  /** The `Set-Cookie` of a session that ends with the identity. */
  async cookieFor({ reader, language, expires, issuer }: Identity, now = Date.now()): Promise<string> {
    const sealed = await this.#sealed.seal({ reader, language, iss: issuer, jti: randomUUID() }, expires);
    return setCookie(cookieNames.session, sealed, expires - now / 1_000);
  }

  /**
   * Who is signed in, as the request's cookie says; undefined where it brings none.
   * @throws DomainError `SESSION_ENDED`
   */
  async of({ headers }: IncomingMessage): Promise<Identity | undefined> {
    const cookie = readCookie(headers.cookie, cookieNames.session);
    return cookie === undefined ? undefined : (await this.#open(cookie)).identity;
  }

  /** Ends the request's session, wherever its cookie was copied to. One that is over or none at all needs no ending. */
  async end({ headers }: IncomingMessage): Promise<void> {
    const cookie = readCookie(headers.cookie, cookieNames.session);
    if (cookie === undefined) return;
    const opened = await this.#open(cookie).catch((error: unknown) => {
      if (error instanceof DomainError) return undefined;
      throw error;
    });
    if (opened) await this.ended.end(opened.id, opened.expires);
  }

  async #open(cookie: string): Promise<OpenedSession> {
    const opened = this.#opened.find(cookie, Date.now() / 1_000) ?? (await this.#sessionIn(cookie));
    if (this.ended.has(opened.id)) throw new DomainError(signInErrors.SESSION_ENDED);
    this.#opened.keep(cookie, opened);
    return opened;
  }

  async #sessionIn(cookie: string): Promise<OpenedSession> {
    const claims = await this.#sealed.open(cookie);
    const [issuer, id] = [claims?.iss, claims?.jti];
    if (!claims || !id || !issuer || !this.issuers.has(issuer)) throw new DomainError(signInErrors.SESSION_ENDED);
    const language = claims["language"] as Language | undefined;
    const reader = claims["reader"] as Reader;
    const expires = Number(claims.exp);
    return { id, expires, identity: { reader, expires, issuer, ...(language && { language }) } };
  }
}
