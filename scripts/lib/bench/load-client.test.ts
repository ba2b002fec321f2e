import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Load } from "./load-client.js";

let server: Server;
let answer: (body: string, response: ServerResponse) => void;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => void (body += chunk.toString()));
    request.on("end", () => {
      asked.push(body);
      answer(body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());
beforeEach(() => void (asked.length = 0));

function load(bodies: readonly string[], lengths: readonly number[]): Load {
  return new Load({ port: (server.address() as AddressInfo).port, path: "/", bodies, lengths });
}

describe("the load", () => {
  it("asks the questions in turn, over as many connections as there are callers, and stops in time", async () => {
    answer = (body, response) => void response.setHeader("content-length", body.length).end(body);
    const result = await load(["a", "bb", "ccc"], [1, 2, 3]).run({ callers: 2, milliseconds: 150 });
    expect(result.wrong).toBe(0);
    expect(result.answers).toBeGreaterThan(3);
    expect(result.latencies.length - result.answers).toBeLessThanOrEqual(2);
    expect(asked.slice(0, 4).toSorted()).toEqual(["a", "a", "bb", "ccc"]);
  });

  it("reads an answer that comes in pieces", async () => {
    answer = (_, response) => {
      response.setHeader("content-length", 6).write("one");
      setTimeout(() => response.end("two"), 5);
    };
    const { answers, wrong } = await load(["x"], [6]).run({ callers: 1, milliseconds: 100 });
    expect([answers > 2, wrong]).toEqual([true, 0]);
  });

  it("counts an answer of another length or status as wrong", async () => {
    answer = (_, response) => void response.setHeader("content-length", 4).end("four");
    expect((await load(["x"], [3]).run({ callers: 1, milliseconds: 30 })).answers).toBe(0);
    answer = (_, response) => void response.writeHead(500, { "content-length": 4 }).end("four");
    const { answers, wrong } = await load(["x"], [4]).run({ callers: 1, milliseconds: 30 });
    expect([answers, wrong > 0]).toEqual([0, true]);
  });

  it("counts a lost connection as wrong and goes on to the end", async () => {
    answer = (_, response) => void response.destroy();
    expect((await load(["x"], [4]).run({ callers: 3, milliseconds: 30 })).wrong).toBe(3);
  });
});
