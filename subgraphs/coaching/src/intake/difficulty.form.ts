/** The form of the centre for enterprises in difficulty. That it was filled in is as restricted as what stands in it (5.6; J09). */
import { defineForm, optional, optionalDocument, required, type QuestionWords } from "@parcours/shared/intake/form";
import { difficultyCauses } from "../labels/difficulty-causes.js";
import { consent } from "./legal-bases.js";

const difficultyNature: QuestionWords = {
  concept: "DIFFICULTY_NATURE",
  label: {
    fr: "De quelles difficultés s'agit-il ?",
    nl: "Om welke moeilijkheden gaat het?",
    en: "What are the difficulties?",
  },
  help: {
    fr: "Choisissez tout ce qui convient. Personne hors du Centre ne le verra sans vous.",
    nl: "Kies alles wat past. Niemand buiten het Centrum ziet dit zonder u.",
    en: "Choose all that fit. Nobody outside of the centre will see it without you.",
  },
  answer: { kind: "CHOICE", options: difficultyCauses, several: true },
};

const overdueDebts: QuestionWords = {
  concept: "OVERDUE_DEBTS",
  label: {
    fr: "Quelles dettes privées sont échues ?",
    nl: "Welke private schulden zijn vervallen?",
    en: "Which private debts are overdue?",
  },
  help: {
    fr: "Fournisseurs, bailleur, banque : ordre de grandeur. Les impôts et cotisations ne sont pas demandés.",
    nl: "Leveranciers, verhuurder, bank: grootteorde. Belastingen en bijdragen worden niet gevraagd.",
    en: "Suppliers, landlord, bank: the order of size. Taxes and contributions are not asked.",
  },
  answer: { kind: "TEXT", least: 2, most: 2000 },
};

const stepsTaken: QuestionWords = {
  concept: "STEPS_TAKEN",
  label: {
    fr: "Qu'avez-vous déjà essayé ?",
    nl: "Wat hebt u al geprobeerd?",
    en: "What have you tried already?",
  },
  help: {
    fr: "Plans d'apurement, négociations, réorganisation judiciaire…",
    nl: "Afbetalingsplannen, onderhandelingen, gerechtelijke reorganisatie…",
    en: "Payment plans, negotiations, judicial reorganisation…",
  },
  answer: { kind: "TEXT", least: 2, most: 2000 },
};

/** The first conversation at the centre. */
export const difficultyIntake = defineForm({
  code: "DIFFICULTY_INTAKE",
  agency: "COM",
  titles: {
    fr: "Premier accueil d'une entreprise en difficulté",
    nl: "Eerste onthaal van een onderneming in moeilijkheden",
    en: "First reception of an enterprise in difficulty",
  },
  measure: "SBA 6, 7 (D4:1101, 1131)",
  category: "DIFFICULTY_CASE",
  existence: "DIFFICULTY_CASE",
  facts: [
    "Entrepreneur.givenName",
    "Entrepreneur.familyName",
    "Entrepreneur.preferredLanguage",
    "Entrepreneur.contactPoints",
    "Enterprise.name",
    "Enterprise.legalForm",
    "Enterprise.legalSituation",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
    "Enterprise.earlySignals",
  ],
  questions: [required(difficultyNature, consent), optional(overdueDebts, consent), optional(stepsTaken, consent)],
  // The plan is the second of three steps, made with the centre (D4:1121, 1214; S53, J11): taken from who has one already.
  documents: [optionalDocument({ type: "RESTART_PLAN", about: "ENTERPRISE" }, consent)],
});
