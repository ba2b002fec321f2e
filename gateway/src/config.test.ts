import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readGatewayConfig } from "./config.js";

const folder = mkdtempSync(join(tmpdir(), "parcours-config-"));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const supergraph = write(
  "foreign.graphql",
  `
  enum join__Graph { FRONT_DOOR @join__graph(name: "front-door", url: "http://127.0.0.1:4001/graphql") LATE @join__graph(name: "late.one", url: "") }
  type Query @join__type(graph: FRONT_DOOR) { hello: String }
`,
);
const late = { SUBGRAPH_URL_LATE_ONE: "http://127.0.0.1:4009/" };

describe("the gateway's settings", () => {
  it("need nothing but a supergraph", () => {
    const config = readGatewayConfig(["--supergraph", supergraph], late);
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      agencies: {},
      spine: undefined,
      subgraphMilliseconds: 800,
      answerMilliseconds: 1_500,
      isSupervised: false,
    });
    expect(config.supergraph.subgraphs).toEqual([
      { name: "front-door", url: "http://127.0.0.1:4001/graphql" },
      { name: "late.one", url: "http://127.0.0.1:4009/" },
    ]);
  });

  it("come from flags first, then from the environment", () => {
    const environment = {
      ...late,
      PARCOURS_SUPERGRAPH: "elsewhere.graphql",
      PORT: "1",
      SUBGRAPH_URL_FRONT_DOOR: "https://front.example/graphql",
    };
    const config = readGatewayConfig(["--supergraph", supergraph, "--port", "0"], environment);
    expect(config.port).toBe(0);
    expect(config.supergraph.subgraphs[0]?.url).toBe("https://front.example/graphql");
  });

  it("are all named at once when they are missing or wrong", () => {
    const environment = {
      HOST: "0.0.0.0",
      SPINE: "back-door",
      PARCOURS_EXAMPLE_QUERY: "/nowhere.graphql",
      PARCOURS_AGENCIES_FILE: write("agencies.json", '{"a": "B"}'),
      SUBGRAPH_URL_FRONT_DOOR: "ftp://x",
    };
    const read = (): unknown => readGatewayConfig(["--supergraph", supergraph], environment);
    for (const part of [
      "HOST is wrong: 0.0.0.0 can be reached from other machines, and nobody signs in; listen on 127.0.0.1, or add --allow-anonymous",
      'SPINE is wrong: the supergraph has no subgraph "back-door"',
      "PARCOURS_EXAMPLE_QUERY is wrong: /nowhere.graphql cannot be read (ENOENT)",
      "PARCOURS_AGENCIES_FILE is wrong",
      'SUBGRAPH_URL_FRONT_DOOR is wrong: "ftp://x" is not an http address',
      'SUBGRAPH_URL_LATE_ONE is missing: the supergraph gives no address for "late.one"',
    ])
      expect(read).toThrow(part);
  });

  it.each([
    [["--prot", "5"], {}, "Unknown option '--prot'"],
    [["--port", "70000"], {}, "PORT is wrong: expected a port from 0 to 65535"],
    [[], { SUBGRAPH_TIMEOUT_MS: "0", LOG_LEVEL: "loud" }, "LOG_LEVEL is wrong"],
    [
      ["--supergraph", "/nowhere.graphql"],
      {},
      "PARCOURS_SUPERGRAPH is wrong: /nowhere.graphql cannot be read (ENOENT)",
    ],
    [["--supergraph", write("plain.graphql", "type Query { a: Int }")], {}, "it names no subgraph"],
    [["--supergraph", write("broken.graphql", "type Query {")], {}, "Syntax Error"],
  ])("refuse %j", (argv, environment, message) => {
    expect(() => readGatewayConfig(argv, environment)).toThrow(message);
  });

  it.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("let %s be listened on without a word", (host) => {
    expect(readGatewayConfig(["--supergraph", supergraph, "--host", host], late).host).toBe(host);
  });

  it("let other machines in on purpose only", () => {
    expect(readGatewayConfig(["--supergraph", supergraph, "--host", "0.0.0.0", "--allow-anonymous"], late).host).toBe(
      "0.0.0.0",
    );
  });

  it("find the agencies beside the supergraph", () => {
    write("agencies.generated.json", '{"front-door": ["1819"]}');
    expect(readGatewayConfig(["--supergraph", supergraph], late).agencies).toEqual({ "front-door": ["1819"] });
  });
});
