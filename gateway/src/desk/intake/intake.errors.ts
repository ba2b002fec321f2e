import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with asking for a form. */
export const intakeErrors = defineErrors({
  INTAKE_FORM_UNKNOWN: {
    meaning: "No agency has a form of this code.",
    remedy: "Use a code of `intakeForms`.",
    messages: {
      fr: "Ce formulaire n'existe pas.",
      nl: "Dit formulier bestaat niet.",
      en: "There is no such form.",
    },
  },
  INTAKE_PROJECT_OF_ANOTHER: {
    meaning: "The project is another person's than the one for whom the form is filled in.",
    remedy: "Name a project of `Entrepreneur.projects`.",
    messages: {
      fr: "Ce projet est celui d'une autre personne.",
      nl: "Dit project is van iemand anders.",
      en: "This project is another person's.",
    },
  },
  INTAKE_CONCEPT_UNKNOWN: {
    meaning: "An answer names a concept that the form neither asks nor takes, or names one twice.",
    remedy: "Answer the questions and facts of `intake`, each once.",
    messages: {
      fr: "Le formulaire ne demande pas {concept}, ou l'a déjà reçu.",
      nl: "Het formulier vraagt {concept} niet, of kreeg het al.",
      en: "The form does not ask {concept}, or has it already.",
    },
  },
  INTAKE_ANSWER_INVALID: {
    meaning: "An answer is not of the type that its question asks, or out of its bounds.",
    remedy:
      "Give what `questions.answer` describes. `fault` says what is wrong: TYPE, LENGTH, BOUNDS, CODE or CHECK_DIGITS.",
    messages: {
      fr: "La réponse à {concept} ne convient pas ({fault}).",
      nl: "Het antwoord op {concept} past niet ({fault}).",
      en: "The answer to {concept} does not fit ({fault}).",
    },
  },
  INTAKE_ANSWER_REQUIRED: {
    meaning: "A question without which the form may not be submitted is neither answered nor known.",
    remedy: "Answer it.",
    messages: {
      fr: "Répondez à {concept}.",
      nl: "Beantwoord {concept}.",
      en: "Answer {concept}.",
    },
  },
  INTAKE_DOCUMENT_UNKNOWN: {
    meaning: "A document that the form does not ask for is offered with it, or one type is offered twice.",
    remedy: "Offer the documents of `intake`, each once; anything else with `provideDocument`.",
    messages: {
      fr: "Le formulaire ne demande pas ce document, ou vous le joignez deux fois.",
      nl: "Het formulier vraagt dit document niet, of u voegt het twee keer toe.",
      en: "The form does not ask for this document, or it is offered twice.",
    },
  },
  INTAKE_DOCUMENT_TOO_OLD: {
    meaning: "The document is held already, and it is older than the form takes.",
    remedy: "Offer a newer file: one of other bytes than the version that is held.",
    messages: {
      fr: "Ce document existe déjà et date de plus de {months} mois : joignez une version plus récente.",
      nl: "Dit document bestaat al en is ouder dan {months} maanden: voeg een recentere versie toe.",
      en: "This document is held already and is more than {months} months old: offer a newer version.",
    },
  },
  INTAKE_PERIOD_INVALID: {
    meaning: "The period is no month, or the agency is none of this graph.",
    remedy: "Give a month as `2026-11` and the code of an agency.",
    messages: {
      fr: "Donnez un mois (AAAA-MM) et le code d'un organisme.",
      nl: "Geef een maand (JJJJ-MM) en de code van een instantie.",
      en: "Give a month (YYYY-MM) and the code of an agency.",
    },
  },
});
