/** Questions of the housing pole's forms on space. */
import type { QuestionWords } from "@parcours/shared/intake/form";
import { unitKinds } from "../labels/unit-kinds.js";

/** What kind of space. */
export const spaceWanted: QuestionWords = {
  concept: "SPACE_WANTED",
  label: { fr: "Quel espace cherchez-vous ?", nl: "Welke ruimte zoekt u?", en: "Which space are you looking for?" },
  help: { fr: "Choisissez tout ce qui convient.", nl: "Kies alles wat past.", en: "Choose all that fit." },
  answer: { kind: "CHOICE", options: unitKinds, several: true },
};

/** How large. */
export const spaceSize: QuestionWords = {
  concept: "SPACE_SIZE",
  label: {
    fr: "De combien de mètres carrés avez-vous besoin ?",
    nl: "Hoeveel vierkante meter hebt u nodig?",
    en: "How many square metres do you need?",
  },
  help: {
    fr: "Stockage et chargement compris.",
    nl: "Opslag en laadruimte inbegrepen.",
    en: "Storage and loading included.",
  },
  answer: { kind: "NUMBER", least: 1, most: 50_000 },
};

/** What the neighbours would notice. */
export const nuisance: QuestionWords = {
  concept: "NUISANCE",
  label: {
    fr: "Quelles nuisances ou quels raccordements particuliers l'activité entraîne-t-elle ?",
    nl: "Welke hinder of bijzondere aansluitingen brengt de activiteit mee?",
    en: "Which nuisance or special supply does the activity bring with it?",
  },
  help: {
    fr: "Choisissez tout ce qui convient.",
    nl: "Kies alles wat past.",
    en: "Choose all that fit.",
  },
  answer: {
    kind: "CHOICE",
    several: true,
    options: {
      NONE: { fr: "Aucune", nl: "Geen", en: "None" },
      NOISE: { fr: "Bruit", nl: "Geluid", en: "Noise" },
      SMELL: { fr: "Odeurs et fumées", nl: "Geur en rook", en: "Smell and smoke" },
      TRAFFIC: { fr: "Charroi", nl: "Vrachtverkeer", en: "Lorry traffic" },
      HAZARDOUS: { fr: "Produits dangereux", nl: "Gevaarlijke stoffen", en: "Hazardous substances" },
      POWER: { fr: "Forte puissance électrique", nl: "Hoog elektrisch vermogen", en: "High electric power" },
    },
  },
};

/** From when on. */
export const wantedFrom: QuestionWords = {
  concept: "WANTED_FROM",
  label: {
    fr: "À partir de quel jour ?",
    nl: "Vanaf welke dag?",
    en: "From which day on?",
  },
  help: {
    fr: "Le premier jour qui vous conviendrait.",
    nl: "De eerste dag die u past.",
    en: "The first day that would suit you.",
  },
  answer: { kind: "DAY" },
};

/** Where the cheque is to be used. */
export const coworkingSite: QuestionWords = {
  concept: "COWORKING_SITE",
  label: {
    fr: "Dans quel espace de coworking voulez-vous travailler ?",
    nl: "In welke coworkingruimte wilt u werken?",
    en: "In which coworking space do you want to work?",
  },
  help: {
    fr: "Un espace partenaire, qui offre lui aussi deux mois.",
    nl: "Een partnerruimte, die zelf ook twee maanden aanbiedt.",
    en: "A partner space, which gives two months too.",
  },
  answer: { kind: "TEXT", least: 2, most: 200 },
};

/** Whether the applicant pays a third (R46). */
export const monthsCofinanced: QuestionWords = {
  concept: "MONTHS_COFINANCED",
  label: {
    fr: "Vous engagez-vous à payer deux des six mois ?",
    nl: "Verbindt u zich ertoe twee van de zes maanden te betalen?",
    en: "Do you undertake to pay two of the six months?",
  },
  help: {
    fr: "Deux mois sont offerts par la Région, deux par l'espace, deux sont à votre charge.",
    nl: "Twee maanden geeft het Gewest, twee de ruimte, twee betaalt u.",
    en: "The Region gives two months, the space two, and two are yours to pay.",
  },
  answer: { kind: "YES_NO" },
};
