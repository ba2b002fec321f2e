/** What 1819 puts right of a person is what the graph shows, with what it was; and the person is found by it from then on. */
import { statement } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { definition } from "../subgraph.js";
import { facts } from "./facts.js";

const person = newId();
let tested: SubgraphUnderTest;
beforeAll(async () => void (tested = await openSubgraphUnderTest(definition)));
afterAll(() => tested.close());
beforeEach(async () => {
  for (const table of ["person_key", "entrepreneur_word", "contact_point", "entrepreneur"])
    await tested.database.query(statement(`delete from ${table}`));
  await tested.database.query(
    statement(
      `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, sex, known_since, source)
       values ($1, 'An', 'Peters', '[]', 'NL', 'UNKNOWN', '2024-05-06T07:08:09Z', 'TEST')`,
    ),
    [person],
  );
});

const change = (coordinate: string, value: unknown): Promise<object | null> =>
  tested.database.transaction(async (queries) => (await facts.changes[coordinate]?.(queries, person, value)) ?? null);

describe("a fact of a person", () => {
  it.each<[string, unknown, object | null]>([
    ["Entrepreneur.givenName", "  Anne-Sophie ", { former: "An", value: "Anne-Sophie" }],
    ["Entrepreneur.familyName", "", null],
    ["Entrepreneur.familyName", "<b>", null],
    [
      "Entrepreneur.otherNames",
      [{ given: "Anna", family: "Peters" }],
      { former: [], value: [{ given: "Anna", family: "Peters" }] },
    ],
    ["Entrepreneur.otherNames", [{ given: "Anna" }], null],
    ["Entrepreneur.preferredLanguage", "FR", { former: "NL", value: "FR" }],
    ["Entrepreneur.preferredLanguage", "UNKNOWN", null],
    ["Entrepreneur.birthDate", "1990-02-28", { former: null, value: "1990-02-28" }],
    ["Entrepreneur.birthDate", "1990-02-30", null],
    ["Entrepreneur.birthDate", "2990-01-01", null],
    ["Entrepreneur.sex", "X", { former: "UNKNOWN", value: "X" }],
    ["Entrepreneur.postcode", "1050", { former: null, value: "1050" }],
    ["Entrepreneur.postcode", "0050", null],
    ["Entrepreneur.municipality", "elsene", { former: null, value: "Ixelles" }],
    ["Entrepreneur.municipality", "Atlantis", null],
    [
      "Entrepreneur.contactPoints",
      { kind: "PHONE", value: "02 226 88 88" },
      { former: [], value: [{ kind: "PHONE", value: "+3222268888" }] },
    ],
    ["Entrepreneur.contactPoints", { kind: "PHONE", value: "12" }, null],
  ])("%s as %j: %j", async (coordinate, value, changed) => {
    expect(await change(coordinate, value)).toEqual(changed);
  });

  it("that one is found by is found by the new one", async () => {
    await change("Entrepreneur.familyName", "Vandenbroucke");
    const keys = await tested.database.query<{ key: string }>(
      statement("select key from person_key where entrepreneur_id = $1"),
      [person],
    );
    expect(keys.some(({ key }) => key.includes("vandenbroucke"))).toBe(true);
    expect(keys.some(({ key }) => key.includes("peters"))).toBe(false);
  });

  it("of nobody is not changed", async () => {
    const changed = await tested.database.transaction((queries) =>
      Promise.resolve(facts.changes["Entrepreneur.givenName"]?.(queries, newId(), "An")),
    );
    expect(changed).toBeNull();
  });

  it("has its origin from the person's file", async () => {
    expect(await facts.subjects.Entrepreneur?.(tested.database, person)).toMatchObject({
      agencyCode: "1819",
      source: "TEST",
      since: new Date("2024-05-06T07:08:09Z"),
    });
    expect(await facts.subjects.Entrepreneur?.(tested.database, newId())).toBeNull();
  });
});
