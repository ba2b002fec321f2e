/** The same with the owners' own code on real databases: fewer towns, for each step costs statements. */
import { AccessLog } from "@parcours/shared/access-log/access-log";
import { Pseudonyms } from "@parcours/shared/access-log/pseudonyms";
import { migrate, openDatabase, type Database } from "@parcours/shared/database";
import { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import { answerIntake } from "@parcours/shared/intake/intake-endpoint";
import { requestScope } from "@parcours/shared/server/context";
import { createTestDatabase, type TestDatabase } from "@parcours/shared/testing/postgres";
import { assert, asyncProperty } from "fast-check";
import { formOwners, forms, steps, Town } from "./town.js";

const opened = new Map<string, { readonly database: Database; readonly made: TestDatabase }>();
beforeAll(async () => {
  for (const owner of formOwners) {
    const made = await createTestDatabase(`once_only_${owner.replace("-", "_")}`);
    const schema = { name: owner, entities: [], migrations: [] };
    await migrate(schema, made.ownerUrl);
    opened.set(owner, { database: await openDatabase(schema, made.appUrl, 4), made });
  }
}, 120_000);
afterAll(async () => {
  for (const { database, made } of opened.values()) {
    await database.close();
    await made.drop();
  }
});

it("nothing that was accepted is asked again, in 25 towns", async () => {
  const townOfOwners = (): Town =>
    new Town(async (owner, reader, body) => {
      const { database } = opened.get(owner) ?? {};
      if (!database) return null;
      const definition = { forms: forms.all().filter((form) => form.owner === owner) as never };
      const request = requestScope({ reader, language: "EN", requestId: "r", hop: 1 });
      const target = { log: new AccessLog(database), pseudonyms: new Pseudonyms(database) };
      return answerIntake({ definition, database, policy: new PolicyCopy(database), request, target }, body);
    });
  await assert(
    asyncProperty(steps, async (all) => {
      const town = townOfOwners();
      for (const step of all) expect(await town.does(step)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 300_000);
