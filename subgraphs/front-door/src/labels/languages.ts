import type { CodeList } from "@parcours/shared/codes";

/** Languages an entrepreneur may prefer (glossary 4.9; design section 9). Unknown means French and Dutch together. */
export const languages: CodeList = {
  FR: { fr: "Français", nl: "Frans", en: "French" },
  NL: { fr: "Néerlandais", nl: "Nederlands", en: "Dutch" },
  EN: { fr: "Anglais", nl: "Engels", en: "English" },
  DE: { fr: "Allemand", nl: "Duits", en: "German" },
  OTHER: { fr: "Autre langue", nl: "Andere taal", en: "Other language" },
  UNKNOWN: { fr: "Langue inconnue", nl: "Taal onbekend", en: "Language unknown" },
};
