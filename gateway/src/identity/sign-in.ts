/** Signing in, put together: issuers, tokens, tickets, and what each subgraph's fetches carry. */
import type { Logger } from "pino";
import { KnownCallers } from "./callers.js";
import { CodeFlow } from "./code-flow.js";
import { EndedSessions } from "./ended-sessions.js";
import { HopPass } from "./hop-pass.js";
import type { IdentityConfig } from "./identity-config.js";
import { Sessions } from "./sessions.js";
import { Tickets } from "./tickets.js";
import { TokenVerifier } from "./token-verifier.js";
import { TrustedIssuer } from "./trusted-issuer.js";

/** What a gateway with issuers has beside one without. */
export interface SignIn {
  readonly callers: KnownCallers;
  /** What fetches carry, by subgraph. */
  readonly passes: ReadonlyMap<string, HopPass>;
  /** The first is the one with whom who names none signs in. */
  readonly issuers: readonly TrustedIssuer[];
  readonly flow: CodeFlow;
  readonly sessions: Sessions;
  /** Sessions that were ended here or at another copy. */
  readonly ended: EndedSessions;
  /** Where browsers reach the gateway; known when it listens. */
  readonly publicUrl: () => URL;
}

/** Builds it. No issuer needs to be up. */
export function createSignIn(config: IdentityConfig, publicUrl: () => URL, logger: Logger): SignIn {
  const issuers = config.issuers.map((settings) => new TrustedIssuer(settings, logger));
  const tickets = new Tickets(config.secrets);
  const tokens = new TokenVerifier(issuers, config.formerAgencies);
  const passes = new Map(
    [...config.tokenSecrets].map(([subgraph, secret]) => [subgraph, new HopPass(subgraph, secret, tickets)]),
  );
  const ended = new EndedSessions();
  const sessions = new Sessions(config.secrets, new Set(config.issuers.map(({ issuer }) => issuer)), ended);
  const flow = new CodeFlow(issuers, tokens, config.secrets, publicUrl, logger);
  return {
    callers: new KnownCallers(tokens, tickets, sessions, publicUrl),
    passes,
    issuers,
    ended,
    flow,
    sessions,
    publicUrl,
  };
}
