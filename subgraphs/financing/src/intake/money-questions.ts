/** Questions of the financing pole's forms on money and investment. */
import type { QuestionWords } from "@parcours/shared/intake/form";
import { uses } from "../labels/uses.js";

/** What the money is for; paying off debts is no answer (R24). */
export const purposeOfFunds: QuestionWords = {
  concept: "PURPOSE_OF_FUNDS",
  label: { fr: "À quoi servira l'argent ?", nl: "Waarvoor dient het geld?", en: "What is the money for?" },
  help: {
    fr: "Choisissez tout ce qui convient. Le remboursement de dettes n'est pas financé.",
    nl: "Kies alles wat past. De afbetaling van schulden wordt niet gefinancierd.",
    en: "Choose all that fit. Paying off debts is not financed.",
  },
  answer: { kind: "CHOICE", options: uses, several: true },
};

/** Over how long a credit runs. */
export const creditMonths: QuestionWords = {
  concept: "CREDIT_MONTHS",
  label: {
    fr: "Sur combien de mois souhaitez-vous rembourser ?",
    nl: "Over hoeveel maanden wilt u terugbetalen?",
    en: "Over how many months would you like to pay back?",
  },
  help: { fr: "De 6 à 240 mois.", nl: "Van 6 tot 240 maanden.", en: "From 6 to 240 months." },
  answer: { kind: "NUMBER", least: 6, most: 240 },
};

/** What stands for the credit. */
export const securitiesOffered: QuestionWords = {
  concept: "SECURITIES_OFFERED",
  label: {
    fr: "Quelles sûretés pouvez-vous donner ?",
    nl: "Welke zekerheden kunt u geven?",
    en: "Which securities can you give?",
  },
  help: {
    fr: "Choisissez tout ce qui convient ; l'absence de sûreté n'exclut pas la demande.",
    nl: "Kies alles wat past; zonder zekerheid kan u ook aanvragen.",
    en: "Choose all that fit; you may apply without any.",
  },
  answer: {
    kind: "CHOICE",
    several: true,
    options: {
      NONE: { fr: "Aucune", nl: "Geen", en: "None" },
      PERSONAL: { fr: "Caution personnelle", nl: "Persoonlijke borg", en: "Personal surety" },
      PLEDGE: { fr: "Gage sur le fonds de commerce", nl: "Pand op de handelszaak", en: "Pledge on the business" },
      MORTGAGE: { fr: "Hypothèque", nl: "Hypotheek", en: "Mortgage" },
    },
  },
};

/** Which bank lends. */
export const lendingBank: QuestionWords = {
  concept: "LENDING_BANK",
  label: {
    fr: "Quel organisme accorde le crédit à garantir ?",
    nl: "Welke instelling verleent het te waarborgen krediet?",
    en: "Which institution grants the credit to be guaranteed?",
  },
  help: {
    fr: "Le Fonds ne prête pas : il couvre une part du risque d'un organisme de crédit agréé.",
    nl: "Het Fonds leent niet uit: het dekt een deel van het risico van een erkende kredietinstelling.",
    en: "The Fund does not lend: it covers part of the risk of a recognised credit institution.",
  },
  answer: { kind: "TEXT", least: 2, most: 200 },
};

/** In what one invests. */
export const investmentKind: QuestionWords = {
  concept: "INVESTMENT_KIND",
  label: { fr: "Dans quoi investissez-vous ?", nl: "Waarin investeert u?", en: "What do you invest in?" },
  help: {
    fr: "Choisissez tout ce qui convient.",
    nl: "Kies alles wat past.",
    en: "Choose all that fit.",
  },
  answer: {
    kind: "CHOICE",
    several: true,
    options: {
      EQUIPMENT: { fr: "Matériel et outillage", nl: "Materieel en gereedschap", en: "Equipment and tools" },
      BUILDING: { fr: "Bâtiment et travaux", nl: "Gebouw en werken", en: "Building and works" },
      INTANGIBLE: {
        fr: "Immatériel (logiciel, brevet, licence)",
        nl: "Immaterieel (software, octrooi, licentie)",
        en: "Intangible (software, patent, licence)",
      },
      ENVIRONMENT: { fr: "Environnement et énergie", nl: "Milieu en energie", en: "Environment and energy" },
      VEHICLE: { fr: "Véhicule utilitaire", nl: "Bedrijfsvoertuig", en: "Commercial vehicle" },
    },
  },
};

/** How much one invests. The least is dated in the rules of the aid (R50). */
export const investmentAmount: QuestionWords = {
  concept: "INVESTMENT_AMOUNT",
  label: {
    fr: "Quel est le montant total de l'investissement ?",
    nl: "Wat is het totale bedrag van de investering?",
    en: "What is the total amount of the investment?",
  },
  help: {
    fr: "En euros, hors TVA, selon les devis.",
    nl: "In euro, zonder btw, volgens de offertes.",
    en: "In euro, without VAT, as quoted.",
  },
  answer: { kind: "MONEY", least: 1, most: 100_000_000 },
};

/** When it begins. */
export const investmentStart: QuestionWords = {
  concept: "INVESTMENT_START",
  label: {
    fr: "Quel jour commence l'investissement ?",
    nl: "Op welke dag begint de investering?",
    en: "On which day does the investment begin?",
  },
  help: {
    fr: "Premier bon de commande ou début des travaux. Il doit suivre la demande.",
    nl: "Eerste bestelbon of begin van de werken. Die moet na de aanvraag vallen.",
    en: "First order or start of the works. It must come after the application.",
  },
  answer: { kind: "DAY" },
};

/** Costs before the start. */
export const preActivityCosts: QuestionWords = {
  concept: "PRE_ACTIVITY_COSTS",
  label: {
    fr: "Quels frais préparent le démarrage ?",
    nl: "Welke kosten bereiden de start voor?",
    en: "Which costs prepare the start?",
  },
  help: {
    fr: "Étude, formation, prototype, conseil : nature et montant de chacun.",
    nl: "Studie, opleiding, prototype, advies: aard en bedrag van elk.",
    en: "Study, training, prototype, advice: the kind and amount of each.",
  },
  answer: { kind: "TEXT", least: 10, most: 2000 },
};
