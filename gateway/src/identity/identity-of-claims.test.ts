import { identityOf } from "./identity-of-claims.js";
import { asIssuers } from "./issuer-settings.js";
import type { IssuerSettings } from "./issuer-settings.js";

const person = "4f0c1d1e-5a0b-4c55-9c57-3a2f6f0f5d11";
const entry = { issuer: "https://issuer.example", audience: "urn:parcours:graph", clientId: "gateway" };
const issuerWith = (limits: object = {}): IssuerSettings =>
  asIssuers(JSON.stringify([{ ...entry, ...limits }]))[0] as IssuerSettings;
const coach = { parcours_role: "COACH", parcours_agency: "HUB", parcours_staff: "s-1", exp: 2_000_000_000 };
const read = (claims: object, limits?: object): unknown =>
  identityOf({ ...claims }, issuerWith(limits), { HUB: ["IMPULSE", "ATRIUM"] }).reader;

describe("who the bearer of a token is", () => {
  it("is a member of staff of an agency, with the bodies that went up in it", () => {
    expect(read({ ...coach, azp: "desk", parcours_person: person })).toEqual({
      role: "COACH",
      agency: "HUB",
      staffId: "s-1",
      entrepreneurId: person,
      formerAgencies: ["IMPULSE", "ATRIUM"],
      system: "desk",
    });
  });

  it.each(["ENTREPRENEUR", "MANDATARY"])("is, as %s, a person and nobody's staff", (role) => {
    const claims = { ...coach, parcours_role: role, parcours_person: person.toUpperCase() };
    expect(read(claims)).toEqual({ role, entrepreneurId: person });
  });

  it("is, as a service, nothing more than the program", () => {
    const claims = { ...coach, parcours_role: "SERVICE", parcours_person: "x", client_id: "feeds" };
    expect(read(claims)).toEqual({ role: "SERVICE", system: "feeds" });
  });

  it.each([
    ["no role", { ...coach, parcours_role: undefined }, {}],
    ["a role of another spelling", { ...coach, parcours_role: "coach" }, {}],
    ["several roles", { ...coach, parcours_role: ["COACH"] }, {}],
    ["the role of nobody", { parcours_role: "ANONYMOUS" }, {}],
    ["a private financier", { ...coach, parcours_role: "PRIVATE_FINANCIER" }, {}],
    ["a role beyond the issuer's", coach, { roles: ["ENTREPRENEUR"] }],
    ["an agency beyond the issuer's", coach, { agencies: ["CITYDEV"] }],
    ["staff without agency", { ...coach, parcours_agency: undefined }, {}],
    ["an agency that is no code", { ...coach, parcours_agency: "HUB OR 1=1" }, {}],
    ["an agency of the prototype", { ...coach, parcours_agency: "__proto__" }, {}],
    ["staff without id", { ...coach, parcours_staff: "" }, {}],
    ["staff whose person is none", { ...coach, parcours_person: "ada" }, {}],
    ["an entrepreneur who is nobody", { parcours_role: "ENTREPRENEUR" }, {}],
    ["a mandatary who is a number", { parcours_role: "MANDATARY", parcours_person: 7 }, {}],
  ])("is not accepted with %s", (_what, claims, limits) => {
    expect(() => read(claims, limits)).toThrow("TOKEN_IDENTITY_REFUSED");
  });

  it.each([
    ["fr-BE", "FR"],
    ["nl", "NL"],
    ["en_GB", "EN"],
    ["de", undefined],
    [7, undefined],
  ])("speaks, by the claim %j, %s", (locale, language) => {
    expect(identityOf({ ...coach, locale }, issuerWith(), {}).language).toBe(language);
  });
});

describe("the trusted issuers", () => {
  it.each([
    ["no JSON", "secret"],
    ["an empty list", "[]"],
    ["one issuer twice", JSON.stringify([entry, entry])],
    ["an unprotected address", JSON.stringify([{ ...entry, issuer: "http://issuer.example" }])],
    ["no audience", JSON.stringify([{ ...entry, audience: "" }])],
    ["a role that does not exist", JSON.stringify([{ ...entry, roles: ["KING"] }])],
    ["a member that is misspelt", JSON.stringify([{ ...entry, agency: ["HUB"] }])],
    ["a scope without openid", JSON.stringify([{ ...entry, scope: "profile" }])],
    ["id tokens that pass for access tokens", JSON.stringify([{ ...entry, audience: "gateway", tokenTypes: ["JWT"] }])],
  ])("are not read from %s, and nothing of the text is repeated", (_what, text) => {
    let message = "";
    try {
      asIssuers(text);
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/^Error: /);
    expect(message).not.toMatch(/secret|issuer\.example/);
  });

  it("may be on this machine without protection, and have several audiences", () => {
    const [issuer] = asIssuers(JSON.stringify([{ ...entry, issuer: "http://127.0.0.1:4010", audience: ["a", "b"] }]));
    expect(issuer).toMatchObject({ audience: ["a", "b"], scope: "openid", tokenTypes: ["at+jwt"] });
  });
});
