import type { CodeList } from "@parcours/shared/codes";

/** Why an enterprise or a project stays at a site (S70, S99, S100, S105). A soft landing ends after three months (N52). */
export const stayKinds: CodeList = {
  INCUBATION: { fr: "Séjour en incubateur", nl: "Verblijf in een incubator", en: "Incubation" },
  COWORKING: { fr: "Poste de coworking", nl: "Coworkingplek", en: "Coworking place" },
  LEASE: { fr: "Location de locaux", nl: "Huur van lokalen", en: "Lease of premises" },
  SOFT_LANDING: {
    fr: "Bureau d'accueil pour investisseur étranger (trois mois)",
    nl: "Onthaalkantoor voor buitenlandse investeerder (drie maanden)",
    en: "Soft landing for a foreign investor (three months)",
  },
};
