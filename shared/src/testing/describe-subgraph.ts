/** What every subgraph promises, as one suite that each of them runs: `describeSubgraph(definition, import.meta.url)`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  parse,
  validate,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { migrate, openDatabase, revert } from "../database.js";
import { kernelMigrations } from "../feed/migrations.js";
import { buildSubgraph } from "../graphql/build-schema.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { categoryOf } from "../visibility/guard.js";
import { describeRetention } from "./describe-retention.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";
import { openSubgraphUnderTest, type SubgraphUnderTest } from "./run-operation.js";

const unknownId = "00000000-0000-4000-8000-000000000000";
const pointerFields = ["occurredAt", "agency", "kind", "since", "until", "active"];

/**
 * Declares the suite.
 * @param moduleUrl `import.meta.url` of the test, one folder below the package
 */
export function describeSubgraph<Services extends object>(
  definition: SubgraphDefinition<Services>,
  moduleUrl: string,
): void {
  describe(`${definition.name} keeps what every subgraph promises`, () => {
    describeContract(definition, moduleUrl);
    describeReadme(definition, moduleUrl);
    describeMigrations(definition);
    describeReferences(definition);
    describeRetention(definition);
  });
}

function describeContract<Services extends object>(definition: SubgraphDefinition<Services>, moduleUrl: string): void {
  let schema: GraphQLSchema;
  let sdl: string;
  beforeAll(async () => {
    ({ schema, sdl } = await buildSubgraph(definition));
  });

  it("commits the SDL that it serves", () => {
    const committed = readFileSync(fileURLToPath(new URL("../schema.graphql", moduleUrl)), "utf8");
    expect(committed).toBe(sdl);
  });

  it("describes every type, field, argument and value", () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it("lets every field be null that may be withheld", () => {
    const strict = fieldsOf(schema).filter(({ type, field }) => {
      const category = categoryOf(type, field);
      return isNonNullType(field.type) && category !== "PUBLIC" && category !== "STRUCTURE";
    });
    expect(strict.map(({ name }) => name)).toEqual([]);
  });

  it("names one category per field of what is not a mere value", () => {
    const wholesale = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => {
      const directive = isObjectType(type)
        ? type.astNode?.directives?.find(({ name }) => name.value === "category")
        : undefined;
      const value = directive?.arguments?.[0]?.value;
      return value?.kind === "StringValue" && value.value !== "STRUCTURE";
    });
    expect(wholesale.map(({ name }) => name)).toEqual([]);
  });

  describePointerFields(definition, () => schema);
}

function describePointerFields<Services extends object>(
  definition: SubgraphDefinition<Services>,
  schemaOf: () => GraphQLSchema,
): void {
  it("gives every type that the directory lists all pointer fields and a label", () => {
    const schema = schemaOf();
    const lacking = definition.manifest.entryTypes.flatMap(({ type }) => {
      const found = schema.getType(type);
      const fields = isObjectType(found) ? found.getFields() : {};
      return [...pointerFields, "id", "label"].filter((name) => !(name in fields)).map((name) => `${type}.${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it("gives the pointer fields the category that the directory's stub has: granted help, or a dossier", () => {
    const schema = schemaOf();
    const others = definition.manifest.entryTypes.flatMap(({ type, granted = false }) => {
      const found = schema.getType(type);
      if (!isObjectType(found)) return [];
      const expected = granted ? "SUPPORT_GRANTED" : "DOSSIER_HEADER";
      const fields = Object.values(found.getFields()).filter(({ name }) => pointerFields.includes(name));
      return fields.flatMap((field) => {
        const category = categoryOf(found, field);
        return category === expected ? [] : [`${type}.${field.name} is ${category}, not ${expected}`];
      });
    });
    expect(others).toEqual([]);
  });
}

function describeReadme<Services extends object>(definition: SubgraphDefinition<Services>, moduleUrl: string): void {
  it("shows two operations in its README that the schema answers", async () => {
    const { schema } = await buildSubgraph(definition);
    const readme = readFileSync(fileURLToPath(new URL("../README.md", moduleUrl)), "utf8");
    const operations = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = ""]) => text);
    expect(operations).toHaveLength(2);
    expect(operations.flatMap((text) => validate(schema, parse(text)))).toEqual([]);
  });
}

function describeMigrations<Services extends object>(definition: SubgraphDefinition<Services>): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(`${definition.name}_migrations`);
  });
  afterAll(() => database.drop());

  it("migrates up, down and up again to the same tables", async () => {
    await migrate(definition, database.ownerUrl);
    const first = await catalogue(definition, database.ownerUrl);
    await revert(definition, database.ownerUrl, definition.migrations.length + kernelMigrations.length);
    expect(await catalogue(definition, database.ownerUrl)).toEqual(["migrations"]);
    await migrate(definition, database.ownerUrl);
    expect(await catalogue(definition, database.ownerUrl)).toEqual(first);
  });

  it("has entities that equal its tables", async () => {
    const opened = await openDatabase(definition, database.ownerUrl, 1);
    const { upQueries } = await opened.dataSource.driver.createSchemaBuilder().log();
    await opened.close();
    // Indexes and the names of constraints are the migrations' own; entities do not repeat them.
    expect(
      upQueries.map(({ query }) => query).filter((query) => !/^DROP INDEX|DROP CONSTRAINT|ADD CONSTRAINT/.test(query)),
    ).toEqual([]);
  });

  it("indexes what every table is read by: source, person, enterprise", async () => {
    const opened = await openDatabase(definition, database.ownerUrl, 1);
    const rows = await opened.dataSource.query<{ column: string }[]>(
      `select c.table_name || '.' || c.column_name as column from information_schema.columns c
        where c.table_schema = 'public' and c.column_name in ('source', 'entrepreneur_id', 'enterprise_number') and not exists (
          select 1 from pg_indexes i where i.tablename = c.table_name and i.indexdef ~ ('\\(' || c.column_name || '[,)]'))`,
    );
    await opened.close();
    expect(rows.map(({ column }) => column)).toEqual([]);
  });
}

function describeReferences<Services extends object>(definition: SubgraphDefinition<Services>): void {
  const keyed = Object.keys(definition.references).filter((name) => !["Enterprise", "Agency"].includes(name));
  if (keyed.length === 0) return;
  let subgraph: SubgraphUnderTest;
  beforeAll(async () => {
    subgraph = await openSubgraphUnderTest(definition);
  });
  afterAll(() => subgraph.close());

  it.each(keyed)("answers a reference to an unknown %s with its id, never with null", async (type) => {
    const answer = await subgraph.run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { id } } }`,
      {
        of: [{ __typename: type, id: unknownId }],
      },
    );
    expect(answer.data).toEqual({ _entities: [{ id: unknownId }] });
  });

  it.each(keyed)("reads fifty references to %s with as many statements as one", async (type) => {
    const fields = await scalarFields(definition, type);
    const ask = async (count: number): Promise<number> => {
      const before = subgraph.database.statements;
      await subgraph.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { id ${fields} } } }`,
        {
          of: Array.from({ length: count }, (_, index) => ({
            __typename: type,
            id: unknownId.slice(0, -4) + String(1000 + index),
          })),
        },
      );
      return subgraph.database.statements - before;
    };
    expect(await ask(50)).toBe(await ask(1));
  });
}

interface NamedField {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly field: ReturnType<GraphQLObjectType["getFields"]>[string];
}

function fieldsOf(schema: GraphQLSchema): NamedField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("_"))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, type, field })),
    )
    .filter(({ field }) => !field.name.startsWith("_"));
}

function undescribed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    ({ name, astNode }) =>
      !name.startsWith("_") && astNode && !["Query", "Mutation"].includes(name) && !name.includes("__"),
  );
  const missingTypes = types.filter(({ description }) => !description).map(({ name }) => name);
  const missingFields = fieldsOf(schema).flatMap(({ name, field }) => [
    ...(field.description ? [] : [name]),
    ...field.args.filter(({ description }) => !description).map((argument) => `${name}(${argument.name})`),
  ]);
  const missingValues = types.filter(isEnumType).flatMap((type) =>
    type
      .getValues()
      .filter(({ description }) => !description)
      .map((value) => `${type.name}.${value.name}`),
  );
  const missingInputs = types.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ description }) => !description)
      .map((field) => `${type.name}.${field.name}`),
  );
  return [...missingTypes, ...missingFields, ...missingValues, ...missingInputs].filter(
    (name) => !isSpecifiedDirective({ name } as never),
  );
}

/** The fields of a type that need no selection of their own. */
async function scalarFields<Services extends object>(
  definition: SubgraphDefinition<Services>,
  typeName: string,
): Promise<string> {
  const type = (await buildSubgraph(definition)).schema.getType(typeName);
  if (!isObjectType(type)) return "";
  return Object.values(type.getFields())
    .filter(
      (field) =>
        !isObjectType(getNamedType(field.type)) && !("getFields" in getNamedType(field.type)) && field.name !== "id",
    )
    .filter((field) =>
      field.args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined),
    )
    .map(({ name }) => name)
    .join(" ");
}

/** Every table, column and index of the database, as text. */
async function catalogue<Services extends object>(
  definition: SubgraphDefinition<Services>,
  url: string,
): Promise<string[]> {
  const opened = await openDatabase(definition, url, 1);
  const rows = await opened.dataSource.query<{ line: string }[]>(
    `select table_name as line from information_schema.tables where table_schema = 'public' and table_name = 'migrations'
     union all select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns
       where table_schema = 'public' and table_name <> 'migrations'
     union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
     order by 1`,
  );
  await opened.close();
  return rows.map(({ line }) => line);
}
