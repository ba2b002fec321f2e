/**
 * Questions that several agencies ask, in one wording and with one type of answer (R10): so an answer to one of them is an answer to all.
 * What only one agency asks stands beside its form.
 */
import { topics } from "../vocabulary/topics.js";
import type { QuestionWords } from "./form.js";

/** The activity in words. */
export const pitch: QuestionWords = {
  concept: "PITCH",
  label: {
    fr: "Décrivez votre activité en quelques phrases.",
    nl: "Beschrijf uw activiteit in enkele zinnen.",
    en: "Describe your activity in a few sentences.",
  },
  help: {
    fr: "Que proposez-vous, à qui, et qu'est-ce qui vous distingue ? 50 à 2 000 caractères.",
    nl: "Wat biedt u aan, aan wie, en wat onderscheidt u? 50 tot 2.000 tekens.",
    en: "What do you offer, to whom, and what sets you apart? 50 to 2,000 characters.",
  },
  answer: { kind: "TEXT", least: 50, most: 2000 },
};

/** To whom one sells. */
export const customers: QuestionWords = {
  concept: "CUSTOMERS",
  label: {
    fr: "Qui sont vos clients, et pourquoi achèteraient-ils chez vous ?",
    nl: "Wie zijn uw klanten, en waarom zouden ze bij u kopen?",
    en: "Who are your customers, and why would they buy from you?",
  },
  help: {
    fr: "Groupes de clients, concurrents, premiers contacts ou commandes.",
    nl: "Klantengroepen, concurrenten, eerste contacten of bestellingen.",
    en: "Groups of customers, competitors, first contacts or orders.",
  },
  answer: { kind: "TEXT", least: 20, most: 2000 },
};

/** What is new. */
export const novelty: QuestionWords = {
  concept: "NOVELTY",
  label: {
    fr: "Qu'est-ce qui est nouveau dans votre produit, service ou procédé ?",
    nl: "Wat is er nieuw aan uw product, dienst of proces?",
    en: "What is new in your product, service or process?",
  },
  help: {
    fr: "Par rapport à ce qui existe sur le marché, pas seulement chez vous.",
    nl: "Vergeleken met wat er op de markt bestaat, niet alleen bij u.",
    en: "Compared with what exists on the market, not only with you.",
  },
  answer: { kind: "TEXT", least: 20, most: 3000 },
};

/** Jobs to come. */
export const jobsPlanned: QuestionWords = {
  concept: "JOBS_PLANNED",
  label: {
    fr: "Combien d'emplois (équivalents temps plein) créerez-vous à Bruxelles dans les trois ans ?",
    nl: "Hoeveel jobs (voltijdse equivalenten) schept u binnen drie jaar in Brussel?",
    en: "How many jobs (full-time equivalents) will you create in Brussels within three years?",
  },
  help: {
    fr: "Vous compris. Ne comptez pas ceux qui existent déjà.",
    nl: "Uzelf inbegrepen. Tel de bestaande jobs niet mee.",
    en: "Yourself included. Leave out those that exist already.",
  },
  answer: { kind: "NUMBER", least: 0, most: 5000 },
};

/** Sales to come. */
export const expectedTurnover: QuestionWords = {
  concept: "EXPECTED_TURNOVER",
  label: {
    fr: "Quel chiffre d'affaires attendez-vous dans les douze prochains mois ?",
    nl: "Welke omzet verwacht u de komende twaalf maanden?",
    en: "What turnover do you expect in the next twelve months?",
  },
  help: {
    fr: "En euros, hors TVA. Les exercices clôturés ne sont pas demandés : la Centrale des bilans les connaît.",
    nl: "In euro, zonder btw. Afgesloten boekjaren worden niet gevraagd: de Balanscentrale kent ze.",
    en: "In euro, without VAT. Closed years are not asked: the Central Balance Sheet Office knows them.",
  },
  answer: { kind: "MONEY", least: 0, most: 500_000_000 },
};

/** What one has done before. */
export const professionalExperience: QuestionWords = {
  concept: "PROFESSIONAL_EXPERIENCE",
  label: {
    fr: "Quelle expérience avez-vous du métier et de la gestion ?",
    nl: "Welke ervaring hebt u met het vak en met beheer?",
    en: "What experience do you have of the trade and of management?",
  },
  help: {
    fr: "Emplois, formations, activités antérieures en rapport avec le projet.",
    nl: "Jobs, opleidingen en vroegere activiteiten die met het project te maken hebben.",
    en: "Jobs, training and earlier activities that have to do with the project.",
  },
  answer: { kind: "TEXT", least: 10, most: 2000 },
};

/** On what help is wanted. */
export const supportWanted: QuestionWords = {
  concept: "SUPPORT_WANTED",
  label: {
    fr: "Sur quoi souhaitez-vous être aidé ?",
    nl: "Waarmee wilt u geholpen worden?",
    en: "With what would you like help?",
  },
  help: {
    fr: "Choisissez tout ce qui convient.",
    nl: "Kies alles wat past.",
    en: "Choose all that fit.",
  },
  answer: {
    kind: "CHOICE",
    // That somebody is in difficulty is asked by the centre for it alone (R30).
    options: Object.fromEntries(Object.entries(topics).filter(([code]) => code !== "DIFFICULTY")),
    several: true,
  },
};

/** Where to pay. */
export const paymentAccount: QuestionWords = {
  concept: "PAYMENT_ACCOUNT",
  label: {
    fr: "Sur quel compte l'aide doit-elle être versée ?",
    nl: "Op welke rekening moet de steun gestort worden?",
    en: "To which account is the aid to be paid?",
  },
  help: {
    fr: "IBAN d'un compte au nom du demandeur.",
    nl: "IBAN van een rekening op naam van de aanvrager.",
    en: "IBAN of an account in the applicant's name.",
  },
  answer: { kind: "IBAN" },
};

/** Who holds whom, for the definition of an SME. */
export const linkedEnterprises: QuestionWords = {
  concept: "LINKED_ENTERPRISES",
  label: {
    fr: "Quelles entreprises sont liées à la vôtre ou partenaires (25 % ou plus) ?",
    nl: "Welke ondernemingen zijn met de uwe verbonden of partner (25 % of meer)?",
    en: "Which enterprises are linked to yours or partners of it (25 % or more)?",
  },
  help: {
    fr: "Nom, numéro d'entreprise ou pays, et pourcentage ; « aucune » s'il n'y en a pas.",
    nl: "Naam, ondernemingsnummer of land, en percentage; “geen” als er geen zijn.",
    en: "Name, enterprise number or country, and percentage; “none” where there are none.",
  },
  answer: { kind: "TEXT", least: 2, most: 2000 },
};

/** To where one sells. */
export const exportCountries: QuestionWords = {
  concept: "EXPORT_COUNTRIES",
  label: {
    fr: "Dans quels pays vendez-vous déjà ?",
    nl: "In welke landen verkoopt u al?",
    en: "In which countries do you sell already?",
  },
  help: {
    fr: "Noms des pays ; « aucun » si vous ne vendez qu'en Belgique.",
    nl: "Namen van landen; “geen” als u enkel in België verkoopt.",
    en: "Names of countries; “none” if you sell in Belgium only.",
  },
  answer: { kind: "TEXT", least: 2, most: 1000 },
};

/** How much is asked. */
export const amountAsked = (least: number, most: number): QuestionWords => ({
  concept: "AMOUNT_ASKED",
  label: {
    fr: "Quel montant demandez-vous ?",
    nl: "Welk bedrag vraagt u?",
    en: "Which amount do you ask for?",
  },
  help: {
    fr: `En euros, de ${least} à ${most}.`,
    nl: `In euro, van ${least} tot ${most}.`,
    en: `In euro, from ${least} to ${most}.`,
  },
  answer: { kind: "MONEY", least, most },
});

/** What one brings in. */
export const ownContribution: QuestionWords = {
  concept: "OWN_CONTRIBUTION",
  label: {
    fr: "Combien apportez-vous vous-même ?",
    nl: "Hoeveel brengt u zelf in?",
    en: "How much do you bring in yourself?",
  },
  help: {
    fr: "En euros : épargne, proches, associés ; sans les crédits.",
    nl: "In euro: spaargeld, naasten, vennoten; zonder kredieten.",
    en: "In euro: savings, family, partners; without credits.",
  },
  answer: { kind: "MONEY", least: 0, most: 50_000_000 },
};

/** Where else help was asked, outside of this graph. */
export const otherApplications: QuestionWords = {
  concept: "OTHER_APPLICATIONS",
  label: {
    fr: "Avez-vous demandé une aide pour les mêmes dépenses ailleurs qu'auprès des organismes bruxellois ?",
    nl: "Vroeg u voor dezelfde uitgaven steun buiten de Brusselse instanties?",
    en: "Did you ask for help with the same costs outside of the Brussels bodies?",
  },
  help: {
    fr: "Organisme, programme et montant ; « aucune » sinon. Les aides déjà accordées sont au registre et ne sont pas demandées.",
    nl: "Instantie, programma en bedrag; anders “geen”. Toegekende steun staat in het register en wordt niet gevraagd.",
    en: "Body, programme and amount; else “none”. Aid that was granted is in the register and not asked.",
  },
  answer: { kind: "TEXT", least: 2, most: 1000 },
};
