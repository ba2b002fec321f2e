/** Errors of a request that does not say who asks, why, or for which case. */
import { defineErrors } from "../errors.js";

/** What a request for personal data may lack. */
export const accessErrors = defineErrors({
  SIGN_IN_REQUIRED: {
    meaning: "The field holds personal data and nobody is signed in.",
    remedy: "Sign in, or send a bearer token of an issuer that the gateway trusts.",
    messages: {
      fr: "Identifiez-vous pour voir cette donnée.",
      nl: "Meld u aan om dit gegeven te zien.",
      en: "Sign in to see this.",
    },
  },
  PURPOSE_REQUIRED: {
    meaning: "A member of staff asks for personal data without saying for which purpose.",
    remedy: "Send the header X-Purpose with a purpose that your role may use; `allowed` lists them.",
    messages: {
      fr: "Indiquez la finalité (en-tête X-Purpose) : {allowed}.",
      nl: "Vermeld het doel (kop X-Purpose): {allowed}.",
      en: "Say for which purpose you ask (header X-Purpose): {allowed}.",
    },
  },
  ROLE_HAS_NO_PURPOSE: {
    meaning: "No purpose is open to this role: it sees no personal data at all.",
    remedy: "Ask for what is public, or sign in with a role that treats persons.",
    messages: {
      fr: "Votre rôle ne donne accès à aucune donnée personnelle.",
      nl: "Uw rol geeft geen toegang tot persoonlijke gegevens.",
      en: "Your role opens no personal data.",
    },
  },
  PURPOSE_NOT_ALLOWED: {
    meaning: "The role may not ask for this purpose.",
    remedy: "Use a purpose of your role; `allowed` lists them.",
    messages: {
      fr: "Votre rôle ne permet pas la finalité {purpose}. Finalités possibles : {allowed}.",
      nl: "Uw rol laat het doel {purpose} niet toe. Mogelijke doelen: {allowed}.",
      en: "Your role may not ask for the purpose {purpose}. Possible purposes: {allowed}.",
    },
  },
  CASE_REQUIRED: {
    meaning: "The purpose needs the case or call it serves.",
    remedy:
      "Send the header X-Case with the reference of the dossier or call: 2 to 64 letters, digits and . / _ -; never a telephone or register number.",
    messages: {
      fr: "Indiquez le dossier ou l'appel (en-tête X-Case).",
      nl: "Vermeld het dossier of de oproep (kop X-Case).",
      en: "Name the case or call (header X-Case).",
    },
  },
});
