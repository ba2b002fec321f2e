import { createHmac } from "node:crypto";
import type { Reader } from "../visibility/reader.js";
import { InternalTokenSigner, InternalTokenVerifier } from "./internal-token.js";

const secret = "a-secret-of-the-gateway-and-coaching-only";
const older = "the-secret-that-was-used-until-yesterday";
const reader: Reader = { role: "COACH", agency: "HUB", staffId: "7", purpose: "COACHING", caseReference: "d-1" };
const facts = { reader, requestId: "request-1", hop: 1, language: "NL" } as const;
const body = JSON.stringify({ query: "{ coachingDossier(id: 1) { id } }" });
const now = Date.UTC(2026, 3, 12, 10, 30);
const hour = 3_600_000;

const signer = new InternalTokenSigner("coaching", secret);
const verifier = (secrets = [secret]): InternalTokenVerifier => new InternalTokenVerifier("coaching", secrets);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
/** Changes what a token says and leaves its signature. */
const tampered = (token: string, change: object): string => {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const said = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
  return [header, part({ ...said, ...change }), signature].join(".");
};

describe("a token of the hop", () => {
  it("says who asks, why, and on which hop", () => {
    const verified = verifier().verify(signer.sign(facts, body, now), body, now);
    expect(verified).toMatchObject({ claims: { ...facts, operation: expect.any(String) } });
  });

  it("opens once", () => {
    const [token, at] = [signer.sign(facts, body, now), verifier()];
    expect(at.verify(token, body, now)).toMatchObject({ claims: facts });
    expect(at.verify(token, body, now)).toBe("REPLAYED");
    expect(at.verify(token, body, now + 19_000)).toBe("REPLAYED");
    for (let later = 0; later < 20; later += 1)
      at.verify(signer.sign(facts, body, now + later * 1000), body, now + later * 1000);
    expect(at.verify(token, body, now + 19_999)).toBe("REPLAYED");
  });

  it.each<[string, () => string, string]>([
    ["for another subgraph", () => new InternalTokenSigner("financing", secret).sign(facts, body, now), "SIGNATURE"],
    ["with another key", () => new InternalTokenSigner("coaching", older).sign(facts, body, now), "SIGNATURE"],
    ["of another operation", () => signer.sign(facts, `${body} `, now), "OPERATION"],
    ["that has ended", () => signer.sign(facts, body, now - 21_000), "EXPIRED"],
    ["of hours ago", () => signer.sign(facts, body, now - 3 * hour), "SIGNATURE"],
    ["of the future", () => signer.sign(facts, body, now + 60_000), "NOT_YET"],
    [
      "with another reader",
      () => tampered(signer.sign(facts, body, now), { reader: { role: "ADVISOR_1819" } }),
      "SIGNATURE",
    ],
    ["with a longer life", () => tampered(signer.sign(facts, body, now), { exp: now }), "SIGNATURE"],
    ["without signature", () => signer.sign(facts, body, now).replace(/[^.]*$/, ""), "MALFORMED"],
    ["of two parts", () => signer.sign(facts, body, now).split(".").slice(0, 2).join("."), "MALFORMED"],
    ["of four parts", () => `${signer.sign(facts, body, now)}.x`, "MALFORMED"],
    ["of no words", () => "", "MALFORMED"],
    ["without algorithm", () => `${part({ alg: "none", typ: "parcours+jwt" })}.${part(facts)}.x`, "SIGNATURE"],
  ])("%s is refused", (_, token, fault) => expect(verifier().verify(token(), body, now)).toBe(fault));

  it("cannot be made with the secret itself, nor with a header of one's own", () => {
    const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ ...facts, iss: "parcours-gateway", aud: "coaching", exp: 9e9 })}`;
    const forged = `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
    expect(verifier().verify(forged, body, now)).toBe("SIGNATURE");
  });

  it("outlives the turn of the hour, and the change of a secret", () => {
    const turn = Math.ceil(now / hour) * hour;
    expect(verifier().verify(signer.sign(facts, body, turn - 1000), body, turn + 1000)).toMatchObject({
      claims: facts,
    });
    const before = new InternalTokenSigner("coaching", older).sign(facts, body, now);
    expect(verifier([secret, older]).verify(before, body, now)).toMatchObject({ claims: facts });
  });

  it("wants a secret of 32 bytes", () => {
    expect(() => new InternalTokenSigner("coaching", "short")).toThrow("shorter than 32 bytes");
    expect(() => verifier(["short"])).toThrow("shorter than 32 bytes");
  });
});
