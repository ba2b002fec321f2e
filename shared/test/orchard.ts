/** A small subgraph for the kernel's own tests: an orchard whose trees are entries. It keeps every promise; tests break one at a time. */
import { Arg, Args, Ctx, Directive, Field, ID, ObjectType, Query, Resolver, FieldResolver, Root } from "type-graphql";
import { Column, Entity } from "typeorm";
import { ConnectionArguments, pageAskedBy } from "../src/graphql/connection-arguments.js";
import { connectionOf } from "../src/graphql/connection.js";
import { completeEntry, Entry, entryColumns, entryIndexes, kindLabels } from "../src/graphql/entry.js";
import { idAsked } from "../src/ids.js";
import type { SubgraphManifest } from "../src/manifest.js";
import { migration } from "../src/migration.js";
import type { Page } from "../src/paging.js";
import type { RetainedTable } from "../src/rights/retained-table.js";
import { defineEntries, RowReader } from "../src/row-reader.js";
import { labelIn, type Context, type ServiceScope } from "../src/server/context.js";
import { defineSubgraph, type SubgraphDefinition } from "../src/subgraph.js";
import { Category } from "../src/visibility/category.js";

const names = { fr: "Verger", nl: "Boomgaard", en: "Orchard" };

export const manifest: SubgraphManifest = {
  port: 0,
  database: "orchard",
  feeds: ["POINTER", "POLICY", "CONTACT"],
  agencies: [{ code: "ORCHARD", names, pole: "HOUSING", validFrom: "2020-01-01", admittedAt: "2024-01-01" }],
  entryTypes: [{ type: "Tree", timeline: true, support: false }],
  entryKinds: [{ code: "TREE", type: "Tree", labels: { fr: "Arbre", nl: "Boom", en: "Tree" } }],
};

/** An entry with one field of each sort of category. */
@Entity()
@ObjectType({ description: "A tree." })
@Directive('@key(fields: "id")')
export class Tree extends Entry {
  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What the gardener wrote." })
  @Category("COACHING_CONTENT")
  note!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What was asked for." })
  @Category("APPLICATION_CONTENT")
  wish!: string | null;

  @Column({ type: "text" })
  @Field(() => String, { description: "The species." })
  @Category("PUBLIC")
  species!: string;

  @Field(() => String, { description: "The species, as an advisor names it." })
  @Category("IDENTITY")
  title!: string;
}

export const createTree = migration(
  10,
  "create-tree",
  `create table tree (${entryColumns}, note text, wish text, species text not null); ${entryIndexes("tree")}`,
  "drop table tree",
);

/** A tree is kept for five years after its end; one that an enterprise holds forgets who planted it. */
export const treeRetention: RetainedTable = {
  table: "tree",
  line: "COACHING",
  lastDate: "t.until",
  person: "entrepreneur_id",
  enterprise: "enterprise_number",
  unnamed: { entrepreneur_id: "null", note: "null" },
};

const trees = defineEntries<Tree>({
  entity: Tree,
  typeName: "Tree",
  table: "tree",
  kinds: kindLabels(manifest.entryKinds),
  kindOf: () => "TREE",
  complete: ({ species }) => ({ title: species.toUpperCase() }),
});

/** The services of one request. */
export interface OrchardServices {
  readonly trees: RowReader<Tree>;
}

export const TreeConnection = connectionOf(Tree);

/** Translates. */
@Resolver(() => Tree)
export class TreeResolver {
  @Query(() => Tree, { description: "A tree by its id." })
  @Category("ENTRY_BY_ID")
  async tree(
    @Arg("id", () => ID, { description: "The id." }) id: string,
    @Ctx() { services }: Context<OrchardServices>,
  ): Promise<Tree | null> {
    return services.trees.named(idAsked(id));
  }

  @Query(() => TreeConnection, { description: "The trees of a person." })
  @Category("LOOK_UP")
  async trees(
    @Arg("entrepreneurId", () => ID, { description: "The person." }) entrepreneurId: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: Context<OrchardServices>,
  ): Promise<Page<Tree>> {
    return services.trees.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => String, { description: "The kind, as a label." })
  @Category("DOSSIER_HEADER")
  label(@Root() tree: Tree, @Ctx() { request }: Context): string | null {
    return labelIn(tree.kind.labels, null, request);
  }
}

/** The whole definition; a test changes the part it is about. */
export const orchard: SubgraphDefinition<OrchardServices> = defineSubgraph<OrchardServices>({
  name: "orchard",
  manifest,
  entities: [Tree],
  migrations: [createTree],
  resolvers: [TreeResolver],
  types: [Tree],
  references: { Tree: ({ trees: reader }, key) => reader.reference(key) },
  retention: [treeRetention],
  services: (scope: ServiceScope) => ({ trees: new RowReader(trees, scope) }),
});

/** A row as the reader completes it, for tests without a database. */
export function aTree(row: Partial<Tree> & Pick<Tree, "id">): Tree {
  const whole = {
    agencyCode: "ORCHARD",
    entrepreneurId: null,
    enterpriseNumber: null,
    occurredAt: new Date(),
    since: null,
    until: null,
    note: null,
    wish: null,
    species: "quince",
    ...row,
  };
  return completeEntry(whole as Tree, "Tree", "TREE", kindLabels(manifest.entryKinds));
}
