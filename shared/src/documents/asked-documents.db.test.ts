/** What a form is told of documents at one owner, on a real database: what stands for what it asks, and nothing that its reader may not know. */
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aPdf, Giving } from "../../test/giving.js";
import { statement } from "../database.js";
import { newId } from "../ids.js";
import type { Reader } from "../visibility/reader.js";
import type { ToldStanding } from "./asked-documents.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("standing")));
afterAll(() => served.close());

const sofieId = "11111111-1111-4111-8111-111111111111";
const project = "33333333-3333-4333-8333-333333333333";
const sofie: Reader = { role: "ENTREPRENEUR", entrepreneurId: sofieId, purpose: "OWN_PATH" };
const host = (agency: string): Reader => ({
  role: "HOUSING_HOST",
  agency,
  staffId: `${agency}-1`,
  purpose: "HOSTING",
  caseReference: "stay-1",
});
const as = (reader: Reader): Giving => new Giving(served.url, reader);
const wanted = (type: string, projectId: string | null = null): object => ({ type, enterpriseNumber: null, projectId });
const asked = (...documents: readonly object[]): object => ({ entrepreneurId: sofieId, agency: "ORCHARD", documents });
const standing = async (reader: Reader, body: object): Promise<ToldStanding["documents"]> => {
  const { status, body: told } = await as(reader).post<ToldStanding>("/documents/standing", body);
  expect(status).toBe(200);
  return told.documents;
};

describe("what stands for what a form asks", () => {
  it("is the present version of each type, to who may read it, and it is in the log", async () => {
    const plan = await as(sofie).give(sofieId, aPdf("plan"));
    const newer = await as(sofie).give(sofieId, aPdf("newer"), { isNewVersion: true });
    const lease = await as(sofie).give(sofieId, aPdf("lease"), { documentType: "LEASE" });
    const both = asked(wanted("BUSINESS_PLAN"), wanted("LEASE"));
    for (const reader of [sofie, host("ORCHARD")])
      expect((await standing(reader, both)).map(({ id }) => id)).toEqual([newer.id, lease.id]);
    expect((await standing(sofie, asked(wanted("BUSINESS_PLAN")))).map(({ id }) => id)).not.toContain(plan.id);
    const looks = await served.database.query<{ categories: string[] }>(
      statement("select categories from access_log where action = 'READ' order by at desc limit 1"),
    );
    expect(looks[0]?.categories).toEqual(["DOCUMENT"]);
  });

  it("is also what no longer holds, with its last day: a form says since when", async () => {
    const order = { documentType: "QUOTE", validFrom: "2020-01-01", validUntil: "2020-02-01" };
    await as(sofie).give(sofieId, aPdf("old quote"), order);
    expect(await standing(sofie, asked(wanted("QUOTE")))).toMatchObject([{ isValid: false, validUntil: "2020-02-01" }]);
  });

  it("is a project's own for that project only, and one of no project for each", async () => {
    const market = { documentType: "MARKET_STUDY", projectId: project };
    const { id } = await as(sofie).give(sofieId, aPdf("study"), market);
    expect((await standing(sofie, asked(wanted("MARKET_STUDY", project)))).map((one) => one.id)).toEqual([id]);
    expect(await standing(sofie, asked(wanted("MARKET_STUDY")))).toEqual([]);
    expect(await standing(sofie, asked(wanted("MARKET_STUDY", newId())))).toEqual([]);
    expect(await standing(sofie, asked(wanted("LEASE", project)))).toHaveLength(1);
  });
});

describe("who may not know of it", () => {
  const cost = async (reader: Reader, body: object): Promise<number> => {
    const before = served.database.statements;
    await standing(reader, body);
    return served.database.statements - before;
  };

  it("is told the same of what is held and of what is not, at the same cost", async () => {
    const stranger = host("OTHER");
    const [held, none] = [asked(wanted("BUSINESS_PLAN")), asked(wanted("DIPLOMA"))];
    await standing(stranger, held);
    expect(await standing(stranger, held)).toEqual([]);
    expect(await standing(stranger, none)).toEqual([]);
    expect(await cost(stranger, held)).toBe(await cost(stranger, none));
  });

  it("finds nothing of a restricted dossier where a form of another file asks", async () => {
    await as(sofie).give(sofieId, aPdf("secret"), { documentType: "NOTE", isRestricted: true });
    expect(await standing(sofie, asked(wanted("NOTE")))).toEqual([]);
    await as(sofie).give(sofieId, aPdf("restart"), { documentType: "RESTART_PLAN" });
    expect(await standing(sofie, asked(wanted("RESTART_PLAN")))).toMatchObject([{ isRestricted: true }]);
    expect(await standing(host("ORCHARD"), asked(wanted("RESTART_PLAN")))).toEqual([]);
  });

  it("is refused without a purpose", async () => {
    const { purpose: _, ...nobody } = host("ORCHARD");
    const { status } = await as(nobody).post("/documents/standing", asked(wanted("LEASE")));
    expect(status).toBe(403);
  });
});

it.each([
  [{}],
  [{ ...asked(), documents: [] }],
  [{ ...asked(wanted("LEASE")), entrepreneurId: "x" }],
  [{ ...asked(wanted("LEASE")), agency: "a b" }],
  [asked(wanted("HOROSCOPE"))],
  [asked({ ...wanted("LEASE"), enterpriseNumber: "1" })],
  [asked(wanted("LEASE", "x"))],
])("what asks nothing is refused: %j", async (body) => {
  expect((await as(sofie).post("/documents/standing", body)).status).toBe(400);
});
