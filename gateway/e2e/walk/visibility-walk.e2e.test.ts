/**
 * Every field of the graph × every role × own, another's, granted, ended mandate: real answers of the owners, held against the table that people
 * keep by hand. A new field is walked because it is in the schema; who leaves one out, or opens one too far, turns this red.
 */
import { roles } from "@parcours/shared/identity/roles";
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { giveDocuments } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { categoryOf, isKey, objectTypes, readGraph } from "./graph-fields.js";
import { disputeFacts, letIn } from "./letting-in.js";
import { readTable, type Table, type WalkReader } from "./oracle.js";
import { readWorld, type RowFacts, type World } from "./subjects.js";
import { cellsOfDesk, deskGraph } from "./walk-desk.js";
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
/** Of these also what the single desk has: known to all, in difficulty, with an ended mandate. */
const deskSubjects = ["KNOWN_TO_EVERY_POLE", "IN_DIFFICULTY", "SELLER"] as const;
const owners = ["front-door", "coaching", "financing", "housing", "registry"] as const;
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
  await letIn(e2e, owners);
  await giveDocuments(e2e);
  await disputeFacts(e2e);
  [world, table] = [await readWorld(e2e.system), readTable()];
  readers = allReaders();
});
afterAll(() => e2e?.system.stop());

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
  const testedAt = [...world.rows.values()].find(({ type }) => type === "TestPhase")?.agency;
  if (!tom || !testedAt) throw new Error("tom or the test phases are gone");
  return [
    ...people,
    { name: "nobody", role: "ANONYMOUS" },
    { name: "a service", role: "SERVICE" },
    { ...tom, name: "tom without purpose", purpose: undefined },
    { ...tom, name: "tom in an emergency", purpose: "EMERGENCY" },
    // Nobody who signs in works where people test their business.
    {
      name: "a coach where businesses are tested",
      role: "COACH",
      agency: testedAt,
      staffId: "w-1",
      purpose: "COACHING",
    },
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

async function walkAll(report: WalkReport): Promise<void> {
  await Promise.all([...schemas].map(([subgraph, graph]) => walkOwner(report, { subgraph, graph, world })));
}

async function walkOwner(report: WalkReport, at: Parameters<typeof cellsOfEntities>[1]): Promise<void> {
  const asked = representationsAt(at.subgraph);
  for (const reader of readers) {
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

/** The disagreements in a few lines: which field, of whom, for whom. */
function told({ disagreements }: WalkReport): string[] {
  const lines = disagreements.map(
    ({ reader, cell, expected }) =>
      `${cell.field} (${cell.category}) of ${JSON.stringify(cell.row)} should be ${expected} to ${reader}${cell.code ? `: ${cell.code}` : ""}`,
  );
  return [...new Set(lines)].slice(0, 40);
}

/** Readers of the desk, and whose data it is asked for: what it has of a person takes an answer of every owner each time. */
async function walkDesk(report: WalkReport): Promise<void> {
  const handles = e2e.people().map(({ handle }) => handle);
  const people = readers.flatMap((reader) => {
    const handle = handles.find((one) => reader.name === `${one} (${reader.role})`) ?? null;
    const isTom = reader.name === "tom without purpose";
    return handle !== null || reader.role === "ANONYMOUS" || isTom
      ? [{ ...reader, handle: isTom ? "tom" : handle }]
      : [];
  });
  for (const name of deskSubjects) {
    const { id, enterprises } = e2e.story(name);
    const subject = { id, enterprise: enterprises[0]?.number ?? null };
    for (const reader of people) report.add(reader, await cellsOfDesk(e2e, world, reader, subject));
  }
}

/** Lines of the table with a reader left out who is served: each a leak by them. */
const planted = [
  ["CONTACT", "ADVISOR_1819"],
  ["SEX", "OWN"],
  ["COACHING_CONTENT", "GRANTED"],
  ["DOSSIER_HEADER", "MANDATARY"],
  ["LOOKUPS", "DATA_PROTECTION_OFFICER"],
] as const;

/** Every field that the table does not open to all, with its type. */
function guardedFields(): {
  readonly type: GraphQLObjectType;
  readonly name: string;
  readonly isOfDesk: boolean;
}[] {
  const found = [...schemas.values(), deskGraph].flatMap((graph) =>
    objectTypes(graph).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !isKey(type, field) && !(table.get(categoryOf(type, field) ?? "") ?? []).includes("ANYONE"))
        .map((field) => ({ type, name: `${type.name}.${field.name}`, isOfDesk: graph === deskGraph })),
    ),
  );
  return found.filter(({ name }) => !walkedElsewhere.test(name));
}

/** The desk is asked through the gateway alone: a field of a person that is open to whoever may find one is closed to nobody who gets there. */
function isOpenToWhoFinds(name: string): boolean {
  const [typeName = "", fieldName = ""] = name.split(".");
  const type = typeName === "Entrepreneur" ? deskGraph.getType(typeName) : undefined;
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!isObjectType(type) || !field) return false;
  const readersOf = table.get(categoryOf(type, field) ?? "") ?? [];
  return (table.get("LOOK_UP") ?? []).every((code) => readersOf.includes(code));
}

/** Types without a key that are met behind a closed field only: closed there, their own fields are never reached. */
function isClosedOnTheWay(type: GraphQLObjectType, closed: ReadonlySet<string>, seen: readonly string[] = []): boolean {
  if (Object.values(type.getFields()).some((field) => isKey(type, field)) || seen.includes(type.name)) return false;
  return [...schemas.values(), deskGraph].some((graph) =>
    objectTypes(graph).some((holder) =>
      Object.values(holder.getFields()).some(
        (field) =>
          getNamedType(field.type).name === type.name &&
          (closed.has(`${holder.name}.${field.name}`) || isClosedOnTheWay(holder, closed, [...seen, type.name])),
      ),
    ),
  );
}

describe("the graph and the table of who may see what", () => {
  let report: WalkReport;
  beforeAll(async () => {
    const narrower = planted.map(
      ([category, left]) => [category, (table.get(category) ?? []).filter((code) => code !== left)] as const,
    );
    report = new WalkReport(table, new Map(narrower), world);
    await walkAll(report);
    await walkDesk(report);
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

  it("leave no field out: each that is not open to all was seen open to somebody", () => {
    const unseen = guardedFields().filter(({ name }) => !report.opened.has(name));
    expect([...new Set(unseen.map(({ name }) => name))]).toEqual([]);
  });

  it("leave no field out: each that is not open to all was seen closed to somebody", () => {
    const unseen = guardedFields().filter(
      ({ type, name, isOfDesk }) =>
        !report.closed.has(name) && !isClosedOnTheWay(type, report.closed) && !(isOfDesk && isOpenToWhoFinds(name)),
    );
    expect([...new Set(unseen.map(({ name }) => name))]).toEqual([]);
  });

  it("disagree where a leak is planted: lines of the table narrower than what is served", () => {
    expect([...report.leaks].sort()).toEqual(planted.map(([category]) => category).toSorted());
  });
});
