/** The OpenID provider of the demonstration: `oidc-provider`, which is certified, with people instead of passwords. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { Provider, errors, type Configuration, type KoaContextWithOIDC, type ResourceServer } from "oidc-provider";
import type { IssuerSettings } from "./issuer-settings.js";
import { commandLineClient, gatewayClient, graphAudience, personGrant } from "./names.js";
import { errorPage } from "./pages.js";
import { claimsOf, type People } from "./people.js";
import { pageHeaders } from "./security-headers.js";

/** In seconds. */
const lifetimes = { code: 60, hour: 3600 };

const resourceServer: ResourceServer = {
  scope: "graph",
  audience: graphAudience,
  accessTokenFormat: "jwt",
  accessTokenTTL: lifetimes.hour,
  jwt: { sign: { alg: "ES256" } },
};

/** Names of cookies: the gateway's cookies lie on the same host, for which ports do not count. */
const cookieNames = {
  session: "parcours_issuer",
  interaction: "parcours_issuer_choice",
  resume: "parcours_issuer_resume",
};
/** The cookie that would keep somebody signed in at the issuer. */
export const sessionCookie = cookieNames.session;

/** Makes the provider. Keys are new at every start; nothing is kept beyond it. */
export function makeProvider(url: string, settings: IssuerSettings, people: People): Provider {
  const provider = new Provider(url, configurationOf(settings, people));
  provider.registerGrantType(personGrant, (ctx) => tokenOfPerson(provider, people, ctx), ["person"]);
  return provider;
}

function configurationOf(settings: IssuerSettings, people: People): Configuration {
  return {
    clients: clientsOf(settings),
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    jwks: { keys: [signingKey()] },
    cookies: { names: cookieNames, keys: [randomBytes(32).toString("base64url")] },
    claims: { openid: ["sub"], profile: ["name", "locale"] },
    scopes: ["openid"],
    responseTypes: ["code"],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => interactionPath(interaction.uid) },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphAudience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => {
          if (resource !== graphAudience) throw new errors.InvalidTarget();
          return resourceServer;
        },
      },
    },
    findAccount: (_, handle) => {
      const person = people.find(handle);
      return (
        person && { accountId: handle, claims: () => ({ sub: handle, name: person.name, locale: person.language }) }
      );
    },
    extraTokenClaims: (_, token) => {
      const person = "accountId" in token ? people.find(token.accountId) : undefined;
      return person && claimsOf(person);
    },
    loadExistingGrant: (ctx) => grantOf(ctx, ctx.oidc.session?.accountId),
    renderError: (ctx, { error, error_description: description }) => {
      ctx.set(pageHeaders([]));
      ctx.type = "html";
      ctx.body = errorPage(ctx.get("accept-language"), [error, description].filter(Boolean).join(": "));
    },
    ttl,
  };
}

const ttl: NonNullable<Configuration["ttl"]> = {
  AccessToken: lifetimes.hour,
  AuthorizationCode: lifetimes.code,
  Grant: lifetimes.hour,
  IdToken: lifetimes.hour,
  Interaction: lifetimes.hour,
  Session: lifetimes.hour,
};

/** Where a person is chosen. */
export function interactionPath(uid: string): string {
  return `/interaction/${uid}`;
}

function clientsOf({ clientSecret, redirectUris }: IssuerSettings): Configuration["clients"] {
  return [
    { client_id: gatewayClient, client_secret: clientSecret, redirect_uris: [...redirectUris] },
    {
      client_id: commandLineClient,
      token_endpoint_auth_method: "none",
      grant_types: [personGrant],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

function signingKey() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: randomBytes(8).toString("hex") };
}

/** Nobody is asked to consent to a demonstration: whoever is signed in has granted what there is. */
async function grantOf({ oidc }: KoaContextWithOIDC, accountId: string | undefined) {
  if (!accountId || !oidc.client) return undefined;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope("openid profile");
  grant.addResourceScope(graphAudience, "graph");
  await grant.save();
  return grant;
}

async function tokenOfPerson(provider: Provider, people: People, ctx: KoaContextWithOIDC): Promise<void> {
  const { client, params } = ctx.oidc;
  const person = people.find(params?.["person"]);
  if (!person) throw new errors.InvalidGrant("nobody in the demonstration has this name");
  const grant = await grantOf(ctx, person.handle);
  if (!client || !grant) throw new errors.InvalidClient();
  const token = new provider.AccessToken({
    accountId: person.handle,
    client,
    grantId: grant.jti,
    gty: "demonstration_person",
    claims: {},
  });
  token.resourceServer = new provider.ResourceServer(graphAudience, resourceServer);
  token.scope = resourceServer.scope;
  ctx.oidc.entity("AccessToken", token);
  const value = await token.save();
  ctx.body = { access_token: value, expires_in: token.expiration, token_type: token.tokenType, scope: token.scope };
}
