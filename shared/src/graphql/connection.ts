/** Connection and edge types of a node type. They carry the node's name, so that each has one owner. */
import { Field, ObjectType, type ClassType } from "type-graphql";
import type { Page } from "../paging.js";
import { Category } from "../visibility/category.js";
import { PageInfo } from "./values.js";

/** Makes `<Node>Connection` and `<Node>Edge`. Call it once per node type, at module level. @param order as the description tells it */
export function connectionOf<Node extends object>(
  node: ClassType<Node>,
  order = "newest first",
): ClassType<Page<Node>> {
  @ObjectType(`${node.name}Edge`, {
    description: `One ${node.name} in a list, with its cursor.`,
    simpleResolvers: true,
  })
  @Category("STRUCTURE")
  class Edge {
    @Field(() => String, { nullable: false, description: "Give it as `after` to read on behind this one." })
    cursor!: string;

    @Field(() => node, { description: "The entry itself." })
    node!: Node;
  }

  @ObjectType(`${node.name}Connection`, {
    description: `A page of ${node.name}, ${order}. What the reader may not see is left out before rows, cursors and counts exist.`,
    simpleResolvers: true,
  })
  @Category("STRUCTURE")
  class Connection implements Page<Node> {
    @Field(() => [Edge], { nullable: false, description: "The entries of this page." })
    edges!: Edge[];

    @Field(() => PageInfo, { nullable: false, description: "Where this page ends." })
    pageInfo!: PageInfo;
  }
  return Connection;
}
