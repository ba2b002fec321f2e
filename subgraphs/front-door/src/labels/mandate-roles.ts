import type { CodeList } from "@parcours/shared/codes";

/** As what a person acts for an enterprise. The names are those of the register of enterprises; owner, accountant and proxy were added. */
export const mandateRoles: CodeList = {
  FOUNDER: { fr: "Fondateur", nl: "Oprichter", en: "Founder" },
  OWNER: { fr: "Titulaire de l'entreprise individuelle", nl: "Houder van de eenmanszaak", en: "Sole trader" },
  DIRECTOR: { fr: "Administrateur", nl: "Bestuurder", en: "Director" },
  MANAGING_DIRECTOR: { fr: "Administrateur délégué", nl: "Gedelegeerd bestuurder", en: "Managing director" },
  MANAGER: { fr: "Gérant", nl: "Zaakvoerder", en: "Manager" },
  DAILY_MANAGEMENT: {
    fr: "Délégué à la gestion journalière",
    nl: "Persoon belast met het dagelijks bestuur",
    en: "Person in charge of daily management",
  },
  PARTNER: { fr: "Associé actif", nl: "Werkend vennoot", en: "Working partner" },
  PERMANENT_REPRESENTATIVE: {
    fr: "Représentant permanent",
    nl: "Vaste vertegenwoordiger",
    en: "Permanent representative",
  },
  ACCOUNTANT: { fr: "Expert-comptable", nl: "Accountant", en: "Accountant" },
  PROXY: { fr: "Mandataire", nl: "Gevolmachtigde", en: "Holder of a power of attorney" },
};
