import { buildSchema, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { pino } from "pino";
import { aTree, orchard } from "../../test/orchard.js";
import { buildSubgraph } from "../graphql/build-schema.js";
import { idFrom } from "../ids.js";
import type { Context } from "../server/context.js";
import { requestScope } from "../server/context.js";
import { Executor, type Answer } from "../server/executor.js";
import { guardSchema, withheld } from "./guard.js";
import type { Relations } from "./may-read.js";
import type { Reader } from "./reader.js";

const [id, person] = [idFrom("tree"), idFrom("person")];
const advisor: Reader = { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", caseReference: "call-1" };

let schema: GraphQLSchema;
beforeAll(async () => {
  ({ schema } = await buildSubgraph(orchard));
});

/** Asks for one tree as the reader who is given; relations answer asynchronously, as they do on a database. */
async function ask(fields: string, tree: object, reader: Reader = advisor, related = false): Promise<Answer> {
  const policy: Relations = { holds: async () => related };
  const context = {
    policy,
    request: requestScope({ reader, language: "EN", requestId: "r", hop: 1 }),
    services: { trees: { reference: async () => tree, named: async () => tree } },
  } as unknown as Context;
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Tree { ${fields} } } }`;
  return new Executor(schema, pino({ level: "silent" })).execute(
    { query, variables: { of: [{ __typename: "Tree", id }] } },
    context,
  );
}

describe("a schema", () => {
  it("is not built with a field that has no category", () => {
    const open = buildSchema(`directive @category(name: String!) on FIELD_DEFINITION | OBJECT
      type Query { a: String @category(name: "PUBLIC"), secret: String, thing: Thing @category(name: "PUBLIC") }
      type Thing { b: Int, _hidden: String }`);
    expect(() => guardSchema(open)).toThrow("fields without @Category: Query.secret, Thing.b, Thing._hidden");
  });

  it("is not built with a category that the table lacks", () => {
    const gossip = buildSchema(`directive @category(name: String!) on FIELD_DEFINITION | OBJECT
      type Query { a: String @category(name: "GOSSIP") }`);
    expect(() => guardSchema(gossip)).toThrow('no category "GOSSIP"');
  });

  it("guards every field of every type but the federation's own", () => {
    const fields = Object.values(schema.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({
          name: `${type.name}.${field.name}`,
          guarded: field.resolve?.name === "guardedField",
        })),
      );
    const open = fields.filter(({ guarded }) => !guarded).map(({ name }) => name);
    expect(open.toSorted()).toEqual(["Agency.code", "Query._entities", "Query._service", "Tree.id", "_Service.sdl"]);
  });

  it("says in each description who reads the field", () => {
    const type = schema.getType("Tree") as GraphQLObjectType;
    expect(type.getFields()["note"]?.description).toContain(
      "Read by: OWN, COACH@OWNER_AGENCY, GRANTED, BREAK_GLASS (COACHING_CONTENT).",
    );
    expect(type.getFields()["species"]?.description).toBe("The species.");
  });
});

describe("a field", () => {
  it("that is open is read; one that is not is null with what would open it", async () => {
    const answer = await ask("id species title note", aTree({ id, note: "old" }));
    expect(answer.data).toEqual({ _entities: [{ id, species: "quince", title: null, note: null }] });
    expect(answer.errors).toEqual([
      {
        message: "This is not shared with you.",
        path: ["_entities", 0, "note"],
        extensions: {
          code: "NOT_SHARED",
          category: "COACHING_CONTENT",
          opens: ["OWN", "COACH@OWNER_AGENCY", "GRANTED", "BREAK_GLASS"],
        },
      },
    ]);
  });

  it("answers the same whether or not there is a value", async () => {
    const [full, empty] = [
      await ask("note wish", aTree({ id, note: "old", wish: "a barn" })),
      await ask("note wish", aTree({ id })),
    ];
    expect(full).toEqual(empty);
    expect(full.errors).toHaveLength(2);
  });

  it("never runs its resolver for who may not read it", async () => {
    let read = 0;
    const tree = Object.defineProperty(aTree({ id }), "note", { enumerable: true, get: () => (read += 1) });
    await ask("species", tree);
    const untouched = read;
    await ask("note", tree);
    expect(read - untouched).toBe(untouched);
  });

  it("is opened by a relation that takes time to find, and by the row's agency", async () => {
    const tree = aTree({ id, note: "old", wish: "a barn", entrepreneurId: person });
    const self: Reader = { role: "ENTREPRENEUR", entrepreneurId: person, purpose: "OWN_PATH" };
    expect((await ask("note wish", tree, self, true)).data).toEqual({ _entities: [{ note: "old", wish: "a barn" }] });
    expect((await ask("note wish", tree, self, false)).data).toEqual({ _entities: [{ note: null, wish: null }] });
    const coach: Reader = {
      role: "COACH",
      agency: "NEW_ORCHARD",
      formerAgencies: ["ORCHARD"],
      purpose: "COACHING",
      caseReference: "d-1",
    };
    expect((await ask("note wish", tree, coach)).data).toEqual({ _entities: [{ note: "old", wish: null }] });
  });
});

describe("a reference that is withheld", () => {
  it("answers its id, and NOT_SHARED for all else, public or not", async () => {
    const answer = await ask("id species note occurredAt agency { code } kind { code }", withheld("Tree", { id }));
    expect(answer.data).toEqual({
      _entities: [{ id, species: null, note: null, occurredAt: null, agency: null, kind: null }],
    });
    expect(answer.errors?.map(({ extensions }) => extensions?.["code"])).toEqual(
      Array.from({ length: 5 }, () => "NOT_SHARED"),
    );
  });

  it("stays so when it is copied, as a reference resolver's answer is", async () => {
    expect((await ask("species", { ...withheld("Tree", { id }) })).data).toEqual({ _entities: [{ species: null }] });
  });
});
