/** Questions of the form for export aid. */
import type { QuestionWords } from "@parcours/shared/intake/form";

/** Which of the six aids (D4:4642). */
export const exportAction: QuestionWords = {
  concept: "EXPORT_ACTION",
  label: {
    fr: "Pour quelle action demandez-vous l'aide ?",
    nl: "Voor welke actie vraagt u steun?",
    en: "For which action do you ask for aid?",
  },
  help: { fr: "Une demande par action.", nl: "Eén aanvraag per actie.", en: "One application for each action." },
  answer: {
    kind: "CHOICE",
    several: false,
    options: {
      ADVICE: { fr: "Conseil", nl: "Advies", en: "Advice" },
      MATERIAL: { fr: "Matériel promotionnel", nl: "Promotiemateriaal", en: "Promotional material" },
      JOURNEY: { fr: "Voyage de prospection", nl: "Prospectiereis", en: "Prospecting journey" },
      FAIR: { fr: "Participation à une foire", nl: "Deelname aan een beurs", en: "Taking part in a fair" },
      OFFICE: { fr: "Ouverture d'un bureau", nl: "Opening van een kantoor", en: "Opening an office" },
      TENDER: {
        fr: "Participation à un appel d'offres",
        nl: "Inschrijving voor een aanbesteding",
        en: "Bidding for a tender",
      },
    },
  },
};

/** Where to. */
export const exportTarget: QuestionWords = {
  concept: "EXPORT_TARGET",
  label: {
    fr: "Dans quel pays l'action a-t-elle lieu ?",
    nl: "In welk land vindt de actie plaats?",
    en: "In which country does the action take place?",
  },
  help: {
    fr: "Le pays du client ou de la foire visés.",
    nl: "Het land van de beoogde klant of beurs.",
    en: "The country of the customer or fair aimed at.",
  },
  answer: { kind: "TEXT", least: 2, most: 200 },
};

/** How much of the sales goes abroad. */
export const exportShare: QuestionWords = {
  concept: "EXPORT_SHARE",
  label: {
    fr: "Quel pourcentage de vos ventes se fait à l'étranger ?",
    nl: "Welk percentage van uw verkoop gaat naar het buitenland?",
    en: "What percentage of your sales is abroad?",
  },
  help: {
    fr: "Une estimation suffit ; 0 pour un premier pas à l'exportation.",
    nl: "Een schatting volstaat; 0 voor wie begint te exporteren.",
    en: "An estimate will do; 0 for who begins to export.",
  },
  answer: { kind: "NUMBER", least: 0, most: 100 },
};
