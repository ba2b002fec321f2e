/** Executes operations of a subgraph: each distinct document is parsed, validated and compiled once. */
import {
  getOperationAST,
  GraphQLError,
  parse,
  typeFromAST,
  validate,
  valueFromAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Logger } from "pino";
import { DomainError, kernelErrors } from "../errors.js";
import { newId } from "../ids.js";
import type { Context, RequestScope } from "./context.js";

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

type Compiled =
  | { readonly run: CompiledQuery; readonly defaults: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly GraphQLError[] };

/** Documents kept compiled. The gateway sends a few hundred shapes; a stranger's flood only costs compiling again. */
const mostDocuments = 1000;

/** Runs operations on one schema. */
export class Executor {
  readonly #compiled = new Map<string, Compiled>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly logger: Logger,
  ) {}

  async execute(operation: Operation, context: Context): Promise<Answer> {
    const compiled = this.#compile(operation);
    if ("errors" in compiled) return { errors: compiled.errors.map((error) => error.toJSON()) };
    const result: ExecutionResult = await compiled.run.query({}, context, { ...compiled.defaults, ...operation.variables });
    const { fallbacks } = context.request;
    return {
      data: result.data,
      ...(result.errors?.length ? { errors: result.errors.map((error) => this.#format(error, context.request)) } : {}),
      ...(fallbacks.size > 0 ? { extensions: { languages: [...fallbacks.values()] } } : {}),
    };
  }

  #compile({ query, operationName }: Operation): Compiled {
    const key = `${operationName ?? ""}\n${query}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const compiled = this.#compileAnew(query, operationName ?? undefined);
    const oldest = this.#compiled.keys().next();
    if (this.#compiled.size >= mostDocuments && !oldest.done) this.#compiled.delete(oldest.value);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  #compileAnew(query: string, operationName: string | undefined): Compiled {
    try {
      const document = parse(query);
      const errors = validate(this.schema, document);
      if (errors.length > 0) return { errors };
      const run = compileQuery(this.schema, document, operationName);
      return isCompiledQuery(run) ? { run, defaults: this.#defaultsOf(document, operationName) } : { errors: run.errors ?? [] };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  /** graphql-jit asks for a variable that is non-null even where it has a default: the default is then given to it. */
  #defaultsOf(document: DocumentNode, operationName: string | undefined): Record<string, unknown> {
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const given = definitions.flatMap(({ variable, type, defaultValue }) => {
      const input = typeFromAST(this.schema, type as NamedTypeNode) as GraphQLInputType | undefined;
      return defaultValue && input ? [[variable.name.value, valueFromAST(defaultValue, input)] as const] : [];
    });
    return Object.fromEntries(given);
  }

  /** Expected errors pass, in the reader's language; anything else is logged with an id and masked. */
  #format(error: GraphQLError, request: RequestScope): GraphQLFormattedError {
    const cause = error.originalError;
    if (cause instanceof DomainError) {
      return {
        message: cause.messageIn(request.language),
        ...pathOf(error),
        extensions: { code: cause.definition.code, ...cause.details },
      };
    }
    // Without an original error it is one of GraphQL itself (a variable of the wrong type): its text is about the query.
    if (!cause || cause instanceof GraphQLError) return error.toJSON();
    const id = newId();
    this.logger.error({ id, requestId: request.requestId, path: error.path, err: cause }, "a resolver failed");
    const internal = new DomainError(kernelErrors.INTERNAL, { id });
    return { message: internal.messageIn(request.language), ...pathOf(error), extensions: { code: "INTERNAL", id } };
  }
}

function pathOf({ path }: GraphQLError): { path?: readonly (string | number)[] } {
  return path ? { path } : {};
}
