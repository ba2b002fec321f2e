import type { Subgraph } from "../lib/discover-subgraphs.js";
import { readClusterSettings, readStartSettings } from "../lib/settings.js";

const subgraph = (name: string, port: number) => ({ name, manifest: { port } }) as unknown as Subgraph;
const subgraphs = [subgraph("front-door", 4001), subgraph("housing", 4004)];

describe("the settings of a start", () => {
  it("are none that one must give", () => {
    expect(readStartSettings(subgraphs, {})).toEqual({
      cluster: { adminUrl: undefined, prefix: "" },
      ports: { gateway: 4000, issuer: 4010, subgraphs: { "front-door": 4001, housing: 4004 } },
      entrepreneurs: 2000,
      feedsMilliseconds: 20_000,
    });
  });

  it("move all ports, or one", () => {
    const { ports } = readStartSettings(subgraphs, { PARCOURS_PORT_BASE: "21000", PARCOURS_PORT_FRONT_DOOR: "30000" });
    expect(ports).toEqual({ gateway: 21000, issuer: 21010, subgraphs: { "front-door": 30000, housing: 21004 } });
  });

  it("are refused in production: whoever starts is whom they like", () => {
    expect(() => readStartSettings(subgraphs, { NODE_ENV: "production" })).toThrow(
      "pnpm start runs a demonstration, in which everybody signs in as whom they like: it does not run with NODE_ENV=production.",
    );
  });

  it("tell every fault at once, and no password", () => {
    const environment = {
      DATABASE_ADMIN_URL: "host=localhost password=secret",
      DATABASE_PREFIX: "My-",
      PARCOURS_PORT_BASE: "0",
      PARCOURS_PORT_HOUSING: "x",
      PARCOURS_ENTREPRENEURS: "many",
    };
    expect(() => readStartSettings(subgraphs, environment)).toThrow(
      [
        "Settings to mend:",
        "  DATABASE_ADMIN_URL is wrong: expected a URL like postgresql://user:password@host:5432/postgres",
        "  DATABASE_PREFIX is wrong: expected at most 20 lower-case letters, digits and underscores, a letter first",
        "  PARCOURS_PORT_BASE is wrong: expected a port from 1 to 65000",
        "  PARCOURS_ENTREPRENEURS is wrong: expected a whole number",
        "  PARCOURS_PORT_HOUSING is wrong: expected a port from 0 to 65535",
      ].join("\n"),
    );
  });

  it("of the database server alone can be read too", () => {
    expect(readClusterSettings({ DATABASE_ADMIN_URL: "postgres://a@b/c", DATABASE_PREFIX: "mine_" })).toEqual({
      adminUrl: "postgres://a@b/c",
      prefix: "mine_",
    });
  });
});
