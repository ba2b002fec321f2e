/** What the graph says of its three shared entities, field by field: who owns each fact, and of which category it is. */
import { Kind, parse } from "graphql";
import type {
  ConstDirectiveNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
} from "graphql";

/** The entities that several owners share: what is known of them is known once. */
export const sharedEntities: readonly string[] = ["Entrepreneur", "Enterprise", "Project"];

/** A subgraph's schema. */
export interface NamedSchema {
  readonly name: string;
  readonly sdl: string;
}

/** A field of the graph and its owner. */
export interface OwnedField {
  /** `Entrepreneur.familyName`. */
  readonly coordinate: string;
  /** Name of the subgraph. */
  readonly owner: string;
  readonly category: string;
}

/** Every field of every object type that is not part of a key, by coordinate. A value type's field belongs to the first that defines it. */
export function ownedFields(schemas: readonly NamedSchema[]): ReadonlyMap<string, OwnedField> {
  const found = new Map<string, OwnedField>();
  for (const { name, sdl } of schemas) {
    for (const type of parse(sdl).definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const field of factsIn(type)) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        if (!found.has(coordinate))
          found.set(coordinate, { coordinate, owner: name, category: categoryOf(type, field) });
      }
    }
  }
  return found;
}

/** The fields of the shared entities, entity by entity, owner by owner. */
export function factsOfEntities(fields: ReadonlyMap<string, OwnedField>): readonly OwnedField[] {
  return sharedEntities.flatMap((entity) =>
    [...fields.values()]
      .filter(({ coordinate }) => coordinate.startsWith(`${entity}.`))
      .sort((one, other) => (one.owner === other.owner ? 0 : one.owner < other.owner ? -1 : 1)),
  );
}

type TypeNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** What a type only refers to, and what makes up its keys, is no fact of the subgraph. */
function factsIn(type: TypeNode): readonly FieldDefinitionNode[] {
  const keys = (type.directives ?? [])
    .filter(({ name }) => name.value === "key")
    .flatMap((key) => textOf(key, "fields").split(/\W+/));
  return (type.fields ?? []).filter(
    ({ name, directives }) => !keys.includes(name.value) && !directives?.some((one) => one.name.value === "external"),
  );
}

function categoryOf(type: TypeNode, field: FieldDefinitionNode): string {
  const directive = [...(field.directives ?? []), ...(type.directives ?? [])].find(
    ({ name }) => name.value === "category",
  );
  return directive ? textOf(directive, "name") : "";
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : "";
}
