import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Gateway, saysSilence } from "./graph-on-behalf.js";

let server: Server;
let gateway: Gateway;
let answer: { readonly status: number; readonly body: string; readonly after?: number };
const heard: { readonly headers: IncomingMessage["headers"]; readonly body: string }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.once("end", () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      setTimeout(() => response.writeHead(answer.status).end(answer.body), answer.after ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  gateway = new Gateway(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
afterAll(async () => {
  await gateway.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const passed = { ticket: "1.sealed", language: "NL", left: 2_000 } as const;
const ask = (with_: typeof passed | null = passed) =>
  gateway.graphFor(with_).ask("query A($id: ID!) { a(id: $id) }", { id: "x" });

describe("asking the graph on behalf of a reader", () => {
  it("shows the ticket and nothing else of who asks", async () => {
    answer = { status: 200, body: JSON.stringify({ data: { a: 1 } }) };
    expect(await ask()).toEqual({ data: { a: 1 }, faults: [] });
    const last = heard.at(-1);
    expect(last?.headers).toMatchObject({ authorization: "Ticket 1.sealed", "accept-language": "nl" });
    expect(JSON.parse(last?.body ?? "")).toEqual({ query: "query A($id: ID!) { a(id: $id) }", variables: { id: "x" } });
  });

  it("reads why something is missing", async () => {
    const errors = [{ path: ["a", 0], extensions: { code: "NOT_SHARED" } }, { message: "of another kind" }, null];
    answer = { status: 200, body: JSON.stringify({ data: { a: null }, errors }) };
    const none = { root: "", code: "" };
    expect(await ask()).toEqual({ data: { a: null }, faults: [{ root: "a", code: "NOT_SHARED" }, none, none] });
  });

  it.each<[string, { status: number; body: string; after?: number }]>([
    ["is refused", { status: 401, body: JSON.stringify({ data: { a: 1 } }) }],
    ["is no JSON", { status: 200, body: "<html>" }],
    ["has no data", { status: 200, body: JSON.stringify({ errors: [{ message: "no" }] }) }],
    ["is no object", { status: 200, body: "null" }],
    ["comes too late", { status: 200, body: JSON.stringify({ data: {} }), after: 2_500 }],
  ])("is silence where the answer %s", async (_, given) => {
    answer = given;
    expect(await ask()).toBeNull();
  });

  it("is silence without a ticket, and where nobody listens", async () => {
    const before = heard.length;
    expect(await ask(null)).toBeNull();
    expect(heard).toHaveLength(before);
    const nowhere = new Gateway("http://127.0.0.1:1/graphql");
    expect(await nowhere.graphFor(passed).ask("{ a }", {})).toBeNull();
    await nowhere.close();
  });

  it.each([
    ["SUBGRAPH_UNAVAILABLE", true],
    ["SUBGRAPH_TIMEOUT", true],
    ["INTERNAL", true],
    ["", true],
    ["NOT_SHARED", false],
    ["ID_INVALID", false],
  ])("%j says that somebody did not answer: %s", (code, isSilent) => expect(saysSilence(code)).toBe(isSilent));
});
