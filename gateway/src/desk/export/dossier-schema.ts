/** The supergraph as a copy of a dossier reads it: what is a record, what a list of records, what a mere value, and whose each field is. */
import {
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parse,
} from "graphql";
import type { GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from "graphql";
import { readSupergraph } from "../../answer/supergraph.js";
import { leftOut } from "./exceptions.js";

/** A type with fields. */
export type CompositeType = GraphQLObjectType | GraphQLInterfaceType;
/** A field of any type. */
export type AnyField = GraphQLField<unknown, unknown>;

/** What stands behind a field. */
export type FieldSort =
  /** A scalar or an enum, or a list of them. */
  | { readonly sort: "LEAF" }
  /** A page of records. */
  | { readonly sort: "CONNECTION"; readonly type: GraphQLObjectType; readonly node: CompositeType }
  /** A record or value, or a list of them. */
  | { readonly sort: "OBJECT"; readonly type: CompositeType; readonly isList: boolean };

/** The roots of a copy: the person, and each enterprise in which the person has a mandate. */
const rootTypes = ["Entrepreneur", "Enterprise"] as const;

/** Reads a supergraph for copies. */
export class DossierSchema {
  readonly schema: GraphQLSchema;
  readonly ownersOf: (typeName: string, fieldName: string) => readonly string[];
  /** Types with a key that some list of a root holds whole; elsewhere only their key is told. */
  readonly #homes: ReadonlySet<string>;

  constructor(supergraphSdl: string) {
    this.schema = buildASTSchema(parse(supergraphSdl), { assumeValid: true });
    this.ownersOf = readSupergraph(supergraphSdl).ownersOf;
    this.#homes = new Set(rootTypes.flatMap((root) => this.#listedBy(this.typeNamed(root))));
  }

  /** @throws Error where the supergraph has no such type */
  typeNamed(name: string): CompositeType {
    const type = this.schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`the supergraph has no type ${name}`);
    return type;
  }

  /** The fields of a type that belong into a copy, whatever arguments they may have. */
  fieldsOf(type: CompositeType): readonly AnyField[] {
    return Object.values(type.getFields()).filter(
      ({ name, args }) => !Object.hasOwn(leftOut, `${type.name}.${name}`) && !args.some(isRequiredArgument),
    );
  }

  /** What stands behind a field. */
  sortOf(field: AnyField): FieldSort {
    const type = getNamedType(field.type);
    if (isLeafType(type) || (!isObjectType(type) && !isInterfaceType(type))) return { sort: "LEAF" };
    const node = isObjectType(type) ? this.#nodeOf(type) : null;
    if (node && isObjectType(type)) return { sort: "CONNECTION", type, node };
    const bare = isNonNullType(field.type) ? (field.type.ofType as typeof field.type) : field.type;
    return { sort: "OBJECT", type, isList: isListType(bare) };
  }

  /** The fields of a type's keys; none where it has none. */
  keyOf(type: CompositeType): readonly string[] {
    const keys = (type.astNode?.directives ?? [])
      .filter(({ name }) => name.value === "join__type")
      .flatMap((directive) => directive.arguments?.find(({ name }) => name.value === "key")?.value ?? []);
    const [first] = keys.flatMap((value) => (value.kind === "StringValue" ? [value.value] : []));
    return first?.split(/\s+/) ?? [];
  }

  /** Whether only the key of such a record is told where another one names it, for it is told whole in a list of its own. */
  isElsewhere(type: CompositeType): boolean {
    return (rootTypes as readonly string[]).includes(type.name) || this.#homes.has(type.name);
  }

  /** Types that an entry of an interface may have and that no list of their own tells. */
  homeless(type: GraphQLInterfaceType): readonly GraphQLObjectType[] {
    return this.schema.getPossibleTypes(type).filter(({ name }) => !this.#homes.has(name));
  }

  /** Whether a type is a mere value: a code with its label, an amount, a name. */
  isValue(type: CompositeType): boolean {
    const directive = type.astNode?.directives?.find(({ name }) => name.value === "category");
    const name = directive?.arguments?.[0]?.value;
    return name?.kind === "StringValue" && name.value === "STRUCTURE" && !("id" in type.getFields());
  }

  /** Names of the keyed types in the lists of a type, and of its sections, which are objects without a key of their own. */
  #listedBy(type: CompositeType): string[] {
    return this.fieldsOf(type).flatMap((field) => {
      const found = this.sortOf(field);
      if (found.sort === "CONNECTION")
        return this.keyOf(found.node).length > 0 && isObjectType(found.node) ? [found.node.name] : [];
      if (found.sort === "LEAF" || found.isList || this.isValue(found.type)) return [];
      return this.keyOf(found.type).length > 0 ? [] : this.#listedBy(found.type);
    });
  }

  #nodeOf(type: GraphQLObjectType): CompositeType | null {
    const { edges, pageInfo } = type.getFields();
    const edge = edges && pageInfo ? getNamedType(edges.type) : null;
    const node = isObjectType(edge) ? getNamedType(edge.getFields()["node"]?.type ?? edge) : null;
    return isObjectType(node) || isInterfaceType(node) ? node : null;
  }
}
