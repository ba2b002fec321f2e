/** A second gateway over the same owners, one of which lies: its tokens and tickets are in the attacker's hands, and what it answers too. */
import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { TestIssuer } from "../../test/issuer.js";
import type { EndToEnd } from "../harness.js";

/** What the gateway sent to the owner that lies. */
export interface Overheard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query?: string; readonly variables?: { readonly representations?: readonly unknown[] } };
}

/** What the owner answers: the text of a body. */
export type Lie = (asked: Overheard) => string;

/** A gateway whose issuer and whose housing are the test's own. */
export class LyingOwner {
  readonly overheard: Overheard[] = [];
  lie: Lie = () => '{"data":null}';
  /** Where the second gateway answers. */
  url = "";
  private child: ChildProcess | undefined;
  #log = "";

  private constructor(
    readonly issuer: TestIssuer,
    private readonly server: Server,
  ) {}

  /** Starts both. */
  static async start(all: EndToEnd): Promise<LyingOwner> {
    const owner = new LyingOwner(await TestIssuer.start(), createServer());
    owner.server.on("request", (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.once("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Overheard["body"];
        if (body.query === "{__typename}") return response.end('{"data":{"__typename":"Query"}}');
        const asked = { path: request.url ?? "", headers: request.headers, body };
        owner.overheard.push(asked);
        return response.end(owner.lie(asked));
      });
    });
    await once(owner.server.listen(0, "127.0.0.1"), "listening");
    await owner.#startGateway(all);
    return owner;
  }

  /** Everything the gateway wrote so far, as soon as it has written what waits. */
  async log(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return this.#log;
  }

  /** Ends all of it. */
  async stop(): Promise<void> {
    this.child?.kill("SIGKILL");
    this.server.closeAllConnections();
    await Promise.all([this.issuer.stop(), new Promise((resolve) => this.server.close(resolve))]);
  }

  async #startGateway({ system }: EndToEnd): Promise<void> {
    const names = Object.keys(system.subgraphs);
    const lying = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const address = (name: string): string => (name === "housing" ? lying : (system.subgraphs[name]?.url ?? ""));
    const variable = (name: string): string => `SUBGRAPH_URL_${name.toUpperCase().replace("-", "_")}`;
    const environment = {
      PATH: process.env["PATH"] ?? "",
      PORT: "0",
      SUBGRAPH_TIMEOUT_MS: "20000",
      ANSWER_TIMEOUT_MS: "20000",
      OIDC_ISSUERS: JSON.stringify([this.issuer.settings]),
      GATEWAY_SECRETS: randomBytes(32).toString("base64url"),
      SUBGRAPH_TOKEN_SECRETS: JSON.stringify(Object.fromEntries(names.map((name) => [name, system.tokenSecret(name)]))),
      ...Object.fromEntries(names.map((name) => [variable(name), `${address(name)}/graphql`])),
    };
    const stdio = ["ignore", "pipe", "pipe", "ipc"] as ("ignore" | "pipe" | "ipc")[];
    this.child = fork(join(__dirname, "../../dist/main.js"), [], { env: environment, stdio });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.#log += String(chunk)));
    const [message] = (await once(this.child, "message")) as [{ port: number }];
    this.url = `http://127.0.0.1:${message.port}/graphql`;
  }
}
