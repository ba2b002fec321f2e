import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { joinsHeader, mostJoined, readQuestions, writeAnswer } from "@parcours/shared/server/joined-questions";
import { parse } from "graphql";
import { pino } from "pino";
import { AskedShapes, fieldTypesOf } from "../answer/asked-shape.js";
import { Deadline } from "../deadline.js";
import { AnswerReport } from "../request-context.js";
import type { GatewayContext } from "../request-context.js";
import { SubgraphLink } from "../subgraph-link.js";

/** What a subgraph was sent: joined or alone, and which tokens. */
interface Arrival {
  readonly isJoined: boolean;
  readonly queries: readonly string[];
  readonly tokens: readonly (string | undefined)[];
}

const data = '{"data":{"name":"one"}}';
let arrivals: Arrival[] = [];
let joins: "well" | "lost" | "slow" = "well";
let server: Server;
let link: SubgraphLink;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const isJoined = request.url === "/graphql/joined";
      const alone = { headers: { token: String(request.headers["token"]) }, body: text };
      const questions = isJoined ? (readQuestions(text) ?? []) : [alone];
      arrivals.push({
        isJoined,
        queries: questions.map(({ body }) => (JSON.parse(body) as { query: string }).query),
        tokens: questions.map(({ headers }) => headers["token"]),
      });
      if (!isJoined) return response.writeHead(200, { [joinsHeader]: mostJoined }).end(data);
      if (joins === "lost") return response.socket?.resetAndDestroy();
      response.write(writeAnswer({ place: 0, status: 200, body: data }));
      if (joins === "slow") return undefined;
      return response.end(writeAnswer({ place: 1, status: 200, body: data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  let tokens = 0;
  link = new SubgraphLink({
    name: "products",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    milliseconds: 400,
    pass: { headersFor: () => ({ token: String((tokens += 1)) }) } as never,
    shapes: new AskedShapes(fieldTypesOf(parse("type Query { name: String } type Mutation { name: String }"))),
    logger: pino({ level: "silent" }),
  });
  await ask("{ name }");
});
beforeEach(() => {
  arrivals = [];
  joins = "well";
});
afterAll(async () => {
  await link.close();
  server.closeAllConnections();
  server.close();
});

function contextOf(): GatewayContext {
  const { signal } = new AbortController();
  return {
    requestId: "request-0001",
    hop: 0,
    deadline: new Deadline(1_000),
    signal,
    report: new AnswerReport(),
  } as GatewayContext;
}

async function ask(query: string, context = contextOf()): Promise<unknown> {
  const options = { request: { query }, context } as unknown as Parameters<SubgraphLink["process"]>[0];
  return link.process(options);
}

describe("fetches of one turn", () => {
  it("travel in one call, each with its own token; an act travels alone", async () => {
    const all = [ask("{ name }"), ask("mutation { name }"), ask("{ other: name }")];
    expect(await Promise.all(all)).toHaveLength(3);
    const [act, joined] = [...arrivals].sort((one, other) => Number(one.isJoined) - Number(other.isJoined));
    expect(act).toMatchObject({ isJoined: false, queries: ["mutation { name }"] });
    expect(joined).toMatchObject({ isJoined: true, queries: ["{ name }", "{ other: name }"] });
    expect(new Set([...(act?.tokens ?? []), ...(joined?.tokens ?? [])]).size).toBe(3);
  });

  it("are asked again one by one, with new tokens, where their call is lost", async () => {
    joins = "lost";
    expect(await Promise.all([ask("{ name }"), ask("{ name }")])).toEqual([JSON.parse(data), JSON.parse(data)]);
    expect(arrivals.map(({ isJoined }) => isJoined)).toEqual([true, false, false]);
    expect(new Set(arrivals.flatMap(({ tokens }) => tokens)).size).toBe(4);
  });

  it("have each a deadline: the one that is not answered costs the others nothing", async () => {
    joins = "slow";
    const late = contextOf();
    const started = performance.now();
    const slow = ask("{ name }", late);
    const first = ask("{ name }");
    // The first place is answered at once, the second never.
    const [one, two] = await Promise.all([slow.then(() => performance.now()), first]);
    expect(one - started).toBeLessThan(300);
    expect([two, late.report.failures]).toEqual([{ data: null }, []]);
  });
});
