/** Signing in and the hop: what the gateway, the subgraphs and the issuer are told of each other. New at every start. */
import { randomBytes } from "node:crypto";
import type { Subgraph } from "../discover-subgraphs.js";
import { gatewayClient, graphAudience } from "../issuer/names.js";
import type { Ports } from "../settings.js";

/** Where the gateway's sign-in comes back to. */
const callbackPath = "/auth/callback";

/** The world whose people can sign in. */
export interface DemonstrationWorld {
  readonly seed: string;
  /** `2026-01-31`. */
  readonly asOf: string;
}

/** Variables by process. */
export interface SignInEnvironments {
  readonly gateway: Readonly<Record<string, string>>;
  readonly issuer: Readonly<Record<string, string>>;
  /** By subgraph name. */
  readonly subgraphs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Makes the secrets, and tells each process those that it needs. */
export function signInEnvironments(
  subgraphs: readonly Subgraph[],
  ports: Ports,
  { seed, asOf }: DemonstrationWorld,
): SignInEnvironments {
  const tokenSecrets = Object.fromEntries(subgraphs.map(({ name }) => [name, newSecret()]));
  const clientSecret = newSecret();
  const gatewayUrl = `http://127.0.0.1:${ports.gateway}`;
  const issuer = { issuer: issuerUrl(ports), audience: graphAudience, clientId: gatewayClient, clientSecret };
  return {
    gateway: {
      OIDC_ISSUERS: JSON.stringify([issuer]),
      GATEWAY_SECRETS: newSecret(),
      SUBGRAPH_TOKEN_SECRETS: JSON.stringify(tokenSecrets),
      PUBLIC_URL: gatewayUrl,
    },
    issuer: {
      CLIENT_SECRET: clientSecret,
      REDIRECT_URIS: `${gatewayUrl}${callbackPath}`,
      DEMONSTRATION_SEED: seed,
      DEMONSTRATION_AS_OF: asOf,
    },
    subgraphs: Object.fromEntries(
      Object.entries(tokenSecrets).map(([name, secret]) => [name, { TOKEN_SECRETS: secret }]),
    ),
  };
}

/** Where the demonstration's issuer answers. */
export function issuerUrl({ issuer }: Ports): string {
  return `http://127.0.0.1:${issuer}`;
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
