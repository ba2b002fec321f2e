/** The label of a `Code`, in the language asked. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CodeList } from "../codes.js";
import type { Language } from "../languages.js";
import { labelIn, type RequestContext } from "../server/context.js";
import { Category } from "../visibility/category.js";
import { LanguageArgument } from "./arguments.js";
import { Code } from "./values.js";

/** A code of a list. One that the list lacks still answers, with itself as label: an agency may grow a list before its labels do. */
export function codeOf(list: CodeList, code: string): Code;
export function codeOf(list: CodeList, code: string | null | undefined): Code | null;
export function codeOf(list: CodeList, code: string | null | undefined): Code | null {
  return code === null || code === undefined ? null : { code, labels: list[code] ?? { fr: code, nl: code, en: code } };
}

/** Resolves `Code.label`. The kernel adds it to every subgraph. */
@Resolver(() => Code)
export class CodeResolver {
  @FieldResolver(() => String, { description: "The label in the language of the argument, else of the request." })
  @Category("STRUCTURE")
  label(
    @Root() code: Code,
    @Ctx() context: RequestContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(code.labels, language, context.request);
  }
}
