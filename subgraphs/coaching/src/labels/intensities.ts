import type { CodeList } from "@parcours/shared/codes";

/** How closely an entrepreneur is coached (S39; glossary 4.8: farmed enterprise; N37). */
export const intensities: CodeList = {
  GENERALIST: { fr: "Accompagnement généraliste", nl: "Algemene begeleiding", en: "Generalist coaching" },
  COLLECTIVE: { fr: "Accompagnement collectif", nl: "Collectieve begeleiding", en: "Collective coaching" },
  MENTORING: { fr: "Mentorat", nl: "Mentoraat", en: "Mentoring" },
  FARMING: {
    fr: "Farming (entreprise innovante d'un secteur prioritaire)",
    nl: "Farming (innoverende onderneming uit een prioritaire sector)",
    en: "Farming (innovative enterprise in a priority sector)",
  },
  PRIORITY_DOSSIER: { fr: "Grand dossier prioritaire", nl: "Groot prioritair dossier", en: "Large priority dossier" },
};
