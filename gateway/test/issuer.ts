/** A real OpenID Connect issuer for tests, on a port of its own: it signs people in without asking, changes its keys, and goes away. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT, exportJWK, generateKeyPair, importJWK } from "jose";
import type { JWK, JWTHeaderParameters, JWTPayload } from "jose";
import type { Configuration, Provider } from "oidc-provider";

/** The graph's name as an audience. */
const audience = "urn:parcours:graph";

/** Claims of people of the demonstration. */
export const people = {
  advisor: { parcours_role: "ADVISOR_1819", parcours_agency: "1819", parcours_staff: "staff-7", locale: "nl-BE" },
  coach: { parcours_role: "COACH", parcours_agency: "HUB", parcours_staff: "staff-8" },
  entrepreneur: {
    parcours_role: "ENTREPRENEUR",
    parcours_person: "4f0c1d1e-5a0b-4c55-9c57-3a2f6f0f5d11",
    locale: "fr",
  },
  service: { parcours_role: "SERVICE", parcours_agency: "HUB", parcours_staff: "x" },
  nobody: {},
} as const satisfies Readonly<Record<string, JWTPayload>>;

/** One of them. */
export type PersonName = keyof typeof people;

/** What a token of a test differs in. */
export interface TokenOptions {
  /** An undefined one is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: JWK;
}

/** An issuer of a test. */
export class TestIssuer {
  #server: Server | undefined;
  #port = 0;
  #keys: readonly JWK[] = [];
  /** Who signs in next. */
  person: PersonName = "advisor";
  /** Life of the access tokens that it gives out, seconds. */
  tokenSeconds = 600;

  /** Starts one. */
  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await issuer.useKeys([await newKey("first")]);
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Its entry in `OIDC_ISSUERS`. */
  get settings(): Readonly<Record<string, unknown>> {
    return { issuer: this.url, audience, clientId: "parcours-gateway", clientSecret };
  }

  get keys(): readonly JWK[] {
    return this.#keys;
  }

  /** Publishes these keys, signs with the first, and forgets its sessions. */
  async useKeys(keys: readonly JWK[]): Promise<void> {
    await this.stop();
    this.#keys = keys;
    await this.resume();
  }

  /** Answers again, at the same address. */
  async resume(): Promise<void> {
    this.#server = createServer((request, response) => void answer(request, response));
    await once(this.#server.listen(this.#port, "127.0.0.1"), "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
    const provider = await providerOf(this);
    const callback = provider.callback();
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (!request.url?.startsWith("/interaction/")) return callback(request, response);
      const { prompt } = await provider.interactionDetails(request, response);
      const result = prompt.name === "login" ? { login: { accountId: this.person } } : { consent: {} };
      await provider.interactionFinished(request, response, result);
    };
  }

  /** Answers no more. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    if (this.#server?.listening) await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** An access token as the issuer would give it to a person, but for what a test changes. */
  async token(person: PersonName, { claims, header, key = this.#keys[0] }: TokenOptions = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const payload = {
      iss: this.url,
      aud: audience,
      sub: person,
      client_id: "parcours-command-line",
      iat: now,
      exp: now + 600,
      ...people[person],
      ...claims,
    };
    const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    if (!key) throw new Error("the issuer has no key");
    const protectedHeader = { alg: "ES256", typ: "at+jwt", ...(key.kid && { kid: key.kid }), ...header };
    return new SignJWT(kept).setProtectedHeader(protectedHeader).sign(await importJWK(key, protectedHeader.alg));
  }
}

/** A private key. */
export async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: "ES256", use: "sig" };
}

/** The library warns of what only a lasting issuer needs. */
async function providerOf(issuer: TestIssuer): Promise<Provider> {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const library = await import("oidc-provider");
  const provider = new library.default(issuer.url, configurationOf(issuer));
  warn.mockRestore();
  return provider;
}

const clientSecret = "only-for-this-test-and-long-enough";

function configurationOf(issuer: TestIssuer): Configuration {
  return {
    jwks: { keys: issuer.keys.map((key) => ({ ...key })) as NonNullable<Configuration["jwks"]>["keys"] },
    clients: [
      {
        client_id: "parcours-gateway",
        client_secret: clientSecret,
        // A native client's loopback address may have any port (RFC 8252 7.3): the gateway's is not known yet.
        application_type: "native",
        redirect_uris: ["http://127.0.0.1/auth/callback"],
        id_token_signed_response_alg: "ES256",
      },
    ],
    cookies: { keys: ["a key for the cookies of the issuer of a test"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_context, token) => ({ ...("accountId" in token ? people[token.accountId as PersonName] : {}) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          audience,
          scope: "",
          accessTokenFormat: "jwt",
          accessTokenTTL: issuer.tokenSeconds,
          jwt: { sign: { alg: "ES256" } },
        }),
        useGrantedResource: () => true,
      },
    },
    pkce: { required: () => true },
    clientAuthMethods: ["client_secret_basic"],
    routes: {},
  };
}
