/** A subgraph in a test: its real schema and services on a real, throw-away database, without HTTP. */
import { pino } from "pino";
import { AccessLog } from "../access-log/access-log.js";
import { lookOfAct, type Look } from "../access-log/looks.js";
import { Pseudonyms } from "../access-log/pseudonyms.js";
import { actLog } from "../access-log/request-log.js";
import { migrate, openDatabase, type Database } from "../database.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { buildSubgraph } from "../graphql/build-schema.js";
import { mayAskFor, purposeOf, purposes } from "../identity/purposes.js";
import type { Language } from "../languages.js";
import { requestScope, type Context } from "../server/context.js";
import { Executor, type Answer } from "../server/executor.js";
import { silentGraph, type AskedGraph } from "../server/graph-on-behalf.js";
import type { SubgraphDefinition } from "../subgraph.js";
import type { Reader } from "../visibility/reader.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";

/** Who asks where a test does not say: an advisor of 1819 with a caller on the line. */
export const anAdvisor: Reader = { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", caseReference: "call-1" };

/** A reader as a test names one: who does not say why has the first purpose of the role, and a case. */
function withPurpose(reader: Reader): Reader {
  if (reader.purpose !== undefined) return reader;
  const purpose = Object.keys(purposes)
    .map(purposeOf)
    .find((code) => code !== undefined && mayAskFor(reader.role, code));
  return purpose === undefined ? reader : { ...reader, purpose, caseReference: reader.caseReference ?? "test-1" };
}

/** A subgraph under test. */
export interface SubgraphUnderTest {
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  /** Runs one operation as one request; a reader without purpose has the role's first, and other owners are silent unless a graph is given. */
  run(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    as?: { readonly reader?: Reader; readonly language?: Language; readonly graph?: AskedGraph },
  ): Promise<Answer>;
  /** Whom one operation acted on and looked at, as the log is told. Acts are in the log's table, by `requestId` "test". */
  looksOf(query: string, reader?: Reader, variables?: Readonly<Record<string, unknown>>): Promise<Look[]>;
  close(): Promise<void>;
}

/** Makes a database, migrates it, builds the schema. Close it when done. */
export async function openSubgraphUnderTest<Services extends object>(
  definition: SubgraphDefinition<Services>,
): Promise<SubgraphUnderTest> {
  const testDatabase = await createTestDatabase(definition.name);
  await migrate(definition, testDatabase.ownerUrl);
  const database = await openDatabase(definition, testDatabase.appUrl, 4);
  const { schema } = await buildSubgraph(definition);
  const executor = new Executor(schema, pino({ level: "silent" }));
  const target = { log: new AccessLog(database), pseudonyms: new Pseudonyms(database) };
  const ask = async (
    query: string,
    variables: Readonly<Record<string, unknown>>,
    reader: Reader,
    language: Language,
    graph: AskedGraph,
  ): Promise<{ readonly answer: Answer; readonly looks: readonly Look[] }> => {
    const request = requestScope({ reader: withPurpose(reader), language, requestId: "test", hop: 1 });
    const policy = new PolicyCopy(database);
    const logged = actLog(target, request, policy);
    const acts: Look[] = [];
    const logAct: typeof logged = async (act) => {
      await logged(act);
      acts.push(...[lookOfAct(act) ?? []].flat());
    };
    const scope = { database, policy, request, logAct, graph };
    const context: Context<Services> = { ...scope, services: definition.services(scope) };
    const answer = await executor.execute({ query, variables }, context);
    return { answer, looks: [...acts, ...request.looks.all()] };
  };
  return {
    database,
    testDatabase,
    run: async (query, variables = {}, { reader = anAdvisor, language = "FR", graph = silentGraph } = {}) =>
      (await ask(query, variables, reader, language, graph)).answer,
    looksOf: async (query, reader = anAdvisor, variables = {}) => [
      ...(await ask(query, variables, reader, "FR", silentGraph)).looks,
    ],
    async close() {
      await database.close();
      await testDatabase.drop();
    },
  };
}
