import { openOrchard, type OpenedDatabase } from "../../test/feed-pair.js";
import { merge, relate } from "../../test/log-rows.js";
import { statement } from "../database.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { idFrom } from "../ids.js";
import { requestScope } from "../server/context.js";
import { anAdvisor } from "../testing/run-operation.js";
import type { Subject } from "../visibility/may-read.js";
import type { Reader } from "../visibility/reader.js";
import { AccessLog } from "./access-log.js";
import { Pseudonyms } from "./pseudonyms.js";
import { logLooks } from "./request-log.js";

let opened: OpenedDatabase;
beforeAll(async () => void (opened = await openOrchard("request_log")));
afterAll(() => opened.close());

const [marie, colleague, advisor, advisorBefore] = ["marie", "colleague", "advisor", "advisor before"].map((name) =>
  idFrom(name),
) as [string, string, string, string];
const enterpriseNumber = "0202239951";

interface StoredLook {
  readonly person: string | null;
  readonly by: string | null;
  readonly [column: string]: unknown;
}
const readRows = statement(
  `select s.entrepreneur_id as person, r.entrepreneur_id as by, l.action, e.enterprise_number as "enterpriseNumber", l.agency_code as "agencyCode",
          l.system, l.role, l.staff_id as "staffId", b.enterprise_number as "onBehalfOf", l.purpose, l.case_reference as "caseReference", l.categories,
          l.withheld, l.result, l.records, l.flag, l.hop
     from access_log l left join log_subject s on s.pseudonym = l.subject left join log_subject r on r.pseudonym = l.reader_subject
     left join log_enterprise e on e.pseudonym = l.enterprise::uuid left join log_enterprise b on b.pseudonym = l.on_behalf_of::uuid
    where l.request_id = $1 order by l.position`,
);

let requests = 0;
/** One request of a reader that looks at these, each with one category. */
async function look(
  reader: Reader,
  looks: readonly { readonly at: Subject; readonly category?: string; readonly served?: boolean }[],
  done: { readonly action?: "READ" | "WRITE"; readonly failed?: boolean } = {},
): Promise<StoredLook[]> {
  const { database } = opened;
  const requestId = `request ${(requests += 1)}`;
  const request = requestScope({ reader, language: "FR", requestId, hop: 2 });
  for (const { at, category = "IDENTITY", served = true } of looks) request.looks.note(at, category, served, at);
  const target = { log: new AccessLog(database), pseudonyms: new Pseudonyms(database) };
  await logLooks(target, request, { action: "READ", failed: false, ...done, policy: new PolicyCopy(database) });
  return database.query<StoredLook>(readRows, [requestId]);
}

describe("a row of the log", () => {
  it("says who, for which agency and program, whom, what, why and with what result", async () => {
    const reader = { ...anAdvisor, staffId: "a-17", system: "advisors-desk" };
    expect(await look(reader, [{ at: { entrepreneurId: marie, enterpriseNumber } }])).toEqual([
      {
        person: marie,
        by: null,
        action: "READ",
        enterpriseNumber,
        agencyCode: "1819",
        system: "advisors-desk",
        role: "ADVISOR_1819",
        staffId: "a-17",
        onBehalfOf: null,
        purpose: "CALL",
        caseReference: "call-1",
        categories: ["IDENTITY"],
        withheld: [],
        result: "SERVED",
        records: 1,
        flag: null,
        hop: 2,
      },
    ]);
  });

  it("is there for every candidate of a look-up", async () => {
    const rows = await look(anAdvisor, [{ at: { entrepreneurId: marie } }, { at: { entrepreneurId: colleague } }]);
    expect(rows.map(({ person }) => person)).toEqual([marie, colleague]);
  });

  it.each<[string, boolean[], boolean, string]>([
    ["some withheld", [true, false], false, "PARTIAL"],
    ["all withheld", [false], false, "WITHHELD"],
    ["a fault behind it", [true], true, "ERROR"],
  ])("with %s says so", async (_, served, failed, result) => {
    const looks = served.map((is) => ({
      at: { entrepreneurId: marie },
      category: is ? "IDENTITY" : "SEX",
      served: is,
    }));
    expect(await look(anAdvisor, looks, { failed })).toMatchObject([{ result }]);
  });

  it("of a change says so", async () => {
    expect(await look(anAdvisor, [{ at: { entrepreneurId: marie } }], { action: "WRITE" })).toMatchObject([
      { action: "WRITE" },
    ]);
  });

  it("of a mandatary names the reader by pseudonym and the enterprise acted for", async () => {
    const reader: Reader = { role: "MANDATARY", entrepreneurId: colleague, purpose: "MANDATE" };
    expect(await look(reader, [{ at: { enterpriseNumber }, category: "SUPPORT_GRANTED" }])).toMatchObject([
      { person: null, by: colleague, enterpriseNumber, onBehalfOf: enterpriseNumber, agencyCode: null, staffId: null },
    ]);
  });

  it("is none where nobody was looked at", async () => {
    expect(await look(anAdvisor, [])).toEqual([]);
  });
});

describe("a flag", () => {
  beforeAll(async () => {
    await merge(opened.database, advisorBefore, advisor);
    await relate(opened.database, { kind: "STAFF", person: colleague, agency: "1819" });
  });
  const reader: Reader = { ...anAdvisor, entrepreneurId: advisor };

  it.each<[string, string, Reader, string | null]>([
    ["themselves", advisor, reader, "SELF"],
    ["themselves under a former id", advisorBefore, reader, "SELF"],
    ["a colleague", colleague, reader, "COLLEAGUE"],
    [
      "a colleague of the body that went up in theirs",
      colleague,
      { ...reader, agency: "HUB", formerAgencies: ["1819"] },
      "COLLEAGUE",
    ],
    ["somebody else's colleague", colleague, { ...reader, agency: "HUB" }, null],
    ["anybody", marie, reader, null],
    ["the own file as a person", advisor, { role: "ENTREPRENEUR", entrepreneurId: advisor, purpose: "OWN_PATH" }, null],
  ])("tells whether staff look up %s", async (_, person, as, flag) => {
    expect((await look(as, [{ at: { entrepreneurId: person } }]))[0]?.["flag"]).toBe(flag);
  });
});
