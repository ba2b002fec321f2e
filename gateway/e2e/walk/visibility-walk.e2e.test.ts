/**
 * Every field of the graph × every role × own, another's, granted, ended mandate: real answers of the owners, held against the table that people
 * keep by hand. A new field is walked because it is in the schema; who leaves one out, or opens one too far, turns this red.
 */
import { withClient } from "@parcours/shared/database-roles";
import { roles } from "@parcours/shared/identity/roles";
import type { GraphQLSchema } from "graphql";
import { until } from "../asking.js";
import { aPdf, Client } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { categoryOf, isKey, objectTypes, readGraph } from "./graph-fields.js";
import { readTable, type Table, type WalkReader } from "./oracle.js";
import { readWorld, type RowFacts, type World } from "./subjects.js";
import { cellsOfEntities, cellsOfRoots, WalkReport, type Representation } from "./walk.js";

jest.setTimeout(600_000);

/** Whose data are asked for: known to every pole, refused, refused by a pole-mate, in difficulty, seller, buyer, restarted, one of many behind a telephone, three files in one, one who may be another. */
const subjects = [
  "KNOWN_TO_EVERY_POLE",
  "COACHED_AND_REFUSED",
  "HONOUR_LOAN_REFUSED",
  "IN_DIFFICULTY",
  "SELLER",
  "BUYER",
  "BANKRUPT_AND_RESTARTED",
  "FIRST_CLIENT_OF_ACCOUNTANT",
  "DUPLICATES_MERGED",
  "DUPLICATE_TO_DECIDE",
] as const;
const owners = ["front-door", "coaching", "financing", "housing", "registry"] as const;
const grantee = { agency: "VILLAGE_FINANCE", categories: ["DECISION", "APPLICATION_CONTENT", "COACHING_CONTENT"] };
/** Rows of one type that are asked for beside those of the subjects: somebody else's, or nobody's, such as a site. */
const strangersRows = 4;
const mostOfAType = 12;

/**
 * Acts are no looks: they have tests of their own. An entry of a kind that this version does not know, and a quarter with five answers, are not
 * in a demonstration of sixty people: the front door's and housing's tests have them.
 */
const walkedElsewhere = /^(Mutation|\w+Payload|OtherEntry|SatisfactionResult)\./;

let e2e: EndToEnd;
let world: World;
let table: Table;
let readers: readonly WalkReader[];
const schemas = new Map<string, GraphQLSchema>(
  owners.map((owner) => [owner, readGraph(`subgraphs/${owner}/schema.graphql`)]),
);

beforeAll(async () => {
  e2e = await startAll({ name: "walk" });
  await letIn();
  await giveDocuments();
  [world, table, readers] = [await readWorld(e2e.system), readTable(), allReaders()];
});
afterAll(() => e2e?.system.stop());

/** A grant to a lender and a broken glass of an advisor, told by the front door as it tells everything of the kind. */
async function letIn(): Promise<void> {
  const person = e2e.person("amina").entrepreneurId;
  const tom = e2e.person("tom");
  const today = new Date().toISOString().slice(0, 10);
  const common = { entrepreneurId: person, since: "2020-01-01", until: null };
  const grants = grantee.categories.map((category) => ({
    ...common,
    kind: "GRANT",
    agencyCode: grantee.agency,
    category,
  }));
  const glass = {
    ...common,
    kind: "BREAK_GLASS",
    agencyCode: tom.agency,
    staffId: tom.staffId,
    category: "COACHING_CONTENT",
    ownerAgencyCodes: ["HUB"],
    since: today,
  };
  await withClient(e2e.system.ownerUrl("front-door"), async (client) => {
    for (const body of [...grants, glass])
      await client.query(
        "insert into outbox (topic, key, body, source) values ('POLICY', gen_random_uuid()::text, $1, 'WALK')",
        [JSON.stringify(body)],
      );
  });
  for (const owner of owners)
    await until(`${owner} has read the grants`, () =>
      withClient(e2e.system.ownerUrl(owner), async (client) => {
        const { rows } = await client.query("select from policy_relation where kind in ('GRANT', 'BREAK_GLASS')");
        return rows.length >= grants.length + 1;
      }),
    );
}

/** A document that a person holds, and one that the person's enterprise holds, at an agency whose official reads too. */
async function giveDocuments(): Promise<void> {
  const amina = new Client(e2e, { as: "amina" });
  const { id: entrepreneurId } = e2e.story("KNOWN_TO_EVERY_POLE");
  const common = { entrepreneurId, agency: "FINANCE_INVEST" };
  const ofEnterprise = { documentType: "STATUTES", enterpriseNumber: e2e.numberOf("KNOWN_TO_EVERY_POLE") };
  for (const part of [{ documentType: "BUSINESS_PLAN" }, ofEnterprise]) {
    const content = aPdf(part.documentType);
    const sent = await amina.send(await amina.offer(content, { ...common, ...part }), content);
    expect(sent.status).toBe(204);
  }
  await until("the directory points to the documents", () =>
    withClient(e2e.system.ownerUrl("front-door"), async (client) => {
      const { rows } = await client.query("select from document_pointer");
      return rows.length === 2;
    }),
  );
}

function allReaders(): WalkReader[] {
  const people = e2e.people().map(({ handle, role, agency, staffId, entrepreneurId, purpose }) => ({
    name: `${handle} (${role})`,
    role,
    agency,
    staffId,
    entrepreneurId,
    purpose,
  }));
  const tom = people.find(({ name }) => name.startsWith("tom "));
  if (!tom) throw new Error("tom is gone");
  return [
    ...people,
    { name: "nobody", role: "ANONYMOUS" },
    { name: "a service", role: "SERVICE" },
    { ...tom, name: "tom without purpose", purpose: undefined },
    { ...tom, name: "tom in an emergency", purpose: "EMERGENCY" },
  ];
}

/** What of each type an owner is asked for: all of the subjects, and something of strangers. */
function representationsAt(owner: string): Representation[][] {
  const rowsOfRareTypes = rareRows();
  const persons = [
    ...subjects.map((name) => e2e.story(name).id),
    ...rowsOfRareTypes.flatMap(({ person }) => person ?? []),
  ];
  const numbers = [
    ...subjects.flatMap((name) => e2e.story(name).enterprises.map(({ number }) => number)),
    ...rowsOfRareTypes.flatMap(({ enterprise }) => enterprise ?? []),
  ];
  const isSubjects = ({ person, enterprise }: RowFacts): boolean =>
    (person !== null && persons.includes(person)) || (enterprise !== null && numbers.includes(enterprise));
  const graph = schemas.get(owner);
  const keyed = (graph ? objectTypes(graph) : []).filter((type) =>
    Object.values(type.getFields()).some((field) => isKey(type, field)),
  );
  return keyed.flatMap((type): Representation[][] => {
    if (type.name === "Entrepreneur") return [[...new Set(persons)].map((id) => ({ __typename: type.name, id }))];
    if (type.name === "Enterprise") return [[...new Set(numbers)].map((number) => ({ __typename: type.name, number }))];
    const rows = [...world.rows].filter(([, row]) => row.type === type.name && row.subgraph === owner);
    const own = rows.filter(([, row]) => isSubjects(row)).slice(0, mostOfAType);
    const others = rows.filter(([, row]) => !isSubjects(row)).slice(0, strangersRows);
    const asked = [...own, ...others].map(([id]) => ({ __typename: type.name, id }));
    return asked.length > 0 ? [asked] : [];
  });
}

/** One row of every type that none of the subjects has: nobody plays everything. */
function rareRows(): RowFacts[] {
  const persons = new Set(subjects.map((name) => e2e.story(name).id));
  const rows = [...world.rows.values()].filter(({ person, enterprise }) => person !== null || enterprise !== null);
  const common = new Set(rows.filter(({ person }) => person !== null && persons.has(person)).map(({ type }) => type));
  return [...new Map(rows.filter(({ type }) => !common.has(type)).map((row) => [row.type, row])).values()];
}

async function walkAll(report: WalkReport, only: readonly WalkReader[] = readers): Promise<void> {
  for (const [subgraph, graph] of schemas) {
    const at = { subgraph, graph, world };
    const asked = representationsAt(subgraph);
    for (const reader of only) {
      for (const representations of asked)
        report.add(reader, await cellsOfEntities(e2e.system, at, reader, representations));
      for (const name of subjects) {
        const { id, enterprises } = e2e.story(name);
        const phone = e2e.phoneOf(name);
        report.add(reader, await cellsOfRoots(e2e.system, at, reader, { person: id, enterprise: null, phone }));
        for (const { number } of enterprises.slice(0, 1))
          report.add(reader, await cellsOfRoots(e2e.system, at, reader, { person: null, enterprise: number }));
      }
    }
  }
}

/** The disagreements in a few lines: which field, of whom, for whom. */
function told({ disagreements }: WalkReport): string[] {
  const lines = disagreements.map(
    ({ reader, cell, expected }) =>
      `${cell.field} (${cell.category}) of ${JSON.stringify(cell.row)} should be ${expected} to ${reader}${cell.code ? `: ${cell.code}` : ""}`,
  );
  return [...new Set(lines)].slice(0, 40);
}

describe("the graph and the table of who may see what", () => {
  let report: WalkReport;
  beforeAll(async () => {
    report = new WalkReport(table, world);
    await walkAll(report);
  });

  it("agree on every field, for every reader, about everybody", () => {
    console.log(
      `${report.cells} cells: ${report.opened.size} fields seen open, ${report.closed.size} seen closed, ${readers.length} readers, ${subjects.length} subjects`,
    );
    expect(told(report)).toEqual([]);
    expect([...report.faults]).toEqual([]);
    expect(report.cells).toBeGreaterThan(10_000);
  });

  it("leave no role out", () => {
    const without = roles.filter((role) => !readers.some((reader) => reader.role === role));
    expect(without).toEqual([]);
  });

  it("leave no field out: each that is not open to all was seen open to somebody, and closed to somebody", () => {
    const fields = [...schemas.values()].flatMap((graph) =>
      objectTypes(graph).flatMap((type) =>
        Object.values(type.getFields())
          .filter(
            (field) => !isKey(type, field) && !(table.get(categoryOf(type, field) ?? "") ?? []).includes("ANYONE"),
          )
          .map((field) => `${type.name}.${field.name}`),
      ),
    );
    const guarded = [...new Set(fields)].filter((field) => !walkedElsewhere.test(field));
    expect(guarded.filter((field) => !report.opened.has(field) && !report.closed.has(field))).toEqual([]);
  });

  it("disagree where a leak is planted: one line of the table narrower than what is served", async () => {
    for (const [category, readerCode] of [
      ["CONTACT", "ADVISOR_1819"],
      ["SEX", "OWN"],
      ["COACHING_CONTENT", "GRANTED"],
      ["DOSSIER_HEADER", "MANDATARY"],
    ] as const) {
      const narrower = new Map(table).set(
        category,
        (table.get(category) ?? []).filter((code) => code !== readerCode),
      );
      const planted = new WalkReport(narrower, world);
      await walkAll(
        planted,
        readers.filter(({ name }) => /^(tom \(|amina|fatima|yasmine-company)/.test(name)),
      );
      expect([...new Set(planted.disagreements.map(({ cell }) => cell.category))]).toEqual([category]);
    }
  });
});
