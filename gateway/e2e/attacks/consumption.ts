/** API4, unrestricted resource consumption: every limit from outside, and how long a refusal takes. */
import { connect } from "node:net";
import { getIntrospectionQuery } from "graphql";
import type { EndToEnd } from "../harness.js";
import { askRoughly, codesIn, inTurn, rough } from "./rough.js";

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (times: number): string =>
  times === 0
    ? "id"
    : `id timeline(first: $n) { edges { node { ... on CoachingDossier { entrepreneur { ${nested(times - 1)} } } } } }`;

/** What costs more than anybody may ask, and the code by which it is refused. */
const costly: Readonly<Record<string, readonly [body: unknown, code: string]>> = {
  levels: [
    {
      query: `{ caller(phone: "1") { entrepreneur { ${"coachingless: projects { edges { node { entrepreneur { ".repeat(4)} id ${"} } } }".repeat(4)} } } }`,
    },
    "OPERATION_TOO_DEEP",
  ],
  "roots by alias": [
    { query: `{ ${many(21, (index) => `a${index}: agencies { code }`)} }` },
    "OPERATION_HAS_TOO_MANY_ROOTS",
  ],
  "roots by fragment": [
    { query: `{ ${many(21, () => "...F")} } fragment F on Query { agencies { code } }` },
    "OPERATION_HAS_TOO_MANY_ROOTS",
  ],
  "pages in pages": [
    { query: `query ($n: Int!) { caller(phone: "1") { entrepreneur { ${nested(2)} } } }`, variables: { n: 100 } },
    "OPERATION_TOO_COSTLY",
  ],
  "pages in pages by the default of a variable": [
    { query: `query ($n: Int! = 100) { caller(phone: "1") { entrepreneur { ${nested(2)} } } }` },
    "OPERATION_TOO_COSTLY",
  ],
  "pages in pages that nobody asked the size of": [
    { query: `{ caller(phone: "1") { entrepreneur { ${nested(3).replaceAll("(first: $n)", "")} } } }` },
    "OPERATION_TOO_COSTLY",
  ],
  "the schema, a hundred times over": [
    { query: `{ __schema { types { fields { type { fields { ${many(100, (index) => `a${index}: name`)} } } } } } }` },
    "OPERATION_TOO_COSTLY",
  ],
  "the schema, from twenty roots": [
    {
      query: `{ ${many(20, (index) => `s${index}: __schema { types { fields { args { type { name } } type { fields { name } } } } }`)} }`,
    },
    "OPERATION_TOO_COSTLY",
  ],
  "the schema, in the schema": [
    { query: `{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }` },
    "GRAPHQL_VALIDATION_FAILED",
  ],
  tokens: [{ query: `{ ${"agencies ".repeat(6_000)} }` }, "GRAPHQL_PARSE_FAILED"],
  "fragments that double": [
    {
      query: `{ ...F0 } ${many(80, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F80 on Query { agencies { code } }`,
    },
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "fragments in a circle": [
    { query: "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }" },
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "names that clash": [
    { query: `{ ${many(400, (index) => `x: site(id: "${index}") { id }`)} }` },
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "lists in lists": [
    { query: `{ caller(phone: ${"[".repeat(2_900)}${"]".repeat(2_900)}) { outcome } }` },
    "GRAPHQL_PARSE_FAILED",
  ],
  "operations in one body": [
    many(3, (index) => `${index === 0 ? "[" : ","}{"query":"{ agencies { code } }"}`) + "]",
    "BODY_NOT_JSON",
  ],
  bytes: [{ query: "{ agencies { code } }", variables: { x: "x".repeat(300_000) } }, "BODY_TOO_LARGE"],
};

export function describeConsumption(system: () => EndToEnd): void {
  describe("API4: asking too much", () => {
    let all: EndToEnd;
    let url: string;
    beforeAll(() => {
      all = system();
      url = all.system.gatewayUrl;
    });

    it.each(Object.keys(costly))("of %s is refused before anybody is asked", async (name) => {
      const [body, code] = costly[name] ?? ["", ""];
      const begun = performance.now();
      const { status, text } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), body);
      expect([name, status >= 400 && status < 500, codesIn(text)]).toEqual([name, true, [code]]);
      // Generous, for a machine that has much else to do: what is refused must not hold a core.
      expect(performance.now() - begun).toBeLessThan(5_000);
      expect(text.length).toBeLessThan(40_000);
    });

    it("leaves room for what an honest client asks: the standard introspection, a page of a hundred", async () => {
      const asked = [
        getIntrospectionQuery(),
        `{ caller(phone: "${all.phoneOf("HUNDRED_ENTRIES")}") { entrepreneur { timeline(first: 100) { edges { node { __typename id label agency { code name } kind { code label } occurredAt } } } } } }`,
      ];
      for (const query of asked) {
        const { status, text } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), { query });
        expect([status, codesIn(text)]).toEqual([200, []]);
      }
    });

    it.each([
      ["101", 101],
      ["none", 0],
      ["a negative number", -1],
      ["more than an integer", 2_147_483_648],
    ])("of %s entries is refused by the owner, or by the graph", async (_, first) => {
      const query = `query ($id: ID!, $n: Int!) { coachingDossiers(entrepreneurId: $id, first: $n) { edges { node { id } } } }`;
      const variables = { id: all.story("KNOWN_TO_EVERY_POLE").id, n: first };
      const { text } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), { query, variables });
      expect(codesIn(text)).toEqual([first > 1_000 ? "OPERATION_TOO_COSTLY" : "PAGE_SIZE_INVALID"]);
    });

    it.each([
      ["a name of thirty thousand words", { name: many(30_000, (index) => `w${index.toString(36)}`) }],
      ["a number of two hundred thousand digits", { phone: `+32 47${"1 ".repeat(100_000)}` }],
      ["an address that never ends", { email: `${"a.".repeat(100_000)}@` }],
    ])("by %s takes no longer than asking", async (_, clues) => {
      const query =
        "query ($phone: String, $name: String, $email: String) { caller(phone: $phone, name: $name, email: $email) { outcome } }";
      const begun = performance.now();
      const { status } = await askRoughly(url, inTurn(await all.headers({ as: "tom" })), { query, variables: clues });
      expect(status).toBeLessThan(500);
      expect(performance.now() - begun).toBeLessThan(5_000);
    });

    it("by a head or a body that never ends costs its own connection, at the gateway and at a subgraph", async () => {
      const head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
      const begun = performance.now();
      const cut = [url, `${all.subgraph("coaching").url}/graphql`].flatMap((address) => [
        untilCut(address, `${head}x-slow: `),
        untilCut(address, `${head}content-length: 1000\r\n\r\n{`),
      ]);
      expect(await askRoughly(url, [], { query: "{ agencies { code } }" })).toMatchObject({ status: 200 });
      await Promise.all(cut);
      // 10 s for the request, and 30 s between two looks of Node at what is under way.
      expect(performance.now() - begun).toBeLessThan(45_000);
    }, 60_000);

    it("by two lengths, or a length and chunks, is no request", async () => {
      for (const headers of [
        ["content-length", "5", "content-length", "6"],
        ["content-length", "5", "transfer-encoding", "chunked"],
        ["transfer-encoding", "chunked, identity"],
      ]) {
        const answer = await untilCut(
          url,
          `POST /graphql HTTP/1.1\r\nhost: x\r\n${pairs(headers)}\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nhost: x\r\n\r\n`,
        );
        expect([headers, answer.split("\r\n")[0], answer.includes('"live":true')]).toEqual([
          headers,
          "HTTP/1.1 400 Bad Request",
          false,
        ]);
      }
    });

    it("after all this still is answered", async () => {
      const { status, text } = await rough(new URL("/health/ready", url).href, { method: "GET" });
      expect([status, text.includes("DOWN")]).toEqual([200, false]);
    });
  });
}

function pairs(headers: readonly string[]): string {
  return headers.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
}

/** What a server says to this beginning of a request until it cuts the connection. */
async function untilCut(address: string, beginning: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => void socket.write(beginning));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.once("error", () => undefined);
    socket.once("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}
