/** J12, J29: who may act for an enterprise is written by 1819; a mandate that ends opens nothing from that moment on, at any owner. */
import { newId } from "@parcours/shared/ids";
import type { List } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";

interface Acted {
  readonly mandate: { readonly id: string; readonly version: number; readonly until: string | null } | null;
  readonly reached: readonly string[];
  readonly pending: readonly string[];
  readonly errors: readonly { readonly code: string }[];
}
interface Held {
  readonly supports: object | null;
  readonly financing: object | null;
  readonly coaching: object | null;
  readonly housing: object | null;
}

const owners = ["coaching", "financing", "front-door", "housing", "registry"];
const held = `query Held($number: String!) { enterprise(number: $number) {
  supports(first: 10) { edges { node { id } } } financing { applications(first: 10) { edges { node { id } } } }
  coaching { dossiers(first: 10) { edges { node { id } } } } housing { stays(first: 10) { edges { node { id } } } } } }`;

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "mandates" });
}, 90_000);
afterAll(() => all.system.stop());

async function act(name: string, type: string, input: object, as = "tom"): Promise<Acted> {
  const text = `mutation Act($input: ${type}!) { ${name}(input: $input) { mandate { id version until } reached pending errors { code } } }`;
  return (await all.ask<Record<string, Acted>>(text, { input: { idempotencyKey: newId(), ...input } }, { as })).data[
    name
  ] as Acted;
}
async function heldFor(as: string): Promise<boolean[]> {
  const { data } = await all.ask<{ enterprise: Held }>(held, { number: all.numberOf("SELLER") }, { as });
  const { supports, financing, coaching, housing } = data.enterprise;
  return [supports, financing, coaching, housing].map((part) => part !== null);
}
const nothing = [false, false, false, false];
/** An owner that has not said so within half a second obeys within the next. */
async function within(milliseconds: number, as: string, expected: boolean[]): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end && JSON.stringify(await heldFor(as)) !== JSON.stringify(expected));
  expect(await heldFor(as)).toEqual(expected);
}

it("a mandate that 1819 ends opens nothing within a second, its history says so, and another's opens the same", async () => {
  const [seller, buyer] = [all.story("SELLER"), all.story("BUYER")];
  const number = all.numberOf("SELLER");
  const before = await heldFor("yasmine-company");
  expect(before[0]).toBe(true);
  expect(await heldFor("georges-company")).toEqual(nothing);
  const { data } = await all.ask<{
    entrepreneur: { mandates: { id: string; version: number; until: string | null; enterprise: { number: string } }[] };
  }>(`query Mandates($id: ID!) { entrepreneur(id: $id) { mandates { id version until enterprise { number } } } }`, {
    id: buyer.id,
  });
  const mandate = data.entrepreneur.mandates.find((one) => one.enterprise.number === number);
  const ended = await act("endMandate", "EndMandateInput", {
    entrepreneurId: buyer.id,
    mandateId: mandate?.id,
    version: mandate?.version,
  });
  expect(ended).toMatchObject({ mandate: { id: mandate?.id, until: expect.any(String) as string }, errors: [] });
  expect([...ended.reached, ...ended.pending].sort((one, other) => one.localeCompare(other))).toEqual(owners);
  await within(1000, "yasmine-company", nothing);

  const history = await all.ask<{ factHistory: List<{ value: object; former: object; author: string }> }>(
    `query History($id: ID!) { factHistory(coordinate: "Entrepreneur.mandates", entrepreneurId: $id) { edges { node { former value author } } } }`,
    { id: buyer.id },
    { as: "yasmine" },
  );
  expect(history.data.factHistory.edges.map(({ node }) => node)).toMatchObject([
    { former: { enterpriseNumber: number, until: null }, value: { until: ended.mandate?.until }, author: "AGENCY" },
  ]);

  const added = await act("addMandate", "AddMandateInput", {
    entrepreneurId: seller.id,
    enterpriseNumber: number,
    role: "PROXY",
    since: "2024-01-01",
    evidence: "POWER_OF_ATTORNEY",
  });
  expect(added.errors).toEqual([]);
  await within(1000, "georges-company", before);
  const own = { entrepreneurId: seller.id, mandateId: added.mandate?.id, version: 1 };
  expect((await act("endMandate", "EndMandateInput", own, "yasmine")).errors).toEqual([{ code: "ACT_NOT_ALLOWED" }]);
  expect((await act("endMandate", "EndMandateInput", own, "georges")).errors).toEqual([]);
  await within(1000, "georges-company", nothing);
});
