/** Rules of the catalogue (S20). Pure. */
import { DomainError } from "@parcours/shared/errors";
import { stages } from "@parcours/shared/vocabulary/stages";
import { languages } from "../labels/languages.js";
import { profiles } from "../labels/profiles.js";
import { sectors } from "../labels/sectors.js";
import { supportCategories } from "../labels/support-categories.js";
import { topics } from "../labels/topics.js";
import { supportServiceErrors } from "./support-service.errors.js";

/** What services are narrowed to; null narrows nothing. */
export interface SupportServiceFilter {
  readonly category: string | null;
  readonly stage: string | null;
  readonly profile: string | null;
  readonly sector: string | null;
  readonly need: string | null;
  readonly agency: string | null;
  /** A language in which the person must be helped. */
  readonly helpLanguage: string | null;
}

/** What stands where a filter carries no code at all but free text: it may be anybody's name, and no error repeats one. */
const noCode = "…";

/**
 * A filter speaks of codes that exist. A service that restricts nothing in a part answers every code of it, so that a misspelled
 * one would bring a list that looks like an answer and lacks what was sought.
 * @param agencyCodes every agency there is or was
 * Errors: SUPPORT_SERVICE_CODE_UNKNOWN, for the first such part. Source: S20, S22.
 */
export function filterMustNameCodesThatExist(
  filter: Partial<SupportServiceFilter>,
  agencyCodes: readonly string[],
): void {
  const allowedIn: Readonly<Record<keyof SupportServiceFilter, readonly string[]>> = {
    category: Object.keys(supportCategories),
    stage: Object.keys(stages),
    profile: Object.keys(profiles),
    sector: Object.keys(sectors),
    need: Object.keys(topics),
    agency: agencyCodes,
    helpLanguage: Object.keys(languages),
  };
  for (const [part, allowed] of Object.entries(allowedIn)) {
    const code = filter[part as keyof SupportServiceFilter] ?? null;
    if (code !== null && !allowed.includes(code)) throw unknownCode(`filter.${part}`, code, allowed);
  }
}

function unknownCode(argument: string, code: string, allowed: readonly string[]): DomainError {
  const given = /^\w{0,40}$/.test(code) ? code : noCode;
  return new DomainError(
    supportServiceErrors.SUPPORT_SERVICE_CODE_UNKNOWN,
    { argument, given, allowed: allowed.join(", ") },
    { argument, given, allowed },
  );
}
