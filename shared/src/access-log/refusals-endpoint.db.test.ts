import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { statement } from "../database.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { idFrom } from "../ids.js";
import { anAdvisor } from "../testing/run-operation.js";

let served: ServedFeed;
beforeAll(async () => void (served = await serveOrchard("refusals")));
afterAll(() => served.close());

const [marie, jan] = [idFrom("marie"), idFrom("jan")];
const refusal = { entrepreneurId: marie, enterpriseNumber: null, withheld: ["LOOKUPS"] };
const readRows = statement(
  `select s.entrepreneur_id as person, n.enterprise_number as enterprise, l.action, l.role, l.purpose, l.categories, l.withheld, l.result, l.records
     from access_log l left join log_subject s on s.pseudonym = l.subject left join log_enterprise n on n.pseudonym::text = l.enterprise order by l.at, l.position`,
);

async function post(body: object, token?: string): Promise<number> {
  const text = JSON.stringify(body);
  const good = gatewaySigner.sign({ reader: anAdvisor, requestId: "request-1", hop: 1 }, text);
  const headers = { "content-type": "application/json", [internalTokenHeader]: token ?? good };
  const response = await fetch(`${served.url}/refusals`, { method: "POST", headers, body: text });
  await response.text();
  return response.status;
}

describe("what the single desk refused", () => {
  it("is in the owner's log, in the name of who asked", async () => {
    const refusals = [
      { ...refusal, withheld: ["LOOKUPS", "DOSSIER_EXPORT"] },
      { ...refusal, entrepreneurId: jan },
      { entrepreneurId: null, enterpriseNumber: "0202239951", withheld: ["INTAKE"] },
    ];
    expect(await post({ action: "WRITE", refusals })).toBe(200);
    const common = { action: "WRITE", role: "ADVISOR_1819", purpose: "CALL" };
    const nothing = { categories: [], result: "WITHHELD", records: 0 };
    expect(await served.database.query(readRows)).toEqual([
      { ...common, ...nothing, person: marie, enterprise: null, withheld: ["DOSSIER_EXPORT", "LOOKUPS"] },
      { ...common, ...nothing, person: jan, enterprise: null, withheld: ["LOOKUPS"] },
      { ...common, ...nothing, person: null, enterprise: "0202239951", withheld: ["INTAKE"] },
    ]);
  });

  it.each<[string, object]>([
    ["no act", { action: "SERVED", refusals: [refusal] }],
    ["no list", { action: "READ", refusals: refusal }],
    ["nobody's id", { action: "READ", refusals: [{ ...refusal, entrepreneurId: "amina" }] }],
    ["no number", { action: "READ", refusals: [{ ...refusal, enterpriseNumber: "123" }] }],
    ["words", { action: "READ", refusals: [{ ...refusal, withheld: ["she called"] }] }],
    ["too many", { action: "READ", refusals: Array.from({ length: 1001 }, () => refusal) }],
  ])("is not %s", async (_, body) => expect(await post(body)).toBe(400));

  it("is told by the gateway alone", async () => {
    expect(await post({ action: "READ", refusals: [refusal] }, "x")).toBe(401);
  });
});
