import { pino } from "pino";
import { TestIssuer, newKey } from "../../test/issuer.js";
import { asIssuers } from "./issuer-settings.js";
import { TokenVerifier } from "./token-verifier.js";
import { TrustedIssuer } from "./trusted-issuer.js";

const untilKeysMayBeFetchedAgain = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_100));

describe("an issuer that changes its keys", () => {
  let issuer: TestIssuer;
  let verifier: TokenVerifier;
  const outcome = (token: string): Promise<string> =>
    verifier.verify(token).then(
      ({ reader }) => reader.role,
      (error: { definition?: { code: string } }) => String(error.definition?.code),
    );

  beforeEach(async () => {
    issuer = await TestIssuer.start();
    const [settings] = asIssuers(JSON.stringify([issuer.settings]));
    if (!settings) throw new Error("no issuer");
    verifier = new TokenVerifier([new TrustedIssuer(settings, pino({ level: "silent" }))], {});
  });
  afterEach(() => issuer.stop());

  it("is followed: tokens of the new key are good, and those of the old one while it is published", async () => {
    const old = await issuer.token("coach");
    expect(await outcome(old)).toBe("COACH");
    await issuer.useKeys([await newKey("second"), ...issuer.keys]);
    await untilKeysMayBeFetchedAgain();
    expect(await outcome(await issuer.token("advisor"))).toBe("ADVISOR_1819");
    expect(await outcome(old)).toBe("COACH");
  });

  it("takes the tokens of a withdrawn key with it, also those that were good before", async () => {
    const old = await issuer.token("coach");
    expect(await outcome(old)).toBe("COACH");
    await issuer.useKeys([await newKey("second")]);
    await untilKeysMayBeFetchedAgain();
    expect(await outcome(await issuer.token("advisor"))).toBe("ADVISOR_1819");
    expect(await outcome(old)).toBe("TOKEN_INVALID");
  });

  it("is not asked again for each token with a key that nobody knows", async () => {
    const stranger = await newKey("stranger");
    expect(await outcome(await issuer.token("coach"))).toBe("COACH");
    await issuer.stop();
    expect(await outcome(await issuer.token("coach", { key: stranger }))).toBe("TOKEN_INVALID");
  });

  it("may be away for a while: its keys are known", async () => {
    expect(await outcome(await issuer.token("coach"))).toBe("COACH");
    const another = await issuer.token("advisor");
    await issuer.stop();
    expect(await outcome(another)).toBe("ADVISOR_1819");
  });
});
