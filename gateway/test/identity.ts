/** What a gateway of a test needs so that people sign in. */
import type { InternalClaims } from "@parcours/shared/identity/internal-token";
import { InternalTokenVerifier, internalTokenHeader } from "@parcours/shared/identity/internal-token";
import type { TestSubgraph } from "./subgraphs.js";

/** The secret that the gateway shares with a subgraph. */
export function secretOf(subgraph: string): string {
  return `secret-of-${subgraph}-`.padEnd(40, "0123456789");
}

/** The gateway's own secret. */
export const gatewaySecret = "the-gateways-own-secret-of-a-test-0123456789";

/** Environment of a gateway with these issuers. */
export function identityEnvironment(
  subgraphs: readonly TestSubgraph[],
  issuers: readonly Readonly<Record<string, unknown>>[],
): Record<string, string> {
  return {
    OIDC_ISSUERS: JSON.stringify(issuers),
    GATEWAY_SECRETS: gatewaySecret,
    SUBGRAPH_TOKEN_SECRETS: JSON.stringify(Object.fromEntries(subgraphs.map(({ name }) => [name, secretOf(name)]))),
  };
}

/** What the last question to a subgraph said of who asks, as that subgraph verifies it. */
export function lastClaims(subgraph: TestSubgraph): InternalClaims {
  const question = subgraph.received.at(-1);
  const verifier = new InternalTokenVerifier(subgraph.name, [secretOf(subgraph.name)]);
  const verified = verifier.verify(String(question?.headers[internalTokenHeader]), question?.text ?? "");
  if (typeof verified === "string") throw new Error(`the token is refused: ${verified}`);
  return verified.claims;
}
