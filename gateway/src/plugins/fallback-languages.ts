/** Tells the reader in which languages texts came that were missing in the language asked: `extensions.languages` (design section 9). */
import type { GatewayContext } from "../request-context.js";
import type { Executor } from "./partial-failure.js";

/** Wraps an executor so that what the subgraphs say of their languages reaches the reader, each language once. */
export function withFallbackLanguages(execute: Executor): Executor {
  return async (request) => {
    const result = await execute(request);
    const { languages } = (request.context as GatewayContext).report;
    return languages.size === 0 ? result : { ...result, extensions: { ...result.extensions, languages: [...languages].sort() } };
  };
}
