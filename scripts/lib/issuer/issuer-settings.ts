/** The settings of the demonstration's issuer, and where it must never run. */
import { asPort, asText, ConfigError, readConfig, type Setting } from "@parcours/shared/config";
import { isDate } from "../demonstration/dates.js";

/** All that the issuer is told from outside. */
export interface IssuerSettings {
  readonly host: string;
  readonly port: number;
  /** Where the gateway's sign-in comes back to. */
  readonly redirectUris: readonly string[];
  readonly clientSecret: string;
  readonly seed: string;
  readonly asOf: string;
  readonly isSupervised: boolean;
}

/** Where the issuer listens unless told. */
export const issuerPort = 4010;

/** Every setting of the issuer. */
export const issuerSettings = {
  port: {
    variable: "PORT",
    purpose: "port to listen on; 0 lets the system choose",
    fallback: issuerPort,
    parse: asPort,
  },
  host: {
    variable: "HOST",
    purpose: "loopback address to listen on: whoever reaches the issuer is whom they like",
    fallback: "127.0.0.1",
    parse: asLoopback,
  },
  redirectUris: {
    variable: "REDIRECT_URIS",
    purpose: "where the gateway's sign-in comes back to, comma-separated",
    parse: asUrls,
  },
  clientSecret: {
    variable: "CLIENT_SECRET",
    purpose: "secret of the client `parcours-gateway`",
    parse: asSecret,
  },
  seed: {
    variable: "DEMONSTRATION_SEED",
    purpose: "seed of the demonstration's people",
    fallback: "1819",
    parse: asText,
  },
  asOf: { variable: "DEMONSTRATION_AS_OF", purpose: "day on which the demonstration plays", parse: asDay },
  isSupervised: {
    variable: "PARCOURS_SUPERVISED",
    purpose: "1 ends the issuer when its parent ends",
    fallback: false,
    parse: (text: string) => text === "1",
  },
} satisfies { readonly [Name in keyof IssuerSettings]: Setting<IssuerSettings[Name]> };

/**
 * Reads the settings. The issuer asks for no password, so it never runs in production: `NODE_ENV` must be said, and be another.
 * @throws ConfigError that names every fault
 */
export function readIssuerSettings(environment: Readonly<Record<string, string | undefined>>): IssuerSettings {
  const mode = environment["NODE_ENV"];
  if (mode === "production" || !mode)
    throw new ConfigError(
      "The demonstration's issuer lets everybody in as whom they like: it does not start with NODE_ENV=production, nor where NODE_ENV is not set.",
    );
  return readConfig(issuerSettings, environment);
}

function asLoopback(text: string): string {
  if (text === "::1" || /^127(\.\d{1,3}){3}$/.test(text)) return text;
  throw new Error(`${text} can be reached from other machines, and the issuer asks for no password: use 127.0.0.1`);
}

function asUrls(text: string): readonly string[] {
  const urls = text.split(",");
  if (urls.every((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return urls;
  throw new Error("expected http addresses, comma-separated");
}

function asSecret(text: string): string {
  if (text.length >= 32) return text;
  throw new Error("expected at least 32 characters");
}

function asDay(text: string): string {
  if (isDate(text)) return text;
  throw new Error("expected a day like 2026-01-31");
}
