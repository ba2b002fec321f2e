import type { CodeList } from "@parcours/shared/codes";

/** The poles of regional help (glossary 4.8), and the authentic sources. */
export const poles: CodeList = {
  FRONT_DOOR: { fr: "Porte d'entrée", nl: "Toegangsdeur", en: "Front door" },
  COACHING: { fr: "Pôle d'accompagnement", nl: "Begeleidingspool", en: "Coaching pole" },
  FINANCING: { fr: "Pôle de financement", nl: "Financieringspool", en: "Financing pole" },
  HOUSING: { fr: "Pôle d'hébergement", nl: "Huisvestingspool", en: "Housing pole" },
  REGISTRY: { fr: "Sources authentiques", nl: "Authentieke bronnen", en: "Authentic sources" },
};
