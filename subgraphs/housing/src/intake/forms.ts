/** The forms of the housing pole's agencies. */
import { expectedTurnover, jobsPlanned, pitch, supportWanted } from "@parcours/shared/intake/common-questions";
import { defineForm, optional, required, type IntakeForm } from "@parcours/shared/intake/form";
import type { LocalizedText } from "@parcours/shared/languages";
import { coworkingSite, monthsCofinanced, nuisance, spaceSize, spaceWanted, wantedFrom } from "./space-questions.js";

const developmentCompany: Required<LocalizedText> = {
  fr: "Ordonnance du 20 mai 1999 relative à la Société de développement pour la Région de Bruxelles-Capitale",
  nl: "Ordonnantie van 20 mei 1999 betreffende de Gewestelijke Ontwikkelingsmaatschappij voor het Brussels Hoofdstedelijk Gewest",
  en: "Ordinance of 20 May 1999 on the development company for the Brussels-Capital Region",
};
const environmentPermits: Required<LocalizedText> = {
  fr: "Ordonnance du 5 juin 1997 relative aux permis d'environnement",
  nl: "Ordonnantie van 5 juni 1997 betreffende de milieuvergunningen",
  en: "Ordinance of 5 June 1997 on environment permits",
};
const chequeConditions: Required<LocalizedText> = {
  fr: "Conditions du chèque coworking (Small Business Act bruxellois, mesure 3) ; RGPD, article 6, § 1, e",
  nl: "Voorwaarden van de coworking-cheque (Brusselse Small Business Act, maatregel 3); AVG, artikel 6, lid 1, e",
  en: "Conditions of the coworking cheque (Brussels Small Business Act, measure 3); GDPR, article 6(1)(e)",
};

const whoComes = [
  "Entrepreneur.givenName",
  "Entrepreneur.familyName",
  "Entrepreneur.preferredLanguage",
  "Entrepreneur.contactPoints",
];

const coworkingCheque = defineForm({
  code: "COWORKING_CHEQUE",
  agency: "COWORKING_BRUSSELS",
  titles: { fr: "Chèque coworking", nl: "Coworking-cheque", en: "Coworking cheque" },
  measure: "SBA 3, focus (D4:879); R46",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [...whoComes, "Project.title", "Project.stage", "Project.sector", "Project.since"],
  questions: [
    required(pitch, chequeConditions),
    required(coworkingSite, chequeConditions),
    required(monthsCofinanced, chequeConditions),
    required(wantedFrom, chequeConditions),
    optional(supportWanted, chequeConditions),
  ],
  // The conditions are two months of one's own and a space that gives two: no document (R46, D4:885-892).
  documents: [],
});

const siteApplication = defineForm({
  code: "SITE_APPLICATION",
  agency: "CITYDEV",
  titles: {
    fr: "Demande d'espace pour entreprendre",
    nl: "Aanvraag voor bedrijfsruimte",
    en: "Application for business space",
  },
  measure: "SBA 66 (D4:4523); D1",
  category: "INTAKE_ANSWER",
  existence: "DOSSIER_HEADER",
  facts: [
    ...whoComes,
    "Enterprise.name",
    "Enterprise.legalForm",
    "Enterprise.legalSituation",
    "Enterprise.activities",
    "Enterprise.annualAccounts",
    "Project.title",
    "Project.sector",
  ],
  questions: [
    required(pitch, developmentCompany),
    required(spaceWanted, developmentCompany),
    required(spaceSize, developmentCompany),
    required(nuisance, environmentPermits),
    required(wantedFrom, developmentCompany),
    required(jobsPlanned, developmentCompany),
    optional(expectedTurnover, developmentCompany),
  ],
  // No document is named (D4:4523; D1).
  documents: [],
});

/** Both. */
export const forms: readonly IntakeForm[] = [coworkingCheque, siteApplication];
