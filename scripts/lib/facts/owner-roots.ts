/** By which root of the graph a form asks an owner for its facts: the owner's own, so that nobody else has to be up. */
import type { OwnerRoot } from "@parcours/shared/intake/described-form";
import { Kind, parse } from "graphql";
import type { FieldDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from "graphql";
import type { NamedSchema } from "./facts-of-graph.js";

/** Finds the roots by which a shared entity is asked by its key. */
export class OwnerRoots {
  constructor(private readonly schemas: readonly NamedSchema[]) {}

  /**
   * The owner's own root for an entity, else another owner's.
   * @throws Error where nobody has one
   */
  of(owner: string, entity: string): OwnerRoot {
    const inOrder = [...this.schemas].sort((one, other) => Number(other.name === owner) - Number(one.name === owner));
    for (const schema of inOrder) {
      const root = rootIn(schema, entity);
      if (root) return root;
    }
    throw new Error(`no root of the graph leads to one ${entity}`);
  }
}

function rootIn({ sdl }: NamedSchema, entity: string): OwnerRoot | null {
  const types = parse(sdl).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const field = fieldsOf(types, "Query").find(
    ({ type, arguments: given }) => nameOf(type) === entity && type.kind === Kind.NAMED_TYPE && given?.length === 1,
  );
  const [argument] = field?.arguments ?? [];
  if (!field || !argument) return null;
  const tells = fieldsOf(types, entity).some(({ name }) => name.value === provenance.field);
  return {
    field: field.name.value,
    argument: argument.name.value,
    type: `${nameOf(argument.type)}!`,
    provenance: tells ? provenance : null,
  };
}

/** What an entity of a register tells of the day whose state it shows. */
const provenance = { field: "registrySource", parts: ["snapshotDate", "importedAt"] } as const;

function fieldsOf(types: readonly ObjectTypeDefinitionNode[], name: string): readonly FieldDefinitionNode[] {
  return types.filter((type) => type.name.value === name).flatMap(({ fields = [] }) => fields);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
