/** Signing in, in the whole system: the demonstration's issuer, the gateway, the subgraphs that are told who asks and why. */
import { demonstrationHandles } from "@parcours/shared/demonstration/people";
import { SigningIn } from "../../../scripts/lib/issuer/signing-in.js";
import { operation, send, until, type Answer } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";

interface Found {
  readonly agencies: readonly { readonly code: string }[] | null;
  readonly caller: { readonly outcome: string; readonly entrepreneur: { readonly displayName: string } | null } | null;
}

describe("whoever asks", () => {
  let all: EndToEnd;
  let phone: string;
  beforeAll(async () => {
    all = await startAll({ name: "signed in" });
    phone = all.phoneOf("KNOWN_TO_EVERY_POLE");
  }, 90_000);
  afterAll(() => all.system.stop());

  const caller = operation(__dirname, "caller");
  const ask = (asking: Parameters<EndToEnd["ask"]>[2]): Promise<Answer<Found>> => all.ask(caller, { phone }, asking);
  const codesOf = ({ errors }: Answer<Found>): string[] => errors.map(({ extensions }) => extensions.code);
  const gateway = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, all.system.gatewayUrl), { ...init, redirect: "manual" });

  it.each(demonstrationHandles)(
    "as %s is known to the gateway in the role and for the agency of that person",
    async (handle) => {
      const { role, agency = null, language } = all.person(handle);
      const response = await gateway("/auth/me", { headers: { authorization: `Bearer ${await all.token(handle)}` } });
      expect(await response.json()).toMatchObject({ role, agency, language: language.toUpperCase() });
    },
  );

  it("as an advisor, for a call, sees who calls", async () => {
    const { data, errors } = await ask({ as: "tom" });
    expect([errors, data.caller?.outcome, data.caller?.entrepreneur?.displayName]).toEqual([
      [],
      "ONE",
      "Amina El Khattabi",
    ]);
  });

  it("without signing in sees what is public, and is told to sign in for the rest", async () => {
    const answer = await ask({ as: null });
    expect([answer.status, answer.data.agencies?.length, answer.data.caller]).toEqual([200, expect.any(Number), null]);
    expect(codesOf(answer)).toEqual(["SIGN_IN_REQUIRED"]);
  });

  it.each([
    ["no purpose", { purpose: null }, "PURPOSE_REQUIRED"],
    ["a purpose of other roles", { purpose: "FUNDING" }, "PURPOSE_NOT_ALLOWED"],
    ["a purpose without case", { caseReference: null }, "CASE_REQUIRED"],
  ])("with %s is refused clearly, what is public apart", async (_, asking, code) => {
    const answer = await ask(asking);
    expect([answer.data.agencies?.length, answer.data.caller, codesOf(answer)]).toEqual([
      expect.any(Number),
      null,
      [code],
    ]);
  });

  it("with a token that somebody changed gets 401, a reason, and no data", async () => {
    const [head, body, signature] = (await all.token("amina")).split(".");
    const claims = JSON.parse(Buffer.from(body ?? "", "base64url").toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, parcours_role: "ADVISOR_1819" })).toString("base64url");
    for (const token of [
      `${head}.${changed}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${changed}.`,
      "rubbish",
    ]) {
      const answer = await send<Found>(
        all.system.gatewayUrl,
        { query: "{ agencies { code } }" },
        { authorization: `Bearer ${token}` },
      );
      expect([answer.status, answer.data, answer.errors.length]).toEqual([401, undefined, 1]);
    }
  });

  it("in a browser chooses a person on the issuer's page, and asks with the session from then on", async () => {
    const jar = new Map<string, string>();
    const go = async (address: string, init: { method?: string; body?: URLSearchParams } = {}): Promise<string> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(address, {
        ...init,
        redirect: "manual",
        headers: { cookie, "accept-language": "fr" },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
        jar.set(name, value.join("="));
      }
      return new URL(response.headers.get("location") ?? address, address).href;
    };
    const page = await go(await go(new URL("/auth/login", all.system.gatewayUrl).href));
    const resumed = await go(page, { method: "POST", body: new URLSearchParams({ person: "amina" }) });
    expect(await go(await go(resumed))).toBe(all.system.gatewayUrl);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const { data } = await send<{ me: { displayName: string } }>(
      all.system.gatewayUrl,
      { query: "{ me { displayName } }" },
      { cookie, "sec-fetch-site": "same-origin" },
    );
    expect(data.me.displayName).toBe("Amina El Khattabi");
  });

  it("is believed again once the issuer has come back with other keys", async () => {
    await all.system.issuer.kill();
    await all.system.issuer.start();
    const fresh = await new SigningIn(all.system.issuer.url).token("tom");
    const isBelieved = async (token: string): Promise<boolean> =>
      (await gateway("/auth/me", { headers: { authorization: `Bearer ${token}` } })).status === 200;
    await until("the gateway believes a token by the new key", () => isBelieved(fresh), 60_000);
  });
});
