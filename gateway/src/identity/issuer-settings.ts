import { roles } from "@parcours/shared/identity/roles";
import type { Role } from "@parcours/shared/identity/roles";
/** Which issuers are trusted, for which audience, and what each may say of people. */
import { isLoopback } from "../loopback.js";

/** One trusted issuer, as `OIDC_ISSUERS` describes it. */
export interface IssuerSettings {
  /** Its address, exactly as its tokens say it in `iss`. */
  readonly issuer: string;
  /** What its access tokens for the graph say in `aud`; one of these suffices. */
  readonly audience: readonly string[];
  /** The gateway's own name there, for people who sign in with a browser. */
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Asked for at sign-in; `openid` where it is not given. */
  readonly scope: string;
  /** Roles that it may assert; all where it is not given. */
  readonly roles?: readonly Role[];
  /** Codes of agencies for whose staff it may speak; all where it is not given. */
  readonly agencies?: readonly string[];
  /** Values of the header `typ` of its access tokens. RFC 9068 asks for `at+jwt`; some issuers write `JWT`. */
  readonly tokenTypes: readonly string[];
}

const texts = ["issuer", "clientId", "clientSecret", "scope"] as const;
const lists = ["roles", "agencies", "tokenTypes"] as const;
const known: readonly string[] = [...texts, ...lists, "audience"];
const example = '[{"issuer": "https://…", "audience": "urn:parcours:graph", "clientId": "parcours-gateway"}]';

/**
 * Reads `OIDC_ISSUERS`. Its text may hold secrets: no message repeats a part of it but names of members.
 * @throws Error that says what is expected
 */
export function asIssuers(text: string): readonly IssuerSettings[] {
  const value = parseJson(text);
  if (!Array.isArray(value) || value.length === 0) throw new Error(`expected a JSON list like ${example}`);
  const issuers = value.map((entry: unknown, index) => issuerFrom(entry, `issuer ${index + 1}`));
  if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length) throw new Error("one issuer stands twice");
  return issuers;
}

function issuerFrom(entry: unknown, which: string): IssuerSettings {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    throw new Error(`${which}: expected an object like ${example}`);
  const given = entry as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(given)) if (!known.includes(name)) throw new Error(`${which}: no member "${name}"`);
  for (const name of texts) mustBe(given[name] === undefined || isText(given[name]), which, `${name} is a text`);
  for (const name of lists)
    mustBe(given[name] === undefined || isTexts(given[name]), which, `${name} is a list of texts`);
  const { issuer, clientId, audience: one, scope = "openid", tokenTypes = ["at+jwt"], ...rest } = given;
  const audience = isText(one) ? [one] : one;
  mustBe(isTexts(audience), which, "audience is a text or a list of texts");
  mustBe(isText(issuer) && isAddress(issuer), which, "issuer is an https address, or an http one of this machine");
  mustBe(isText(clientId), which, "clientId is a text");
  const settings = { ...rest, issuer, audience, clientId, scope, tokenTypes } as IssuerSettings;
  mustBeTellable(settings, which);
  return settings;
}

/** What the checks of the parts leave open: roles that there are, and tokens that cannot be taken for one another. */
function mustBeTellable({ roles: named, scope, tokenTypes, audience, clientId }: IssuerSettings, which: string): void {
  const all: readonly string[] = roles;
  mustBe(named?.every((role) => all.includes(role)) ?? true, which, `roles are among ${roles.join(", ")}`);
  mustBe(scope.split(" ").includes("openid"), which, "scope holds openid");
  // An id token has the client as its audience, and the type JWT or none: with both alike it would pass for an access token.
  const isPlain = tokenTypes.some((type) => type.toLowerCase() === "jwt");
  mustBe(!isPlain || !audience.includes(clientId), which, "with tokenTypes JWT the audience differs from clientId");
}

function mustBe(holds: boolean, which: string, what: string): void {
  if (!holds) throw new Error(`${which}: expected that ${what}`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

/** Keys that come over an unprotected line are anybody's keys. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/** Undefined where it is none: the parser's own message would repeat a part of the text, which may be a secret. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
