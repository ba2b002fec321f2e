import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
/** An owner's part in forms on a real database: kept once, read by who may, told of to who may know. */
import { policyIsRead, relate } from "../../test/log-rows.js";
import { AccessLog } from "../access-log/access-log.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import { statement } from "../database.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { newId } from "../ids.js";
import { brusselsDate } from "../periods.js";
import { erase } from "../rights/erasure.js";
import { requestScope } from "../server/context.js";
import { BadRequest } from "../server/http.js";
import type { Reader } from "../visibility/reader.js";
import { jobsPlanned, pitch, amountAsked } from "./common-questions.js";
import { defineForm, required } from "./form.js";
import { answerIntake } from "./intake-endpoint.js";
import type { ToldAnswer, ToldFate } from "./intake-request.js";
import { intakeRetention } from "./retention.js";

const words = { fr: "Un.", nl: "Een.", en: "One." };
const form = defineForm({
  code: "SHED",
  agency: "ORCHARD",
  titles: words,
  measure: "none",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [],
  questions: [required(pitch, words), required(jobsPlanned, words), required(amountAsked(1, 9), words)],
  documents: [],
});
const restricted = { ...form, code: "CELLAR", category: "DIFFICULTY_CASE", existence: "DIFFICULTY_CASE" };
const person = newId();
const own: Reader = { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" };
const officer: Reader = {
  role: "FINANCING_OFFICER",
  agency: "BWF",
  staffId: "s",
  purpose: "FUNDING",
  caseReference: "a-1",
};
const host: Reader = {
  role: "HOUSING_HOST",
  agency: "ORCHARD",
  staffId: "h",
  purpose: "HOSTING",
  caseReference: "a-2",
};
const actiris: Reader = { role: "ACTIRIS", agency: "ACTIRIS", purpose: "EMPLOYMENT", caseReference: "a-3" };
const text = "We grow quinces on rooftops and sell them to the neighbours every Saturday.";

let opened: OpenedDatabase;
const changes: unknown[] = [];
beforeAll(async () => void (opened = await openOrchard("intake")));
afterAll(() => opened.close());
beforeEach(async () => {
  for (const table of ["intake_answer", "intake_submission", "mutation_key", "dispute", "fact_change"])
    await opened.database.query(statement(`delete from ${table}`));
  changes.length = 0;
});

async function ask<Body = object>(body: object, reader: Reader = own): Promise<{ status: number; body: Body }> {
  const { database } = opened;
  const request = requestScope({ reader, language: "EN", requestId: "r", hop: 1 });
  const definition = {
    forms: [form, restricted],
    facts: {
      subjects: {
        Entrepreneur: async (_: unknown, id: string) => ({
          id,
          entrepreneurId: id,
          enterpriseNumber: null,
          agencyCode: "ORCHARD",
          source: "OFFICE",
          since: new Date(0),
        }),
      },
      changes: {
        "Entrepreneur.preferredLanguage": async (_: unknown, id: string, value: unknown) => {
          if (value !== "NL") return null;
          changes.push([id, value]);
          return { former: "FR", value };
        },
      },
      own: ["Entrepreneur.preferredLanguage"],
    },
  };
  const target = { log: new AccessLog(database), pseudonyms: new Pseudonyms(database) };
  const told = await answerIntake({ definition, database, policy: new PolicyCopy(database), request, target }, body);
  return told as { status: number; body: Body };
}

const holders = { entrepreneurId: person, enterpriseNumber: null as string | null, projectId: null as string | null };
const answers = [
  { concept: "PITCH", value: text },
  { concept: "JOBS_PLANNED", value: 3 },
  { concept: "AMOUNT_ASKED", value: "5.00" },
];
const submission = (more: object = {}): object => ({
  action: "SUBMIT",
  ...holders,
  idempotencyKey: newId(),
  form: "SHED",
  agency: "ORCHARD",
  answers,
  known: [],
  isRestricted: false,
  facts: [],
  asked: 3,
  spared: 4,
  documentsAsked: 1,
  documentsSpared: 2,
  ...more,
});
const submit = (more: object = {}, reader?: Reader): ReturnType<typeof ask<{ fates: ToldFate[]; code?: string }>> =>
  ask<{ fates: ToldFate[]; code?: string }>(submission(more), reader);
async function read(reader?: Reader, more: object = {}): Promise<ToldAnswer[]> {
  const concepts = ["PITCH", "JOBS_PLANNED", "AMOUNT_ASKED"];
  return (await ask<{ answers: ToldAnswer[] }>({ action: "READ", ...holders, concepts, ...more }, reader)).body.answers;
}
const statesOf = (told: readonly ToldAnswer[]): Record<string, string> =>
  Object.fromEntries(told.map(({ concept, state }) => [concept, state]));

describe("answers to a form", () => {
  it("spare the same questions afterwards, those of one application excepted", async () => {
    const { status, body } = await submit();
    expect([status, body.fates.map(({ fate }) => fate)]).toEqual([200, ["RECEIVED", "RECEIVED", "RECEIVED"]]);
    expect(await read()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ concept: "PITCH", state: "KNOWN", value: text, agency: "ORCHARD", form: "SHED" }),
        expect.objectContaining({ concept: "JOBS_PLANNED", state: "KNOWN", value: 3 }),
      ]),
    );
    expect(await read()).toHaveLength(2);
  });

  it("are known to exist to whoever may know of the dossier, and read by the agency whose form it is", async () => {
    await submit();
    expect(statesOf(await read(host))).toEqual({ PITCH: "KNOWN", JOBS_PLANNED: "KNOWN" });
    const told = await read(officer);
    expect(statesOf(told)).toEqual({ PITCH: "NOT_SHARED", JOBS_PLANNED: "NOT_SHARED" });
    expect(JSON.stringify(told)).not.toContain("quinces");
  });

  it("of a restricted form are not told of to anybody else", async () => {
    await submit({ form: "CELLAR" });
    expect(await read(officer)).toEqual([]);
    expect(await read(host)).toEqual([]);
    expect(statesOf(await read())).toEqual({ PITCH: "KNOWN", JOBS_PLANNED: "KNOWN" });
  });

  it("are refused to a role that fills in no forms, and to somebody else", async () => {
    expect((await ask({ action: "READ", ...holders, concepts: ["PITCH"] }, actiris)).status).toBe(403);
    expect(
      (await ask({ action: "READ", ...holders, concepts: ["PITCH"] }, { ...own, entrepreneurId: newId() })).status,
    ).toBe(403);
    expect((await submit({}, { ...own, entrepreneurId: newId() })).status).toBe(403);
  });

  it("are not submitted by an official of another agency", async () => {
    expect(await submit({}, officer)).toMatchObject({ status: 409, body: { code: "ACT_NOT_ALLOWED" } });
    expect((await submit({}, host)).status).toBe(200);
  });

  it("stand for the project or the enterprise that was named", async () => {
    const [projectId, enterpriseNumber] = [newId(), "0202239951"];
    // Who has no mandate in an enterprise says nothing of it.
    expect(await submit({ projectId, enterpriseNumber })).toMatchObject({ status: 409 });
    await relate(opened.database, { kind: "MANDATE", person, enterprise: enterpriseNumber });
    await policyIsRead(opened.database);
    await submit({ projectId, enterpriseNumber });
    expect(await read()).toEqual([]);
    expect(await read(own, { projectId })).toHaveLength(2);
    await submit({ enterpriseNumber, answers: [answers[0]] });
    expect(await read(own, { enterpriseNumber })).toHaveLength(1);
  });

  it("are no longer good when their months are over", async () => {
    await submit();
    await opened.database.query(statement("update intake_answer set valid_until = current_date - 1"));
    expect(await read()).toEqual([]);
  });

  it("are kept once, whoever sends them how often, and a key is for one set of them", async () => {
    const idempotencyKey = newId();
    const all = await Promise.all(Array.from({ length: 20 }, () => submit({ idempotencyKey })));
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const rows = statement(
      "select (select count(*) from intake_answer)::int as answers, (select count(*) from intake_submission)::int as submissions",
    );
    expect(await opened.database.query(rows)).toEqual([{ answers: 3, submissions: 1 }]);
    expect(await submit({ idempotencyKey, answers: answers.slice(1) })).toMatchObject({
      status: 409,
      body: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
  });

  it("that are none are not kept", async () => {
    const { body } = await submit({
      answers: [
        { concept: "PITCH", value: "short" },
        { concept: "SHOE_SIZE", value: 3 },
      ],
    });
    expect(body.fates.map(({ fate }) => fate)).toEqual(["INVALID", "INVALID"]);
    expect(await read()).toEqual([]);
  });

  it("that were known stand in the agency's own dossier", async () => {
    await submit({
      answers: [],
      known: [{ concept: "PITCH", value: text, at: "2026-09-01T10:00:00.000Z", validUntil: "2099-01-31" }],
    });
    expect(statesOf(await read(host))).toEqual({ PITCH: "KNOWN" });
  });

  it("that were known stay as old as they are, and good for as long as they were", async () => {
    const known = [{ concept: "PITCH", value: text, at: "2026-09-01T10:00:00.000Z", validUntil: "2099-01-31" }];
    await submit({ answers: [], known });
    const [told] = await read(host);
    expect(told).toMatchObject({ at: "2026-09-01T10:00:00.000Z", validUntil: "2099-01-31" });
  });

  it("that staff could read elsewhere are not handed on to the agency", async () => {
    const known = [{ concept: "PITCH", value: text, at: "2026-09-01T10:00:00.000Z", validUntil: "2099-01-31" }];
    expect((await submit({ answers: [], known }, host)).status).toBe(200);
    expect(await read(host)).toEqual([]);
  });

  it("go with the person, and none come again", async () => {
    const [leaving, language] = [newId(), "Entrepreneur.preferredLanguage"];
    const reader: Reader = { ...own, entrepreneurId: leaving };
    const facts = [{ coordinate: language, concept: "PREFERRED_LANGUAGE", value: "NL", isHeld: false }];
    const again = (more: object) => submit({ entrepreneurId: leaving, ...more }, reader);
    expect((await again({})).status).toBe(200);
    const by = { agencyCode: "1819", staffId: "dpo", caseReference: "request-1" };
    const order = { idempotencyKey: newId(), ids: [leaving], ownEnterprises: [], today: "2026-11-22", by };
    const { lines } = await erase(opened.database, intakeRetention, order, async () => undefined);
    expect(lines).toContainEqual(expect.objectContaining({ line: "INTAKE", erased: 4 }));
    expect(await read(reader, { entrepreneurId: leaving })).toEqual([]);
    for (const more of [{}, { answers: null, form: "ELSEWHERE", agency: "BWF", facts }])
      expect(await again(more)).toMatchObject({ status: 409, body: { code: "ACT_NOT_ALLOWED" } });
    expect(changes).toEqual([]);
  });
});

describe("what a form says of a fact", () => {
  const fact = (coordinate: string, concept: string, value: unknown, isHeld = false): object => ({
    answers: null,
    form: "ELSEWHERE",
    agency: "BWF",
    facts: [{ coordinate, concept, value, isHeld }],
  });
  const fatesOf = async (more: object, reader?: Reader): Promise<string[]> =>
    (await submit(more, reader)).body.fates.map(({ fate }) => fate);

  it("stands beside it until the owner answers", async () => {
    expect(await fatesOf(fact("Entrepreneur.familyName", "FAMILY_NAME", "Peeters"))).toEqual(["RECEIVED"]);
    const said = statement("select coordinate, value, form_code as form, agency_code as agency from intake_answer");
    expect(await opened.database.query(said)).toEqual([
      { coordinate: "Entrepreneur.familyName", value: "Peeters", form: "ELSEWHERE", agency: "BWF" },
    ]);
    const disputed = statement(
      "select coordinate, value, form_code as form, author, agency_code as agency, state from dispute",
    );
    expect(await opened.database.query(disputed)).toEqual([
      {
        coordinate: "Entrepreneur.familyName",
        value: "Peeters",
        form: "ELSEWHERE",
        author: "PERSON",
        agency: "ORCHARD",
        state: "OPEN",
      },
    ]);
  });

  it("is not kept where the reader could read just that", async () => {
    expect(await fatesOf(fact("Entrepreneur.familyName", "FAMILY_NAME", "Peeters", true))).toEqual(["ALREADY_HELD"]);
    expect(await opened.database.query(statement("select 1 from intake_answer"))).toEqual([]);
  });

  it("comes from no form where that the form was filled in is kept from others (J09)", async () => {
    const restrictedForm = { isRestricted: true, idempotencyKey: newId() };
    await submit({ ...fact("Entrepreneur.familyName", "FAMILY_NAME", "Peeters"), ...restrictedForm });
    await submit({ ...fact("Entrepreneur.preferredLanguage", "PREFERRED_LANGUAGE", "NL"), ...restrictedForm });
    const told = statement("select form_code as form from dispute union all select form_code from fact_change");
    expect(await opened.database.query(told)).toEqual([{ form: null }, { form: null }]);
  });

  it("changes it where people change it themselves, once, and says so again", async () => {
    const idempotencyKey = newId();
    const said = (isHeld: boolean): object => ({
      ...fact("Entrepreneur.preferredLanguage", "PREFERRED_LANGUAGE", "NL", isHeld),
      idempotencyKey,
    });
    expect(await fatesOf(said(false))).toEqual(["CHANGED"]);
    expect(await fatesOf(said(true))).toEqual(["CHANGED"]);
    expect(await fatesOf(said(false))).toEqual(["CHANGED"]);
    expect(changes).toEqual([[person, "NL"]]);
    const kept = statement("select former, value, author, form_code as form, source from fact_change");
    expect(await opened.database.query(kept)).toEqual([
      { former: "FR", value: "NL", author: "PERSON", form: "ELSEWHERE", source: "INTAKE" },
    ]);
  });

  it("changes nothing where another says it, and takes no value that is none", async () => {
    const said = fact("Entrepreneur.preferredLanguage", "PREFERRED_LANGUAGE", "NL");
    expect(await fatesOf(said, officer)).toEqual(["RECEIVED"]);
    expect(await fatesOf(fact("Entrepreneur.preferredLanguage", "PREFERRED_LANGUAGE", "XX"))).toEqual(["INVALID"]);
    expect(changes).toEqual([]);
  });

  it.each([
    ["a register's", "Enterprise.name", "ENTERPRISE_NAME"],
    ["no concept's", "Entrepreneur.displayName", "FAMILY_NAME"],
  ])("is not taken where the fact is %s", async (_, coordinate, concept) => {
    expect(await fatesOf(fact(coordinate, concept, "x"))).toEqual(["INVALID"]);
  });
});

describe("the month's count", () => {
  it("tells how many questions and documents were asked and spared, and nothing where few forms were submitted", async () => {
    const month = brusselsDate(new Date()).slice(0, 7);
    const nobody: Reader = { role: "ANONYMOUS" };
    for (let times = 0; times < 4; times += 1) await submit();
    const few = { submissions: null, asked: null, spared: null, documentsAsked: null, documentsSpared: null };
    expect((await ask({ action: "COUNT", month, agency: "ORCHARD" }, nobody)).body).toEqual(few);
    await submit();
    const told = { submissions: 5, asked: 15, spared: 20, documentsAsked: 5, documentsSpared: 10 };
    expect((await ask({ action: "COUNT", month, agency: "ORCHARD" }, nobody)).body).toEqual(told);
    expect((await ask({ action: "COUNT", month: "2020-01", agency: "ORCHARD" }, nobody)).body).toEqual(few);
  });
});

describe("a body that is none", () => {
  it.each([
    [{}],
    [{ action: "READ", ...holders, entrepreneurId: "x", concepts: [] }],
    [{ action: "READ", ...holders, enterpriseNumber: "1", concepts: [] }],
    [{ action: "READ", ...holders, concepts: [1] }],
    [submission({ idempotencyKey: "x" })],
    [submission({ answers: [{ concept: "PITCH" }] })],
    [submission({ facts: [{ concept: "PITCH", value: 1 }] })],
    [submission({ asked: -1 })],
    [submission({ documentsAsked: undefined })],
    [{ action: "COUNT", month: "2026-13", agency: "X" }],
  ])("%j", async (body) => {
    await expect(ask(body)).rejects.toThrow(BadRequest);
  });
});
