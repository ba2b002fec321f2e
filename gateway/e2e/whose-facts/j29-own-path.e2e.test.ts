/**
 * J29: an entrepreneur reads the own path and corrects it. (1) Only the owner can change a fact; (2) a dispute is visible next to it until
 * answered; (3) the log lists what 1819 looked up. One owner goes down in the middle.
 */
import { withClient } from "@parcours/shared/database-roles";
import { newId } from "@parcours/shared/ids";
import { until } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { Facts, type DisputePage, type SaidDispute } from "./facts.js";

let all: EndToEnd;
let facts: Facts;
let amina: string;
let projectId: string;
beforeAll(async () => {
  all = await startAll({ name: "j29" });
  facts = new Facts(all);
  amina = all.story("KNOWN_TO_EVERY_POLE").id;
  projectId = all.story("KNOWN_TO_EVERY_POLE").coaching.projects[0]?.id ?? "";
});
afterAll(() => all?.system.stop());
afterEach(() => Promise.all(["coaching", "front-door"].map((name) => all.isUp(name))));

const own = { as: "amina" };
const tom = { as: "tom" };
const isOf =
  (coordinate: string) =>
  ({ node }: { readonly node: SaidDispute }): boolean =>
    node.coordinate === coordinate;
async function beside(coordinate: string, asking: { readonly as: string }): Promise<SaidDispute[]> {
  const { data } = await facts.ofPerson(amina, asking);
  return (data.entrepreneur?.disputes?.edges ?? []).filter(isOf(coordinate)).map(({ node }) => node);
}
const familyName = "Entrepreneur.familyName";

describe("J29 (1) only the owner can change a fact", () => {
  it("a dispute of the person changes nothing, nor does an answer of who is not the owner", async () => {
    const before = (await facts.ofPerson(amina, own)).data.entrepreneur?.familyName;
    const { dispute, errors } = await facts.dispute(
      { coordinate: familyName, entrepreneurId: amina, value: "El Idrissi-Peeters" },
      own,
    );
    expect(errors).toEqual([]);
    expect(dispute).toMatchObject({
      state: "OPEN",
      author: "PERSON",
      authorAgency: null,
      owner: { code: "1819" },
      isOverdue: false,
    });
    if (!dispute) throw new Error("there is no dispute");
    for (const asking of [own, { as: "pieter" }, { as: "sofie" }]) {
      const refused = await facts.answer(dispute, { decision: "ACCEPTED" }, asking);
      expect(refused).toMatchObject({ dispute: null, errors: [{ code: "ACT_NOT_ALLOWED" }] });
    }
    expect((await facts.ofPerson(amina, own)).data.entrepreneur?.familyName).toBe(before);
  });

  it("1819 answers, and the fact, its former value and who changed it are there for whoever reads it", async () => {
    const [dispute] = await beside(familyName, tom);
    if (!dispute) throw new Error("there is no dispute");
    const { data } = await facts.open("1819", tom);
    expect(data.openDisputes?.edges.some(({ node }) => node.id === dispute.id)).toBe(true);
    const stale = await facts.answer({ ...dispute, version: 7 }, { decision: "REJECTED" }, tom);
    expect(stale.errors).toMatchObject([{ code: "CHANGED_MEANWHILE" }]);
    const { dispute: answered } = await facts.answer(dispute, { decision: "ACCEPTED" }, tom);
    expect(answered).toMatchObject({ state: "ACCEPTED", isChanged: true, reason: "Seen in the file." });
    expect((await facts.ofPerson(amina, own)).data.entrepreneur?.familyName).toBe("El Idrissi-Peeters");
    const history = await facts.history(familyName, { entrepreneurId: amina }, { as: "sofie" });
    expect(history.data.factHistory).toMatchObject({
      value: "El Idrissi-Peeters",
      edges: [
        { node: { value: "El Idrissi-Peeters", author: "AGENCY", agency: { code: "1819" }, disputeId: dispute.id } },
      ],
      origin: { value: all.story("KNOWN_TO_EVERY_POLE").name.family, agency: { code: "1819" } },
    });
  });

  it("a register's fact is not disputed here: the address of the register is told", async () => {
    const enterpriseNumber = all.numberOf("KNOWN_TO_EVERY_POLE");
    expect(await facts.dispute({ coordinate: "Enterprise.name", enterpriseNumber, value: "X" }, own)).toMatchObject({
      dispute: null,
      corrections: "https://kbopub.economie.fgov.be",
      errors: [{ code: "FACT_OF_REGISTER" }],
    });
    const history = await facts.history("Enterprise.name", { enterpriseNumber }, own);
    expect(history.data.factHistory).toMatchObject({
      isAnswered: true,
      origin: { source: { code: "KBO" }, agency: null },
      edges: [],
    });
    expect(history.data.factHistory?.origin?.at).toEqual(expect.any(String));
  });

  it("what a register said before is in the history of its fact, with the extract that says otherwise", async () => {
    const enterpriseNumber = all.numberOf("KNOWN_TO_EVERY_POLE");
    await withClient(all.system.ownerUrl("registry"), (client) =>
      client.query(
        `insert into fact_change (id, coordinate, enterprise_number, former, value, author, source, extract)
         values (gen_random_uuid(), 'Enterprise.juridicalSituation', $1, '{"code": "050"}', '{"code": "000"}', 'REGISTER', 'KBO', '140 2025-05-30')`,
        [enterpriseNumber],
      ),
    );
    const query = `query History($number: String!) { factHistory(coordinate: "Enterprise.juridicalSituation", enterpriseNumber: $number) {
      isAnswered origin { at } edges { node { former formerText value author agency { code } source { code label } extract form } } } }`;
    const { data, errors } = await all.ask(query, { number: enterpriseNumber }, own);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      factHistory: {
        isAnswered: true,
        origin: null,
        edges: [
          {
            node: {
              former: { code: "050" },
              formerText: "050",
              value: { code: "000" },
              author: "REGISTER",
              agency: null,
              source: { code: "KBO", label: expect.any(String) as string },
              extract: "140 2025-05-30",
              form: null,
            },
          },
        ],
      },
    });
  });

  it("what people change of themselves they change, with its history", async () => {
    const changed = await facts.dispute(
      { coordinate: "Entrepreneur.preferredLanguage", entrepreneurId: amina, value: "EN" },
      own,
    );
    expect(changed.dispute).toMatchObject({ state: "ACCEPTED", isChanged: true, reason: null });
    const history = await facts.history("Entrepreneur.preferredLanguage", { entrepreneurId: amina }, own);
    expect(history.data.factHistory).toMatchObject({
      value: "EN",
      edges: [{ node: { value: "EN", author: "PERSON", agency: null } }],
    });
  });
});

describe("J29 (2) a dispute is visible next to the fact until answered", () => {
  it("for the person and for whoever reads the fact; it exists for nobody else", async () => {
    await facts.dispute({ coordinate: "Entrepreneur.birthDate", entrepreneurId: amina, value: "1990-01-01" }, own);
    expect(await beside("Entrepreneur.birthDate", own)).toHaveLength(1);
    expect(await beside("Entrepreneur.birthDate", tom)).toHaveLength(1);
    expect(await beside("Entrepreneur.birthDate", { as: "pieter" })).toEqual([]);
    const history = await facts.history("Entrepreneur.birthDate", { entrepreneurId: amina }, { as: "pieter" });
    expect(history.errors).toMatchObject([{ extensions: { code: "NOT_SHARED", category: "BIRTH_DATE" } }]);
    const stranger = await facts.ofPerson(amina, { as: "wim" });
    expect(stranger.data.entrepreneur?.disputes ?? null).toBeNull();
    expect(
      (await facts.dispute({ coordinate: familyName, entrepreneurId: amina }, { as: "wim" })).errors,
    ).toMatchObject([{ code: "ACT_NOT_ALLOWED" }]);
    expect((await facts.dispute({ coordinate: familyName, entrepreneurId: newId() }, tom)).errors).toMatchObject([
      { code: "ACT_NOT_ALLOWED" },
    ]);
  });

  it("an owner that is down is named, the others' disputes stand, and the same key finishes the act afterwards", async () => {
    const idempotencyKey = newId();
    const title = {
      idempotencyKey,
      coordinate: "Project.title",
      projectId,
      value: { text: "Jus de rue", language: "FR" },
    };
    await all.subgraph("coaching").kill();
    expect((await facts.dispute(title, own)).errors).toMatchObject([{ code: "FACT_OWNER_SILENT" }]);
    const { data } = await facts.ofPerson(amina, own);
    expect(data.entrepreneur?.disputes?.silentOwners).toEqual(["coaching"]);
    expect(data.entrepreneur?.disputes?.edges.some(isOf("Entrepreneur.birthDate"))).toBe(true);
    expect((await facts.history("Project.title", { projectId }, own)).data.factHistory).toMatchObject({
      isAnswered: false,
    });
    await all.isUp("coaching");
    await until("the dispute to reach its owner", async () => (await facts.dispute(title, own)).errors.length === 0);
    expect(await beside("Project.title", own)).toHaveLength(1);
    const project = await all.ask<{ project: { disputes: DisputePage } }>(
      `query P($id: ID!) { project(id: $id) { disputes { silentOwners edges { node { coordinate } } } } }`,
      { id: projectId },
      { as: "sofie" },
    );
    expect(project.data.project.disputes.edges).toMatchObject([{ node: { coordinate: "Project.title" } }]);
  });

  it("what a form says of a fact is a dispute too, with the form's code", async () => {
    const submitted = await all.ask<{ submitIntake: { submission: { fates: { fate: string }[] }; errors: object[] } }>(
      `mutation S($input: SubmitIntakeInput!) { submitIntake(input: $input) { submission { fates { fate } } errors { code } } }`,
      {
        input: {
          idempotencyKey: newId(),
          form: "ORIENTATION",
          entrepreneurId: amina,
          answers: [
            { concept: "GIVEN_NAME", value: "Aminata" },
            { concept: "PITCH", value: "Juices of old fruit for the schools of Brussels, sold by the week." },
            { concept: "SUPPORT_WANTED", value: ["FINANCING"] },
          ],
        },
      },
      own,
    );
    expect(submitted.data.submitIntake.errors).toEqual([]);
    expect(submitted.data.submitIntake.submission?.fates.map(({ fate }) => fate)).toContain("RECEIVED");
    expect(await beside("Entrepreneur.givenName", own)).toMatchObject([
      { form: "ORIENTATION", value: "Aminata", state: "OPEN", statement: null },
    ]);
  });
});

describe("J29 (3) the log lists what 1819 looked up", () => {
  it("with the agency and the purpose, and the acts on facts among the looks", async () => {
    const { data } = await all.ask<{
      entrepreneur: {
        lookups: {
          edges: { node: { action: string; agency: { code: string } | null; categories: { code: string }[] } }[];
        };
      };
    }>(
      `query L($id: ID!) { entrepreneur(id: $id) { lookups(first: 100) { edges { node { action agency { code } categories { code } } } } } }`,
      { id: amina },
      own,
    );
    const looks = data.entrepreneur.lookups.edges.map(({ node }) => node);
    expect(looks.some(({ action, agency }) => action === "READ" && agency?.code === "1819")).toBe(true);
    expect(looks.some(({ action, agency }) => action === "WRITE" && agency?.code === "1819")).toBe(true);
  });
});
