/** Forms of the regional aids of Brussels Economy and Employment. */
import { businessPlan, financialPlan } from "@parcours/shared/intake/common-documents";
import {
  amountAsked,
  customers,
  exportCountries,
  jobsPlanned,
  linkedEnterprises,
  otherApplications,
  paymentAccount,
  pitch,
  professionalExperience,
} from "@parcours/shared/intake/common-questions";
import { defineForm, optional, required, requiredDocument } from "@parcours/shared/intake/form";
import { exportAction, exportShare, exportTarget } from "./export-questions.js";
import { cumulation, economicDevelopment, incentiveEffect, payment, smallEnterprises } from "./legal-bases.js";
import { investmentAmount, investmentKind, investmentStart, preActivityCosts } from "./money-questions.js";

const whoApplies = [
  "Entrepreneur.givenName",
  "Entrepreneur.familyName",
  "Entrepreneur.preferredLanguage",
  "Entrepreneur.contactPoints",
];
const whichEnterprise = [
  "Enterprise.name",
  "Enterprise.legalForm",
  "Enterprise.legalSituation",
  "Enterprise.startDate",
  "Enterprise.address",
  "Enterprise.activities",
  "Enterprise.annualAccounts",
];

/** Aid to investments in general (R50, R55). */
export const generalInvestmentAid = defineForm({
  code: "GENERAL_INVESTMENT_AID",
  agency: "BEW",
  titles: {
    fr: "Aide aux investissements généraux",
    nl: "Steun voor algemene investeringen",
    en: "General investment aid",
  },
  measure: "SBA 36, 50 (D4:2710, 3473)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [...whoApplies, ...whichEnterprise, "Enterprise.establishments"],
  questions: [
    required(pitch, economicDevelopment),
    required(investmentKind, economicDevelopment),
    required(investmentAmount, economicDevelopment),
    required(investmentStart, incentiveEffect),
    required(jobsPlanned, economicDevelopment),
    required(linkedEnterprises, smallEnterprises),
    required(otherApplications, cumulation),
    required(paymentAccount, payment),
  ],
  // J03: an application for expansion aid comes "with business plan, financial plan, figures"; the figures are in the register (S111).
  documents: [
    requiredDocument(businessPlan, economicDevelopment),
    requiredDocument(financialPlan, economicDevelopment),
  ],
});

/** Aid before the activity begins: there is no enterprise yet, and long coaching comes with it (R18, R19, R53). */
export const preActivityAid = defineForm({
  code: "PRE_ACTIVITY_AID",
  agency: "BEW",
  titles: { fr: "Aide à la pré-activité", nl: "Pre-activiteitssteun", en: "Pre-activity aid" },
  measure: "SBA 3, 50 (D4:839, 3500)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [...whoApplies, "Entrepreneur.postcode", "Project.title", "Project.stage", "Project.sector", "Project.since"],
  questions: [
    required(pitch, economicDevelopment),
    required(customers, economicDevelopment),
    required(professionalExperience, economicDevelopment),
    required(preActivityCosts, economicDevelopment),
    required(amountAsked(500, 15_000), economicDevelopment),
    required(otherApplications, cumulation),
    required(paymentAccount, payment),
  ],
  // The costs that prepare the start are asked in words; no source names a document (D4:839, 3500).
  documents: [],
});

/** The six aids to export. */
export const exportAid = defineForm({
  code: "EXPORT_AID",
  agency: "BEW",
  titles: { fr: "Aide à l'exportation", nl: "Exportsteun", en: "Export aid" },
  measure: "SBA 68 (D4:4642)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [...whoApplies, ...whichEnterprise],
  questions: [
    required(pitch, economicDevelopment),
    required(exportAction, economicDevelopment),
    required(exportTarget, economicDevelopment),
    required(exportCountries, economicDevelopment),
    optional(exportShare, economicDevelopment),
    required(amountAsked(500, 100_000), economicDevelopment),
    required(linkedEnterprises, smallEnterprises),
    required(otherApplications, cumulation),
    required(paymentAccount, payment),
  ],
  // None of the six aids names a document (D4:4642).
  documents: [],
});
