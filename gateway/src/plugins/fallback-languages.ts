/** Tells the reader in which languages texts came that were missing in the language asked: `extensions.languages: [{ asked, given }]` (design section 9). */
import type { GatewayContext } from "../request-context.js";
import type { Executor } from "./partial-failure.js";

/** Wraps an executor so that what the subgraphs say of their languages reaches the reader, each pair of languages once. */
export function withFallbackLanguages(execute: Executor): Executor {
  return async (request) => {
    const result = await execute(request);
    const { languages } = (request.context as GatewayContext).report;
    if (languages.size === 0) return result;
    const inOrder = [...languages].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fallback]) => fallback);
    return { ...result, extensions: { ...result.extensions, languages: inOrder } };
  };
}
