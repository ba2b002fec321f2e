import { execFileSync } from "node:child_process";
/** There is no Docker where the tests run: the compose file is read as data, the shell scripts are run as they are. */
import { createHash, createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dropDatabase, prepareDatabase, urlWith, withClient } from "@parcours/shared/database-roles";
import { testAdminUrl, testPrefix } from "@parcours/shared/testing/postgres";
import { parse } from "yaml";
import { discoverSubgraphs, environmentName } from "../lib/discover-subgraphs.js";
import { serviceNodeOptions } from "../lib/supervisor/node-options.js";
import { workspaceRoot } from "../lib/workspace.js";

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly build?: { readonly dockerfile: string; readonly args: { readonly PACKAGE: string } };
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly ports?: readonly string[];
}

const docker = join(workspaceRoot(), "docker");
const compose = parse(readFileSync(join(docker, "compose.yaml"), "utf8")) as { services: Record<string, Service> };
const subgraphs = discoverSubgraphs();

describe("the compose file", () => {
  it("has PostgreSQL, the gateway, and for each subgraph its service and its migration", () => {
    const expected = ["postgres", "gateway", ...subgraphs.flatMap(({ name }) => [name, `${name}-migrate`])];
    expect(Object.keys(compose.services).sort()).toEqual(expected.sort());
  });

  it("builds each from the package that the workspace has", () => {
    for (const { name, packageName } of subgraphs)
      expect(compose.services[name]?.build?.args.PACKAGE).toBe(packageName);
    expect(existsSync(join(docker, "service.Dockerfile"))).toBe(true);
  });

  it("runs each as a start on this machine does", () => {
    const command = JSON.stringify(["node", ...serviceNodeOptions, "dist/main.js"]).replaceAll(",", ", ");
    expect(readFileSync(join(docker, "service.Dockerfile"), "utf8")).toContain(`CMD ${command}\n`);
  });

  it("depends on nothing that is not there, and publishes the gateway alone, on loopback", () => {
    for (const [name, service] of Object.entries(compose.services)) {
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
      expect(service.ports ?? []).toEqual(name === "gateway" ? ["127.0.0.1:4000:4000"] : []);
    }
  });

  it("gives the role that owns a database to its migration alone", () => {
    for (const { name } of subgraphs)
      expect(JSON.stringify(compose.services[name]?.environment)).not.toContain("_OWNER");
  });

  it("holds no secret: each is required from the environment", () => {
    const secrets = Object.values(compose.services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|SIGNING_KEY|OIDC/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(subgraphs.length);
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{[A-Z0-9_]+:\?\}$/);
  });
});

describe("docker/make-secrets.sh", () => {
  const issuers = '[{"issuer":"https://issuer.example","audience":"urn:parcours:graph","clientId":"parcours-gateway"}]';

  it("makes every secret that the compose file requires, and the hashes of the feed secrets", () => {
    const environment = { PATH: process.env["PATH"], OIDC_ISSUERS: issuers, PUBLIC_URL: "https://graph.example" };
    const output = execFileSync(join(docker, "make-secrets.sh"), { encoding: "utf8", env: environment });
    const made = Object.fromEntries(
      output
        .trim()
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    ) as Record<string, string>;
    const required = [...readFileSync(join(docker, "compose.yaml"), "utf8").matchAll(/\$\{([A-Z0-9_]+):\?\}/g)].map(
      ([, name]) => name ?? "",
    );
    expect(Object.keys(made).sort()).toEqual([...new Set(required)].sort());
    const hashes = JSON.parse((made["FEED_READERS"] ?? "").replaceAll("'", "")) as Record<string, string>;
    const expected = subgraphs.map(({ name }) => {
      const secret = made[`FEED_SECRET_${environmentName(name)}`] ?? "";
      return [name, createHash("sha256").update(secret).digest("hex")];
    });
    expect(hashes).toEqual(Object.fromEntries(expected));
    const unquoted = (name: string): string => (made[name] ?? "").replaceAll("'", "");
    const variable = (kind: string, name: string): string => made[`${kind}_${environmentName(name)}`] ?? "";
    expect(JSON.parse(unquoted("SUBGRAPH_TOKEN_SECRETS"))).toEqual(
      Object.fromEntries(subgraphs.map(({ name }) => [name, variable("TOKEN_SECRET", name)])),
    );
    for (const { name } of subgraphs) {
      const key = Buffer.from(variable("LOG_SIGNING_KEY", name), "base64url");
      expect(createPrivateKey({ key, format: "der", type: "pkcs8" }).asymmetricKeyType).toBe("ed25519");
      expect(variable("TOKEN_SECRET", name).length).toBeGreaterThanOrEqual(32);
    }
    expect([unquoted("OIDC_ISSUERS"), unquoted("PUBLIC_URL")]).toEqual([issuers, "https://graph.example"]);
  });

  it("makes nothing without a real issuer to trust", () => {
    const run = (): string =>
      execFileSync(join(docker, "make-secrets.sh"), { env: { PATH: process.env["PATH"] }, stdio: "pipe" }).toString();
    expect(run).toThrow("OIDC_ISSUERS");
  });
});

const clients = existsSync("/usr/lib/postgresql")
  ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`)
  : [];
const hasPsql = clients.some((folder) => existsSync(join(folder, "psql")));
if (!hasPsql) console.log("Skipped: there is no psql here to run docker/postgres/init.sh with.");

(hasPsql ? describe : describe.skip)("docker/postgres/init.sh", () => {
  const [made, reference] = [`${testPrefix()}docker`, `${testPrefix()}reference`];
  const password = randomBytes(12).toString("hex");
  afterAll(() => Promise.all([made, reference].map((database) => dropDatabase(testAdminUrl(), database))));

  it("makes the same database, roles and rights as the product makes for itself", async () => {
    const { hostname, port, username, password: adminPassword } = new URL(testAdminUrl());
    const upper = made.toUpperCase();
    execFileSync(join(docker, "postgres/init.sh"), {
      env: {
        PATH: [...clients, process.env["PATH"]].join(":"),
        PGHOST: hostname,
        PGPORT: port,
        PGPASSWORD: adminPassword,
        POSTGRES_USER: username,
        DATABASES: made,
        [`DATABASE_PASSWORD_${upper}_OWNER`]: password,
        [`DATABASE_PASSWORD_${upper}_APP`]: password,
      },
    });
    await prepareDatabase(testAdminUrl(), { database: reference, ownerPassword: password, appPassword: password });
    expect(await rightsIn(made)).toEqual(await rightsIn(reference));
    const appUrl = urlWith(testAdminUrl(), { database: made, user: `${made}_app`, password });
    await expect(withClient(appUrl, (client) => client.query("select 1"))).resolves.toBeDefined();
  });
});

/** Owner, locale and rights of a database, with its own name left out. */
function rightsIn(database: string): Promise<string> {
  return withClient(urlWith(testAdminUrl(), { database }), async (client) => {
    const { rows } = await client.query(
      `select pg_get_userbyid(datdba) as owner, datcollate, datctype, datlocprovider, datacl::text,
              (select nspacl::text from pg_namespace where nspname = 'public') as schema_rights,
              (select array_agg(defaclobjtype::text || ' ' || defaclacl::text order by defaclobjtype) from pg_default_acl) as default_rights
         from pg_database where datname = current_database()`,
    );
    return JSON.stringify(rows).replaceAll(database, "<database>");
  });
}
