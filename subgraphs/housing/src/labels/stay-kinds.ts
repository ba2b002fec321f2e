import type { CodeList } from "@parcours/shared/codes";

/** Why an enterprise or a project stays at a site (S70, S99, S100, S105). A soft landing ends after three months (N52). */
export const stayKinds: CodeList = {
  RENTAL: { fr: "Location de locaux", nl: "Huur van lokalen", en: "Rental of premises" },
  COWORKING: { fr: "Poste de coworking", nl: "Coworkingplek", en: "Coworking place" },
  SOFT_LANDING: {
    fr: "Bureau d'accueil pour investisseur étranger",
    nl: "Onthaalkantoor voor een buitenlandse investeerder",
    en: "Soft landing for a foreign investor",
  },
};
