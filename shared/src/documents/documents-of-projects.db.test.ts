/** Documents of a project and of the enterprise that it became are one, for as long as the link counts (R53, J18; decision 0023). */
import { serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { aPdf, Giving } from "../../test/giving.js";
import { statement } from "../database.js";
import { policyTargetFor } from "../feed/policy-target.js";
import { policyRow, type RelationPolicy } from "../feed/policy.js";
import { demonstrationEnterpriseNumber, idFrom, newId } from "../ids.js";
import type { Reader } from "../visibility/reader.js";
import type { ToldDocument } from "./told-document.js";

const [olivia, partner, stranger] = [idFrom("olivia"), idFrom("partner"), idFrom("stranger")];
const number = demonstrationEnterpriseNumber(1_820_001);
const person = (entrepreneurId: string): Reader => ({ role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" });
const since = "2020-01-01";

let served: ServedFeed;
let project: string;
beforeAll(async () => void (served = await serveOrchard("projectdocuments")));
afterAll(() => served.close());
beforeEach(async () => {
  project = newId();
  await served.database.query(statement("delete from policy_relation"));
  for (const who of [olivia, partner])
    await tell("spine", { kind: "MANDATE", entrepreneurId: who, enterpriseNumber: number, since, until: null }, who);
});

const target = policyTargetFor("spine", new Map());
const touch = statement(
  `insert into feed_cursor (producer, topic, as_of) values ($1, 'POLICY', clock_timestamp())
   on conflict (producer, topic) do update set as_of = excluded.as_of`,
);
async function tell(producer: string, policy: RelationPolicy | null, key: string): Promise<void> {
  const body = policy === null ? null : policyRow(key, policy, "TEST").body;
  await target.apply(served.database, [{ position: 1, key, body }], { producer, generation: 1 });
  for (const one of ["spine", "coaching"]) await served.database.query(touch, [one]);
}
const link = (enterpriseNumber: string, entrepreneurId = olivia): Promise<void> =>
  tell(
    "coaching",
    { kind: "PROJECT", projectId: project, entrepreneurId, enterpriseNumber, since, until: null },
    project,
  );
const unlink = (): Promise<void> => tell("coaching", null, project);

const as = (who: string): Giving => new Giving(served.url, person(who));
const give = (words: string, part: object, who = olivia): Promise<ToldDocument> =>
  as(who).give(who, aPdf(words), { documentType: "FINANCIAL_PLAN", isNewVersion: true, ...part });
const ofProject = () => ({ projectId: project });
const ofEnterprise = { enterpriseNumber: number };
async function held(who: string, of: object): Promise<(readonly [id: string, version: number, isValid: boolean])[]> {
  const { body } = await as(who).post<{ documents: ToldDocument[] }>("/documents/held", of);
  return body.documents.map(({ id, version, isValid }) => [id, version, isValid] as const);
}
const stands = async (part: object, who = olivia): Promise<string> => {
  const told = await as(who).begin(Giving.order(who, aPdf(newId()), { documentType: "FINANCIAL_PLAN", ...part }));
  return told.state === "ALREADY_HELD" ? told.document.id : told.state;
};

describe("a document of a project", () => {
  it("stands for the enterprise that the project became, is in its list and is its mandataries' to fetch", async () => {
    const plan = await give("plan", ofProject());
    expect(await stands(ofEnterprise)).toBe("TICKET");
    expect(await held(partner, ofEnterprise)).not.toContainEqual([plan.id, 1, true]);
    await link(number);
    expect(await stands(ofEnterprise)).toBe(plan.id);
    expect(await stands(ofEnterprise, partner)).toBe(plan.id);
    expect(await held(partner, ofEnterprise)).toContainEqual([plan.id, 1, true]);
    const fetched = await as(partner).post("/documents/link", { documentId: plan.id });
    expect(fetched.status).toBe(200);
    const { body } = await as(olivia).post<{ documents: ToldDocument[] }>("/documents/held", {
      entrepreneurId: olivia,
    });
    expect(body.documents.find(({ id }) => id === plan.id)).toMatchObject({
      enterpriseNumber: null,
      projectEnterprise: number,
    });
  });

  it("given on by who acts for the enterprise is given as the enterprise's", async () => {
    const plan = await give("plan", ofProject());
    await link(number);
    const claim = { documentId: plan.id, agency: "CITYDEV" };
    const given = await as(partner).post<ToldDocument>("/documents/claim", claim);
    expect([given.status, given.body.providedTo]).toEqual([200, ["ORCHARD", "CITYDEV"]]);
    expect((await as(stranger).post("/documents/claim", claim)).status).toBe(403);
  });

  it("stands for nothing by a claim, nor by another person's project", async () => {
    const plan = await give("plan", ofProject());
    await link(demonstrationEnterpriseNumber(1_820_002));
    expect(await stands(ofEnterprise)).not.toBe(plan.id);
    // The link is told of a person whose project it is not.
    await link(number, partner);
    expect(await stands(ofEnterprise)).not.toBe(plan.id);
    expect((await as(partner).post("/documents/link", { documentId: plan.id })).status).toBe(403);
  });
});

describe("versions of a project and of its enterprise", () => {
  it("are one series, in both directions", async () => {
    await link(number);
    const first = await give("first", ofProject());
    const second = await give("second", ofEnterprise, partner);
    const third = await give("third", ofProject());
    expect([first.version, second.version, third.version]).toEqual([1, 2, 3]);
    expect((await held(olivia, ofEnterprise)).filter(([id]) => [first.id, second.id, third.id].includes(id))).toEqual([
      [third.id, 3, true],
      [second.id, 2, false],
      [first.id, 1, false],
    ]);
    await unlink();
    // Each keeps what is its own: the newest of the project, and of the enterprise.
    expect(await stands(ofProject())).toBe(third.id);
    expect(await stands(ofEnterprise)).toBe(second.id);
    const own = await held(olivia, { entrepreneurId: olivia });
    expect(own).toContainEqual([third.id, 3, true]);
    // The third replaced the first for good: both are of the project alone.
    expect(own).toContainEqual([first.id, 1, false]);
    await link(number);
    expect(await stands(ofEnterprise)).toBe(third.id);
    expect(await held(olivia, ofEnterprise)).toContainEqual([first.id, 1, false]);
  });

  it.each(["coaching", "spine"])(
    "stay replaced while the copy of what %s tells is too old to say, and open nothing by it",
    async (producer) => {
      const documentType = producer === "spine" ? "DIPLOMA" : "CURRICULUM_VITAE";
      await link(number);
      const first = await give("first", { ...ofProject(), documentType });
      const second = await give("second", { ...ofEnterprise, documentType }, partner);
      const isValid = async (id: string): Promise<boolean | undefined> =>
        (await held(olivia, { entrepreneurId: olivia })).find(([one]) => one === id)?.[2];
      await served.database.query(
        statement("update feed_cursor set as_of = clock_timestamp() - interval '31 seconds' where producer = $1"),
        [producer],
      );
      expect(await isValid(first.id)).toBe(false);
      expect(await held(partner, ofEnterprise)).not.toContainEqual([first.id, 1, false]);
      // Told that the link is taken back, it is the project's own again.
      await unlink();
      expect(await isValid(first.id)).toBe(true);
      expect(second.version).toBe(2);
    },
  );

  it("say in their pointer through what they were replaced", async () => {
    await link(number);
    const first = await give("one", { ...ofProject(), documentType: "LEASE" });
    const second = await give("two", { ...ofEnterprise, documentType: "LEASE" });
    const told = statement("select body->'document' as document from outbox where key = $1 order by id desc limit 1");
    const [row] = await served.database.query<{ document: object }>(told, [first.id]);
    expect(row?.document).toMatchObject({
      supersededBy: second.id,
      supersededThrough: { projectId: project, enterpriseNumber: number },
    });
  });

  it("of another project of the same enterprise are a series of their own", async () => {
    const [one, other] = [project, newId()];
    await link(number);
    const first = await give("one", { projectId: one, documentType: "QUOTE" });
    project = other;
    await link(number);
    const second = await give("other", { projectId: other, documentType: "QUOTE" });
    expect([first.version, second.version]).toEqual([1, 1]);
    const both = await give("both", { ...ofEnterprise, documentType: "QUOTE" });
    expect(both.version).toBe(2);
    const valid = (await held(olivia, ofEnterprise)).filter(([, , isValid]) => isValid).map(([id]) => id);
    expect(valid).toContain(both.id);
    expect(valid).not.toContain(first.id);
    expect(valid).not.toContain(second.id);
  });
});
