/**
 * Reads what a subgraph answered, so that three things stay apart for whoever merges it: a value, a null that the owner means, and
 * nothing at all. A null that comes with an error is nothing: no later fetch may use it as an input (recipe A, C).
 */
import { Kind, parse } from "graphql";
import type { SelectionSetNode } from "graphql";
import { fitted, misfit } from "./asked-shape.js";
import type { AskedShape } from "./asked-shape.js";
import type { ResponsePath } from "./paths.js";

/** An error as a subgraph reported it, its shape checked. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: ResponsePath;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** That a text was missing in the language asked, and in which it was given (design section 9). */
export interface LanguageFallback {
  readonly asked: string;
  readonly given: string;
}

/** An answer whose shape fits its question. */
export interface SubgraphAnswer {
  readonly data: Record<string, unknown> | null;
  /** Errors that say where they belong, and errors of an answer that has data besides. */
  readonly errors: readonly SubgraphError[];
  /** Why there is no data, where the subgraph said so without saying where. */
  readonly refusal?: SubgraphError;
  /** Texts that came in another language than was asked. */
  readonly languages: readonly LanguageFallback[];
}

/** What was asked: the operation's text, and how many entities where it is a fetch of entities. */
export interface SubgraphQuestion {
  readonly query: string;
  readonly representations?: readonly { readonly __typename?: string }[];
  /** What the answer may hold; anything, where it comes from this process. */
  readonly shape?: AskedShape;
}

type Json = Record<string, unknown>;

/** Reads a parsed body; null where it is no answer to the question. */
export function readAnswer(body: unknown, question: SubgraphQuestion): SubgraphAnswer | null {
  if (!isObject(body) || !(isObject(body["data"]) || Array.isArray(body["errors"]))) return null;
  const raw = (Array.isArray(body["errors"]) ? body["errors"] : []).filter(isObject);
  const all = raw.map(readError);
  const languages = languagesOf(body["extensions"]);
  const given = isObject(body["data"]) ? body["data"] : null;
  const data = given && question.shape ? fitted(given, question.shape) : given;
  if (data === misfit) return null;
  const entities = question.representations && data?.["_entities"];
  if (!data || entities === null) {
    const placed = all.filter(({ path }) => path && path[0] !== "_entities");
    return {
      data: null,
      errors: placed,
      refusal: all.find(({ path }) => !path || path[0] === "_entities") ?? all[0] ?? noReason,
      languages,
    };
  }
  if (question.representations && !(Array.isArray(entities) && entities.length === question.representations.length))
    return null;
  const errors = all.map((error) =>
    error.path?.length === 1 && error.path[0] === "_entities" ? withoutPath(error) : error,
  );
  for (const { path } of raw) if (isPath(path)) removeNullAt(data, path);
  const spoken = Array.isArray(entities) ? { _entities: speakNulls(entities, errors, question) } : {};
  return { data: { ...data, ...spoken }, errors, languages };
}

const noReason: SubgraphError = { message: "" };

function readError(raw: Json): SubgraphError {
  const { message, path, extensions } = raw;
  return {
    message: typeof message === "string" ? message : "",
    // The planner renames fields that clash between types; the reader asked for the name without its ending.
    ...(isPath(path)
      ? { path: path.map((part) => (typeof part === "string" ? part.replace(/__alias_\d+$/, "") : part)) }
      : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  };
}

function isPath(path: unknown): path is ResponsePath {
  return (
    Array.isArray(path) && path.length > 0 && path.every((part) => typeof part === "string" || typeof part === "number")
  );
}

function withoutPath({ path: _, ...error }: SubgraphError): SubgraphError {
  return error;
}

/** Takes away the first null on the way of an error. In a list it stays, because the places of a list count. */
function removeNullAt(data: Json, path: ResponsePath): void {
  let here: unknown = data;
  for (const part of path) {
    if (Array.isArray(here) && typeof part === "number") here = here[part];
    else if (isObject(here) && typeof part === "string") {
      if (here[part] === null) delete (here as Record<string, unknown>)[part];
      here = here[part];
    } else return;
  }
}

/** An entity that is null without an error is unknown to its owner: every field asked of it is null, and the owner means it. */
function speakNulls(
  entities: readonly unknown[],
  errors: readonly SubgraphError[],
  question: SubgraphQuestion,
): unknown[] {
  return entities.map((entity, index) => {
    const failed = errors.some(({ path }) => path?.[0] === "_entities" && path[1] === index);
    if (entity !== null || failed) return entity;
    const names = responseNames(question.query, question.representations?.[index]?.__typename ?? "");
    return Object.fromEntries(names.map((name) => [name, null]));
  });
}

/** The names under which a fetch of entities asks the fields of a type. */
function responseNames(query: string, typeName: string): string[] {
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const entities = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  const namesIn = (set: SelectionSetNode | undefined): string[] =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
      const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
      return selection.kind === Kind.INLINE_FRAGMENT && (!condition || condition === typeName)
        ? namesIn(selection.selectionSet)
        : [];
    });
  return namesIn(entities?.selectionSet).filter((name) => name !== "__typename");
}

function languagesOf(extensions: unknown): LanguageFallback[] {
  const languages = isObject(extensions) ? extensions["languages"] : undefined;
  return Array.isArray(languages) ? languages.filter(isFallback) : [];
}

function isFallback(value: unknown): value is LanguageFallback {
  return isObject(value) && typeof value["asked"] === "string" && typeof value["given"] === "string";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
