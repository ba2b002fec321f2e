/** What an act answers when its input is at fault: typed and translated, in the payload, so that a form can show it where it belongs. */
import { Field, ObjectType, Directive } from "type-graphql";
import { DomainError, type ErrorDefinition } from "../errors.js";
import type { RequestScope } from "../server/context.js";
import { Category } from "../visibility/category.js";

/** One fault of an input. */
@ObjectType({ description: "What is wrong with what was asked, for the person who asked.", simpleResolvers: true })
@Directive("@shareable")
@Category("STRUCTURE")
export class UserError {
  @Field(() => String, { nullable: false, description: "The stable code: `IDEMPOTENCY_KEY_REUSED`." })
  code!: string;

  @Field(() => String, { nullable: false, description: "A sentence in the language of the request." })
  message!: string;

  @Field(() => [String], { nullable: false, description: "Where in the arguments it is: `input`, `categories`." })
  path!: string[];
}

/** One fault, before it is put into words. */
export interface Fault {
  readonly definition: ErrorDefinition;
  readonly path: readonly string[];
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Stops an act because of its input: nothing of it holds. */
export class UserFault extends Error {
  override readonly name = "UserFault";

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ definition }) => definition.code).join(", "));
  }
}

/** A fault of one part of the input, thrown. @param name of the part; absent for the whole */
export function refuse(
  definition: ErrorDefinition,
  name?: string,
  parameters: Readonly<Record<string, string | number>> = {},
): never {
  throw new UserFault([{ definition, path: name === undefined ? ["input"] : ["input", name], parameters }]);
}

/** A fault in words, in the language of the request. */
export function userErrorOf(
  { definition, path, parameters }: Fault,
  { language }: Pick<RequestScope, "language">,
): UserError {
  const message = new DomainError(definition, parameters).messageIn(language);
  return { code: definition.code, message, path: [...path] };
}

/** What came of an act: its result, or what was wrong. */
export type Attempt<Result> =
  | { readonly result: Result; readonly errors: readonly UserError[] }
  | { readonly result: null; readonly errors: readonly UserError[] };

/**
 * Does an act for a request. Faults of the input become user errors in the request's language.
 * Errors: those of access (nobody signed in, no purpose), and whatever else goes wrong.
 */
export async function attempt<Result>(request: RequestScope, act: () => Promise<Result>): Promise<Attempt<Result>> {
  if (request.accessFault) throw request.accessFault;
  try {
    return { result: await act(), errors: [] };
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    const errors = error.faults.map((fault) => userErrorOf(fault, request));
    return { result: null, errors };
  }
}
