/**
 * Puts the access matrix on every field of a built schema. A field without a category is refused when the schema is built, so nothing
 * can be added and forgotten.
 */
import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import type { RequestContext } from "../server/context.js";
import { ruleOf } from "./access-matrix.js";
import { categoryDirective } from "./category.js";
import { mayRead, notShared, type Subject } from "./may-read.js";

const withheldEntry: unique symbol = Symbol("withheld entry");

/** What a reference to an unknown, removed or withheld entry answers: its id, all else null with NOT_SHARED. All three look alike. */
export function withheld(typeName: string, key: Readonly<Record<string, string>>): object {
  return { __typename: typeName, ...key, [withheldEntry]: true };
}

/** Guards every field; throws an Error that lists the fields without category. */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const unguarded: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isFederations(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isFederations(`${type.name}.${field.name}`)) continue;
      const category = categoryOf(type, field);
      if (category === null) unguarded.push(`${type.name}.${field.name}`);
      else field.resolve = guarded(field.resolve ?? defaultFieldResolver, category, keyFields(type).has(field.name));
    }
  }
  if (unguarded.length > 0) throw new Error(`fields without @Category: ${unguarded.join(", ")}`);
  return schema;
}

/** What the federation library adds and resolves itself. An underscore alone opens nothing. */
function isFederations(name: string): boolean {
  return name === "_Service" || name === "Query._service" || name === "Query._entities" || name.startsWith("__");
}

/** The category of a field: its own, else that of its value type; null where there is none. */
export function categoryOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string | null {
  for (const node of [field.astNode, type.astNode]) {
    const directive = node?.directives?.find(({ name }) => name.value === categoryDirective.name);
    const value = directive?.arguments?.find(({ name }) => name.value === "name")?.value;
    if (value?.kind === "StringValue") return value.value;
  }
  return null;
}

/** The fields that make up a type's keys: they are what a reference gives, so they are never withheld from one who has them. */
function keyFields(type: GraphQLObjectType): ReadonlySet<string> {
  const keys = [type.astNode, ...type.extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === "key");
  return new Set(
    keys.flatMap(({ arguments: parts }) => {
      const value = parts?.find(({ name }) => name.value === "fields")?.value;
      return value?.kind === "StringValue" ? value.value.split(/\s+/) : [];
    }),
  );
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * The resolver behind its guard: nothing personal for who does not say why; the table decides the rest; and what was served or withheld of
 * whom is noted for the log, which is written before the answer leaves.
 */
function guarded(resolve: Resolver, category: string, isKey: boolean): Resolver {
  if (isKey) return resolve;
  if (ruleOf(category).readers.includes("ANYONE")) {
    return function guardedField(source, parameters, context, info) {
      if (isWithheld(source)) throw notShared(category);
      return resolve(source, parameters, context, info);
    };
  }
  return function guardedField(source, parameters, context, info) {
    const { reader, accessFault, looks } = context.request;
    if (accessFault) throw accessFault;
    // Of an entry that is not there the same is asked as of one that is, whatever comes of it: both cost the same.
    const isGone = isWithheld(source);
    const subject = isGone ? nobody : subjectOf(info, source, parameters as Arguments);
    const decide = (allowed: boolean): unknown => {
      looks.note(subject, category, allowed, source);
      if (isGone || !allowed) throw notShared(category);
      return resolve(source, parameters, context, info);
    };
    const allowed = mayRead(reader, category, subject, context.policy);
    return typeof allowed === "boolean" ? decide(allowed) : allowed.then(decide);
  };
}

/** Whom an entry is about that is unknown, removed or withheld. */
const nobody: Subject = {};

function isWithheld(source: unknown): boolean {
  return typeof source === "object" && source !== null && withheldEntry in source;
}

/**
 * Whom an object is about. The two shared entities are about themselves; a root field is about whom its arguments name; every other row
 * says it in its own columns.
 */
function subjectOf(info: GraphQLResolveInfo, source: unknown, parameters: Arguments): Subject {
  const row = (source ?? {}) as Subject & { readonly id?: string; readonly number?: string };
  switch (info.parentType.name) {
    case "Query":
      return subjectNamed({ ...parameters, ...keyAsked(getNamedType(info.returnType).name, parameters) });
    case "Mutation":
      return subjectNamed((parameters["input"] ?? {}) as Arguments);
    case "Entrepreneur":
      return { entrepreneurId: row.id ?? null };
    case "Enterprise":
      return { enterpriseNumber: row.number ?? null };
    default:
      return row;
  }
}

type Arguments = Readonly<Record<string, unknown>>;

/** `entrepreneur(id)` and `enterprise(number)` name their subject by its key. */
function keyAsked(typeName: string, { id, number }: Arguments): Arguments {
  if (typeName === "Entrepreneur") return { entrepreneurId: id };
  return typeName === "Enterprise" ? { enterpriseNumber: number } : {};
}

/** Arguments are a stranger's text: what is no id names nobody, and its own error comes from whoever reads it. */
function subjectNamed({ entrepreneurId, enterpriseNumber }: Arguments): Subject {
  return {
    entrepreneurId: typeof entrepreneurId === "string" && isUuid(entrepreneurId) ? entrepreneurId : null,
    enterpriseNumber: typeof enterpriseNumber === "string" ? parseEnterpriseNumber(enterpriseNumber) : null,
  };
}
