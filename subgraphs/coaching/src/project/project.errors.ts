import { defineErrors } from "@parcours/shared/errors";

/** What can be wrong with what somebody says of a project. */
export const projectErrors = defineErrors({
  PROJECT_ENTERPRISE_INVALID: {
    meaning: "The enterprise number has not ten digits, or its check digits do not fit.",
    remedy: "Give the number as the Crossroads Bank for Enterprises has it; leave it out to take a wrong link back.",
    messages: {
      fr: "Ce numéro d'entreprise n'est pas valable.",
      nl: "Dit ondernemingsnummer is niet geldig.",
      en: "This is no valid enterprise number.",
    },
  },
  PROJECT_ENTERPRISE_NOT_IN_REGISTER: {
    meaning:
      "A warning: the number is well formed and was linked, and the register does not know it: it is very new, or wrong.",
    remedy:
      "Nothing, where the number was given out these days: the register follows by days. Else correct it by linking again.",
    messages: {
      fr: "Le registre ne connaît pas (encore) ce numéro d'entreprise : vérifiez-le.",
      nl: "Het register kent dit ondernemingsnummer (nog) niet: controleer het.",
      en: "The register does not know this enterprise number (yet): check it.",
    },
  },
  PROJECT_REGISTER_SILENT: {
    meaning: "A warning: the number was linked, and whether the register knows it could not be asked.",
    remedy: "Read `enterprise { registryState }` of the project later.",
    messages: {
      fr: "Le registre n'a pas répondu : le numéro n'a pas pu être vérifié.",
      nl: "Het register antwoordde niet: het nummer kon niet worden nagegaan.",
      en: "The register did not answer: the number could not be checked.",
    },
  },
  PROJECT_LINK_CLAIMED: {
    meaning:
      "A warning: the person of the project has no mandate in this enterprise that is known here, so the link is a claim: shown with the project alone, and counting for nothing at the enterprise.",
    remedy: "Have the mandate registered at the front door: the link counts as soon as it is.",
    messages: {
      fr: "Aucun mandat dans cette entreprise n'est connu : le lien reste une déclaration jusqu'à ce qu'il le soit.",
      nl: "Er is geen mandaat in deze onderneming bekend: de band blijft een verklaring tot het bekend is.",
      en: "No mandate in this enterprise is known: the link stays a claim until one is.",
    },
  },
  PROJECT_PERSON_UNKNOWN: {
    meaning: "The front door knows no such person.",
    remedy: "Register the person first (`registerEntrepreneur`), and use the id that it answers.",
    messages: {
      fr: "Cette personne n'est pas connue : enregistrez-la d'abord.",
      nl: "Deze persoon is niet bekend: registreer die eerst.",
      en: "This person is not known: register the person first.",
    },
  },
  PROJECT_PERSON_UNCHECKED: {
    meaning: "The front door does not answer, so whether the person is known could not be asked. Nothing was done.",
    remedy: "Try again with the same key.",
    messages: {
      fr: "La personne n'a pas pu être vérifiée pour l'instant. Réessayez.",
      nl: "De persoon kon nu niet worden nagegaan. Probeer opnieuw.",
      en: "The person could not be checked just now. Try again.",
    },
  },
  PROJECT_NOTHING_TO_CHANGE: {
    meaning: "The input names nothing of the project that is to be changed.",
    remedy: "Give at least one of `title`, `pitch`, `stage`, `sector`, `since` and `until`.",
    messages: {
      fr: "Indiquez ce qui change.",
      nl: "Vermeld wat er verandert.",
      en: "Say what is to be changed.",
    },
  },
});
