/** What each category of the access matrix is called for people: in the list of looks, of grants and of objections. */
import type { CodeList } from "../codes.js";

/** By category. A test holds it against the matrix. */
export const categoryLabels: CodeList = {
  PUBLIC: { fr: "Données publiques", nl: "Openbare gegevens", en: "Public data" },
  STRUCTURE: { fr: "Partie d'une valeur", nl: "Deel van een waarde", en: "Part of a value" },
  ENTRY_BY_ID: {
    fr: "Élément demandé par identifiant",
    nl: "Element gevraagd via identificatie",
    en: "Entry asked by id",
  },
  LOOK_UP: { fr: "Recherche d'une personne", nl: "Opzoeken van een persoon", en: "Looking a person up" },
  IDENTITY: {
    fr: "Identité, mandats et projet",
    nl: "Identiteit, mandaten en project",
    en: "Identity, mandates and project",
  },
  CONTACT: { fr: "Coordonnées", nl: "Contactgegevens", en: "Contact details" },
  BIRTH_DATE: { fr: "Date de naissance", nl: "Geboortedatum", en: "Date of birth" },
  SEX: { fr: "Sexe (statistiques)", nl: "Geslacht (statistiek)", en: "Sex (statistics)" },
  DOSSIER_HEADER: { fr: "Existence d'un dossier", nl: "Bestaan van een dossier", en: "That a dossier exists" },
  INTERACTION_CONTENT: {
    fr: "Contenu des contacts avec le 1819",
    nl: "Inhoud van contacten met 1819",
    en: "Contacts with 1819, in words",
  },
  REFERRAL: { fr: "Orientations", nl: "Doorverwijzingen", en: "Referrals" },
  SUPPORT_GRANTED: { fr: "Aides accordées", nl: "Toegekende steun", en: "Help granted" },
  SUPPORT_AMOUNT: { fr: "Montants des aides", nl: "Steunbedragen", en: "Amounts of help" },
  COACHING_CONTENT: { fr: "Contenu de l'accompagnement", nl: "Inhoud van de begeleiding", en: "Content of coaching" },
  APPLICATION_CONTENT: {
    fr: "Contenu des demandes de financement",
    nl: "Inhoud van financieringsaanvragen",
    en: "Content of funding applications",
  },
  DECISION: { fr: "Décisions et motivations", nl: "Beslissingen en motiveringen", en: "Decisions and motivation" },
  EARLY_SIGNALS: {
    fr: "Signaux précoces de difficulté",
    nl: "Vroege signalen van moeilijkheden",
    en: "Early signals of difficulty",
  },
  DIFFICULTY_CASE: { fr: "Dossier de difficulté", nl: "Moeilijkhedendossier", en: "Difficulty case" },
  NEED: { fr: "Besoins relevés", nl: "Vastgestelde behoeften", en: "Needs found" },
  SITE_PLACE: { fr: "Emplacement dans un site", nl: "Plaats op een site", en: "Place in a site" },
  SURVEY_SUGGESTION: { fr: "Suggestions d'enquête", nl: "Suggesties uit de bevraging", en: "Survey suggestions" },
  LOOKUPS: { fr: "Consultations de mes données", nl: "Raadplegingen van mijn gegevens", en: "Looks at my data" },
  SHARING_GRANT: { fr: "Partages accordés", nl: "Verleende toegang", en: "What is opened to whom" },
  OBJECTION: { fr: "Oppositions", nl: "Bezwaren", en: "Objections" },
  BREAK_GLASS_REVIEW: { fr: "Accès d'urgence", nl: "Noodtoegang", en: "Emergency access" },
  MATCH_REVIEW: { fr: "Examen de doublons", nl: "Onderzoek van dubbels", en: "Review of duplicates" },
  MATCH_EXPLANATION: {
    fr: "Motifs d'un rapprochement",
    nl: "Redenen van een overeenkomst",
    en: "Why two files were matched",
  },
  ERASURE: { fr: "Effacement", nl: "Wissing", en: "Erasure" },
  DOSSIER_EXPORT: { fr: "Copie de mon dossier", nl: "Kopie van mijn dossier", en: "Copy of my file" },
  ACT: { fr: "Acte demandé", nl: "Gevraagde handeling", en: "An act that was asked" },
  INTAKE: { fr: "Formulaire à remplir", nl: "In te vullen formulier", en: "A form to fill in" },
  INTAKE_ANSWER: { fr: "Réponses aux formulaires", nl: "Antwoorden op formulieren", en: "Answers to forms" },
  DISPUTE: {
    fr: "Contestations et rectifications",
    nl: "Betwistingen en verbeteringen",
    en: "Disputes and corrections",
  },
  WORK_LIST: { fr: "Liste des tâches", nl: "Takenlijst", en: "List of tasks" },
};
