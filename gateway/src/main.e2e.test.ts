import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startShop } from "../test/shop.js";
import type { TestSubgraph } from "../test/subgraphs.js";
import { compose } from "../test/subgraphs.js";

const program = join(__dirname, "../dist/main.js");
const bare = { PATH: process.env["PATH"] ?? "" };

describe("the gateway's process", () => {
  let shop: { products: TestSubgraph; stock: TestSubgraph; reviews: TestSubgraph };
  let supergraph: string;
  const started: ChildProcess[] = [];

  /** Starts it with a channel to its parent, and waits for the port. */
  async function start(
    argv: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<{ child: ChildProcess; url: string }> {
    const child = fork(program, [...argv], {
      env: { ...bare, ...environment },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.push(child);
    const [message] = (await once(child, "message")) as [{ type: string; port: number }];
    expect(message.type).toBe("listening");
    return { child, url: `http://127.0.0.1:${message.port}` };
  }

  /** Runs it to its end. */
  async function run(
    argv: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [program, ...argv], { env: { ...bare, ...environment } });
    started.push(child);
    const chunks: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, said: Buffer.concat(chunks).toString() };
  }

  const ask = async (url: string, query: string): Promise<{ data?: unknown; errors?: unknown }> =>
    (
      await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      })
    ).json() as Promise<object>;

  beforeAll(async () => {
    shop = await startShop();
    supergraph = join(mkdtempSync(join(tmpdir(), "parcours-main-")), "supergraph.graphql");
    writeFileSync(supergraph, compose(Object.values(shop)));
  });
  afterAll(async () => {
    for (const child of started) child.kill("SIGKILL");
    await Promise.all(Object.values(shop).map(({ kill }) => kill()));
  });

  it("serves any supergraph with nothing but its file, and ends in good order", async () => {
    const { child, url } = await start(["--supergraph", supergraph, "--port", "0"]);
    expect(await ask(url, "{ products { name stars } }")).toEqual({
      data: {
        products: [
          { name: "one", stars: 4 },
          { name: "two", stars: 4 },
        ],
      },
    });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    shop.products.behaviour = "hang";
    const underWay = ask(url, "{ products { name } }");
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill("SIGTERM");
    expect(await underWay).toMatchObject({ data: { products: null } });
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
    shop.products.behaviour = "well";
  });

  it("takes subgraph addresses from the environment before those of the file", async () => {
    const { child, url } = await start(["--supergraph", supergraph, "--port", "0"], {
      SUBGRAPH_URL_REVIEWS: "http://127.0.0.1:1/graphql",
    });
    expect(await ask(url, "{ products { stars } }")).toMatchObject({
      data: { products: [{ stars: null }, { stars: null }] },
      errors: [{ extensions: { service: "reviews" } }, {}],
    });
    child.kill();
  });

  it("ends with its parent when it is supervised", async () => {
    const { child } = await start(["--supergraph", supergraph, "--port", "0"], { PARCOURS_SUPERVISED: "1" });
    const begun = performance.now();
    child.disconnect();
    await once(child, "exit");
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it("ends when its standard input closes, where it has no channel to its parent", async () => {
    const child = spawn(process.execPath, [program, "--supergraph", supergraph, "--port", "0"], {
      env: { ...bare, PARCOURS_SUPERVISED: "1" },
    });
    started.push(child);
    await once(child.stdout, "data");
    child.stdin.end();
    await once(child, "exit");
  });

  it("says in one line that its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, said } = await run(["--supergraph", supergraph, "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} on 127.0.0.1 is taken: stop the program that listens there, or choose another port with --port.\n`,
    );
  });

  it("refuses to be reached from other machines unless told so, and names every wrong setting", async () => {
    const { code, said } = await run(["--supergraph", "/nowhere.graphql", "--host", "0.0.0.0"]);
    expect(code).toBe(2);
    expect(said).toMatch(/^Settings to mend:\n {2}HOST is wrong: .*\n {2}PARCOURS_SUPERGRAPH is wrong: .*\n$/);
  });
});
