import { TestBrowser } from "../../test/browser.js";
import { gatewaySecret, identityEnvironment, lastClaims } from "../../test/identity.js";
import { TestIssuer } from "../../test/issuer.js";
import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";
import { cookieNames } from "../identity/cookies.js";
import { SealedText } from "../identity/sealed-text.js";
import { Sessions } from "../identity/sessions.js";

const json = { "content-type": "application/json" };
const ownPage = { ...json, "sec-fetch-site": "same-origin" };
const question = JSON.stringify({ query: "{ products { name } }" });
const now = (): number => Math.floor(Date.now() / 1_000);

describe("signing in with a browser", () => {
  let issuer: TestIssuer;
  let other: TestIssuer;
  let shop: TestSubgraph[];
  let gateway: TestGateway;
  let browser: TestBrowser;
  const at = (path: string): string => gateway.url + path;
  const ask = (headers: Record<string, string> = ownPage): Promise<Response> =>
    browser.fetch(at("/graphql"), { method: "POST", headers, body: question });
  const codeOf = async (response: Response): Promise<unknown> =>
    ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
  const lastReader = (): unknown => lastClaims(shop[0] as TestSubgraph).reader;

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    other = await TestIssuer.start();
    other.person = "coach";
    shop = Object.values(await startShop());
    gateway = await startGateway(shop, identityEnvironment(shop, [issuer.settings, other.settings]));
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all([issuer.stop(), other.stop(), ...shop.map(({ kill }) => kill())]);
  });
  beforeEach(() => {
    browser = new TestBrowser();
    issuer.person = "advisor";
    issuer.tokenSeconds = 600;
  });

  it("leads to the issuer and back to where one was, signed in", async () => {
    const { response, way } = await browser.open(at("/auth/login?return=%2Fgraphql%3Fa%3D1"));
    expect([response.status, way.at(-1)]).toEqual([200, at("/graphql?a=1")]);
    const asked = new URL(way[1] ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      scope: "openid",
      resource: "urn:parcours:graph",
      code_challenge_method: "S256",
      redirect_uri: at("/auth/callback"),
      ui_locales: "en",
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThan(30);
    expect((await ask()).status).toBe(200);
    expect(lastReader()).toMatchObject({ role: "ADVISOR_1819", agency: "1819", staffId: "staff-7" });
    expect(await (await browser.fetch(at("/auth/me"))).json()).toEqual({
      role: "ADVISOR_1819",
      agency: "1819",
      language: "NL",
      expires: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it("keeps the session in one sealed cookie that ends with the token, and forgets what was begun", async () => {
    await browser.open(at("/auth/login"));
    const session = browser.received.find((line) => line.startsWith(cookieNames.session)) ?? "";
    expect(session).toMatch(
      /^__Host-parcours-session=[\w.-]+; Max-Age=(59\d|600); Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    expect(Buffer.from(session, "base64url").toString("latin1")).not.toContain("ADVISOR");
    expect([...browser.cookies.keys()].filter((name) => name.startsWith("__Host-"))).toEqual([cookieNames.session]);
  });

  it("signs in with the issuer that is named", async () => {
    await browser.open(at(`/auth/login?issuer=${encodeURIComponent(other.url)}`));
    expect(await (await browser.fetch(at("/auth/me"))).json()).toMatchObject({ role: "COACH", agency: "HUB" });
  });

  it("signs out", async () => {
    await browser.open(at("/auth/login"));
    expect(browser.cookies.has(cookieNames.session)).toBe(true);
    const response = await browser.fetch(at("/auth/logout"), { method: "POST", headers: ownPage, body: "{}" });
    expect([response.status, browser.cookies.has(cookieNames.session)]).toEqual([200, false]);
    expect(await (await browser.fetch(at("/auth/me"))).json()).toMatchObject({ role: "ANONYMOUS", agency: null });
  });

  it("lets a bearer token say who asks, whatever cookie comes with it", async () => {
    await browser.open(at("/auth/login"));
    expect(browser.cookies.has(cookieNames.session)).toBe(true);
    await ask({ ...json, authorization: `Bearer ${await issuer.token("entrepreneur")}` });
    expect(lastReader()).toMatchObject({ role: "ENTREPRENEUR" });
    expect((await ask({ ...ownPage, authorization: "Bearer a.b.c" })).status).toBe(401);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "graphql",
    "/\t/evil.example",
    "/ok\u0000",
  ])("does not lead to %j afterwards", async (address) => {
    const response = await browser.fetch(at(`/auth/login?return=${encodeURIComponent(address)}`));
    expect([response.status, await codeOf(response)]).toEqual([400, "SIGN_IN_REQUEST_INVALID"]);
  });

  it.each(["issuer=https%3A%2F%2Fevil.example", "prompt=none", "prompt=login%20consent"])(
    "refuses the parameter %s",
    async (query) => {
      const response = await browser.fetch(at(`/auth/login?${query}`));
      expect([response.status, await codeOf(response)]).toEqual([400, "SIGN_IN_REQUEST_INVALID"]);
    },
  );

  describe("that does not come back as it was begun", () => {
    /** Begins in the browser, and says where the issuer would send it back to. */
    async function begun(): Promise<URL> {
      let next = at("/auth/login");
      for (let steps = 0; steps < 8; steps += 1) {
        const location = (await browser.fetch(next)).headers.get("location") ?? "";
        next = new URL(location, next).href;
        if (next.startsWith(at("/auth/callback"))) return new URL(next);
      }
      throw new Error("the issuer did not send it back");
    }

    it.each([
      ["with another state", (back: URL) => back.searchParams.set("state", "x".repeat(43))],
      ["with another code", (back: URL) => back.searchParams.set("code", "x".repeat(43))],
      ["without a code", (back: URL) => back.searchParams.delete("code")],
      [
        "with the issuer's refusal",
        (back: URL) => {
          back.searchParams.delete("code");
          back.searchParams.set("error", "access_denied");
        },
      ],
      ["as if from another issuer", (back: URL) => back.searchParams.set("iss", "https://evil.example")],
      ["in another browser", () => browser.cookies.clear()],
      [
        "with a cookie that was changed",
        () => {
          const name = cookieNames.signIn;
          browser.cookies.set(name, `${browser.cookies.get(name)?.slice(0, -4)}AAAA`);
        },
      ],
      [
        "with the session's cookie as what was begun",
        async () => {
          const sealed = new SealedText([gatewaySecret], "session");
          browser.cookies.set(cookieNames.signIn, await sealed.seal({ iss: issuer.url }, now() + 60));
        },
      ],
    ] as const)("is refused %s", async (_what, change) => {
      const back = await begun();
      await change(back);
      const response = await browser.fetch(back.href);
      expect([response.status, await codeOf(response)]).toEqual([403, "SIGN_IN_FAILED"]);
      expect(browser.cookies.has(cookieNames.session)).toBe(false);
    });

    it("is refused the second time: a code is good once", async () => {
      const back = await begun();
      const kept = browser.cookies.get(cookieNames.signIn) ?? "";
      expect((await browser.fetch(back.href)).status).toBe(303);
      browser.cookies.set(cookieNames.signIn, kept);
      expect((await browser.fetch(back.href)).status).toBe(403);
    });

    it("is told on a page in the reader's language, with the way on", async () => {
      const headers = { accept: "text/html", "accept-language": "nl" };
      const response = await browser.fetch(at("/auth/callback?code=x"), { headers });
      const page = await response.text();
      expect(response.headers.get("content-type")).toMatch(/^text\/html/);
      expect(page).toContain('<html lang="nl">');
      expect(page).toContain('<p role="alert">De aanmelding is niet gelukt: begin opnieuw.</p>');
    });
  });

  it("refuses who is nobody in the closed list of roles, although the issuer knows them", async () => {
    issuer.person = "nobody";
    const { response } = await browser.open(at("/auth/login"));
    expect([response.status, browser.cookies.has(cookieNames.session)]).toEqual([401, false]);
  });

  it("says that the issuer is away, and works again when it is back", async () => {
    const late = await TestIssuer.start();
    await late.stop();
    const own = await startGateway(shop, identityEnvironment(shop, [late.settings]));
    const away = await browser.fetch(`${own.url}/auth/login`);
    const token = await late.token("coach");
    const refused = await own.ask("{ products { name } }", {}, { authorization: `Bearer ${token}` });
    await late.resume();
    await new Promise((resolve) => setTimeout(resolve, 600));
    const back = await browser.fetch(`${own.url}/auth/login`);
    const heard = await own.ask("{ products { name } }", {}, { authorization: `Bearer ${token}` });
    await Promise.all([own.stop(), late.stop()]);
    expect([away.status, away.headers.get("retry-after"), await codeOf(away)]).toEqual([
      503,
      "5",
      "SIGN_IN_UNAVAILABLE",
    ]);
    expect([refused.status, refused.errors?.[0]?.extensions["code"]]).toEqual([503, "SIGN_IN_UNAVAILABLE"]);
    expect([back.status, heard.status]).toEqual([303, 200]);
  });

  describe("a session", () => {
    const identity = { reader: { role: "COACH", agency: "HUB", staffId: "x" }, issuer: "", expires: 0 } as const;
    const cookieOf = async (secret: string, changes: object = {}): Promise<string> => {
      const sessions = new Sessions([secret], new Set([issuer.url]));
      const made = await sessions.cookieFor({ ...identity, issuer: issuer.url, expires: now() + 60, ...changes });
      return (made.split(";")[0] ?? "").slice(cookieNames.session.length + 1);
    };
    const flipped = (text: string, at: number): string =>
      text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

    it("that was ended opens nothing any more, wherever its cookie was copied to, however it is written", async () => {
      const cookie = await cookieOf(gatewaySecret);
      const headers = { cookie: `${cookieNames.session}=${cookie}`, "sec-fetch-site": "same-origin" };
      const ask = async (): Promise<number> => (await gateway.ask("{ products { name } }", {}, headers)).status;
      expect(await ask()).toBe(200);
      const other = { ...headers, cookie: `${cookieNames.session}=${await cookieOf(gatewaySecret)}` };
      const left = await fetch(`${gateway.url}/auth/logout`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: "{}",
      });
      expect([left.status, await ask()]).toEqual([200, 401]);
      // Another session of the same person goes on; signing out again, or of nothing, is no fault.
      expect((await gateway.ask("{ products { name } }", {}, other)).status).toBe(200);
      for (const again of [headers.cookie, `${cookieNames.session}=x`, ""]) {
        const { status } = await fetch(`${gateway.url}/auth/logout`, {
          method: "POST",
          headers: { ...headers, cookie: again, "content-type": "application/json" },
          body: "{}",
        });
        expect(status).toBe(200);
      }
    });

    it.each<[string, () => Promise<string>, number]>([
      ["as it was given", async () => cookieOf(gatewaySecret), 200],
      ["that has expired", async () => cookieOf(gatewaySecret, { expires: now() - 1 }), 401],
      ["sealed with another secret", async () => cookieOf("another-secret-of-at-least-thirty-two-bytes"), 401],
      [
        "of an issuer that is not trusted",
        async () => cookieOf(gatewaySecret, { issuer: "https://evil.example" }),
        401,
      ],
      ["with a changed header", async () => flipped(await cookieOf(gatewaySecret), 4), 401],
      ["with a changed nonce", async () => flipped(await cookieOf(gatewaySecret), 40), 401],
      ["with changed content", async () => flipped(await cookieOf(gatewaySecret), 90), 401],
      ["with a changed tag", async () => flipped(await cookieOf(gatewaySecret), -3), 401],
      ["that is an access token", async () => issuer.token("advisor"), 401],
      [
        "that is what was begun",
        async () => new SealedText([gatewaySecret], "sign-in").seal({ iss: issuer.url }, now() + 60),
        401,
      ],
      ["that is empty", async () => "", 401],
    ])("%s", async (_what, cookie, status) => {
      browser.cookies.set(cookieNames.session, await cookie());
      const response = await ask();
      expect(response.status).toBe(status);
      if (status === 200) return;
      expect(await codeOf(response)).toBe("SESSION_ENDED");
      expect(browser.cookies.has(cookieNames.session)).toBe(false);
    });

    it("is not believed where two cookies have its name", async () => {
      const good = await cookieOf(gatewaySecret);
      const headers = { ...ownPage, cookie: `${cookieNames.session}=${good}; ${cookieNames.session}=${good}` };
      expect((await fetch(at("/graphql"), { method: "POST", headers, body: question })).status).toBe(401);
    });

    it("is opened with an older secret while the secret is replaced", async () => {
      const environment = identityEnvironment(shop, [issuer.settings]);
      const newer = "a-newer-secret-of-at-least-thirty-two-bytes";
      const own = await startGateway(shop, { ...environment, GATEWAY_SECRETS: `${newer},${gatewaySecret}` });
      const headers = { ...ownPage, cookie: `${cookieNames.session}=${await cookieOf(gatewaySecret)}` };
      const response = await fetch(`${own.url}/graphql`, { method: "POST", headers, body: question });
      await own.stop();
      expect(response.status).toBe(200);
    });

    /** Who may use it: what the browser says of the page that asks → status. */
    it.each([
      [{ "sec-fetch-site": "same-origin" }, 200],
      [{ "sec-fetch-site": "none" }, 200],
      [{ "sec-fetch-site": "same-site" }, 403],
      [{ "sec-fetch-site": "cross-site" }, 403],
      [{ "sec-fetch-site": "same-origin, cross-site" }, 403],
      [{ "sec-fetch-site": "cross-site", origin: "OWN" }, 403],
      [{ origin: "OWN" }, 200],
      [{ origin: "https://evil.example" }, 403],
      [{ origin: "null" }, 403],
      [{ origin: "OWN.evil.example" }, 403],
      [{}, 403],
      [{ "sec-fetch-site": "same-origin", "content-type": "text/plain" }, 415],
      [{ "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" }, 415],
    ])("with %j is answered %i, in the graph and at the sign-out", async (headers, status) => {
      const own = Object.entries(headers).map(([name, value]) => [name, value.replace("OWN", gateway.url)] as const);
      browser.cookies.set(cookieNames.session, await cookieOf(gatewaySecret));
      const sent = { ...json, ...Object.fromEntries(own) };
      expect((await ask(sent)).status).toBe(status);
      const out = await browser.fetch(at("/auth/logout"), { method: "POST", headers: sent, body: "{}" });
      expect(out.status).toBe(status);
    });
  });
});
