import { openSubgraphUnderTest, type SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import { merge, unmerge } from "../src/identity/identity.service.js";
import { definition } from "../src/subgraph.js";
import { aMandate, anEnterprise, aPerson } from "./fixtures.js";

const query = `query ($phone: String, $enterpriseNumber: String, $email: String, $name: String) {
  caller(phone: $phone, enterpriseNumber: $enterpriseNumber, email: $email, name: $name) {
    outcome more entrepreneur { id displayName } enterprise { number }
    candidates { entrepreneurId enterpriseNumber displayName municipality reasons }
  }
}`;

let subgraph: SubgraphUnderTest;
let amina: string;
let bakery: string;

beforeAll(async () => {
  subgraph = await openSubgraphUnderTest(definition);
  const { database } = subgraph;
  amina = await aPerson(database, {
    given: "Amina",
    family: "El Idrissi",
    phones: ["+32475123456"],
    emails: ["amina@example.com"],
    endedPhones: ["+32475000001"],
  });
  bakery = await anEnterprise(database, 1, "Boulangerie du Chêne", ["+3222268888"]);
  await aMandate(database, amina, bakery);
});
afterAll(() => subgraph.close());

async function call(variables: Record<string, string>): Promise<{ outcome: string } & Record<string, unknown>> {
  const answer = await subgraph.run(query, variables);
  expect(answer.errors).toBeUndefined();
  return (answer.data as { caller: { outcome: string } & Record<string, unknown> }).caller;
}

async function codeOf(variables: Record<string, string>): Promise<unknown> {
  const answer = await subgraph.run(query, variables);
  return answer.errors?.[0]?.extensions?.["code"];
}

describe("caller", () => {
  it.each(["+32475123456", "0475 12 34 56", "0032475123456", "0475/12.34.56"])(
    "finds a person by the own number written as %s",
    async (phone) => {
      expect(await call({ phone })).toMatchObject({
        outcome: "ONE",
        entrepreneur: { id: amina, displayName: "Amina El Idrissi" },
        candidates: [],
        more: false,
      });
    },
  );

  it("finds a person by an e-mail address in any case", async () => {
    expect(await call({ email: "Amina@Example.com" })).toMatchObject({ outcome: "ONE", entrepreneur: { id: amina } });
  });

  it("finds the only person behind an enterprise's public number", async () => {
    expect(await call({ phone: "02 226 88 88" })).toMatchObject({
      outcome: "ONE",
      entrepreneur: { id: amina },
      enterprise: null,
    });
  });

  it("sets the enterprise whose number was given", async () => {
    expect(await call({ enterpriseNumber: bakery })).toMatchObject({
      outcome: "ONE",
      entrepreneur: { id: amina },
      enterprise: { number: bakery },
    });
  });

  it("answers NONE, and no error, for a number that nobody has", async () => {
    expect(await call({ phone: "+32475999999" })).toMatchObject({
      outcome: "NONE",
      entrepreneur: null,
      enterprise: null,
      candidates: [],
    });
  });

  it.each(["", "anonymous", "1819", "+33142685300", "0475 00 00 01"])(
    "finds nobody by a withheld, short, unknown foreign or ended number (%p)",
    async (phone) => {
      expect(await call({ phone })).toMatchObject({ outcome: "NONE" });
    },
  );

  it("never opens a file on a name alone", async () => {
    expect(await call({ name: "idrissi amina" })).toMatchObject({
      outcome: "SEVERAL",
      entrepreneur: null,
      candidates: [
        {
          entrepreneurId: amina,
          displayName: "Amina El Idrissi",
          municipality: "Ixelles",
          reasons: ["NAME"],
          enterpriseNumber: bakery,
        },
      ],
    });
  });

  it("narrows by every clue given", async () => {
    expect(await call({ phone: "+32475123456", name: "Idr" })).toMatchObject({ outcome: "ONE" });
    expect(await call({ phone: "+32475123456", name: "Peeters" })).toMatchObject({ outcome: "NONE" });
    expect(await call({ phone: "+32475123456", enterpriseNumber: "0202.239.951" })).toMatchObject({
      outcome: "NONE",
      enterprise: { number: "0202239951" },
    });
  });

  it("shows both managers of an enterprise, and the enterprise all the same", async () => {
    const { database } = subgraph;
    const number = await anEnterprise(database, 2, "Imprimerie Deux");
    const one = await aPerson(database, { given: "Jan", family: "Peeters" });
    const other = await aPerson(database, { given: "Élise", family: "D'Hondt" });
    const former = await aPerson(database, { given: "Paul", family: "Ancien" });
    await aMandate(database, one, number);
    await aMandate(database, other, number);
    await aMandate(database, former, number, "2010-01-01", "2015-12-31");
    const answer = await call({ enterpriseNumber: number });
    expect(answer).toMatchObject({ outcome: "SEVERAL", entrepreneur: null, enterprise: { number }, more: false });
    const { candidates } = answer as unknown as { candidates: { entrepreneurId: string; reasons: string[] }[] };
    expect(new Set(candidates.map(({ entrepreneurId }) => entrepreneurId))).toEqual(new Set([one, other]));
    expect(candidates.every(({ reasons }) => reasons.join() === "ENTERPRISE_NUMBER")).toBe(true);
    expect(await call({ enterpriseNumber: number, name: "dhondt" })).toMatchObject({ outcome: "NONE" });
    expect(await call({ enterpriseNumber: number, name: "d hondt elise" })).toMatchObject({
      outcome: "ONE",
      entrepreneur: { id: other },
    });
  });

  it("answers with a known enterprise of which no person is known", async () => {
    const number = await anEnterprise(subgraph.database, 3, "Fonderie Solitaire", ["+3223456789"]);
    expect(await call({ phone: "02 345 67 89" })).toMatchObject({
      outcome: "ONE",
      entrepreneur: null,
      enterprise: { number },
    });
  });

  it("shows at most twenty of those who share a number, and says that there are more", async () => {
    const { database } = subgraph;
    for (let index = 0; index < 25; index += 1)
      await aPerson(database, { given: "Client", family: `Numero${index}`, phones: ["+3225551234"] });
    const answer = await call({ phone: "+3225551234" });
    expect(answer).toMatchObject({ outcome: "SEVERAL", more: true, entrepreneur: null });
    expect(answer["candidates"]).toHaveLength(20);
  });

  it("finds one person where two files were merged, and two again where the merge was taken back", async () => {
    const { database } = subgraph;
    const kept = await aPerson(database, { given: "Sofie", family: "Maes", phones: ["+32475222222"] });
    const former = await aPerson(database, { given: "Sophie", family: "Maes", phones: ["+32475222222"] });
    expect(await call({ phone: "+32475222222" })).toMatchObject({ outcome: "SEVERAL" });
    await merge(database, { formerId: former, into: kept, reason: "SAME_PHONE", author: "test" });
    expect(await call({ phone: "+32475222222" })).toMatchObject({ outcome: "ONE", entrepreneur: { id: kept } });
    expect(await call({ phone: "+32475222222", name: "Sophie" })).toMatchObject({
      outcome: "ONE",
      entrepreneur: { id: kept },
    });
    await unmerge(database, former);
    expect(await call({ phone: "+32475222222" })).toMatchObject({ outcome: "SEVERAL" });
  });

  it("names what is wrong with a clue", async () => {
    expect(await codeOf({})).toBe("CALLER_ARGUMENT_REQUIRED");
    expect(await codeOf({ phone: "02 12" })).toBe("PHONE_INVALID");
    expect(await codeOf({ enterpriseNumber: "1000.000.031" })).toBe("ENTERPRISE_NUMBER_INVALID");
    expect(await codeOf({ name: "D" })).toBe("CALLER_NAME_TOO_SHORT");
  });
});
