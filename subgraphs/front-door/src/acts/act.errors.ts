import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with what somebody opens, closes or objects to. */
export const actErrors = defineErrors({
  ACT_AGENCY_UNKNOWN: {
    meaning: "The input names an agency that does not exist, or no longer does.",
    remedy: "Use the code of an agency of `agencies` that exists today; for a merged one, its successor's.",
    messages: {
      fr: "Cet organisme n'existe pas, ou plus.",
      nl: "Deze instantie bestaat niet of niet meer.",
      en: "There is no such agency, or no longer.",
    },
  },
  SHARING_CATEGORIES_REQUIRED: {
    meaning: "`categories` is empty: there is nothing to open.",
    remedy: "Name at least one category of `grantableCategories`.",
    messages: {
      fr: "Choisissez au moins une catégorie à partager.",
      nl: "Kies minstens één categorie om te delen.",
      en: "Choose at least one category to share.",
    },
  },
  SHARING_HOW_GIVEN_REQUIRED: {
    meaning: "An advisor notes a grant without saying how the person gave it.",
    remedy: "Give `howGiven`: PHONE, IN_WRITING or AT_DESK.",
    messages: {
      fr: "Indiquez comment la personne a donné son accord : {allowed}.",
      nl: "Vermeld hoe de persoon toestemming gaf: {allowed}.",
      en: "Say how the person gave it: {allowed}.",
    },
  },
  SHARING_HOW_GIVEN_NOT_YOURS: {
    meaning: "A person who opens the own data gives `howGiven`: only an advisor notes how somebody else gave it.",
    remedy: "Leave `howGiven` out.",
    messages: {
      fr: "N'indiquez pas comment l'accord a été donné : c'est vous qui le donnez.",
      nl: "Vermeld niet hoe toestemming werd gegeven: u geeft ze zelf.",
      en: "Do not say how it was given: you are giving it.",
    },
  },
  EMERGENCY_REQUIRED: {
    meaning: "The glass is broken with another purpose than EMERGENCY, or by somebody who acts for no agency.",
    remedy:
      "Send `X-Purpose: EMERGENCY` with the case it serves, as a member of staff whose role may use that purpose.",
    messages: {
      fr: "L'accès d'urgence exige la finalité EMERGENCY et un dossier.",
      nl: "Noodtoegang vereist het doel EMERGENCY en een dossier.",
      en: "Emergency access needs the purpose EMERGENCY and a case.",
    },
  },
  REVIEW_IS_OF_YOUR_OWN_ACT: {
    meaning: "Who broke the glass may not review it.",
    remedy: "Leave the review to a colleague of the owner agency or to the data protection officer.",
    messages: {
      fr: "Vous ne pouvez pas évaluer votre propre accès d'urgence.",
      nl: "U kunt uw eigen noodtoegang niet beoordelen.",
      en: "You may not review your own emergency access.",
    },
  },
});
