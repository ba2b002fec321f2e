/** What can be wrong with giving and fetching documents. */
import { defineErrors } from "../errors.js";

/** User errors of `provideDocument` and `requestDocumentLink`, and refusals of the addresses that take and give bytes. */
export const documentErrors = defineErrors({
  DOCUMENT_AGENCY_UNKNOWN: {
    meaning: "The input names an agency that receives no documents, or no longer exists.",
    remedy: "Use the code of an agency of `agencies` that exists today; for a merged one, its successor's.",
    messages: {
      fr: "Cet organisme ne reçoit pas de documents.",
      nl: "Deze instantie ontvangt geen documenten.",
      en: "This agency receives no documents.",
    },
  },
  DOCUMENT_MEDIA_TYPE_REFUSED: {
    meaning: "The type of document is not taken in this media type.",
    remedy: "Send one of the media types that `documentTypes` lists for it.",
    messages: {
      fr: "Ce document doit être envoyé sous l'une de ces formes : {allowed}.",
      nl: "Dit document moet in een van deze vormen worden verstuurd: {allowed}.",
      en: "This document must be sent in one of these forms: {allowed}.",
    },
  },
  DOCUMENT_SIZE_REFUSED: {
    meaning: "The size is nothing, or larger than the type of document may be.",
    remedy: "Send 1 to {most} bytes.",
    messages: {
      fr: "La taille doit être de 1 à {most} octets.",
      nl: "De grootte moet van 1 tot {most} bytes zijn.",
      en: "The size must be from 1 to {most} bytes.",
    },
  },
  DOCUMENT_HASH_INVALID: {
    meaning: "`sha256` is not a SHA-256 in 64 hexadecimal digits.",
    remedy: "Compute it over the very bytes that will be sent.",
    messages: {
      fr: "L'empreinte SHA-256 compte 64 chiffres hexadécimaux.",
      nl: "De SHA-256-hash telt 64 hexadecimale cijfers.",
      en: "The SHA-256 has 64 hexadecimal digits.",
    },
  },
  DOCUMENT_TOO_MANY: {
    meaning: "So many versions of this type are held already, or so many uploads of yours are open at once.",
    remedy: "Finish the open uploads, or wait until they have expired; versions go with their retention.",
    messages: {
      fr: "Trop de versions ou d'envois en cours (au plus {most}).",
      nl: "Te veel versies of lopende verzendingen (hoogstens {most}).",
      en: "Too many versions or open uploads ({most} at the most).",
    },
  },
  DOCUMENT_HOLDER_SILENT: {
    meaning:
      "A valid version is held, and its holder does not answer: it could not be told that another agency asks for it.",
    remedy: "Try again with the same key; nothing was done.",
    messages: {
      fr: "Ce document existe déjà auprès d'un organisme qui ne répond pas pour l'instant. Réessayez.",
      nl: "Dit document bestaat al bij een instantie die nu niet antwoordt. Probeer opnieuw.",
      en: "This document is held by an agency that does not answer just now. Try again.",
    },
  },
  DOCUMENT_PROJECT_REFUSED: {
    meaning:
      "The document names a project that is unknown, is another person's, or that its giver may not read: all three are answered alike.",
    remedy: "Name a project of the person whose document it is, or none.",
    messages: {
      fr: "Ce projet n'est pas un projet de cette personne.",
      nl: "Dit project is geen project van deze persoon.",
      en: "This is no project of this person.",
    },
  },
  DOCUMENT_PROJECT_SILENT: {
    meaning: "Whose project it is could not be checked: who keeps projects does not answer. Nothing was done.",
    remedy: "Try again with the same key; or give the document without the project.",
    messages: {
      fr: "Le projet n'a pas pu être vérifié pour l'instant. Réessayez.",
      nl: "Het project kon nu niet worden nagegaan. Probeer opnieuw.",
      en: "The project could not be checked just now. Try again.",
    },
  },
  DOCUMENT_RECEIVER_SILENT: {
    meaning: "The agency's subgraph does not answer: the document can be neither given nor fetched now.",
    remedy: "Try again with the same key; nothing was done.",
    messages: {
      fr: "Cet organisme ne répond pas pour l'instant. Réessayez.",
      nl: "Deze instantie antwoordt nu niet. Probeer opnieuw.",
      en: "This agency does not answer just now. Try again.",
    },
  },
  DOCUMENT_UPLOAD_GONE: {
    meaning: "There is no such upload for this reader and ticket: it is whole, was refused, has expired, or never was.",
    remedy: "Ask `provideDocument` again with a new key.",
    messages: {
      fr: "Cet envoi n'existe pas ou plus pour vous : redemandez un ticket.",
      nl: "Deze verzending bestaat voor u niet of niet meer: vraag een nieuw ticket.",
      en: "There is no such upload for you, or no longer: ask for a new ticket.",
    },
  },
  DOCUMENT_UPLOAD_BUSY: {
    meaning: "Another connection is sending bytes of this upload.",
    remedy: "Ask where it stands (HEAD) in a few seconds, and go on from there.",
    messages: {
      fr: "Un autre envoi du même fichier est en cours.",
      nl: "Een andere verbinding verstuurt dit bestand al.",
      en: "Another connection is sending this file.",
    },
  },
  DOCUMENT_UPLOAD_REFUSED: {
    meaning:
      "The request does not follow the protocol of resumable uploads (tus 1.0): an offset that is not where the upload stands, more bytes than were announced, or a header that lacks.",
    remedy: "Ask where the upload stands (HEAD) and send the bytes from there.",
    messages: {
      fr: "Cet envoi ne correspond pas à ce qui est attendu : reprenez où il en est.",
      nl: "Deze verzending klopt niet met wat verwacht wordt: hervat waar ze staat.",
      en: "This does not match what is expected: go on from where the upload stands.",
    },
  },
  DOCUMENT_HASH_DIFFERS: {
    meaning: "The bytes that arrived are not those whose SHA-256 was announced. They were removed.",
    remedy: "Compute the SHA-256 of the very file and ask `provideDocument` again with a new key.",
    messages: {
      fr: "Les octets reçus ne correspondent pas à l'empreinte annoncée ; ils ont été supprimés.",
      nl: "De ontvangen bytes kloppen niet met de aangekondigde hash; ze werden verwijderd.",
      en: "The bytes that arrived do not match the announced hash; they were removed.",
    },
  },
  DOCUMENT_CONTENT_DIFFERS: {
    meaning: "The content is not of the media type that was announced. It was removed.",
    remedy: "Send a file of the announced type, or ask `provideDocument` again with its true type and a new key.",
    messages: {
      fr: "Le contenu n'est pas du type annoncé ; il a été supprimé.",
      nl: "De inhoud is niet van het aangekondigde type; hij werd verwijderd.",
      en: "The content is not of the announced type; it was removed.",
    },
  },
  DOCUMENT_INFECTED: {
    meaning: "A scanner found malware in the bytes. They were removed.",
    remedy: "Clean the device the file comes from, make the file anew, and ask `provideDocument` again with a new key.",
    messages: {
      fr: "Ce fichier contient un logiciel malveillant ; il a été supprimé.",
      nl: "Dit bestand bevat schadelijke software; het werd verwijderd.",
      en: "This file contains malicious software; it was removed.",
    },
  },
  DOCUMENT_SCANNER_SILENT: {
    meaning: "The bytes are whole, and the scanner that must look at them does not answer: they are not accepted yet.",
    remedy: "Ask where the upload stands (HEAD) in a few minutes: that finishes it once the scanner answers.",
    messages: {
      fr: "Ce fichier ne peut pas encore être vérifié : réessayez dans quelques minutes.",
      nl: "Dit bestand kan nog niet worden nagekeken: probeer over enkele minuten opnieuw.",
      en: "This file cannot be checked yet: try again in a few minutes.",
    },
  },
  DOCUMENT_LINK_GONE: {
    meaning: "The link was used, has expired, is somebody else's, or never was.",
    remedy: "Ask `requestDocumentLink` for another.",
    messages: {
      fr: "Ce lien n'est plus valable : demandez-en un autre.",
      nl: "Deze link is niet meer geldig: vraag een nieuwe.",
      en: "This link is no longer valid: ask for another.",
    },
  },
});
