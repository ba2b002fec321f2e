/** Executes operations of a subgraph: each distinct document is parsed, validated and compiled once. */
import {
  getOperationAST,
  GraphQLError,
  isObjectType,
  parse,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Logger } from "pino";
import { DomainError, kernelErrors } from "../errors.js";
import { newId } from "../ids.js";
import { categoryOf } from "../visibility/guard.js";
import type { RequestContext, RequestScope } from "./context.js";
import { faultOf } from "./fault.js";

/** One operation, as it comes in. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** What goes back. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Refused {
  readonly errors: readonly GraphQLError[];
}

interface Compiled {
  readonly run: CompiledQuery;
  readonly defaults: Readonly<Record<string, unknown>>;
}

/**
 * Documents kept compiled: the gateway sends a few hundred shapes. Both limits hold, so a stranger's flood costs compiling again,
 * not memory.
 */
const mostDocuments = 1000;
const mostCharacters = 8_000_000;

/** Runs operations on one schema. */
export class Executor {
  /** In the order of last use. */
  readonly #compiled = new Map<string, Compiled>();
  #characters = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly logger: Logger,
  ) {}

  /** How much text the kept documents have. */
  get keptCharacters(): number {
    return this.#characters;
  }

  /** The category of a field, by coordinate: `Entrepreneur.familyName`; null where the schema has no such field. */
  categoryOf(coordinate: string): string | null {
    const [typeName = "", fieldName = ""] = coordinate.split(".");
    const type = this.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    return isObjectType(type) && field ? categoryOf(type, field) : null;
  }

  async execute(operation: Operation, context: RequestContext): Promise<Answer> {
    const compiled = this.#compile(operation);
    if ("errors" in compiled) return { errors: compiled.errors.map((error) => error.toJSON()) };
    const result: ExecutionResult = await compiled.run.query({}, context, {
      ...compiled.defaults,
      ...operation.variables,
    });
    const { fallbacks } = context.request;
    return {
      data: result.data,
      ...(result.errors?.length ? { errors: result.errors.map((error) => this.#format(error, context.request)) } : {}),
      ...(fallbacks.size > 0 ? { extensions: { languages: [...fallbacks.values()] } } : {}),
    };
  }

  #compile({ query, operationName }: Operation): Compiled | Refused {
    const key = `${operationName ?? ""}\n${query}`;
    const known = this.#compiled.get(key);
    const compiled = known ?? this.#compileAnew(query, operationName ?? undefined);
    // What is refused is not kept: it would push out what is asked every second.
    if ("errors" in compiled) return compiled;
    if (known) this.#compiled.delete(key);
    else this.#characters += key.length;
    this.#compiled.set(key, compiled);
    this.#forgetOldest();
    return compiled;
  }

  #forgetOldest(): void {
    for (const key of this.#compiled.keys()) {
      if (this.#compiled.size <= mostDocuments && this.#characters <= mostCharacters) return;
      this.#compiled.delete(key);
      this.#characters -= key.length;
    }
  }

  #compileAnew(query: string, operationName: string | undefined): Compiled | Refused {
    try {
      const document = parse(query);
      const errors = validate(this.schema, document);
      if (errors.length > 0) return { errors };
      const run = compileQuery(this.schema, document, operationName);
      return isCompiledQuery(run)
        ? { run, defaults: defaultsOf(document, operationName) }
        : { errors: run.errors ?? [] };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  /**
   * Expected errors pass, in the reader's language. Those of GraphQL itself without a path are about the query, and say so. Anything
   * else went wrong at a field: it is logged with an id and masked, for its text may hold a value ("cannot represent 1970-…").
   */
  #format(error: GraphQLError, request: RequestScope): GraphQLFormattedError {
    const cause = error.originalError;
    if (cause instanceof DomainError) {
      return {
        message: cause.messageIn(request.language),
        ...pathOf(error),
        extensions: { code: cause.definition.code, ...cause.details },
      };
    }
    if (!error.path && (!cause || cause instanceof GraphQLError)) return error.toJSON();
    const id = newId();
    this.logger.error(
      { id, requestId: request.requestId, path: error.path, fault: faultOf(cause ?? error) },
      "a resolver failed",
    );
    const internal = new DomainError(kernelErrors.INTERNAL, { id });
    return { message: internal.messageIn(request.language), ...pathOf(error), extensions: { code: "INTERNAL", id } };
  }
}

/** graphql-jit asks for a variable that is non-null even where it has a default: the default is then given to it, as a client would. */
function defaultsOf(document: DocumentNode, operationName: string | undefined): Record<string, unknown> {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

function pathOf({ path }: GraphQLError): { path?: readonly (string | number)[] } {
  return path ? { path } : {};
}
