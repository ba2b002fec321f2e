import type { Language, LocalizedText } from "@parcours/shared/languages";
import { labelIn, type RequestScope } from "@parcours/shared/server/context";
import type { HousingServices } from "../services.js";
import type { Site } from "./site.entity.js";

/** What a site is called, in a language. */
export function siteNameIn(
  { nameFr, nameNl, nameEn }: Site,
  language: Language | null | undefined,
  request: RequestScope,
): string | null {
  return labelIn({ fr: nameFr, nl: nameNl, en: nameEn }, language, request);
}

/** What a reader sees of an entry in the timeline: what it is, and where. */
export async function labelAtSite(
  what: LocalizedText,
  siteId: string,
  language: Language | null | undefined,
  { services, request }: { readonly services: HousingServices; readonly request: RequestScope },
): Promise<string> {
  const site = await services.sites.byId(siteId);
  return [labelIn(what, language, request), site && siteNameIn(site, language, request)].filter(Boolean).join(" · ");
}
