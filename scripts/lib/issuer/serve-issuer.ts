/** The issuer on its port: OpenID Connect, the page of people, and their list for `pnpm run token`. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type Provider from "oidc-provider";
import type { IssuerSettings } from "./issuer-settings.js";
import { errorPage, languageAsked, loginPage } from "./pages.js";
import { People } from "./people.js";
import { interactionPath, makeProvider, sessionCookie } from "./provider.js";
import { pageHeaders } from "./security-headers.js";

/** A running issuer. */
export interface RunningIssuer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** What answering needs. */
interface Parts {
  readonly provider: Provider;
  readonly people: People;
  /** The `Host` headers that are ours: any other is a name that somebody pointed at this machine. */
  readonly hosts: readonly string[];
  /** Where a sign-in leads on to. */
  readonly origins: readonly string[];
}

/** A chosen person is a short form. */
const longestForm = 1_000;

/** Listens. @throws Error when the port is taken */
export async function serveIssuer(settings: IssuerSettings): Promise<RunningIssuer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
  const people = new People(settings);
  const provider = makeProvider(`http://${host}:${port}`, settings, people);
  const parts: Parts = {
    provider,
    people,
    hosts: [`${host}:${port}`],
    origins: [...new Set(settings.redirectUris.map((uri) => new URL(uri).origin))],
  };
  server.on("request", (request, response) => {
    answer(parts, request, response).catch((error: unknown) => failed(request, response, error));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, stop };
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { provider, people, hosts } = parts;
  if (!hosts.includes(request.headers.host ?? "")) return send(response, 421, "text/plain", "Not this host.\n");
  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${hosts[0]}`);
  if (pathname === "/people") return send(response, 200, "application/json", JSON.stringify(people.all));
  if (pathname.startsWith(interactionPath(""))) return interaction(parts, request, response, searchParams);
  // Each sign-in chooses anew: who signed in before is not remembered.
  if (pathname === "/auth" || pathname.startsWith("/auth/")) forgetSession(request);
  return provider.callback()(request, response);
}

/** The page of people, and what follows from choosing one. */
async function interaction(
  { provider, people, origins }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response);
  if (request.method === "POST") {
    const person = people.find(new URLSearchParams(await formOf(request)).get("person"));
    if (person) {
      const result = { login: { accountId: person.handle, remember: false } };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
  }
  const asked = [query.get("language"), params["ui_locales"]].map((value) =>
    typeof value === "string" ? value.replaceAll(" ", ",") : null,
  );
  const language = languageAsked(asked, request.headers["accept-language"] ?? "");
  const page = loginPage({ path: interactionPath(uid), language, people: people.all });
  return send(response, 200, "text/html", page, pageHeaders(origins));
}

function forgetSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? "")
    .split(";")
    .filter(
      (cookie) => !cookie.trim().startsWith(`${sessionCookie}=`) && !cookie.trim().startsWith(`${sessionCookie}.`),
    );
  request.headers.cookie = kept.join(";");
}

async function formOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) {
    text += chunk as string;
    if (text.length > longestForm) throw new Error("the form is too long");
  }
  return text;
}

/** An interaction that is over or was never begun ends here. */
function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const fault = error instanceof Error ? error.message : String(error);
  if (response.headersSent) return void response.destroy();
  send(response, 400, "text/html", errorPage(request.headers["accept-language"] ?? "", fault), pageHeaders([]));
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8`, ...headers });
  response.end(body);
}
