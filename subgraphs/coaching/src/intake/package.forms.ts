/** Forms of the packages. */
import { businessPlan } from "@parcours/shared/intake/common-documents";
import {
  customers,
  expectedTurnover,
  exportCountries,
  jobsPlanned,
  novelty,
  pitch,
  professionalExperience,
  supportWanted,
} from "@parcours/shared/intake/common-questions";
import { defineForm, optional, optionalDocument, required, type QuestionWords } from "@parcours/shared/intake/form";
import { packageLevels } from "../labels/packages.js";
import { agencyForEnterprise } from "./legal-bases.js";

const packageChosen: QuestionWords = {
  concept: "PACKAGE_CHOSEN",
  label: {
    fr: "Quel niveau d'accompagnement souhaitez-vous ?",
    nl: "Welk niveau van begeleiding wenst u?",
    en: "Which level of support would you like?",
  },
  help: {
    fr: "Chaque niveau contient les précédents. Le niveau universel est ouvert à tous.",
    nl: "Elk niveau bevat de vorige. Het universele niveau staat voor iedereen open.",
    en: "Each level contains those before it. The universal level is open to all.",
  },
  answer: { kind: "CHOICE", options: packageLevels, several: false },
};

const growthAmbition: QuestionWords = {
  concept: "GROWTH_AMBITION",
  label: {
    fr: "Où voulez-vous que l'entreprise soit dans trois ans ?",
    nl: "Waar wilt u dat de onderneming over drie jaar staat?",
    en: "Where do you want the enterprise to be in three years?",
  },
  help: {
    fr: "Marchés, ventes, équipe : ce qui vous permettrait de dire que c'est réussi.",
    nl: "Markten, verkoop, team: wanneer zou u zeggen dat het gelukt is?",
    en: "Markets, sales, team: what would make you say that it worked?",
  },
  answer: { kind: "TEXT", least: 20, most: 2000 },
};

const capitalRaised: QuestionWords = {
  concept: "CAPITAL_RAISED",
  label: {
    fr: "Combien de capital voulez-vous lever ?",
    nl: "Hoeveel kapitaal wilt u ophalen?",
    en: "How much capital do you want to raise?",
  },
  help: {
    fr: "En euros ; 0 si vous n'en levez pas.",
    nl: "In euro; 0 als u er geen ophaalt.",
    en: "In euro; 0 if you raise none.",
  },
  answer: { kind: "MONEY", least: 0, most: 500_000_000 },
};

/** Enrolment in the creation package (R43, R44): also for who has no number yet. */
export const packageEnrolment = defineForm({
  code: "PACKAGE_ENROLMENT",
  agency: "HUB",
  titles: {
    fr: "Inscription au package création",
    nl: "Inschrijving voor het oprichtingspakket",
    en: "Enrolment in the creation package",
  },
  measure: "SBA 3 (D4:747)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [
    "Entrepreneur.givenName",
    "Entrepreneur.familyName",
    "Entrepreneur.preferredLanguage",
    "Entrepreneur.contactPoints",
    "Entrepreneur.municipality",
    "Project.title",
    "Project.stage",
    "Project.sector",
    "Project.since",
    "Project.enterprise",
  ],
  questions: [
    required(packageChosen, agencyForEnterprise),
    required(pitch, agencyForEnterprise),
    optional(customers, agencyForEnterprise),
    optional(professionalExperience, agencyForEnterprise),
    required(supportWanted, agencyForEnterprise),
  ],
  // Coaches ask for the plan too (D0:8), and help to write it where there is none yet (D4:806, 830).
  documents: [optionalDocument(businessPlan, agencyForEnterprise)],
});

/** The screening with which the growth package begins (R41, R42). */
export const growthScreening = defineForm({
  code: "GROWTH_SCREENING",
  agency: "HUB",
  titles: { fr: "Screening de croissance", nl: "Groeiscreening", en: "Growth screening" },
  measure: "SBA 4 (D4:940)",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [
    "Entrepreneur.givenName",
    "Entrepreneur.familyName",
    "Entrepreneur.preferredLanguage",
    "Entrepreneur.contactPoints",
    "Enterprise.name",
    "Enterprise.legalSituation",
    "Enterprise.startDate",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
    "Enterprise.earlySignals",
  ],
  questions: [
    required(pitch, agencyForEnterprise),
    required(novelty, agencyForEnterprise),
    required(growthAmbition, agencyForEnterprise),
    required(expectedTurnover, agencyForEnterprise),
    required(jobsPlanned, agencyForEnterprise),
    required(capitalRaised, agencyForEnterprise),
    optional(exportCountries, agencyForEnterprise),
    required(supportWanted, agencyForEnterprise),
  ],
  // The screening looks at the enterprise as it is (D4:964), its plan among it (D0:8); no criterion hangs on it (R41).
  documents: [optionalDocument(businessPlan, agencyForEnterprise)],
});
