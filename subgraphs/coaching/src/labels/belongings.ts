import type { CodeList } from "@parcours/shared/codes";

/** To whom an entry belongs (J12): it decides whether a mandatary of the enterprise sees it. */
export const belongings: CodeList = {
  PERSON: { fr: "À la personne", nl: "Van de persoon", en: "The person's" },
  ENTERPRISE: { fr: "À l'entreprise", nl: "Van de onderneming", en: "The enterprise's" },
};
