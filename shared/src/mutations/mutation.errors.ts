/** What can be wrong with any act. */
import { defineErrors } from "../errors.js";

/** User errors of every mutation: they stand in the payload, not beside the data. */
export const mutationErrors = defineErrors({
  IDEMPOTENCY_KEY_INVALID: {
    meaning: "`idempotencyKey` is not a UUID.",
    remedy: "Make a new random UUID for each act, and send the same one when you try that act again.",
    messages: {
      fr: "La clé d'idempotence n'est pas un UUID.",
      nl: "De idempotentiesleutel is geen UUID.",
      en: "The idempotency key is not a UUID.",
    },
  },
  IDEMPOTENCY_KEY_REUSED: {
    meaning: "The same actor used this idempotency key for the same mutation with another input in the last 30 days.",
    remedy: "Make a new UUID for a new act. To try an act again, send exactly what was sent before.",
    messages: {
      fr: "Cette clé d'idempotence a déjà servi pour une autre demande.",
      nl: "Deze idempotentiesleutel diende al voor een andere aanvraag.",
      en: "This idempotency key was used for another request.",
    },
  },
  ACT_NOT_ALLOWED: {
    meaning:
      "The reader's role, purpose or relation to the person does not allow this act, or what it is about is unknown.",
    remedy: "The mutation's description says who may do it, and for which purpose.",
    messages: {
      fr: "Vous ne pouvez pas poser cet acte.",
      nl: "U mag deze handeling niet stellen.",
      en: "You may not do this.",
    },
  },
  CHANGED_MEANWHILE: {
    meaning: "Somebody changed the entity after the version that the input names.",
    remedy: "Read the entity again and decide on what it says now.",
    messages: {
      fr: "Cet élément a été modifié entre-temps. Relisez-le avant de décider.",
      nl: "Dit element werd intussen gewijzigd. Lees het opnieuw voor u beslist.",
      en: "This was changed meanwhile. Read it again before you decide.",
    },
  },
  INPUT_ID_INVALID: {
    meaning: "An id in the input is not a UUID.",
    remedy: "Use an id as the graph gave it.",
    messages: {
      fr: "L'identifiant n'est pas un UUID.",
      nl: "De identificatie is geen UUID.",
      en: "The id is not a UUID.",
    },
  },
  INPUT_DATE_INVALID: {
    meaning: "A date in the input is no calendar day written as YYYY-MM-DD, or lies outside what the act allows.",
    remedy: "Give a day from {from} to {to}.",
    messages: {
      fr: "Donnez un jour du {from} au {to}, sous la forme AAAA-MM-JJ.",
      nl: "Geef een dag van {from} tot {to}, in de vorm JJJJ-MM-DD.",
      en: "Give a day from {from} to {to}, as YYYY-MM-DD.",
    },
  },
  INPUT_TEXT_LENGTH: {
    meaning: "A text in the input is shorter or longer than the act allows, blanks at both ends not counted.",
    remedy: "Write {least} to {most} characters.",
    messages: {
      fr: "Écrivez de {least} à {most} caractères.",
      nl: "Schrijf {least} tot {most} tekens.",
      en: "Write {least} to {most} characters.",
    },
  },
  INPUT_CODE_UNKNOWN: {
    meaning: "A code in the input is not one of those that the act allows.",
    remedy: "Use one of the codes that the message lists.",
    messages: {
      fr: "Ce code n'existe pas ici. Codes possibles : {allowed}.",
      nl: "Deze code bestaat hier niet. Mogelijke codes: {allowed}.",
      en: "There is no such code here. Possible codes: {allowed}.",
    },
  },
});
