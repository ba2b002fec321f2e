/** The form of the front door. */
import { pitch, professionalExperience, supportWanted } from "@parcours/shared/intake/common-questions";
import { defineForm, optional, required, type IntakeForm, type QuestionWords } from "@parcours/shared/intake/form";
import type { LocalizedText } from "@parcours/shared/languages";

const oneDoor: Required<LocalizedText> = {
  fr: "Ordonnance du 28 avril 2016 portant création de l'Agence bruxelloise pour l'accompagnement de l'entreprise ; tâche d'intérêt public (RGPD, article 6, § 1, e)",
  nl: "Ordonnantie van 28 april 2016 houdende oprichting van het Brussels Agentschap voor de ondersteuning van het bedrijfsleven; taak van algemeen belang (AVG, artikel 6, lid 1, e)",
  en: "Ordinance of 28 April 2016 creating the Brussels agency for the support of enterprise; task in the public interest (GDPR, article 6(1)(e))",
};

const weeklyHours: QuestionWords = {
  concept: "WEEKLY_HOURS",
  label: {
    fr: "Combien d'heures par semaine consacrez-vous au projet ?",
    nl: "Hoeveel uren per week besteedt u aan het project?",
    en: "How many hours a week do you give to the project?",
  },
  help: {
    fr: "Cela aide à choisir entre activité principale et complémentaire.",
    nl: "Dat helpt kiezen tussen hoofd- en bijberoep.",
    en: "It helps to choose between main and secondary activity.",
  },
  answer: { kind: "NUMBER", least: 1, most: 100 },
};

const orientation = defineForm({
  code: "ORIENTATION",
  agency: "1819",
  titles: { fr: "Orientation par le 1819", nl: "Oriëntatie door 1819", en: "Orientation by 1819" },
  measure: "SBA 1, 3 (D4:501, 773)",
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
  ],
  questions: [
    required(pitch, oneDoor),
    required(supportWanted, oneDoor),
    optional(professionalExperience, oneDoor),
    optional(weeklyHours, oneDoor),
  ],
  // A conversation; no document is asked (D4:501, 773).
  documents: [],
});

/** It alone. */
export const forms: readonly IntakeForm[] = [orientation];
