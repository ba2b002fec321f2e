import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aRow, merge, policyIsRead, relate } from "../../test/log-rows.js";
import { InternalTokenSigner, internalTokenHeader } from "../identity/internal-token.js";
import { idFrom } from "../ids.js";
import { anAdvisor } from "../testing/run-operation.js";
import type { Reader } from "../visibility/reader.js";
import { AccessLog } from "./access-log.js";
import { Pseudonyms } from "./pseudonyms.js";

let served: ServedFeed;
beforeAll(async () => {
  served = await serveOrchard("lookups");
  await policyIsRead(served.database);
  await merge(served.database, formerMarie, marie);
  const { pseudonym: subject } = await new Pseudonyms(served.database).of(formerMarie);
  await new AccessLog(served.database).write([aRow({ subject, staffId: "a-17", flag: "COLLEAGUE" })]);
});
afterAll(() => served.close());

const [marie, formerMarie, other] = [idFrom("marie"), idFrom("marie before"), idFrom("other")];
const own: Reader = { role: "ENTREPRENEUR", entrepreneurId: marie, purpose: "OWN_PATH" };
const officer: Reader = { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION", caseReference: "dpo-7" };

interface Told {
  readonly rows: {
    id: string;
    at: string;
    role: string;
    byYourself: boolean;
    categories: string[];
    flag: string | null;
  }[];
  readonly total: number;
  readonly code?: string;
}
const post = (body: string, token: string): Promise<Response> =>
  fetch(`${served.url}/lookups`, { method: "POST", headers: { [internalTokenHeader]: token }, body });
async function ask(reader: Reader, order: object): Promise<{ status: number; text: string; told: Told }> {
  const body = JSON.stringify({ entrepreneurId: marie, first: 10, before: null, ...order });
  const response = await post(body, gatewaySigner.sign({ reader, requestId: "r", hop: 1 }, body));
  const text = await response.text();
  return { status: response.status, text, told: JSON.parse(text) as Told };
}

describe("the list of looks over HTTP", () => {
  it("is the person's, under any id, without the official", async () => {
    for (const entrepreneurId of [marie, formerMarie]) {
      const { status, text, told } = await ask(own, { entrepreneurId });
      expect([status, told.rows.at(-1)?.role, told.rows.at(-1)?.flag]).toEqual([200, "ADVISOR_1819", null]);
      expect(text).not.toMatch(/a-17|staff|pseudonym|subject/i);
      expect(told).toMatchObject({ period: { since: expect.any(String) }, heartbeat: expect.any(String) });
    }
  });

  it("holds its own readings, within the second", async () => {
    const before = (await ask(own, {})).told.total;
    const { rows, total } = (await ask(own, {})).told;
    expect(total).toBe(before + 1);
    expect(rows[0]).toMatchObject({ byYourself: true, categories: ["LOOKUPS"], role: "ENTREPRENEUR" });
    expect(Date.now() - Date.parse(rows[0]?.at ?? "")).toBeLessThan(1000);
  });

  it("is the officer's for a case, who also learns of flags; and the person reads that the officer read it", async () => {
    const { told } = await ask(officer, {});
    expect(told.rows.at(-1)).toMatchObject({ flag: "COLLEAGUE", byYourself: false });
    expect((await ask(own, {})).told.rows[0]).toMatchObject({
      role: "DATA_PROTECTION_OFFICER",
      purpose: "DATA_PROTECTION",
    });
  });

  it("tells a mandatary of a helper's look through the enterprise no more than that there was one", async () => {
    const [manager, enterpriseNumber] = [idFrom("manager"), "0202239951"];
    await relate(served.database, { kind: "MANDATE", person: manager, enterprise: enterpriseNumber });
    const { pseudonym } = await new Pseudonyms(served.database).of(manager);
    const helps = { agencyCode: "COM", role: "RECOGNISED_HELPER", purpose: "DIFFICULTY_HELP", caseReference: "com-1" };
    const helper = { ...helps, categories: ["EARLY_SIGNALS"] };
    const enterprise = await new Pseudonyms(served.database).ofEnterprise(enterpriseNumber);
    await new AccessLog(served.database).write([
      aRow({ ...helper, enterprise, at: new Date(Date.now() - 3000) }),
      aRow({ enterprise, at: new Date(Date.now() - 2000) }),
      aRow({ ...helper, subject: pseudonym, at: new Date(Date.now() - 1000) }),
    ]);
    const reader = { ...own, entrepreneurId: manager };
    const { text, told } = await ask(reader, { entrepreneurId: manager });
    const [atThePerson, byTheAdvisor, byTheHelper] = told.rows;
    expect(atThePerson).toMatchObject({ ...helper, restriction: null, ofYourself: true });
    expect(byTheAdvisor).toMatchObject({ role: "ADVISOR_1819", restriction: null, ofYourself: false });
    const blank = { agencyCode: null, system: null, role: null, purpose: null, caseReference: null };
    expect(byTheHelper).toMatchObject({ ...blank, categories: [], restriction: "RESTRICTED", result: "SERVED" });
    expect(text.match(/COM/g)).toHaveLength(1);
    const seen = (await ask(officer, { entrepreneurId: manager })).told.rows.at(-1);
    expect(seen).toMatchObject({ ...helper, restriction: "RESTRICTED" });
  });

  it("goes on behind a row", async () => {
    const { rows } = (await ask(own, { first: 3 })).told;
    const second = (await ask(own, { first: 2, before: rows[0] })).told.rows;
    expect(second).toEqual(rows.slice(1));
  });

  it.each<[string, Reader, string]>([
    ["nobody", { role: "ANONYMOUS" }, "SIGN_IN_REQUIRED"],
    ["another person", { ...own, entrepreneurId: other }, "NOT_SHARED"],
    ["a person who is none", { role: "ENTREPRENEUR", purpose: "OWN_PATH" }, "NOT_SHARED"],
    ["a mandatary", { role: "MANDATARY", entrepreneurId: marie, purpose: "MANDATE" }, "NOT_SHARED"],
    ["an advisor", anAdvisor, "NOT_SHARED"],
    ["an advisor who is the person", { ...anAdvisor, entrepreneurId: marie }, "NOT_SHARED"],
    ["a service", { role: "SERVICE", purpose: "OWN_PATH" }, "ROLE_HAS_NO_PURPOSE"],
    ["an officer without case", { role: "DATA_PROTECTION_OFFICER", purpose: "DATA_PROTECTION" }, "CASE_REQUIRED"],
    ["an officer with another purpose", { ...officer, purpose: "CALL" }, "PURPOSE_NOT_ALLOWED"],
  ])("is closed to %s, with a code and the same words whoever it is about", async (_, reader, code) => {
    const { status, told, text } = await ask(reader, {});
    expect([status, told.code]).toEqual([403, code]);
    const unknown = await ask(reader, { entrepreneurId: idFrom("nobody at all") });
    expect([unknown.status, unknown.text]).toEqual([403, text]);
  });

  it("tells the person of a reading that was refused", async () => {
    await ask(anAdvisor, {});
    expect((await ask(own, {})).told.rows[0]).toMatchObject({
      role: "ADVISOR_1819",
      result: "WITHHELD",
      withheld: ["LOOKUPS"],
    });
  });

  it.each<[string, object]>([
    ["no person", { entrepreneurId: "x" }],
    ["no length", { first: 0 }],
    ["a length too great", { first: 102 }],
    ["a half", { first: 1.5 }],
    ["a place that is none", { before: "x" }],
    ["a place without chain", { before: { at: new Date().toISOString(), id: "7" } }],
    ["a place without instant", { before: { at: "yesterday", id: `${marie}:1` } }],
    ["a position too great", { before: { at: new Date().toISOString(), id: `${marie}:99999999999999999999` } }],
  ])("refuses %s", async (_, order) => {
    expect((await ask(own, order)).status).toBe(400);
  });

  it("answers the gateway only", async () => {
    const body = JSON.stringify({ entrepreneurId: marie, first: 1, before: null });
    const facts = { reader: own, requestId: "r", hop: 1 };
    const stranger = new InternalTokenSigner("orchard", "somebody-else-made-this-secret-up-today");
    const good = gatewaySigner.sign(facts, body);
    expect((await post(body, good)).status).toBe(200);
    for (const token of ["", good, stranger.sign(facts, body), gatewaySigner.sign(facts, `${body} `)])
      expect((await post(body, token)).status).toBe(401);
  });
});
