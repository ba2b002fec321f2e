import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startShop } from "../../test/shop.js";
import type { TestSubgraph } from "../../test/subgraphs.js";
import { graphiqlAssets, graphiqlPage } from "./graphiql.js";

const query = "# Who </script> calls?\n{ products { name } }\n";

describe("GraphiQL without internet", () => {
  let shop: Record<string, TestSubgraph>;
  let gateway: TestGateway;
  let page: string;
  const load = (path: string): Promise<Response> => fetch(gateway.url + path);

  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), "parcours-query-")), "caller.graphql");
    writeFileSync(file, query);
    shop = await startShop();
    gateway = await startGateway(Object.values(shop), { PARCOURS_EXAMPLE_QUERY: file });
    page = await (await fetch(`${gateway.url}/graphql`, { headers: { accept: "text/html,*/*" } })).text();
  });
  afterAll(async () => {
    await gateway.stop();
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
  });

  it("loads every file from its own host", async () => {
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, file]) => file ?? "")
      .filter((file) => !file.startsWith("data:"));
    expect(files).toEqual(
      expect.arrayContaining([
        "/graphiql/graphiql.js",
        "/graphiql/graphiql.css",
        "/graphiql/react.js",
        "/graphiql/react-dom.js",
        "/graphiql/start.js",
      ]),
    );
    for (const file of files) {
      expect(file).toMatch(/^\/graphiql\//);
      const response = await load(file);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(file.endsWith(".css") ? /^text\/css/ : /^text\/javascript/);
    }
  });

  it("has styles that load nothing from elsewhere", async () => {
    const style = await (await load("/graphiql/graphiql.css")).text();
    const addresses = [...style.matchAll(/(?:url\(|@import\s)["']?([^"')]{1,12})/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith("data:"))).toEqual([]);
  });

  it("runs under a policy that lets nothing in from elsewhere and evaluates no text", async () => {
    const { headers } = await fetch(`${gateway.url}/graphql`, { headers: { accept: "text/html" } });
    expect(headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(headers.get("content-security-policy")).toContain("connect-src 'self'");
    expect(page).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(page).not.toMatch(/\son\w+=/);
    const script = await (await load("/graphiql/graphiql.js")).text();
    expect(script).not.toMatch(/\beval\(|new Function\(|new Worker\(/);
  });

  it("opens with the operation given, whatever stands in it", () => {
    const settings = /<script type="application\/json" id="settings">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
    expect(JSON.parse(settings)).toEqual({ query });
  });

  it("starts in the browser: its script finds what the libraries define, and asks this server in the language chosen", async () => {
    const { context, rendered, asked } = browser(page);
    runInContext(await (await load("/graphiql/react.js")).text(), context);
    expect(runInContext("typeof React.createElement", context)).toBe("function");
    runInContext(
      "ReactDOM = { createRoot: () => ({ render: (element) => rendered.push(element) }) }; GraphiQL = function GraphiQL() {};",
      context,
    );
    runInContext(await (await load("/graphiql/start.js")).text(), context);
    const props = (rendered[0] as { props: { defaultQuery: string; fetcher: (body: object) => Promise<unknown> } })
      .props;
    expect(props.defaultQuery).toBe(query);
    await props.fetcher({ query: "{ products { name } }" });
    expect(asked).toEqual([
      [
        "/graphql",
        expect.objectContaining({
          method: "POST",
          headers: { "content-type": "application/json", "accept-language": "nl" },
          body: '{"query":"{ products { name } }"}',
        }),
      ],
    ]);
  });
});

describe("GraphiQL where people sign in", () => {
  const script = graphiqlAssets().get("start.js")?.body.toString() ?? "";
  const signInPage = graphiqlPage('# Variables: { "phone": "1819" }\nquery ($phone: String!) { me }', true);

  /** The page's head after its script ran for somebody. */
  async function started(who: object | null, languages: readonly string[], remembered: string | null = null) {
    const listeners: Record<string, () => void> = {};
    const elements: Readonly<Record<string, object>> = Object.fromEntries(
      ["language", "language-label", "sign-in-bar", "who", "sign-in", "sign-out", "graphiql"].map((id) => [
        id,
        {
          value: "FR",
          addEventListener: (name: string, listener: () => void) => (listeners[`${id} ${name}`] = listener),
        },
      ]),
    );
    const settings = { textContent: /id="settings">(.*?)<\/script>/s.exec(signInPage)?.[1] };
    const asked: [string, { headers: object }][] = [];
    const rendered: {
      headers: string;
      variables?: string;
      fetcher: (body: object, options: object) => Promise<unknown>;
    }[] = [];
    let reloads = 0;
    const context = createContext({
      window: {
        localStorage: { getItem: () => remembered, setItem: () => undefined },
        location: { pathname: "/graphql", reload: () => (reloads += 1) },
        navigator: { languages },
      },
      document: { getElementById: (id: string) => (id === "settings" ? settings : elements[id]) },
      fetch: async (address: string, init: { headers: object }) => {
        asked.push([address, init]);
        return { ok: who !== null, status: who ? 200 : 401, json: async () => who };
      },
      React: { createElement: (_type: unknown, properties: (typeof rendered)[number]) => properties },
      ReactDOM: { createRoot: () => ({ render: (element: (typeof rendered)[number]) => rendered.push(element) }) },
      GraphiQL: () => undefined,
    });
    runInContext(script, context);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return { elements, listeners, asked, rendered, reloads: () => reloads };
  }

  it("offers to sign in, in the browser's language, with a real link that comes back here", async () => {
    const { elements, rendered } = await started(null, ["nl-BE", "fr"]);
    expect(elements["who"]).toMatchObject({ textContent: "Niemand is aangemeld." });
    expect(elements["sign-in"]).toMatchObject({ textContent: "Aanmelden", hidden: false });
    expect(elements["sign-out"]).toMatchObject({ hidden: true });
    expect(elements["sign-in-bar"]).toMatchObject({ lang: "nl" });
    expect(JSON.parse(rendered[0]?.headers ?? "")).toEqual({});
    expect(signInPage).toContain('<a id="sign-in" href="/auth/login?return=%2Fgraphql&amp;prompt=login"');
    expect(signInPage).toContain('<button id="sign-out" type="button"');
  });

  it("opens with the variables of its operation: as set, else as the operation's comment says, else with none", async () => {
    const { rendered } = await started(null, ["en"]);
    expect(JSON.parse(rendered[0]?.variables ?? "")).toEqual({ phone: "1819" });
    const settingsOf = (text: string): { variables?: string } =>
      JSON.parse(/id="settings">(.*?)<\/script>/s.exec(text)?.[1] ?? "") as { variables?: string };
    const query = '# Variables: { "id": "x" }\n{ me }';
    expect(settingsOf(graphiqlPage(query, true, '{"phone":"1819"}')).variables).toBe('{\n  "phone": "1819"\n}');
    for (const none of ["{ me }", "# Variables: { broken }\n{ me }"])
      expect(settingsOf(graphiqlPage(none, true)).variables).toBeUndefined();
  });

  it("says who one is, and puts the role's purpose and a case into the header editor", async () => {
    const { elements, rendered, asked } = await started({ role: "ADVISOR_1819", agency: "1819" }, ["de", "en-GB"]);
    expect(elements["who"]).toMatchObject({ textContent: "ADVISOR_1819 · 1819" });
    expect(elements["sign-out"]).toMatchObject({ textContent: "Sign out", hidden: false });
    const headers = JSON.parse(rendered[0]?.headers ?? "") as object;
    expect(headers).toEqual({ "X-Purpose": "CALL", "X-Case": "call-2026-0412" });
    await rendered[0]?.fetcher({ query: "{ me }" }, { headers });
    expect(asked.at(-1)?.[1].headers).toEqual({
      "X-Purpose": "CALL",
      "X-Case": "call-2026-0412",
      "content-type": "application/json",
      "accept-language": "en",
    });
  });

  it("remembers the language before it asks the browser", async () => {
    const { elements } = await started(null, ["nl"], "EN");
    expect(elements["sign-in"]).toMatchObject({ textContent: "Sign in" });
  });

  it("signs out by a question of this page, and starts anew", async () => {
    const { listeners, asked, reloads } = await started({ role: "COACH", agency: "HUB" }, ["fr"]);
    listeners["sign-out click"]?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked.at(-1)).toEqual([
      "/auth/logout",
      { method: "POST", headers: { "content-type": "application/json" }, body: "{}" },
    ]);
    expect(reloads()).toBe(1);
  });
});

/** As much of a browser as the start script touches. */
function browser(page: string): { context: ReturnType<typeof createContext>; rendered: unknown[]; asked: unknown[] } {
  const rendered: unknown[] = [];
  const asked: unknown[] = [];
  const settings = /id="settings">(.*?)<\/script>/s.exec(page)?.[1];
  const elements: Record<string, object> = {
    settings: { textContent: settings },
    language: { value: "FR", addEventListener: () => undefined },
    graphiql: {},
  };
  const window = {
    localStorage: { getItem: () => "NL", setItem: () => undefined },
    location: { pathname: "/graphql" },
  };
  const ask = async (...call: unknown[]): Promise<object> => {
    asked.push(call);
    return { json: async () => ({}) };
  };
  const context = createContext({
    rendered,
    window,
    document: { getElementById: (id: string) => elements[id] },
    fetch: ask,
    React: undefined,
    ReactDOM: undefined,
    GraphiQL: undefined,
  });
  runInContext("self = this", context);
  return { context, rendered, asked };
}
