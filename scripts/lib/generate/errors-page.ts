import type { PackageErrors } from "./error-catalogues.js";
import { page, table } from "./page.js";

/** Every error that a client can meet: code, meaning, remedy; and the sentence that a person reads. */
export function errorsPage(packages: readonly PackageErrors[]): string {
  const sections = packages
    .filter(({ errors }) => errors.length > 0)
    .flatMap(({ folder, errors }) => [
      `## ${folder}`,
      table(
        ["code", "meaning", "what to do"],
        errors.map(({ code, meaning, remedy }) => [`\`${code}\``, meaning, remedy]),
      ),
      table(
        ["code", "FR", "NL", "EN"],
        errors.map(({ code, messages }) => [`\`${code}\``, messages.fr ?? "", messages.nl ?? "", messages.en ?? ""]),
      ),
    ]);
  return page(
    "Errors",
    "the catalogues made with `defineErrors`",
    "A client reads `extensions.code`; a person reads `message`, in the language that was asked for. " +
      "What stands in braces is filled in and is never personal data. Anything that is not here is a fault of ours and answers as `INTERNAL`.",
    ...sections,
  );
}
