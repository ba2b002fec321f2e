import type { CodeList } from "@parcours/shared/codes";

/** Who pays a month of a coworking cheque (R46, N77): two of each, in this order. */
export const chequeMonthKinds: CodeList = {
  FREE: { fr: "Mois gratuit", nl: "Gratis maand", en: "Free month" },
  OWN: {
    fr: "Mois payé par l'entrepreneur",
    nl: "Maand betaald door de ondernemer",
    en: "Month paid by the entrepreneur",
  },
  SPONSORED: {
    fr: "Mois offert par le gestionnaire de l'espace",
    nl: "Maand aangeboden door de beheerder van de ruimte",
    en: "Month sponsored by the manager of the space",
  },
};
