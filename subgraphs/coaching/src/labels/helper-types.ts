import type { CodeList } from "@parcours/shared/codes";

/** Kinds of actors that help an entrepreneur in difficulty (D2:18; actors 2.6; J09). Restricted: read with the case (5.6). */
export const helperTypes: CodeList = {
  LEGAL: { fr: "Acteur juridique", nl: "Juridische actor", en: "Legal actor" },
  FINANCIAL: { fr: "Acteur financier", nl: "Financiële actor", en: "Financial actor" },
  ACCOUNTING: { fr: "Professionnel du chiffre", nl: "Accountant", en: "Accounting professional" },
  COACHING: { fr: "Accompagnateur", nl: "Begeleider", en: "Coach" },
  PSYCHOLOGICAL: { fr: "Psychologue", nl: "Psycholoog", en: "Psychologist" },
};
