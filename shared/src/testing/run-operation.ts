/** A subgraph in a test: its real schema and services on a real, throw-away database, without HTTP. */
import { pino } from "pino";
import { migrate, openDatabase, type Database } from "../database.js";
import { PolicyCopy } from "../feed/policy-copy.js";
import { buildSubgraph } from "../graphql/build-schema.js";
import type { Language } from "../languages.js";
import { requestScope, type Context, type RequestScope } from "../server/context.js";
import { Executor, type Answer } from "../server/executor.js";
import type { SubgraphDefinition } from "../subgraph.js";
import type { Reader } from "../visibility/reader.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";

/** Who asks where a test does not say: an advisor of 1819 with a caller on the line. */
export const anAdvisor: Reader = { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", caseReference: "call-1" };

/** A subgraph under test. */
export interface SubgraphUnderTest {
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  /** Runs one operation as one request. */
  run(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    as?: { readonly reader?: Reader; readonly language?: Language },
  ): Promise<Answer>;
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
  return {
    database,
    testDatabase,
    run(query, variables = {}, { reader = anAdvisor, language = "FR" } = {}) {
      const request: RequestScope = requestScope({ reader, language, requestId: "test", hop: 1 });
      const scope = { database, policy: new PolicyCopy(database), request };
      const context: Context<Services> = { ...scope, services: definition.services(scope) };
      return executor.execute({ query, variables }, context);
    },
    async close() {
      await database.close();
      await testDatabase.drop();
    },
  };
}
