/** A number no longer works: it ends once, stays in the history, and leaves whoever still has it alone with it. */
import { statement } from "@parcours/shared/database";
import { newId } from "@parcours/shared/ids";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { definition } from "../subgraph.js";

const [person, other] = [newId(), newId()];
const own: Reader = { role: "ENTREPRENEUR", entrepreneurId: person };
const stranger: Reader = { role: "ENTREPRENEUR", entrepreneurId: other };
const coach: Reader = { role: "COACH", agency: "HUB", staffId: "c" };
let tested: SubgraphUnderTest;
const point = newId();

beforeAll(async () => void (tested = await openSubgraphUnderTest(definition)));
afterAll(() => tested.close());
beforeEach(async () => {
  for (const table of ["fact_change", "contact_point", "entrepreneur", "mutation_key"])
    await tested.database.query(statement(`delete from ${table}`));
  for (const id of [person, other])
    await tested.database.query(
      statement(
        `insert into entrepreneur (id, given_name, family_name, other_names, preferred_language, sex, known_since, source)
         values ($1, 'An', 'Peeters', '[]', 'NL', 'UNKNOWN', now(), 'TEST')`,
      ),
      [id],
    );
  const insert = statement(
    `insert into contact_point (id, entrepreneur_id, kind, value, raw, shared, since, source)
     values ($1, $2, 'PHONE', '+3222268888', '02 226 88 88', true, '2020-01-01', 'TEST')`,
  );
  await tested.database.query(insert, [point, person]);
  await tested.database.query(insert, [newId(), other]);
});

async function remove(
  reader?: Reader,
  more: object = {},
): Promise<{ contactPoint: { until: string | null } | null; errors: { code: string }[] }> {
  const answer = await tested.run(
    `mutation Remove($input: RemoveContactPointInput!) { removeContactPoint(input: $input) { contactPoint { until } errors { code } } }`,
    { input: { idempotencyKey: newId(), entrepreneurId: person, contactPointId: point, ...more } },
    reader && { reader },
  );
  return (answer.data as Record<string, never>)["removeContactPoint"] as never;
}

it.each<[string, Reader | undefined]>([
  ["the person", own],
  ["1819 with the person on the line", undefined],
])("is ended by %s, and the history says so", async (_, reader) => {
  expect(await remove(reader)).toMatchObject({ errors: [], contactPoint: { until: expect.anything() as unknown } });
  const changes = statement("select coordinate, former, value, author from fact_change");
  expect(await tested.database.query(changes)).toEqual([
    {
      coordinate: "Entrepreneur.contactPoints",
      former: [{ kind: "PHONE", value: "+3222268888" }],
      value: [],
      author: reader ? "PERSON" : "AGENCY",
    },
  ]);
  const left = statement("select shared from contact_point where until is null");
  expect(await tested.database.query(left)).toEqual([{ shared: false }]);
});

it("is ended once, however often it is asked", async () => {
  const idempotencyKey = newId();
  const all = await Promise.all(Array.from({ length: 20 }, () => remove(own, { idempotencyKey })));
  expect(all.flatMap(({ errors }) => errors)).toEqual([]);
  expect((await remove(own)).errors).toMatchObject([{ code: "CHANGED_MEANWHILE" }]);
  expect(await tested.database.query(statement("select 1 as one from fact_change"))).toEqual([{ one: 1 }]);
});

it.each<[string, Reader | undefined, object]>([
  ["somebody else", stranger, {}],
  ["a coach", coach, {}],
  ["1819 for another than whose it is", undefined, { entrepreneurId: other }],
  ["1819 for one that is not there", undefined, { contactPointId: newId() }],
])("is not ended by %s", async (_, reader, more) => {
  expect((await remove(reader, more)).errors).toMatchObject([{ code: "ACT_NOT_ALLOWED" }]);
  expect(await tested.database.query(statement("select 1 from contact_point where until is not null"))).toEqual([]);
});
