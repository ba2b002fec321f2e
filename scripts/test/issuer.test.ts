/** The demonstration's issuer as its own process, asked as a client asks. */
import { fork, type ChildProcess } from "node:child_process";
import { createHash, createPublicKey, randomBytes, verify, type JsonWebKey } from "node:crypto";
import { join } from "node:path";
import { demonstrationHandles, demonstrationPeople } from "@parcours/shared/demonstration/people";
import { workspaceRoot } from "../lib/workspace.js";

const redirectUri = "http://127.0.0.1:29999/sign-in/callback";
const clientSecret = "a-secret-of-at-least-32-characters!!";
const graph = "urn:parcours:graph";
const environment = {
  PATH: process.env["PATH"],
  NODE_ENV: "development",
  PORT: "0",
  REDIRECT_URIS: redirectUri,
  CLIENT_SECRET: clientSecret,
  DEMONSTRATION_AS_OF: "2026-03-31",
};

function run(more: Record<string, string> = {}): ChildProcess {
  const program = join(workspaceRoot(), "scripts/dist/lib/issuer/issuer-main.js");
  return fork(program, [], {
    env: { ...environment, ...more },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
  });
}

/** Code and output of one that cannot start. */
async function refused(more: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = run(more);
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, said: said.replace(/^.*Unsupported runtime.*\n/m, "") };
}

function partOf(token: string, part: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[part] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
}

describe("the demonstration's issuer", () => {
  let child: ChildProcess;
  let url: string;
  beforeAll(async () => {
    child = run();
    const port = await new Promise<number>((resolve) =>
      child.once("message", ({ port: given }: { port: number }) => resolve(given)),
    );
    url = `http://127.0.0.1:${port}`;
  }, 20_000);
  afterAll(() => child.kill("SIGKILL"));

  const tokenOf = (person: string, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "urn:parcours:grant-type:demonstration-person",
        client_id: "parcours-command-line",
        person,
        ...more,
      }),
    });

  /** Whether the signature is that of a key the issuer publishes. */
  async function isSigned(token: string): Promise<boolean> {
    const { keys } = (await (await fetch(`${url}/jwks`)).json()) as { keys: (JsonWebKey & { kid: string })[] };
    const key = keys.find(({ kid }) => kid === partOf(token, 0)["kid"]);
    if (!key) return false;
    const [header, body, signature = ""] = token.split(".");
    const publicKey = { key: createPublicKey({ key, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
    return verify("sha256", Buffer.from(`${header}.${body}`), publicKey, Buffer.from(signature, "base64url"));
  }

  it("is found by discovery", async () => {
    const found = (await (await fetch(`${url}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    expect(found).toMatchObject({
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      code_challenge_methods_supported: ["S256"],
      response_types_supported: ["code"],
    });
    expect(found["grant_types_supported"]).toEqual(expect.arrayContaining(["authorization_code"]));
  });

  it("gives the command line a signed token that says who, in which role, for the graph alone", async () => {
    const { access_token: token = "", token_type: type } = (await (await tokenOf("sofie")).json()) as Record<
      string,
      string
    >;
    const [sofie] = demonstrationPeople({ seed: "1819", asOf: "2026-03-31", entrepreneurs: 60 }).filter(
      ({ handle }) => handle === "sofie",
    );
    expect(type).toBe("Bearer");
    expect(partOf(token, 0)).toMatchObject({ alg: "ES256", typ: "at+jwt" });
    expect(partOf(token, 1)).toMatchObject({
      iss: url,
      aud: graph,
      sub: "sofie",
      client_id: "parcours-command-line",
      parcours_role: "COACH",
      parcours_agency: "HUB",
      parcours_staff: sofie?.staffId,
      locale: "nl",
    });
    expect(await isSigned(token)).toBe(true);
    expect(await isSigned(`${token.slice(0, -4)}AAAA`)).toBe(false);
  });

  it("knows everybody whom the demonstration lists, and nobody else", async () => {
    const people = (await (await fetch(`${url}/people`)).json()) as { handle: string }[];
    expect(people.map(({ handle }) => handle)).toEqual(demonstrationHandles);
    const answer = await tokenOf("mallory");
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: "invalid_grant" })]);
  });

  it("gives no token for a resource that is not the graph, and none to an unknown client", async () => {
    expect((await tokenOf("tom", { client_id: "another" })).status).toBe(401);
    const gateway = await tokenOf("tom", { client_id: "parcours-gateway", client_secret: clientSecret });
    expect(gateway.status).toBe(400);
  });

  it("answers under its own name only", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) =>
      request(`${url}/people`, { headers: { host: "evil.example" } }, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end(),
    );
    expect(status).toBe(421);
  });

  describe("in a browser", () => {
    const verifier = randomBytes(32).toString("base64url");
    /** Cookies by name and path, as a browser keeps them. */
    let jar: Map<string, string>;
    beforeEach(() => (jar = new Map()));

    async function go(
      address: string,
      init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {},
    ): Promise<Response> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(address, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      return response;
    }
    const authorization = (more: Record<string, string> = {}): string =>
      `${url}/auth?${new URLSearchParams({
        client_id: "parcours-gateway",
        response_type: "code",
        redirect_uri: redirectUri,
        scope: "openid",
        state: "a-state",
        code_challenge: createHash("sha256").update(verifier).digest("base64url"),
        code_challenge_method: "S256",
        ...more,
      }).toString()}`;
    const locationOf = (response: Response): string => new URL(response.headers.get("location") ?? "", url).href;

    async function signIn(person: string): Promise<URL> {
      const page = locationOf(await go(authorization()));
      const chosen = await go(page, { method: "POST", body: new URLSearchParams({ person }) });
      return new URL(locationOf(await go(locationOf(chosen))));
    }
    const exchange = (code: string, given = verifier): Promise<Response> =>
      fetch(`${url}/token`, {
        method: "POST",
        headers: {
          authorization: `Basic ${Buffer.from(`parcours-gateway:${encodeURIComponent(clientSecret)}`).toString("base64")}`,
        },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code,
          redirect_uri: redirectUri,
          code_verifier: given,
        }),
      });

    it("signs in whom one chooses, by code and PKCE, and the code opens once", async () => {
      const back = await signIn("amina");
      expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([redirectUri, "a-state"]);
      const code = back.searchParams.get("code") ?? "";
      const { access_token: token = "", id_token: idToken = "" } = (await (await exchange(code)).json()) as Record<
        string,
        string
      >;
      expect(partOf(token, 1)).toMatchObject({
        aud: graph,
        parcours_role: "ENTREPRENEUR",
        locale: "fr",
        client_id: "parcours-gateway",
      });
      expect(partOf(token, 1)).toHaveProperty("parcours_person");
      expect(partOf(idToken, 1)).toMatchObject({ aud: "parcours-gateway", sub: "amina" });
      expect(await isSigned(token)).toBe(true);
      expect((await exchange(code)).status).toBe(400);
    });

    it("refuses a code without its verifier", async () => {
      const code = (await signIn("tom")).searchParams.get("code") ?? "";
      expect((await exchange(code, randomBytes(32).toString("base64url"))).status).toBe(400);
    });

    it("asks again at the next sign-in, so that one can be somebody else", async () => {
      await signIn("amina");
      const code = (await signIn("tom")).searchParams.get("code") ?? "";
      const { access_token: token = "" } = (await (await exchange(code)).json()) as Record<string, string>;
      expect(partOf(token, 1)["parcours_role"]).toBe("ADVISOR_1819");
    });

    it("sends nobody elsewhere, and wants PKCE", async () => {
      expect((await go(authorization({ redirect_uri: "http://127.0.0.1:29998/else" }))).status).toBe(400);
      const without = new URL(locationOf(await go(authorization({ code_challenge: "", code_challenge_method: "" }))));
      expect(without.searchParams.get("error")).toBe("invalid_request");
    });

    it("shows everybody, in the browser's language or the one chosen, without script", async () => {
      const page = locationOf(await go(authorization()));
      for (const [accept, query, lang, words] of [
        ["nl-BE", "", "nl", "Geen wachtwoord"],
        ["en", "", "en", "No password"],
        ["de", "", "fr", "Pas de mot de passe"],
        ["en", "?language=nl", "nl", "Geen wachtwoord"],
      ] as const) {
        const answer = await go(page + query, { headers: { "accept-language": accept } });
        const text = await answer.text();
        expect([text.includes(`<html lang="${lang}">`), text.includes(words)]).toEqual([true, true]);
        expect(text.match(/<button name="person" value="[a-z-]+" aria-label="[^"]+"/g)).toHaveLength(
          demonstrationHandles.length,
        );
        expect(text).not.toContain("<script");
        expect(answer.headers.get("content-security-policy")).toMatch(
          /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:29999; frame-ancestors 'none'; base-uri 'none'$/,
        );
      }
    });

    it("says in words that a sign-in is over", async () => {
      const answer = await fetch(`${url}/interaction/none`, { headers: { "accept-language": "nl" } });
      expect([answer.status, (await answer.text()).includes("Ga terug naar de pagina")]).toEqual([400, true]);
    });
  });

  it("does not start in production, on an address that others reach, nor with settings missing", async () => {
    expect(await refused({ NODE_ENV: "production" })).toEqual({
      code: 2,
      said: "The demonstration's issuer lets everybody in as whom they like: it does not start with NODE_ENV=production, nor where NODE_ENV is not set.\n",
    });
    expect(await refused({ HOST: "0.0.0.0" })).toEqual({
      code: 2,
      said: "Settings to mend:\n  HOST is wrong: 0.0.0.0 can be reached from other machines, and the issuer asks for no password: use 127.0.0.1\n",
    });
    expect((await refused({ CLIENT_SECRET: "", REDIRECT_URIS: "" })).said).toMatch(
      /REDIRECT_URIS is missing[^]*CLIENT_SECRET is missing/,
    );
  });
});
