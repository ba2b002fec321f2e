import type { CodeList } from "@parcours/shared/codes";

/** What somebody opens by opening a category, in words a person understands. A test holds the list against the access matrix. */
export const categoryContents: CodeList = {
  INTERACTION_CONTENT: {
    fr: "Ce que vous avez demandé au 1819, avec vos mots, et ce qui a été répondu.",
    nl: "Wat u aan 1819 vroeg, in uw woorden, en wat werd geantwoord.",
    en: "What you asked 1819, in your words, and what was answered.",
  },
  REFERRAL: {
    fr: "Vers qui vous avez été orienté, par qui, et ce qu'il en est advenu.",
    nl: "Naar wie u werd doorverwezen, door wie, en hoe het afliep.",
    en: "To whom you were referred, by whom, and how it ended.",
  },
  COACHING_CONTENT: {
    fr: "Les notes, diagnostics, évaluations et résultats de votre accompagnement.",
    nl: "De notities, diagnoses, screenings en resultaten van uw begeleiding.",
    en: "The notes, diagnoses, screenings and outcomes of your coaching.",
  },
  APPLICATION_CONTENT: {
    fr: "Ce que vous avez demandé à un organisme de financement, les montants, et l'avancement de l'analyse.",
    nl: "Wat u aan een financieringsinstelling vroeg, de bedragen, en hoe ver het onderzoek staat.",
    en: "What you asked of a financing body, the amounts, and how far the analysis is.",
  },
  DECISION: {
    fr: "Les décisions sur vos demandes : l'issue, un éventuel refus et sa motivation, la date.",
    nl: "De beslissingen over uw aanvragen: de uitkomst, een eventuele weigering en haar motivering, de datum.",
    en: "The decisions on your applications: the outcome, a refusal and its motivation, the date.",
  },
  EARLY_SIGNALS: {
    fr: "Les signaux de difficulté calculés à partir des comptes annuels.",
    nl: "De signalen van moeilijkheden die uit de jaarrekeningen worden berekend.",
    en: "Signals of difficulty computed from annual accounts.",
  },
  DIFFICULTY_CASE: {
    fr: "Tout ce qui concerne un dossier d'entrepreneur en difficulté, y compris son existence.",
    nl: "Alles over een dossier van een ondernemer in moeilijkheden, ook dat het bestaat.",
    en: "Everything about a case of an entrepreneur in difficulty, that it exists included.",
  },
  NEED: {
    fr: "Les besoins relevés sur un site d'hébergement, et à qui ils ont été transmis.",
    nl: "De behoeften die op een site werden vastgesteld, en aan wie ze werden doorgegeven.",
    en: "The needs found at a site, and to whom they were passed on.",
  },
  INTAKE_ANSWER: {
    fr: "Ce que vous avez répondu aux questions propres d'un organisme, dans ses formulaires.",
    nl: "Wat u antwoordde op de eigen vragen van een instantie, in haar formulieren.",
    en: "What you answered to an agency's own questions, on its forms.",
  },
  DOCUMENT: {
    fr: "Les documents que vous avez remis à un organisme : plans, comptes, statuts.",
    nl: "De documenten die u aan een instantie gaf: plannen, rekeningen, statuten.",
    en: "The documents that you gave to an agency: plans, accounts, statutes.",
  },
};
