import { Agent, request as ask } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import {
  gatewaySigner,
  mandate,
  secret,
  serveOrchard,
  tell,
  tokenSecret,
  type ServedFeed,
} from "../../test/feed-pair.js";
import { newSigningKey } from "../../test/log-rows.js";
import { orchard } from "../../test/orchard.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { hashSecret } from "../feed/feed-access.js";
import { internalTokenHeader, InternalTokenSigner } from "../identity/internal-token.js";
import { idFrom } from "../ids.js";
import { anAdvisor } from "../testing/run-operation.js";
import type { Reader } from "../visibility/reader.js";
import { startSubgraph, type RunningSubgraph } from "./start-subgraph.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("server")));
afterAll(() => served.close());

/** What the gateway shows with a body, in the name of a reader. */
const shown = (body: string | ReadableStream, reader: Reader = anAdvisor, requestId = "request-1") =>
  typeof body === "string"
    ? { [internalTokenHeader]: gatewaySigner.sign({ reader, requestId, hop: 1 }, body) }
    : ({} as Record<string, string>);
const post = (
  body: string | ReadableStream,
  path = "/graphql",
  headers: Record<string, string> = {},
): Promise<Response> => {
  const duplex = typeof body === "string" ? {} : { duplex: "half" as const };
  return fetch(`${served.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...shown(body), ...headers },
    body,
    ...duplex,
  });
};
const operation = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });

/** Writes to a connection as it stands, and answers what came back until it was closed or quiet. */
async function raw(text: string, quiet = 500): Promise<string> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.setTimeout(quiet, () => socket.destroy());
    socket.on("data", (part) => (answer += part.toString()));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(answer));
  });
}

describe("a subgraph over HTTP", () => {
  it("answers operations, in the language asked", async () => {
    const response = await post(operation('{ __typename tree(id: "x") { id } }'), "/graphql", {
      "accept-language": "nl",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: { __typename: "Query", tree: null },
      errors: [{ message: "De identificatie is geen UUID.", path: ["tree"], extensions: { code: "ID_INVALID" } }],
    });
  });

  it.each([
    ["nothing at an address", "/graphq", "{}", 404],
    ["no JSON", "/graphql", "{", 400],
    ["no operation", "/graphql", "[]", 400],
    ["a query that is no text", "/graphql", '{"query":7}', 400],
    ["variables that are a list", "/graphql", operation("{ __typename }", { variables: [] }), 400],
    ["variables that are a text", "/graphql", operation("{ __typename }", { variables: "x" }), 400],
    ["an operation name that is a number", "/graphql", operation("{ __typename }", { operationName: 7 }), 400],
    ["nothing", "/graphql", "null", 400],
  ])("given %s says so", async (_, path, body, status) => {
    const response = await post(body, path);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });

  it.each([
    "GET // HTTP/1.1",
    "GET /\\\\[ HTTP/1.1",
    "GET http://[::1 HTTP/1.1",
    "GET //@:99999/ HTTP/1.1",
    "constructor / HTTP/1.1",
  ])("lives on after %j", async (line) => {
    expect(await raw(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 40[04]/);
    expect((await fetch(`${served.url}/health/live`)).status).toBe(200);
  });

  it("refuses a body of 100 MB by its length, before it is sent", async () => {
    const answer = await raw(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: ${100 * 1024 * 1024}\r\n\r\n{"query":`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 413/);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  it("refuses a body of 100 MB that comes in parts, and keeps none of it", async () => {
    const before = process.memoryUsage().rss;
    let sent = 0;
    const parts = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    // The sender may be told by the answer or by the closed connection, whichever it sees first.
    const outcome = await post(parts).then(
      ({ status }) => status,
      () => "closed",
    );
    expect([413, "closed"]).toContain(outcome);
    expect(sent).toBeLessThan(50);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
    expect((await post(operation("{ __typename }"))).status).toBe(200);
  });

  it("takes no harm from a sender that leaves", async () => {
    await raw(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"query":`, 100);
    expect((await post(operation("{ __typename }"))).status).toBe(200);
  });

  it("says whether it lives and whether its database answers", async () => {
    expect(await (await fetch(`${served.url}/health/live`)).json()).toMatchObject({ live: true });
    expect(await (await fetch(`${served.url}/health/ready`)).json()).toEqual({ ready: true });
  });
});

describe("a request around the gateway", () => {
  const body = operation('{ tree(id: "x") { id } }');
  const elsewhere = new InternalTokenSigner("vineyard", tokenSecret);
  const guessed = new InternalTokenSigner("orchard", "somebody-else-made-this-secret-up-today");
  const facts = { reader: anAdvisor, requestId: "r", hop: 1 };
  const used = gatewaySigner.sign(facts, body);

  it.each<[string, string]>([
    ["no token", ""],
    ["a word", "token"],
    ["a token for another subgraph", elsewhere.sign(facts, body)],
    ["a token by another key", guessed.sign(facts, body)],
    ["a token of another operation", gatewaySigner.sign(facts, operation("{ __typename }"))],
    ["a token of an hour ago", gatewaySigner.sign(facts, body, Date.now() - 3_600_000)],
    ["a token of tomorrow", gatewaySigner.sign(facts, body, Date.now() + 86_400_000)],
  ])("with %s answers nothing", async (_, token) => {
    const response = await post(body, "/graphql", { [internalTokenHeader]: token });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });

  it("with a token that was used answers nothing", async () => {
    expect((await post(body, "/graphql", { [internalTokenHeader]: used })).status).toBe(200);
    expect((await post(body, "/graphql", { [internalTokenHeader]: used })).status).toBe(401);
  });
});

describe("a look", () => {
  const tree = idFrom("tree that is looked at");
  const person = idFrom("its owner");
  const rows = () =>
    served.database.query<{ result: string; categories: string[]; withheld: string[]; requestId: string }>(
      statement(`select l.result, l.categories, l.withheld, l.request_id as "requestId" from access_log l
                   join log_subject s on s.pseudonym = l.subject where s.entrepreneur_id = $1 order by l.at, l.position`),
      [person],
    );
  beforeAll(async () =>
    withClient(served.testDatabase.ownerUrl, async (owner) => {
      await owner.query(
        `insert into tree (id, agency_code, entrepreneur_id, occurred_at, species, source) values ($1, 'ORCHARD', $2, now(), 'quince', 'TEST')`,
        [tree, person],
      );
    }),
  );

  it("is in the log before the answer leaves: categories, never values", async () => {
    const body = operation(`{ tree(id: "${tree}") { id title note } }`);
    expect((await post(body, "/graphql", shown(body, anAdvisor, "request-2"))).status).toBe(200);
    expect(await rows()).toEqual([
      { result: "PARTIAL", categories: ["IDENTITY"], withheld: ["COACHING_CONTENT"], requestId: "request-2" },
    ]);
  });

  it("that names no purpose is none: nothing personal is answered", async () => {
    const body = operation(`{ tree(id: "${tree}") { id species title } }`);
    const reader: Reader = { role: "ADVISOR_1819", agency: "1819" };
    const answer = (await (await post(body, "/graphql", shown(body, reader))).json()) as {
      data: unknown;
      errors: { extensions: { code: string } }[];
    };
    expect(answer.data).toEqual({ tree: { id: tree, species: "quince", title: null } });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(["PURPOSE_REQUIRED"]);
    expect(await rows()).toHaveLength(1);
  });

  it("cannot be changed or removed by the role that serves", async () => {
    for (const text of ["update access_log set result = 'WITHHELD'", "delete from access_log", "truncate access_log"])
      await expect(served.database.query(statement(text))).rejects.toThrow("permission denied");
    for (const table of ["access_log_chain", "log_subject"])
      await expect(served.database.query(statement(`delete from ${table}`))).rejects.toThrow("permission denied");
  });
});

describe("a feed over HTTP", () => {
  const feed = (query: string, name = "other", shown = secret): Promise<Response> =>
    fetch(`${served.url}/feed?${query}`, {
      headers: { "x-parcours-subgraph": name, authorization: `Bearer ${shown}` },
    });

  it.each([
    ["a policy to an admitted subgraph", "topic=POLICY", "other", secret, 200],
    ["pointers to the spine", "topic=POINTER", "spine", secret, 200],
    ["no pointers to another", "topic=POINTER", "other", secret, 403],
    ["no contacts to another", "topic=CONTACT", "other", secret, 403],
    ["nothing to a stranger", "topic=POLICY", "stranger", secret, 403],
    ["nothing to a name that every object knows", "topic=POLICY", "constructor", secret, 403],
    ["nothing to a wrong secret", "topic=POLICY", "other", "guess", 403],
    ["nothing to the hash of the secret", "topic=POLICY", "other", hashSecret(secret), 403],
    ["nothing without secret", "topic=POLICY", "other", "", 403],
    ["no topic that is none", "topic=GOSSIP", "other", secret, 403],
    ["nothing behind a cursor that is none", "topic=POLICY&after=-1", "other", secret, 400],
    ["nothing behind a fraction", "topic=POLICY&after=1.5", "other", secret, 400],
    ["nothing behind a number too large", "topic=POLICY&after=9007199254740993", "other", secret, 400],
    ["nothing behind text", "topic=POLICY&after=1e3", "other", secret, 400],
  ])("gives %s", async (_, query, name, shown, status) => {
    expect((await feed(query, name, shown)).status).toBe(status);
  });

  it("waits no longer than five seconds, whatever is asked", async () => {
    const started = performance.now();
    expect((await feed("topic=CONTACT&after=9&wait=999999", "spine")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(7000);
  }, 15_000);
});

describe("a subgraph process", () => {
  const environment = (more: Record<string, string> = {}): Record<string, string> => ({
    DATABASE_URL_ORCHARD: served.testDatabase.appUrl,
    PORT: "0",
    SPINE: "spine",
    FEED_SECRET: secret,
    FEED_READERS: JSON.stringify({ other: hashSecret(secret) }),
    FEED_AGENCIES: "{}",
    FEED_SOURCES: "{}",
    TOKEN_SECRETS: tokenSecret,
    LOG_SIGNING_KEY: newSigningKey(),
    LOG_LEVEL: "silent",
    ...more,
  });
  const connections = async (): Promise<number> =>
    withClient(served.testDatabase.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ count: number }>(
        "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name like 'parcours%'",
      );
      return rows[0]?.count ?? -1;
    });

  it("names all its missing settings at once", async () => {
    await expect(startSubgraph(orchard, {})).rejects.toThrow(
      /DATABASE_URL_ORCHARD is missing[^]*FEED_SECRET is missing[^]*FEED_READERS is missing[^]*FEED_SOURCES is missing[^]*FEED_AGENCIES is missing/,
    );
  });

  it("whose port is taken says so and keeps nothing open, so that it ends", async () => {
    const before = await connections();
    await expect(startSubgraph(orchard, environment({ PORT: new URL(served.url).port }))).rejects.toThrow("EADDRINUSE");
    await pause(100);
    expect(await connections()).toBe(before);
  });

  it("ends in good order: answers what it began, sends waiting readers away, waits for no idle connection", async () => {
    const running = await startSubgraph(orchard, environment());
    const { port } = new URL(running.url);
    const agent = new Agent({ keepAlive: true });
    const viaKeepAlive = (path: string, body?: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = {
          "x-parcours-subgraph": "other",
          authorization: `Bearer ${secret}`,
          ...(body !== undefined && shown(body)),
        };
        const sent = ask({ agent, port, path, method: body ? "POST" : "GET", headers }, (response) => {
          response.resume();
          response.once("end", () => resolve(response.statusCode));
        });
        sent.once("error", reject).end(body);
      });
    expect(await viaKeepAlive("/health/live")).toBe(200);
    await withClient(served.testDatabase.ownerUrl, async (owner) => {
      await owner.query("begin; lock table tree");
      const begun = viaKeepAlive("/graphql", operation(`{ tree(id: "${idFrom("tree")}") { id } }`));
      const waiting = viaKeepAlive("/feed?topic=POLICY&after=999&wait=5000");
      await pause(200);
      const started = performance.now();
      const stopping = running.stop();
      await pause(300);
      await owner.query("commit");
      expect(await Promise.all([begun, waiting])).toEqual([200, 200]);
      await stopping;
      expect(performance.now() - started).toBeLessThan(1000);
    });
    agent.destroy();
    await expect(fetch(`${running.url}/health/live`)).rejects.toThrow("fetch failed");
  });

  it("cuts off what does not end", async () => {
    const running = await startSubgraph(orchard, environment());
    await withClient(served.testDatabase.ownerUrl, async (owner) => {
      await owner.query("begin; lock table tree");
      const body = operation(`{ tree(id: "${idFrom("tree")}") { id } }`);
      const begun = fetch(`${running.url}/graphql`, { method: "POST", headers: shown(body), body }).then(
        ({ status }) => status,
        () => "cut",
      );
      await pause(200);
      const stopping = running.stop();
      expect(await begun).toBe("cut");
      await owner.query("rollback");
      await stopping;
    });
  });

  it("serves sixty requests at once while it follows twelve feeds on its ten connections", async () => {
    await tell(served.database, ...Array.from({ length: 4000 }, (_, index) => mandate(index)));
    const sources = Object.fromEntries(
      ["spine", ...Array.from({ length: 11 }, (_, index) => `p${index}`)].map((name) => [`POLICY ${name}`, served.url]),
    );
    const other = await serveOrchard("busy");
    let running: RunningSubgraph | undefined;
    try {
      const readers = JSON.stringify({ orchard: hashSecret(secret) });
      // The served feed lets `other` in; this process reads as `other`.
      running = await startSubgraph(
        { ...orchard, name: "other" },
        environment({
          DATABASE_URL_OTHER: other.testDatabase.appUrl,
          FEED_SOURCES: JSON.stringify(sources),
          FEED_READERS: readers,
        }),
      );
      const url = `${running.url}/graphql`;
      const query = operation(
        `query { trees(entrepreneurId: "${idFrom("p")}") { edges { node { id } } } tree(id: "${idFrom("t")}") { id } }`,
      );
      for (let round = 0; round < 5; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 60 }, async () => (await fetch(url, { method: "POST", body: query })).json()),
        );
        expect(answers.every((answer) => !JSON.stringify(answer).includes("INTERNAL"))).toBe(true);
      }
      await pause(10);
    } finally {
      await running?.stop();
      await other.close();
    }
  }, 60_000);
});
