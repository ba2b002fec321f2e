/** Why a request opens no personal field at all, whoever it is about. */
import { DomainError, defineErrors } from "../errors.js";
import type { Reader } from "../visibility/reader.js";
import { mayAskFor, purposes } from "./purposes.js";

/** Errors of a request for personal data that does not say who asks, why, or for which case. */
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

/** The fault of a reader's request, or null where personal fields may be asked for. Table of cases: `access-fault.test.ts`. */
export function accessFault(reader: Reader): DomainError | null {
  const { role, purpose, caseReference } = reader;
  if (role === "ANONYMOUS") return new DomainError(accessErrors.SIGN_IN_REQUIRED);
  const allowed = Object.keys(purposes).filter((code) => mayAskFor(role, code as keyof typeof purposes));
  if (!purpose) return new DomainError(accessErrors.PURPOSE_REQUIRED, { allowed: allowed.join(", ") }, { allowed });
  if (!mayAskFor(role, purpose))
    return new DomainError(accessErrors.PURPOSE_NOT_ALLOWED, { purpose, allowed: allowed.join(", ") }, { allowed });
  if (purposes[purpose].needsCase && !caseReference)
    return new DomainError(accessErrors.CASE_REQUIRED, {}, { purpose });
  return null;
}
