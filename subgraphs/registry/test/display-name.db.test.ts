/** The importer chooses names in SQL, the graph in TypeScript: both must choose alike. */
import { withImportSession } from "@parcours/shared/import/import-session";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import fc from "fast-check";
import { displayNameOf, type NameRow } from "../src/enterprise/display-name.rules.js";
import { publishContacts } from "../src/import/contact-feed.js";
import { definition } from "../src/subgraph.js";

let registry: SubgraphUnderTest;
beforeAll(async () => {
  registry = await openSubgraphUnderTest(definition);
});
afterAll(() => registry.close());

const row: fc.Arbitrary<NameRow> = fc.record({
  typeCode: fc.constantFrom("001", "002", "003", "004"),
  languageCode: fc.constantFrom("0", "1", "2", "3", "4"),
  denomination: fc.constantFrom("Alpha", "Beta", "Gamma"),
});

it("chooses the same name in the feed as in the graph, whatever names there are", async () => {
  const enterprises = fc.sample(fc.uniqueArray(row, { maxLength: 5, selector: (name) => Object.values(name).join() }), {
    numRuns: 200,
    seed: 1819,
  });
  const query = <Row>(text: string, values: readonly unknown[] = []) =>
    registry.database.dataSource.query<Row[]>(text, [...values]);
  for (const [index, names] of enterprises.entries()) {
    const number = String(200_000_000 + index).padStart(10, "0");
    await query("insert into enterprise (number, status_code, type_code, source) values ($1, 'AC', '2', 'KBO')", [
      number,
    ]);
    for (const { typeCode, languageCode, denomination } of names) {
      await query(
        "insert into denomination (entity_number, type_code, language_code, denomination, search, source) values ($1, $2, $3, $4, '', 'KBO')",
        [number, typeCode, languageCode, denomination],
      );
    }
  }
  await withImportSession(registry.testDatabase.ownerUrl, "test", new AbortController().signal, (session) =>
    session.inTransaction(() => publishContacts(session, "KBO")),
  );
  const told = await query<{ key: string; body: { names: object } }>("select key, body from outbox order by key");
  expect(told.map(({ body }) => body.names)).toEqual(
    enterprises.map((names) => ({ fr: displayNameOf(names, "FR"), nl: displayNameOf(names, "NL") })),
  );
});
