/**
 * Orchards that each break one promise, and one that keeps them all. Run by `describe-subgraph.e2e.test.ts`, which expects exactly the
 * broken promise to fail; an ordinary run of the tests does not find this file.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Directive, Field, ObjectType, Query, Resolver } from "type-graphql";
import { Column, Entity } from "typeorm";
import { statement } from "../../src/database.js";
import { buildSubgraph } from "../../src/graphql/build-schema.js";
import { Entry } from "../../src/graphql/entry.js";
import { migration } from "../../src/migration.js";
import type { SubgraphDefinition } from "../../src/subgraph.js";
import { describeSubgraph } from "../../src/testing/describe-subgraph.js";
import { Category } from "../../src/visibility/category.js";
import { createTree, orchard, Tree, treeRetention, type OrchardServices } from "../orchard.js";

type Orchard = SubgraphDefinition<OrchardServices>;
const folder = mkdtempSync(join(tmpdir(), "parcours-orchards-"));
const fence = "```";
const operation = `${fence}graphql\n{ tree(id: "x") { id species } }\n${fence}\n`;
const sdlFile = (name: string): string => join(folder, name, "schema.graphql");

/** Another table than the entity says. */
const alter = (up: string, down: string) => ({ migrations: [createTree, migration(11, "alter", up, down)] });

@Resolver()
class BareResolver {
  @Query(() => String)
  @Category("PUBLIC")
  bare(): string {
    return "";
  }
}

@Resolver()
class StrictResolver {
  @Query(() => String, { nullable: false, description: "Never null." })
  @Category("IDENTITY")
  strict(): string {
    return "";
  }
}

@ObjectType({ description: "All of it of one category." })
@Category("IDENTITY")
class Wholesale {
  @Field(() => String, { description: "A part." })
  part!: string;
}

@Resolver()
class WholesaleResolver {
  @Query(() => Wholesale, { description: "One." })
  @Category("PUBLIC")
  wholesale(): Wholesale {
    return { part: "" };
  }
}

@Resolver()
class OpenResolver {
  @Query(() => String, { description: "Of no category." })
  open(): string {
    return "";
  }
}

/** As a tree, with one column more than the table. */
@Entity({ name: "tree" })
@ObjectType("Tree", { description: "A tree." })
@Directive('@key(fields: "id")')
class TallTree extends Entry {
  @Column({ type: "integer" })
  height!: number;

  @Column({ type: "text", nullable: true })
  note!: string | null;

  @Column({ type: "text", nullable: true })
  wish!: string | null;

  @Column({ type: "text" })
  species!: string;
}

const broken: Readonly<Record<string, Partial<Orchard>>> = {
  sound: {},
  // Each of the contract's promises at once: they are looked at one by one.
  contract: {
    resolvers: [...orchard.resolvers, BareResolver, StrictResolver, WholesaleResolver],
    manifest: { ...orchard.manifest, entryTypes: [{ type: "Shrub", timeline: true, support: false }] },
  },
  "no-category": { resolvers: [...orchard.resolvers, OpenResolver] },
  "other-column": { entities: [TallTree] },
  "other-type": alter(
    "alter table tree alter species type varchar(20); drop index tree_source",
    "alter table tree alter species type text; create index tree_source on tree (source)",
  ),
  "other-nullability": alter(
    "alter table tree alter species drop not null; drop index tree_person",
    "alter table tree alter species set not null; create index tree_person on tree (entrepreneur_id, occurred_at desc, id desc)",
  ),
  irreversible: alter("create table stump (id int primary key)", "select 1"),
  forgotten: { retention: [] },
  "wrong-order": {
    ...alter(
      `create table leaf (id uuid primary key, tree_id uuid not null references tree);
       create index leaf_tree on leaf (tree_id)`,
      "drop table leaf",
    ),
    retention: [
      ...(orchard.retention ?? []),
      { table: "leaf", line: "COACHING", childOf: { table: "tree", column: "tree_id" } },
    ],
  },
  "no-such-line": { retention: [{ ...treeRetention, line: "FOR_EVER" }] },
  silent: { references: { Tree: () => null as unknown as object } },
  "n-plus-one": {
    references: {
      Tree: ({ trees }, key) => trees.reference(key),
    },
    services: (scope) => {
      const services = orchard.services(scope);
      const read = statement("select 1");
      const reference = async (key: Readonly<Record<string, string>>): Promise<object> => {
        await scope.database.query(read);
        return services.trees.reference(key);
      };
      return { trees: Object.assign(Object.create(services.trees) as OrchardServices["trees"], { reference }) };
    },
  },
};

beforeAll(async () => {
  for (const [name, part] of Object.entries(broken)) {
    mkdirSync(join(folder, name, "test"), { recursive: true });
    const second = name === "contract" ? operation.replace("species", "colour") : operation;
    writeFileSync(join(folder, name, "README.md"), operation + second);
    const built = await buildSubgraph({ ...orchard, ...part }).catch(() => null);
    writeFileSync(sdlFile(name), name === "contract" ? "type Query { tree: String }" : (built?.sdl ?? ""));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [name, part] of Object.entries(broken)) {
  describeSubgraph({ ...orchard, ...part, name }, pathToFileURL(join(folder, name, "test/conformance.test.ts")).href);
}

// The sound orchard's own class is part of every one of them.
void Tree;
