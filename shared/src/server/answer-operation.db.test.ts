import { gatewaySigner, serveOrchard, type ServedFeed } from "../../test/feed-pair.js";
import { withClient } from "../database-roles.js";
import { statement } from "../database.js";
import { internalTokenHeader } from "../identity/internal-token.js";
import { idFrom } from "../ids.js";
import { anAdvisor } from "../testing/run-operation.js";
import type { Reader } from "../visibility/reader.js";
import { AnswerLines, joinsHeader, mostJoined, writeQuestions, type JoinedQuestion } from "./joined-questions.js";

let served: ServedFeed;
const tree = idFrom("tree of joined questions");
const person = idFrom("owner of the tree of joined questions");
beforeAll(async () => {
  served = await serveOrchard("joined");
  await withClient(served.testDatabase.ownerUrl, (owner) =>
    owner.query(
      `insert into tree (id, agency_code, entrepreneur_id, occurred_at, species, note, source)
       values ($1, 'ORCHARD', $2, now(), 'quince', 'prune it', 'TEST')`,
      [tree, person],
    ),
  );
});
afterAll(() => served.close());

/** A question in a reader's name, with a token of its own. */
function asked(query: string, reader: Reader, requestId: string, language = "en"): JoinedQuestion {
  const body = JSON.stringify({ query });
  const token = gatewaySigner.sign({ reader, requestId, hop: 1 }, body);
  return { headers: { [internalTokenHeader]: token, "accept-language": language }, body };
}

async function send(text: string): Promise<Response> {
  return fetch(`${served.url}/graphql/joined`, { method: "POST", body: text });
}

/** Statuses and values of the answers, by place. */
async function answersTo(questions: readonly JoinedQuestion[]): Promise<[status: number, value: unknown][]> {
  const response = await send(writeQuestions(questions));
  const lines = new AnswerLines().take(Buffer.from(await response.arrayBuffer()));
  return [...lines]
    .sort((one, other) => one.place - other.place)
    .map(({ status, body }) => [status, JSON.parse(body) as unknown]);
}

const query = `{ tree(id: "${tree}") { title note } }`;
const itself: Reader = { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" };
const nobody: Reader = { role: "ANONYMOUS" };

describe("joined questions at a subgraph", () => {
  it("are answered each to its own reader, and are in the log each as its own look", async () => {
    const answers = await answersTo([
      asked(query, anAdvisor, "joined-1"),
      asked(query, itself, "joined-2"),
      asked(query, nobody, "joined-3"),
    ]);
    expect(answers.map(([status, value]) => [status, (value as { data: { tree: unknown } }).data.tree])).toEqual([
      [200, { title: "QUINCE", note: null }],
      [200, { title: "QUINCE", note: "prune it" }],
      [200, { title: null, note: null }],
    ]);
    const rows = await served.database.query(
      statement(`select l.request_id as request, l.role, l.categories, l.withheld from access_log l
                   join log_subject s on s.pseudonym = l.subject where s.entrepreneur_id = $1 order by l.request_id`),
      [person],
    );
    expect(rows).toEqual([
      { request: "joined-1", role: "ADVISOR_1819", categories: ["IDENTITY"], withheld: ["COACHING_CONTENT"] },
      { request: "joined-2", role: "ENTREPRENEUR", categories: ["COACHING_CONTENT", "IDENTITY"], withheld: [] },
    ]);
  });

  it("are answered each in its own language", async () => {
    const wrong = '{ tree(id: "x") { id } }';
    const answers = await answersTo([asked(wrong, anAdvisor, "r", "nl"), asked(wrong, anAdvisor, "r", "en")]);
    const messages = answers.map(([, value]) => (value as { errors: { message: string }[] }).errors[0]?.message);
    expect(messages).toEqual(["De identificatie is geen UUID.", "The id is not a UUID."]);
  });

  it("need each a token for itself: one that is another's, used or forged costs its own question only", async () => {
    const good = asked("{ __typename }", anAdvisor, "r");
    const other = asked("{ two: __typename }", anAdvisor, "r");
    const answers = await answersTo([
      good,
      good,
      { ...other, headers: good.headers },
      { ...other, headers: {} },
      { headers: other.headers, body: "{" },
      asked("{ noSuchField }", anAdvisor, "r"),
      other,
    ]);
    expect(answers.map(([status]) => status)).toEqual([200, 401, 401, 401, 400, 200, 200]);
    expect(answers[6]?.[1]).toEqual({ data: { two: "Query" } });
  });

  it.each([
    ["nothing", ""],
    ["too many", "{}\n{}\n".repeat(mostJoined + 1)],
    ["one question in the old form", '{"query":"{ __typename }"}'],
  ])("that are %s are refused together", async (_, text) => {
    const response = await send(text);
    expect([response.status, await response.json()]).toEqual([400, { error: expect.any(String) }]);
  });

  it("are offered with each answer to a question that came alone", async () => {
    const { headers, body } = asked("{ __typename }", anAdvisor, "r");
    const response = await fetch(`${served.url}/graphql`, { method: "POST", headers: { ...headers }, body });
    expect(response.headers.get(joinsHeader)).toBe(String(mostJoined));
  });
});
