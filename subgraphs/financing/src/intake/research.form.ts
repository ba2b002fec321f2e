/** The form for aid to research, development and innovation. */
import { businessPlan, financialPlan } from "@parcours/shared/intake/common-documents";
import {
  amountAsked,
  customers,
  expectedTurnover,
  jobsPlanned,
  linkedEnterprises,
  novelty,
  otherApplications,
  paymentAccount,
  pitch,
} from "@parcours/shared/intake/common-questions";
import { defineForm, optional, required, requiredDocument, type QuestionWords } from "@parcours/shared/intake/form";
import { cumulation, payment, research, researchCategories, smallEnterprises } from "./legal-bases.js";

const researchQuestion: QuestionWords = {
  concept: "RESEARCH_QUESTION",
  label: {
    fr: "Que faut-il découvrir, et comment l'essaierez-vous ?",
    nl: "Wat moet gevonden worden, en hoe probeert u dat?",
    en: "What has to be found out, and how will you try?",
  },
  help: {
    fr: "L'incertitude technique, les étapes de travail et ce qui montrera la réussite.",
    nl: "De technische onzekerheid, de werkstappen en waaraan men succes ziet.",
    en: "The technical uncertainty, the steps of work, and what will show success.",
  },
  answer: { kind: "TEXT", least: 100, most: 8000 },
};

const readinessLevel: QuestionWords = {
  concept: "READINESS_LEVEL",
  label: {
    fr: "Quel est le niveau de maturité technologique (TRL) au début ?",
    nl: "Wat is het technologische rijpheidsniveau (TRL) bij de start?",
    en: "What is the technology readiness level (TRL) at the start?",
  },
  help: {
    fr: "De 1 (principe observé) à 9 (produit éprouvé).",
    nl: "Van 1 (principe waargenomen) tot 9 (bewezen product).",
    en: "From 1 (principle observed) to 9 (proven product).",
  },
  answer: { kind: "NUMBER", least: 1, most: 9 },
};

const researchPartners: QuestionWords = {
  concept: "RESEARCH_PARTNERS",
  label: {
    fr: "Avec qui menez-vous la recherche ?",
    nl: "Met wie voert u het onderzoek uit?",
    en: "With whom do you do the research?",
  },
  help: {
    fr: "Universités, centres de recherche, entreprises ; « personne » le cas échéant.",
    nl: "Universiteiten, onderzoekscentra, ondernemingen; of “niemand”.",
    en: "Universities, research centres, enterprises; or “nobody”.",
  },
  answer: { kind: "TEXT", least: 2, most: 1000 },
};

/** Aid to research, development and innovation (J03). */
export const researchAid = defineForm({
  code: "RDI_AID",
  agency: "INNOVIRIS",
  titles: {
    fr: "Aide à la recherche, au développement et à l'innovation",
    nl: "Steun voor onderzoek, ontwikkeling en innovatie",
    en: "Research, development and innovation aid",
  },
  measure: "SBA 53, 64 (D4:3656, 4416)",
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
    "Enterprise.startDate",
    "Enterprise.address",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
    "Project.title",
    "Project.sector",
  ],
  questions: [
    required(pitch, research),
    required(novelty, research),
    required(researchQuestion, researchCategories),
    required(readinessLevel, researchCategories),
    optional(researchPartners, researchCategories),
    required(customers, research),
    optional(expectedTurnover, research),
    required(jobsPlanned, research),
    required(amountAsked(10_000, 5_000_000), research),
    required(linkedEnterprises, smallEnterprises),
    required(otherApplications, cumulation),
    required(paymentAccount, payment),
  ],
  // J03: the same plans as for expansion aid, asked two months later; here they are taken by reference (R01).
  documents: [requiredDocument(businessPlan, research), requiredDocument(financialPlan, research)],
});
