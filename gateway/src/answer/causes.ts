/** Why a place in the answer is empty: which failed fetch, or which error of a field that the client never asked, is behind it. */
import type { GraphQLError } from "graphql";
import type { FetchFailure } from "../request-context.js";
import type { Gap } from "./gaps.js";
import { fetchReaches, startsWith } from "./paths.js";
import type { ResponsePath } from "./paths.js";

/** What the gap's error says. */
export interface Cause {
  readonly service: string;
  readonly code: string;
  readonly message?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The error that this cause was read from: it is replaced by the errors of the gaps. */
  readonly error?: GraphQLError;
}

/** What is known to have gone wrong in one answer. */
export interface Troubles {
  readonly failures: readonly FetchFailure[];
  readonly errors: readonly GraphQLError[];
}

/**
 * The cause of a gap, nearest first: a failed fetch of the field's own owner, its owner's error on the same object, another's error on
 * the same object (an input that was missing), then any fetch that failed on the way.
 */
export function causeOf(gap: Gap, owners: readonly string[], { failures, errors }: Troubles): Cause | undefined {
  const object = gap.path.slice(0, -1);
  const isOwner = ({ service }: { service: string }): boolean => owners.includes(service);
  const near = errors.filter(({ path }) => path && touches(path, object)).map(causeFrom);
  const onTheWay = failures.filter(({ path }) => fetchReaches(path, object));
  return onTheWay.find(isOwner) ?? near.find(isOwner) ?? near[0] ?? onTheWay[0] ?? failures[0];
}

/** Whether an error belongs to an object: it stands at it, at one of its fields, or around it. */
function touches(path: ResponsePath, object: ResponsePath): boolean {
  return startsWith(object, path) || (path.length === object.length + 1 && startsWith(path, object));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function causeFrom(error: GraphQLError): Cause {
  const { code, serviceName, ...extensions } = error.extensions;
  return { service: textOf(serviceName), code: textOf(code), message: error.message, extensions, error };
}
