import { GraphQLError } from "graphql";
import { pino } from "pino";
import { startGateway } from "../../test/running-gateway.js";
import type { TestGateway } from "../../test/running-gateway.js";
import { startSubgraph } from "../../test/subgraphs.js";
import type { TestSubgraph } from "../../test/subgraphs.js";
import { formatError } from "./mask-errors.js";

describe("errors that reach a client", () => {
  let subgraph: TestSubgraph;
  let gateway: TestGateway;

  beforeAll(async () => {
    subgraph = await startSubgraph(
      "owner",
      "type Query { broken: String refused: String masked: String echo(n: Int): Int }",
      {
        Query: {
          broken: () => {
            throw new Error("connect ECONNREFUSED database 10.0.0.7");
          },
          refused: () => {
            throw new GraphQLError("Not shared with you.", { extensions: { code: "NOT_SHARED", opens: ["COACH"] } });
          },
          masked: () => {
            throw new GraphQLError("Something went wrong", { extensions: { code: "INTERNAL", errorId: "its-own-id" } });
          },
        },
      },
    );
    gateway = await startGateway([subgraph]);
  });
  afterAll(async () => {
    await gateway.stop();
    await subgraph.kill();
  });

  it("pass where they were expected, with their details", async () => {
    const { errors } = await gateway.ask("{ refused }");
    expect(errors).toEqual([
      {
        message: "Not shared with you.",
        path: ["refused"],
        extensions: { code: "NOT_SHARED", opens: ["COACH"], service: "owner" },
      },
    ]);
  });

  it("are masked where nobody foresaw them, with an id that finds them in the log", async () => {
    const answer = await gateway.ask("{ broken }", {}, { "accept-language": "fr" });
    const [error] = answer.errors ?? [];
    const { errorId } = error?.extensions ?? {};
    expect(error).toEqual({
      message: `Une erreur s'est produite chez nous (référence ${String(errorId)}).`,
      path: ["broken"],
      extensions: { code: "INTERNAL", errorId, service: "owner" },
    });
    expect(gateway.log).toContainEqual(expect.objectContaining({ errorId, service: "owner", path: ["broken"] }));
    // A subgraph's words may hold a value: the client does not get them, and no log either.
    expect(JSON.stringify([answer, gateway.log])).not.toContain("10.0.0.7");
  });

  it("keep the id that a subgraph gave, which is the one in its log", async () => {
    const { errors } = await gateway.ask("{ masked }");
    expect(errors?.[0]).toMatchObject({
      message: "Something went wrong on our side (reference its-own-id).",
      extensions: { code: "INTERNAL", errorId: "its-own-id" },
    });
  });

  it("do not repeat a wrong variable's value", async () => {
    const answer = await gateway.ask("query ($n: Int) { echo(n: $n) }", { n: "0478 12 34 56" });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(answer.errors?.[0]?.message).toBe('Variable "$n" got an invalid value.');
    const literal = await gateway.ask('{ echo(n: "0478 12 34 56") }');
    expect(literal.errors?.[0]?.message).toBe("Int cannot represent non-integer value.");
    const misplaced = [
      '"0478" { echo }',
      "{ echo(n: 0478) }",
      '{ echo(n: 1) "0478" }',
      "query ($n: Int = 0478) { echo }",
    ];
    const others = await Promise.all(misplaced.map((query) => gateway.ask(query)));
    expect(others.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(JSON.stringify([answer.errors, literal.errors, others, gateway.log])).not.toContain("0478");
  });

  it("never show a fault of the gateway itself, whatever was thrown", () => {
    const lines: string[] = [];
    const format = formatError(pino({ level: "error" }, { write: (line: string) => void lines.push(line) }));
    for (const raw of [
      new TypeError("secret"),
      "secret",
      new GraphQLError("secret", { originalError: new TypeError("secret") }),
    ]) {
      const formatted = format(
        { message: "secret", extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: ["secret"] } },
        raw,
      );
      expect(JSON.stringify(formatted)).not.toContain("secret");
      expect(lines.pop()).toContain("secret");
    }
  });
});
