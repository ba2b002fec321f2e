/** Forms of who lends and guarantees. */
import { businessPlan, financialPlan } from "@parcours/shared/intake/common-documents";
import {
  amountAsked,
  customers,
  expectedTurnover,
  jobsPlanned,
  ownContribution,
  pitch,
  professionalExperience,
} from "@parcours/shared/intake/common-questions";
import { defineForm, optional, required, requiredDocument } from "@parcours/shared/intake/form";
import { guaranteeFund, investmentCompany } from "./legal-bases.js";
import { creditMonths, lendingBank, purposeOfFunds, securitiesOffered } from "./money-questions.js";

/** A loan of the regional investment company; open without enterprise number (R53). */
export const creditApplication = defineForm({
  code: "CREDIT_APPLICATION",
  agency: "FINANCE_INVEST",
  titles: { fr: "Demande de crédit", nl: "Kredietaanvraag", en: "Credit application" },
  measure: "SBA 26, 27 (D4:2060, 2107)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [
    "Entrepreneur.givenName",
    "Entrepreneur.familyName",
    "Entrepreneur.preferredLanguage",
    "Entrepreneur.birthDate",
    "Entrepreneur.postcode",
    "Entrepreneur.contactPoints",
    "Enterprise.name",
    "Enterprise.legalForm",
    "Enterprise.legalSituation",
    "Enterprise.startDate",
    "Enterprise.address",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
    "Enterprise.earlySignals",
    "Project.title",
    "Project.stage",
    "Project.sector",
  ],
  questions: [
    required(pitch, investmentCompany),
    required(customers, investmentCompany),
    required(professionalExperience, investmentCompany),
    required(expectedTurnover, investmentCompany),
    optional(jobsPlanned, investmentCompany),
    required(amountAsked(5_000, 5_000_000), investmentCompany),
    required(purposeOfFunds, investmentCompany),
    required(ownContribution, investmentCompany),
    required(creditMonths, investmentCompany),
    optional(securitiesOffered, investmentCompany),
  ],
  // A credit is asked for with a financial plan (SBA 27, D4:2107), and looked for with "a financing plan and a business plan" (D4:830).
  documents: [requiredDocument(businessPlan, investmentCompany), requiredDocument(financialPlan, investmentCompany)],
});

/** A guarantee, which is no financing decision (R22): the bank asks for it (R54). */
export const guarantee = defineForm({
  code: "GUARANTEE",
  agency: "BWF",
  titles: { fr: "Demande de garantie", nl: "Waarborgaanvraag", en: "Application for a guarantee" },
  measure: "SBA 35 (D4:2601)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [
    "Entrepreneur.givenName",
    "Entrepreneur.familyName",
    "Entrepreneur.preferredLanguage",
    "Entrepreneur.contactPoints",
    "Enterprise.name",
    "Enterprise.legalForm",
    "Enterprise.legalSituation",
    "Enterprise.address",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
  ],
  questions: [
    required(pitch, guaranteeFund),
    required(lendingBank, guaranteeFund),
    required(amountAsked(5_000, 1_000_000), guaranteeFund),
    required(purposeOfFunds, guaranteeFund),
    required(creditMonths, guaranteeFund),
    required(ownContribution, guaranteeFund),
    optional(securitiesOffered, guaranteeFund),
    optional(jobsPlanned, guaranteeFund),
  ],
  // The bank has the plans; the fund's measure names no document (D4:2601-2617).
  documents: [],
});
