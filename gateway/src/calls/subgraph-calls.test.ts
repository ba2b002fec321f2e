import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { joinsHeader, mostJoined, readQuestions, writeAnswer } from "@parcours/shared/server/joined-questions";
import { Pool } from "undici";
import { Patience, PatienceOver } from "./patience.js";
import { SubgraphCalls } from "./subgraph-calls.js";

/** A subgraph that echoes questions, and does with joined ones what a test wants. */
class Echo {
  readonly calls: string[][] = [];
  joined: (bodies: readonly string[], response: ServerResponse) => void = (bodies, response) =>
    void response.end(bodies.map((body, place) => writeAnswer({ place, status: 200, body })).join(""));
  readonly #server: Server;

  constructor(headers: Record<string, string | number>) {
    this.#server = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        const isJoined = request.url === "/graphql/joined";
        const bodies = isJoined ? (readQuestions(text) ?? []).map(({ body }) => body) : [text];
        this.calls.push(bodies);
        if (isJoined) this.joined(bodies, response);
        else response.writeHead(200, headers).end(text);
      });
    });
  }

  async start(): Promise<Pool> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return new Pool(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`, { connections: 4 });
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe("calls to a subgraph that takes joined questions", () => {
  let echo: Echo;
  let pool: Pool;
  let calls: SubgraphCalls;
  const ask = (body: string, patience = new Patience(), how = {}) => calls.ask({ headers: {}, body }, patience, how);
  const textOf = async (body: string) => (await ask(body)).text;

  beforeEach(async () => {
    echo = new Echo({ [joinsHeader]: mostJoined });
    pool = await echo.start();
    calls = new SubgraphCalls(pool, { pathname: "/graphql", search: "" });
    // Who was never asked is asked alone: its answer says what it takes.
    await ask('"first"');
    echo.calls.length = 0;
  });
  afterEach(async () => {
    await pool.destroy();
    echo.stop();
  });

  it("ask in one call what is asked in one turn, and give each its own answer", async () => {
    expect(await Promise.all(['"a"', '"b"', '"c"'].map(textOf))).toEqual(['"a"', '"b"', '"c"']);
    expect(echo.calls).toEqual([['"a"', '"b"', '"c"']]);
  });

  it("ask alone what is alone, what must be, and what is long", async () => {
    await ask('"a"');
    const long = JSON.stringify("x".repeat(50_000));
    await Promise.all([ask('"b"'), ask('"c"', new Patience(), { alone: true }), ask(long), ask('"d"')]);
    expect(echo.calls[0]).toEqual(['"a"']);
    expect(echo.calls.slice(1).sort((one, other) => other.length - one.length)).toEqual([
      ['"b"', '"d"'],
      expect.any(Array),
      expect.any(Array),
    ]);
  });

  it("cut many into calls of no more than a subgraph takes", async () => {
    await Promise.all(Array.from({ length: mostJoined + 3 }, (_, place) => ask(String(place))));
    expect(echo.calls.map(({ length }) => length).sort((a, b) => a - b)).toEqual([3, mostJoined]);
  });

  it("give an answer when it comes, whoever is still waited for, and a deadline costs its own question only", async () => {
    let sent: ServerResponse | undefined;
    echo.joined = (bodies, response) => {
      sent = response;
      response.write(writeAnswer({ place: 1, status: 200, body: bodies[1] ?? "" }));
    };
    const impatient = new Patience();
    const slow = ask('"slow"', impatient);
    const later = ask('"later"', new Patience());
    const quick = ask('"quick"');
    // The second place is the later one's.
    expect(await later).toEqual({ status: 200, text: '"later"' });
    impatient.end();
    await expect(slow).rejects.toBeInstanceOf(PatienceOver);
    sent?.end(writeAnswer({ place: 2, status: 401, body: "{}" }));
    expect(await quick).toEqual({ status: 401, text: "{}" });
  });

  it("are cut when nobody waits any more", async () => {
    const closed = new Promise((resolve) => {
      echo.joined = (_, response) => void response.once("close", resolve);
    });
    const patiences = [new Patience(), new Patience()];
    const asked = patiences.map((patience) => ask('"hangs"', patience).catch((error: Error) => error.name));
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const patience of patiences) patience.end();
    expect(await Promise.all(asked)).toEqual(["PatienceOver", "PatienceOver"]);
    await closed;
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["is lost", (response) => response.socket?.resetAndDestroy()],
    ["ends early", (response) => void response.end(writeAnswer({ place: 0, status: 200, body: "1" }))],
    ["holds rubbish", (response) => void response.end("<html>\n")],
    ["is not known", (response) => void response.writeHead(404).end("{}")],
  ])("say so to each question without an answer where the call %s", async (_, happens) => {
    echo.joined = (bodies, response) => happens(response);
    const outcomes = await Promise.all(
      ["1", "2"].map((body) =>
        ask(body).then(
          ({ text }) => text,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(outcomes[1]).toBe("JoinedCallFailed");
    expect(["1", "JoinedCallFailed"]).toContain(outcomes[0]);
  });
});

describe("calls to a subgraph before which something refuses joined questions", () => {
  it("are joined no more for a while", async () => {
    const echo = new Echo({ [joinsHeader]: mostJoined });
    echo.joined = (_, response) => void response.writeHead(404).end();
    const pool = await echo.start();
    const calls = new SubgraphCalls(pool, { pathname: "/graphql", search: "" });
    const ask = (body: string) => calls.ask({ headers: {}, body }, new Patience());
    await ask("1");
    const lost = await Promise.allSettled([ask("2"), ask("3")]);
    expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await Promise.all([ask("4"), ask("5")]);
    await pool.destroy();
    echo.stop();
    expect(echo.calls.map(({ length }) => length)).toEqual([1, 2, 1, 1]);
  });
});

describe("calls to a subgraph that does not say that it takes joined questions", () => {
  it("are made one by one", async () => {
    const echo = new Echo({});
    const pool = await echo.start();
    const calls = new SubgraphCalls(pool, { pathname: "/graphql", search: "" });
    const ask = (body: string) => calls.ask({ headers: {}, body }, new Patience());
    await ask("1");
    await Promise.all([ask("2"), ask("3")]);
    await pool.destroy();
    echo.stop();
    expect(echo.calls.map(({ length }) => length)).toEqual([1, 1, 1]);
  });
});
