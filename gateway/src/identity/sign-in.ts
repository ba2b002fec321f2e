/** Signing in, put together: issuers, tokens, tickets, and what each subgraph's fetches carry. */
import type { Logger } from "pino";
import { KnownCallers } from "./callers.js";
import { HopPass } from "./hop-pass.js";
import type { IdentityConfig } from "./identity-config.js";
import { Tickets } from "./tickets.js";
import { TokenVerifier } from "./token-verifier.js";
import { TrustedIssuer } from "./trusted-issuer.js";

/** What a gateway with issuers has beside one without. */
export interface SignIn {
  readonly callers: KnownCallers;
  /** What fetches carry, by subgraph. */
  readonly passes: ReadonlyMap<string, HopPass>;
}

/** Builds it. No issuer needs to be up. */
export function createSignIn(config: IdentityConfig, logger: Logger): SignIn {
  const issuers = config.issuers.map((settings) => new TrustedIssuer(settings, logger));
  const tickets = new Tickets(config.secrets);
  const tokens = new TokenVerifier(issuers, config.formerAgencies);
  const passes = new Map(
    [...config.tokenSecrets].map(([subgraph, secret]) => [subgraph, new HopPass(subgraph, secret, tickets)]),
  );
  return { callers: new KnownCallers(tokens, tickets, async () => undefined), passes };
}
