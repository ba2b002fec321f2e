/** Settings of signing in and of the hop. Without `OIDC_ISSUERS` none of the others is read: nobody signs in, and no token is ever minted. */
import { asText, asTextRecord, readConfig } from "@parcours/shared/config";
import { isLoopback } from "../loopback.js";
import type { FormerAgencies } from "./identity.js";
import { asIssuers } from "./issuer-settings.js";
import type { IssuerSettings } from "./issuer-settings.js";

/** All that signing in and the hop need. */
export interface IdentityConfig {
  /** The first is the one with whom who names none signs in. */
  readonly issuers: readonly IssuerSettings[];
  /** The present one first. */
  readonly secrets: readonly string[];
  /** By subgraph. */
  readonly tokenSecrets: ReadonlyMap<string, string>;
  /** Base of the redirect address; undefined: where the gateway listens. */
  readonly publicUrl: URL | undefined;
  readonly formerAgencies: FormerAgencies;
}

type Environment = Readonly<Record<string, string | undefined>>;

const fewestBytes = 32;

const needed = {
  secrets: {
    variable: "GATEWAY_SECRETS",
    purpose:
      "with OIDC_ISSUERS: the gateway's own secrets for sessions and tickets, separated by commas, the present one first",
    parse: asSecrets,
  },
  tokenSecrets: {
    variable: "SUBGRAPH_TOKEN_SECRETS",
    purpose: "with OIDC_ISSUERS: JSON of the secret shared with each subgraph",
    parse: asTextRecord,
  },
};

/** The settings; what is needed with issuers is asked for only where there are some. */
export const identitySettings = {
  issuers: {
    variable: "OIDC_ISSUERS",
    purpose:
      "JSON list of trusted issuers: issuer, audience, clientId, clientSecret, scope, roles, agencies, tokenTypes; without it nobody signs in",
    fallback: undefined,
    parse: asIssuers,
  },
  secrets: { ...needed.secrets, fallback: undefined },
  tokenSecrets: { ...needed.tokenSecrets, fallback: undefined },
  publicUrl: {
    variable: "PUBLIC_URL",
    purpose: "address at which browsers reach the gateway; where it listens if not given",
    fallback: undefined,
    parse: asPublicUrl,
  },
  formerAgenciesFile: {
    variable: "PARCOURS_FORMER_AGENCIES_FILE",
    purpose:
      "JSON of the bodies that went up in each agency; former-agencies.generated.json beside the supergraph where it is there",
    fallback: undefined,
    parse: asText,
  },
};

/**
 * Reads the settings; undefined where there are no issuers.
 * @param formerAgencies reads that file: the one named, or the generated one
 * @throws ConfigError that names every missing and wrong setting
 */
export function readIdentityConfig(
  environment: Environment,
  subgraphs: readonly string[],
  formerAgencies: (file: string | undefined) => FormerAgencies,
): IdentityConfig | undefined {
  if (!environment[identitySettings.issuers.variable]) return undefined;
  const { issuers, secrets, tokenSecrets, publicUrl, formerAgenciesFile } = readConfig(
    {
      issuers: { ...identitySettings.issuers, fallback: [] },
      secrets: needed.secrets,
      tokenSecrets: { ...needed.tokenSecrets, parse: (text: string) => asTokenSecrets(text, subgraphs) },
      publicUrl: identitySettings.publicUrl,
      formerAgenciesFile: identitySettings.formerAgenciesFile,
    },
    environment,
  );
  return { issuers, secrets, tokenSecrets, publicUrl, formerAgencies: formerAgencies(formerAgenciesFile) };
}

/** A secret for each subgraph, all faults at once. */
function asTokenSecrets(text: string, subgraphs: readonly string[]): ReadonlyMap<string, string> {
  const secrets = new Map(Object.entries(asTextRecord(text)));
  const faults = subgraphs.flatMap((name) => tokenSecretFaults(name, secrets));
  if (faults.length > 0) throw new Error(faults.join("; "));
  return new Map(subgraphs.map((name) => [name, secrets.get(name) ?? ""]));
}

/** A subgraph may forge towards itself only: no other knows its secret. */
function tokenSecretFaults(name: string, secrets: ReadonlyMap<string, string>): string[] {
  const secret = secrets.get(name);
  if (!secret) return [`it has no secret for "${name}"`];
  if (Buffer.byteLength(secret) < fewestBytes) return [`the secret for "${name}" is shorter than ${fewestBytes} bytes`];
  const isShared = [...secrets].some(([other, same]) => other !== name && same === secret);
  return isShared ? [`the secret for "${name}" is another's as well`] : [];
}

function asSecrets(text: string): readonly string[] {
  const secrets = text.split(",").map((secret) => secret.trim());
  if (secrets.some((secret) => Buffer.byteLength(secret) < fewestBytes))
    throw new Error(`expected secrets of at least ${fewestBytes} bytes, separated by commas`);
  return secrets;
}

/** Session cookies travel over protected lines only. */
function asPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOwn = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!url || !isOwn || url.pathname !== "/" || url.search || url.hash)
    throw new Error("expected an https address without path, or an http one of this machine");
  return url;
}
