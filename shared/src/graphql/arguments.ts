/** Arguments that recur. */
import { Arg } from "type-graphql";
import { LanguageCode } from "./values.js";

/** `language: Language`: another language for a label than the request's. */
export function LanguageArgument(): ParameterDecorator {
  return Arg("language", () => LanguageCode, {
    nullable: true,
    description: "Another language than the request's.",
  }) as ParameterDecorator;
}
