import type { CodeList } from "@parcours/shared/codes";

/** The five categories of measures along the entrepreneur's path, in the order of the path (S12; D4:519-523). */
export const supportCategories: CodeList = {
  INFORMATION: { fr: "Information", nl: "Informatie", en: "Information" },
  TRAINING: { fr: "Formation", nl: "Opleiding", en: "Training" },
  ADVICE_COACHING: { fr: "Conseil et accompagnement", nl: "Advies en begeleiding", en: "Advice and coaching" },
  FINANCING_SUBSIDY: { fr: "Financement et subsides", nl: "Financiering en subsidies", en: "Financing and subsidies" },
  LOCATION: { fr: "Localisation", nl: "Locatiekeuze", en: "Location" },
};
