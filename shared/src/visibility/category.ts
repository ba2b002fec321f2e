/** How a field says what kind of data it holds: `@Category("IDENTITY")` next to its type. */
import { Directive } from "type-graphql";
import { ruleOf } from "./access-matrix.js";

/** The directive as every subgraph defines and composes it, so that the supergraph still says it. */
export const categoryDirective = {
  url: "https://parcours.brussels/category/v1.0",
  name: "category",
  definition: "directive @category(name: String!) on FIELD_DEFINITION | OBJECT",
} as const;

/**
 * Names the category of a field, or with STRUCTURE of all fields of a value type. A name that is not in the access matrix stops the
 * process when the class is loaded.
 */
export function Category(name: string): PropertyDecorator & MethodDecorator & ClassDecorator {
  ruleOf(name);
  return Directive(`@${categoryDirective.name}(name: "${name}")`);
}
