/** Why somebody who asks is not let in, or not listened to. None of the sentences repeats a part of a token. */
import { defineErrors } from "@parcours/shared/errors";

/** Catalogue of signing in. The statuses stand beside it (`signInStatus`): RFC 6750 section 3.1. */
export const signInErrors = defineErrors({
  TOKEN_EXPIRED: {
    meaning: "The access token is no longer valid.",
    remedy: "Get a new one from its issuer.",
    messages: {
      fr: "Votre jeton d'accès a expiré : demandez-en un nouveau.",
      nl: "Uw toegangstoken is verlopen: vraag een nieuw aan.",
      en: "Your access token has expired: get a new one.",
    },
  },
  TOKEN_ISSUER_UNKNOWN: {
    meaning: "The access token comes from an issuer that the gateway does not trust.",
    remedy: "Sign in with an issuer of the gateway's setting OIDC_ISSUERS.",
    messages: {
      fr: "L'émetteur de votre jeton d'accès n'est pas reconnu ici.",
      nl: "De uitgever van uw toegangstoken wordt hier niet erkend.",
      en: "The issuer of your access token is not trusted here.",
    },
  },
  TOKEN_AUDIENCE_WRONG: {
    meaning: "The access token was issued for another service; an id token is for its client, never for the graph.",
    remedy: "Ask the issuer for an access token whose audience (RFC 8707: `resource`) is the graph.",
    messages: {
      fr: "Votre jeton d'accès est destiné à un autre service.",
      nl: "Uw toegangstoken is voor een andere dienst bestemd.",
      en: "Your access token is meant for another service.",
    },
  },
  TOKEN_UNSIGNED: {
    meaning: "The access token has no signature.",
    remedy: "Send the token as the issuer gave it, signed with RS256, PS256, ES256 or EdDSA.",
    messages: {
      fr: "Votre jeton d'accès n'est pas signé.",
      nl: "Uw toegangstoken is niet ondertekend.",
      en: "Your access token is not signed.",
    },
  },
  TOKEN_INVALID: {
    meaning:
      "What stands in the header Authorization is no access token that can be accepted: malformed, changed, signed in another way, not valid yet, or of another kind.",
    remedy: "Send one header `Authorization: Bearer <access token>`, with the token as the issuer gave it.",
    messages: {
      fr: "Votre jeton d'accès n'est pas valable.",
      nl: "Uw toegangstoken is niet geldig.",
      en: "Your access token is not valid.",
    },
  },
  TOKEN_IDENTITY_REFUSED: {
    meaning:
      "The access token is genuine, but what it says of its bearer cannot be accepted: a role outside the closed list or beyond what its issuer may assert, or no agency, staff id or person where the role needs one.",
    remedy: "Have the issuer's claims parcours_role, parcours_agency, parcours_staff and parcours_person mended.",
    messages: {
      fr: "Le rôle ou l'organisme indiqué par votre jeton d'accès ne peut pas être accepté.",
      nl: "De rol of de instelling in uw toegangstoken kan niet worden aanvaard.",
      en: "The role or agency that your access token states cannot be accepted.",
    },
  },
  TICKET_EXPIRED: {
    meaning: "The ticket of an on-behalf call ended with the answer that it belonged to.",
    remedy: "Ask while the request that brought the ticket is being answered.",
    messages: {
      fr: "Le ticket de cet appel a expiré.",
      nl: "Het ticket van deze oproep is verlopen.",
      en: "The ticket of this call has expired.",
    },
  },
  TICKET_INVALID: {
    meaning: "The ticket of an on-behalf call was not sealed by this gateway, or was changed.",
    remedy: "Show the ticket of the header x-parcours-ticket unchanged; an internal token is no ticket.",
    messages: {
      fr: "Le ticket de cet appel n'est pas valable.",
      nl: "Het ticket van deze oproep is niet geldig.",
      en: "The ticket of this call is not valid.",
    },
  },
  SESSION_ENDED: {
    meaning: "The session cookie has expired, or cannot be opened.",
    remedy: "Sign in again at /auth/login.",
    messages: {
      fr: "Votre session est terminée : identifiez-vous à nouveau.",
      nl: "Uw sessie is afgelopen: meld u opnieuw aan.",
      en: "Your session has ended: sign in again.",
    },
  },
  SIGN_IN_UNAVAILABLE: {
    meaning: "The issuer does not answer, so that nobody can be recognised; this says nothing about the token.",
    remedy: "Try again in a few seconds (header Retry-After).",
    messages: {
      fr: "Le service d'identification ne répond pas : réessayez dans quelques instants.",
      nl: "De aanmeldingsdienst antwoordt niet: probeer het zo dadelijk opnieuw.",
      en: "The sign-in service does not answer: try again in a moment.",
    },
  },
  SIGN_IN_FAILED: {
    meaning: "The sign-in was broken off, took too long, or did not come back as it was begun in this browser.",
    remedy: "Begin again at /auth/login, in the same browser, and allow cookies.",
    messages: {
      fr: "L'identification n'a pas abouti : recommencez.",
      nl: "De aanmelding is niet gelukt: begin opnieuw.",
      en: "The sign-in did not succeed: begin again.",
    },
  },
  SIGN_IN_REQUEST_INVALID: {
    meaning: "An address of the sign-in was called with a parameter that it does not take.",
    remedy: "`return` is a path of this gateway, `issuer` one of its issuers, `prompt` is login or select_account.",
    messages: {
      fr: "Le paramètre {parameter} n'est pas valable.",
      nl: "De parameter {parameter} is niet geldig.",
      en: "The parameter {parameter} is not valid.",
    },
  },
  PURPOSE_UNKNOWN: {
    meaning: "The header X-Purpose names no purpose of the closed list.",
    remedy: "Send X-Purpose once, with one of the purposes that `known` lists.",
    messages: {
      fr: "L'en-tête X-Purpose n'indique pas une finalité connue. Finalités : {known}.",
      nl: "De kop X-Purpose noemt geen bekend doel. Doelen: {known}.",
      en: "The header X-Purpose names no known purpose. Purposes: {known}.",
    },
  },
  CASE_INVALID: {
    meaning: "The header X-Case holds no case or call reference.",
    remedy:
      "Send X-Case once: 2 to 64 letters, digits and . / -, with a digit and one word at the most, as call-2026-0412; never a name, an address, a telephone or register number.",
    messages: {
      fr: "L'en-tête X-Case ne contient pas une référence de dossier ou d'appel, comme call-2026-0412.",
      nl: "De kop X-Case bevat geen referentie van een dossier of oproep, zoals call-2026-0412.",
      en: "The header X-Case holds no reference of a case or call, such as call-2026-0412.",
    },
  },
});

/** The HTTP status of each, and of what the guard of sessions refuses. */
export const signInStatus: Readonly<Record<keyof typeof signInErrors | "CROSS_SITE_REFUSED", number>> = {
  CROSS_SITE_REFUSED: 403,
  TOKEN_EXPIRED: 401,
  TOKEN_ISSUER_UNKNOWN: 401,
  TOKEN_AUDIENCE_WRONG: 401,
  TOKEN_UNSIGNED: 401,
  TOKEN_INVALID: 401,
  TOKEN_IDENTITY_REFUSED: 401,
  TICKET_EXPIRED: 401,
  TICKET_INVALID: 401,
  SESSION_ENDED: 401,
  SIGN_IN_UNAVAILABLE: 503,
  SIGN_IN_FAILED: 403,
  SIGN_IN_REQUEST_INVALID: 400,
  PURPOSE_UNKNOWN: 400,
  CASE_INVALID: 400,
};
