import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with a look-up of a caller. */
export const callerErrors = defineErrors({
  CALLER_ARGUMENT_REQUIRED: {
    meaning: "`caller` was asked without phone, enterprise number, e-mail or name.",
    remedy: "Give at least one of them; each one given narrows the answer.",
    messages: {
      fr: "Indiquez au moins un téléphone, un numéro d'entreprise, une adresse e-mail ou un nom.",
      nl: "Geef minstens een telefoonnummer, een ondernemingsnummer, een e-mailadres of een naam op.",
      en: "Give at least a phone number, an enterprise number, an e-mail address or a name.",
    },
  },
  PHONE_INVALID: {
    meaning: "The text is not a telephone number: neither Belgian nor international, neither short nor withheld.",
    remedy: "Write it as it is dialled (02 315 13 51) or with its country code (+32 2 315 13 51).",
    messages: {
      fr: "Ce n'est pas un numéro de téléphone. Écrivez-le comme on le compose (02 315 13 51) ou avec l'indicatif du pays (+32 2 315 13 51).",
      nl: "Dit is geen telefoonnummer. Schrijf het zoals men het vormt (02 315 13 51) of met het landnummer (+32 2 315 13 51).",
      en: "This is not a telephone number. Write it as it is dialled (02 315 13 51) or with its country code (+32 2 315 13 51).",
    },
  },
  CALLER_NAME_TOO_SHORT: {
    meaning: "No word of the name has at least two letters or digits.",
    remedy: "Give the beginning of the family name, and of the given name if known.",
    messages: {
      fr: "Donnez au moins deux lettres du nom.",
      nl: "Geef minstens twee letters van de naam.",
      en: "Give at least two letters of the name.",
    },
  },
});
