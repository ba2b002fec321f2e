/** Who makes a request: by bearer token, by session cookie or by ticket, else nobody known. Nothing else in a request says who asks. */
import type { IncomingMessage } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import type { Language } from "@parcours/shared/languages";
import { anonymous } from "@parcours/shared/visibility/reader";
import type { Reader } from "@parcours/shared/visibility/reader";
import { askedFor } from "./asked-purpose.js";
import type { Identity } from "./identity.js";
import { mustBeOwnPage } from "./own-page.js";
import type { Sessions } from "./sessions.js";
import { signInErrors } from "./sign-in.errors.js";
import type { Ticket, Tickets } from "./tickets.js";
import type { TokenVerifier } from "./token-verifier.js";

/** Who makes a request. */
export interface Caller {
  /** With purpose and case. */
  readonly reader: Reader;
  /** The person's own, where the request asks for none. */
  readonly language?: Language;
  /** The subgraph's ticket, where it asks on the reader's behalf. */
  readonly ticket?: Ticket;
}

/** What finds out who makes a request. */
export interface Callers {
  /** @throws DomainError one of `signInErrors` or `CROSS_SITE_REFUSED`, where the request says who asks in a way that cannot be accepted */
  readonly of: (request: IncomingMessage) => Promise<Caller>;
}

/** A gateway without issuers: nobody signs in, and no header says anything. */
export const nobodySignsIn: Callers = { of: async () => ({ reader: anonymous }) };

/** Finds out who makes a request. */
export class KnownCallers implements Callers {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly tickets: Tickets,
    private readonly sessions: Sessions,
    private readonly publicUrl: () => URL,
  ) {}

  async of(request: IncomingMessage): Promise<Caller> {
    const shown = credentials(request);
    if (shown?.scheme === "ticket") {
      const ticket = this.tickets.open(shown.value);
      return { reader: ticket.reader, language: ticket.language, ticket };
    }
    // Who shows a token means it: a cookie that the browser added by itself does not change who asks.
    const identity = shown ? await this.tokens.verify(shown.value) : await this.sessions.of(request);
    if (identity && !shown) mustBeOwnPage(request.headers, this.publicUrl().origin);
    const reader = askedFor(identity?.reader ?? anonymous, request.headers);
    return { reader, ...(identity?.language && { language: identity.language }) };
  }

  /** Who is signed in, whatever the request is for; undefined where nobody is. */
  async identityOf(request: IncomingMessage): Promise<Identity | undefined> {
    const shown = credentials(request);
    if (shown?.scheme === "ticket") throw new DomainError(signInErrors.TOKEN_INVALID);
    return shown ? this.tokens.verify(shown.value) : this.sessions.of(request);
  }
}

interface Credentials {
  readonly scheme: "bearer" | "ticket";
  readonly value: string;
}

/**
 * What the header Authorization shows. Of two such headers Node would drop one, and a proxy perhaps the other: both are refused.
 * @throws DomainError `TOKEN_INVALID`
 */
function credentials({ headersDistinct }: IncomingMessage): Credentials | undefined {
  const [header, another] = headersDistinct["authorization"] ?? [];
  if (header === undefined) return undefined;
  const [, scheme, value] = /^(Bearer|Ticket) +([\w.~+/=-]+)$/i.exec(header) ?? [];
  if (another !== undefined || !scheme || !value) throw new DomainError(signInErrors.TOKEN_INVALID);
  return { scheme: scheme.toLowerCase() as Credentials["scheme"], value };
}
