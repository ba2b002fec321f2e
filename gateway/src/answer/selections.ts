/** What an operation asks: the fields of a type after fragments, `@skip` and `@include`, and whether a path was asked at all. */
import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, isAbstractType } from "graphql";
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import type { ResponsePath } from "./paths.js";

/** An operation with all that its meaning depends on. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields asked of an object of a type, by response name; beneath the given fields, or at the root for null. */
export type FieldCollector = (
  type: GraphQLObjectType,
  beneath: readonly FieldNode[] | null,
) => ReadonlyMap<string, readonly FieldNode[]>;

/** Makes the collector of an operation. What it collects for the same fields and type is kept: a list asks the same of each element. */
export function fieldCollector(asked: AskedOperation): FieldCollector {
  const roots: readonly FieldNode[] = [];
  const known = new WeakMap<readonly FieldNode[], Map<string, Map<string, FieldNode[]>>>();
  return (type, beneath) => {
    const key = beneath ?? roots;
    const byType = known.get(key) ?? new Map<string, Map<string, FieldNode[]>>();
    known.set(key, byType);
    const found = byType.get(type.name) ?? collect(asked, type, beneath);
    byType.set(type.name, found);
    return found;
  };
}

function collect(
  asked: AskedOperation,
  type: GraphQLObjectType,
  beneath: readonly FieldNode[] | null,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const sets = beneath ? beneath.flatMap(({ selectionSet }) => selectionSet ?? []) : [asked.operation.selectionSet];
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(asked, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = responseNameOf(selection);
        fields.set(name, [...(fields.get(name) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(selection.name.value) : selection;
      if (fragment && appliesTo(asked.schema, fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet);
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

/** Whether the client asked for what a path names; the types on the way do not count. */
export function isAsked(asked: AskedOperation, path: ResponsePath): boolean {
  let sets: readonly SelectionSetNode[] = [asked.operation.selectionSet];
  for (const part of path) {
    if (typeof part === "number") continue;
    const fields = sets.flatMap((set) => allFields(asked, set)).filter((field) => responseNameOf(field) === part);
    if (fields.length === 0) return false;
    sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return true;
}

function allFields(asked: AskedOperation, set: SelectionSetNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(selection.name.value) : selection;
    return fragment ? allFields(asked, fragment.selectionSet) : [];
  });
}

function responseNameOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function isIncluded(asked: AskedOperation, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, asked.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, asked.variables);
  return skip?.["if"] !== true && include?.["if"] !== false;
}

function appliesTo(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
