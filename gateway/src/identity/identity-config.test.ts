import { identitySettings, readIdentityConfig } from "./identity-config.js";

const issuer = { issuer: "https://issuer.example", audience: "urn:parcours:graph", clientId: "gateway" };
const secret = (name: string): string => name.padEnd(32, "-");
const whole = {
  OIDC_ISSUERS: JSON.stringify([issuer]),
  GATEWAY_SECRETS: `${secret("new")},${secret("old")}`,
  SUBGRAPH_TOKEN_SECRETS: JSON.stringify({ coaching: secret("c"), housing: secret("h"), "not-here": "short" }),
};
const read = (environment: Record<string, string>) =>
  readIdentityConfig({ ...environment }, ["coaching", "housing"], () => ({}));

describe("the settings of signing in", () => {
  it("are not read at all without issuers", () => {
    expect(
      read({ GATEWAY_SECRETS: "short", SUBGRAPH_TOKEN_SECRETS: "no JSON", PUBLIC_URL: "nowhere" }),
    ).toBeUndefined();
  });

  it("hold the secrets of the subgraphs that there are", () => {
    expect(read(whole)).toMatchObject({ secrets: [secret("new"), secret("old")], publicUrl: undefined });
    expect([...(read(whole)?.tokenSecrets.keys() ?? [])]).toEqual(["coaching", "housing"]);
  });

  it("are named all at once where they are missing", () => {
    const missing = (): unknown => read({ OIDC_ISSUERS: whole.OIDC_ISSUERS, PUBLIC_URL: "http://parcours.example" });
    for (const name of ["GATEWAY_SECRETS is missing", "SUBGRAPH_TOKEN_SECRETS is missing", "PUBLIC_URL is wrong"])
      expect(missing).toThrow(name);
  });

  it.each([
    [{ OIDC_ISSUERS: "[]" }, "OIDC_ISSUERS is wrong"],
    [{ GATEWAY_SECRETS: `${secret("new")},short` }, "GATEWAY_SECRETS is wrong: expected secrets of at least 32 bytes"],
    [{ SUBGRAPH_TOKEN_SECRETS: "{}" }, 'it has no secret for "coaching"; it has no secret for "housing"'],
    [{ SUBGRAPH_TOKEN_SECRETS: JSON.stringify({ coaching: "short", housing: secret("h") }) }, '"coaching" is shorter'],
    [
      { SUBGRAPH_TOKEN_SECRETS: JSON.stringify({ coaching: secret("x"), housing: secret("x") }) },
      'the secret for "coaching" is another\'s as well',
    ],
    [{ PUBLIC_URL: "https://parcours.example/graph" }, "PUBLIC_URL is wrong"],
    [{ PUBLIC_URL: "http://10.0.0.1" }, "PUBLIC_URL is wrong"],
  ])("are refused with %j", (wrong, message) => {
    expect(() => read({ ...whole, ...wrong })).toThrow(message);
  });

  it("never repeat a secret", () => {
    const wrong = { ...whole, GATEWAY_SECRETS: "hush", SUBGRAPH_TOKEN_SECRETS: '{"coaching": "hush"}' };
    let message = "";
    try {
      read(wrong);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("GATEWAY_SECRETS");
    expect(message).not.toContain("hush");
  });

  it("have a purpose each", () => {
    for (const { purpose } of Object.values(identitySettings)) expect(purpose).not.toBe("");
  });
});
