import { execFileSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { withClient } from "@parcours/shared/database-roles";
import { serverAccount } from "../lib/postgres/account.js";
import { clusterHome } from "../lib/postgres/home.js";
import { readPostmasterFile } from "../lib/postgres/postmaster.js";
import { brokenProgram, fakeWorkspace, stubbornProgram, type FakeWorkspace, type Run } from "./fake-workspace.js";

interface Told {
  readonly pid: number;
  readonly environment: Record<string, string>;
}

describe("pnpm start", () => {
  let workspace: FakeWorkspace;
  let run: Run;
  let signingKey: string | undefined;
  const ask = async (offset: number): Promise<Told> =>
    (await (await fetch(`http://127.0.0.1:${workspace.portBase + offset}/`)).json()) as Told;
  const until = async (holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> => {
    const end = Date.now() + milliseconds;
    while (!(await holds())) {
      if (Date.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return true;
  };

  beforeAll(async () => {
    workspace = await fakeWorkspace({ hall: "", garden: "", stubborn: stubbornProgram });
    run = workspace.start();
    await run.says(/ready: /, 60_000);
  }, 90_000);
  afterAll(async () => {
    run.child.kill("SIGTERM");
    await run.ended();
    expect(workspace.processes()).toEqual([]);
    workspace.remove();
  }, 30_000);

  it("ends with where it answers, whom to try, what to paste and how to stop, and says loudly that nobody needs a password", async () => {
    await run.says(/Stop with Ctrl-C/);
    expect(run.output()).toMatch(
      new RegExp(
        `DEMONSTRATION[^]*\nready: http://127\\.0\\.0\\.1:${workspace.portBase}/graphql\ntry: \\+3225550100\n[^]*curl [^]*run token tom\\)[^]*X-Purpose: CALL[^]*X-Case: [^]*Stop with Ctrl-C`,
      ),
    );
  });

  it("gives a process the role that serves and nothing of the others", async () => {
    const [hall, gateway] = [(await ask(1)).environment, (await ask(0)).environment];
    const variables = Object.keys(hall)
      .filter((name) => /DATABASE|FEED|PORT|SPINE|PARCOURS|SUBGRAPH/.test(name))
      .sort();
    expect(variables).toEqual([
      "DATABASE_URL_HALL",
      "FEED_AGENCIES",
      "FEED_READERS",
      "FEED_SECRET",
      "FEED_SOURCES",
      "PARCOURS_SUPERVISED",
      "PORT",
      "SPINE",
    ]);
    expect(hall["DATABASE_URL_HALL"]).toMatch(/^postgresql:\/\/hall_app:/);
    expect(JSON.parse(hall["FEED_SOURCES"] ?? "")).toMatchObject({
      "POINTER garden": `http://127.0.0.1:${workspace.portBase + 2}`,
    });
    expect(Object.keys(JSON.parse(hall["FEED_READERS"] ?? "") as object)).toEqual(["garden", "hall", "stubborn"]);
    expect(gateway).toMatchObject({
      HOST: "127.0.0.1",
      SPINE: "hall",
      SUBGRAPH_URL_GARDEN: `http://127.0.0.1:${workspace.portBase + 2}/graphql`,
    });
    expect(Object.keys(gateway).filter((name) => name.startsWith("DATABASE"))).toEqual([]);
  });

  it("tells each process the secrets of signing in that are its own", async () => {
    const [hall, garden, gateway] = [await ask(1), await ask(2), await ask(0)].map(({ environment }) => environment);
    const shared = JSON.parse(gateway?.["SUBGRAPH_TOKEN_SECRETS"] ?? "") as Record<string, string>;
    expect([hall?.["TOKEN_SECRETS"], garden?.["TOKEN_SECRETS"]]).toEqual([shared["hall"], shared["garden"]]);
    expect(new Set(Object.values(shared)).size).toBe(3);
    expect(JSON.parse(gateway?.["OIDC_ISSUERS"] ?? "")).toMatchObject([
      { issuer: `http://127.0.0.1:${workspace.portBase + 4}`, audience: "urn:parcours:graph" },
    ]);
    const key = {
      key: Buffer.from(hall?.["LOG_SIGNING_KEY"] ?? "", "base64url"),
      format: "der",
      type: "pkcs8",
    } as const;
    expect(createPrivateKey(key).asymmetricKeyType).toBe("ed25519");
    expect(Object.keys(hall ?? {})).not.toEqual(expect.arrayContaining(["GATEWAY_SECRETS"]));
    signingKey = hall?.["LOG_SIGNING_KEY"];
  });

  it("gives tokens to the command line, and lists whom there is", async () => {
    expect(await workspace.verb("token", "tom")).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await workspace.verb("token", "tom", "--purpose")).toBe("CALL\n");
    expect(await workspace.verb("token", "mallory")).toMatch(
      /^Nobody in the demonstration is called "mallory"\. These are:\n {2}tom +Tom Verlinden +ADVISOR_1819 at 1819\n/,
    );
  });

  it("starts a process again that was killed, and says so", async () => {
    const { pid } = await ask(2);
    process.kill(pid, "SIGKILL");
    await run.says(/garden ended \(SIGKILL\): starting it again in 0\.2 s/);
    await run.says(/garden is back/);
    expect((await ask(2)).pid).not.toBe(pid);
  });

  it("starts the database again that was killed, where the processes find it", async () => {
    const url = (await ask(1)).environment["DATABASE_URL_HALL"] ?? "";
    process.kill(readPostmasterFile(join(workspace.root, ".parcours/postgres/data"))?.pid ?? 0, "SIGKILL");
    await run.says(/the database server had ended and runs again/);
    await expect(withClient(url, (client) => client.query("select 1"))).resolves.toBeDefined();
  });

  it("lets another verb work beside it", async () => {
    expect(await workspace.verb("migrate")).toBe(
      "garden           up to date\nhall             up to date\nstubborn         up to date\n",
    );
    expect((await ask(1)).pid).toBeGreaterThan(0);
  });

  it("refuses a second start on the same checkout", async () => {
    const second = workspace.start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toBe(
      `Parcours already runs from this checkout, at http://127.0.0.1:${workspace.portBase}/graphql (process ${run.child.pid}): stop it there with Ctrl-C, or with \`kill ${run.child.pid}\`.\n`,
    );
  });

  it("ends everything within 5 s of Ctrl-C, with exit code 0, and is ready again in seconds on the same data", async () => {
    const begin = Date.now();
    run.child.kill("SIGINT");
    expect(await run.ended()).toBe(0);
    expect(await until(() => workspace.processes().length === 0, 5_000 - (Date.now() - begin))).toBe(true);
    const again = Date.now();
    run = workspace.start();
    await run.says(/demonstration data +kept from before/);
    await run.says(/ready: /);
    expect(Date.now() - again).toBeLessThan(8_000);
    expect((await ask(1)).environment["LOG_SIGNING_KEY"]).toBe(signingKey);
  }, 30_000);

  it("leaves nothing running 5 s after kill -9, one process that hears nothing included, and the data whole", async () => {
    expect(workspace.processes().length).toBeGreaterThan(5);
    run.child.kill("SIGKILL");
    await run.ended();
    expect(await until(() => workspace.processes().length === 0, 5_000)).toBe(true);
    run = workspace.start();
    await run.says(/demonstration data +kept from before/);
    await run.says(/ready: /);
  }, 30_000);

  it("can be started at once after kill -9: it waits for what is left to end", async () => {
    run.child.kill("SIGKILL");
    run = workspace.start();
    await run.says(/ready: /);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const { pid, environment } = await ask(1);
    expect(pid).toBeGreaterThan(0);
    await expect(
      withClient(environment["DATABASE_URL_HALL"] ?? "", (client) => client.query("select 1")),
    ).resolves.toBeDefined();
  }, 40_000);
});

function mounted(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=20m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("a checkout without a running system", () => {
  it("is migrated up and down on its own database server, which ends with the verb", async () => {
    const workspace = await fakeWorkspace({ hall: "" });
    expect(await workspace.verb("migrate")).toMatch(/^hall +applied .+\n$/);
    expect(await workspace.verb("migrate", "--down")).toMatch(/^hall +took back the newest migration\n$/);
    expect(await workspace.verb("token", "tom")).toBe(
      "No system runs from this checkout: start it with `pnpm start`, then ask again.\n",
    );
    expect(await workspace.verb("migrate", "--sideways")).toBe("Unknown option --sideways: pnpm migrate [--down]\n");
    expect(workspace.processes()).toEqual([]);
    workspace.remove();
  }, 30_000);
});

describe("a start by a package manager", () => {
  it("ends when the package manager is killed with -9, which cannot pass it on", async () => {
    const workspace = await fakeWorkspace({ hall: "" });
    const run = workspace.start({ npm_execpath: "/usr/bin/npm" });
    await run.says(/ready: /);
    run.child.kill("SIGKILL");
    await run.says(/Stopping \(the program that started this has gone\)/);
    await run.ended();
    expect(workspace.processes()).toEqual([]);
    workspace.remove();
  }, 30_000);
});

(process.getuid?.() === 0 ? describe : describe.skip)("root's checkout that nobody else can read", () => {
  it("runs, with its data in /var/tmp", async () => {
    const workspace = await fakeWorkspace({ hall: "" });
    chmodSync(workspace.root, 0o700);
    const run = workspace.start();
    await run.says(/ready: /);
    const home = await clusterHome(join(workspace.root, ".parcours/postgres"), serverAccount());
    expect(home.folder).toMatch(/^\/var\/tmp\/parcours-postgres-/);
    expect(readPostmasterFile(home.dataFolder)?.ready).toBe(true);
    run.child.kill("SIGTERM");
    expect(await run.ended()).toBe(0);
    expect(readPostmasterFile(home.dataFolder)).toBeUndefined();
    rmSync(home.folder, { recursive: true });
    workspace.remove();
  }, 30_000);
});

describe("a start that cannot succeed", () => {
  let workspace: FakeWorkspace;
  afterEach(() => {
    expect(workspace.processes()).toEqual([]);
    workspace.remove();
  });

  const fails = async (environment?: Record<string, string>): Promise<string> => {
    const run = workspace.start(environment);
    expect(await run.ended()).not.toBe(0);
    return run.output();
  };

  it("names a port that is taken before anything is started", async () => {
    workspace = await fakeWorkspace({ hall: "" });
    const squatter = createServer().listen(workspace.portBase + 1, "127.0.0.1");
    const output = await fails();
    squatter.close();
    expect(output).toBe(
      `Port ${workspace.portBase + 1} (hall) is taken by another program: end it, or set PARCOURS_PORT_BASE=21000 to use other ports instead of it.\n`,
    );
  });

  it("names the process that does not come up, with its last words", async () => {
    workspace = await fakeWorkspace({ hall: "", cellar: brokenProgram });
    expect(await fails()).toMatch(
      /cellar ended before it listened \(exit code 3\): the moon is in the wrong quarter \(more in .*cellar\.log\)\n$/,
    );
  }, 30_000);

  it("names the full disk", async () => {
    workspace = await fakeWorkspace({ hall: "" });
    const state = join(workspace.root, ".parcours");
    mkdirSync(state);
    if (!mounted(state)) return console.log("Skipped: a small disk can be mounted by root on Linux only.");
    try {
      expect(await fails()).toMatch(
        /^The disk of .*\.parcours is full \(\d+ MB free\): make room for 500 MB and start again\.\n$/,
      );
    } finally {
      execFileSync("umount", [state]);
    }
  });

  it("names a server that does not answer", async () => {
    workspace = await fakeWorkspace({ hall: "" });
    expect(await fails({ DATABASE_ADMIN_URL: "postgresql://someone:secret@127.0.0.1:1/postgres" })).toMatch(
      /\nThe PostgreSQL server of DATABASE_ADMIN_URL at 127\.0\.0\.1:1 does not let us in \(.*ECONNREFUSED.*\): start it or mend the URL\.\n$/,
    );
  });
});
