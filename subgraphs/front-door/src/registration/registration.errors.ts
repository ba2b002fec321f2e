import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with a registration. */
export const registrationErrors = defineErrors({
  REGISTRATION_CLUE_REQUIRED: {
    meaning: "Nothing but a name is given: a name alone finds and tells apart nobody.",
    remedy: "Give a birth date, a telephone or an e-mail address too.",
    messages: {
      fr: "Indiquez au moins une date de naissance, un téléphone ou une adresse e-mail.",
      nl: "Geef minstens een geboortedatum, een telefoonnummer of een e-mailadres op.",
      en: "Give at least a birth date, a telephone or an e-mail address.",
    },
  },
  EMAIL_INVALID: {
    meaning: "The text is no e-mail address.",
    remedy: "Write it as name@domain.",
    messages: {
      fr: "Ce n'est pas une adresse e-mail.",
      nl: "Dit is geen e-mailadres.",
      en: "This is not an e-mail address.",
    },
  },
  PHONE_FINDS_NOBODY: {
    meaning: "The number is short or withheld: it belongs to many.",
    remedy: "Leave it out, or give a number of the person's own.",
    messages: {
      fr: "Ce numéro est celui de beaucoup de personnes. Donnez un numéro propre à la personne.",
      nl: "Dit nummer is van velen. Geef een eigen nummer van de persoon.",
      en: "This number belongs to many. Give a number of the person's own.",
    },
  },
  NATIONAL_NUMBER_INVALID: {
    meaning: "The text is no national register or bis number: eleven digits with right check digits.",
    remedy: "Copy it from the card, or leave it out.",
    messages: {
      fr: "Ce n'est pas un numéro de registre national.",
      nl: "Dit is geen rijksregisternummer.",
      en: "This is not a national register number.",
    },
  },
  TOO_MANY_VALUES: {
    meaning: "A list of the input is longer than a person's is.",
    remedy: "Give at most {most}.",
    messages: {
      fr: "Donnez-en {most} au plus.",
      nl: "Geef er hoogstens {most}.",
      en: "Give at most {most}.",
    },
  },
});
