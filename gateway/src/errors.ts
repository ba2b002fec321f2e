import { defineErrors, kernelErrors } from "@parcours/shared/errors";
import type { ErrorDefinition } from "@parcours/shared/errors";
import { pickText } from "@parcours/shared/languages";
import type { Language } from "@parcours/shared/languages";
/** The errors of the gateway itself; what agencies refuse comes from them, with their own codes. */
import { GraphQLError } from "graphql";

/** Catalogue of the gateway. `{service}` is a subgraph's name. */
export const gatewayErrors = defineErrors({
  SUBGRAPH_UNAVAILABLE: {
    meaning:
      "The owner of this field did not answer: nothing is known about it, which is not the same as there being nothing.",
    remedy: "Show it as not answered, and ask again later; `extensions.agencies` names the agencies concerned.",
    messages: {
      fr: "« {service} » n'a pas répondu : cela ne veut pas dire qu'il n'y a rien.",
      nl: "“{service}” heeft niet geantwoord: dat betekent niet dat er niets is.",
      en: "“{service}” did not answer: that does not mean there is nothing.",
    },
  },
  SUBGRAPH_TIMEOUT: {
    meaning:
      "The owner of this field did not answer in time: nothing is known about it, which is not the same as there being nothing.",
    remedy: "Show it as not answered, and ask again later; `extensions.agencies` names the agencies concerned.",
    messages: {
      fr: "« {service} » n'a pas répondu à temps : cela ne veut pas dire qu'il n'y a rien.",
      nl: "“{service}” heeft niet op tijd geantwoord: dat betekent niet dat er niets is.",
      en: "“{service}” did not answer in time: that does not mean there is nothing.",
    },
  },
  SUBGRAPH_ANSWER_INVALID: {
    meaning: "The owner of this field answered something that its own schema does not allow.",
    remedy: "Report it to the agency with the request id.",
    messages: {
      fr: "« {service} » a donné une réponse que son schéma n'autorise pas.",
      nl: "“{service}” gaf een antwoord dat het eigen schema niet toelaat.",
      en: "“{service}” gave an answer that its own schema does not allow.",
    },
  },
  OPERATION_TOO_DEEP: {
    meaning: "The operation is nested deeper than the limit.",
    remedy: "Split it into several operations.",
    messages: {
      fr: "L'opération compte {depth} niveaux ; la limite est de {most}.",
      nl: "De operatie telt {depth} niveaus; de grens is {most}.",
      en: "The operation is {depth} levels deep; the limit is {most}.",
    },
  },
  OPERATION_TOO_COSTLY: {
    meaning: "The fields asked, times the page sizes around them, are more than the limit.",
    remedy: "Ask for smaller pages or fewer fields, or split the operation.",
    messages: {
      fr: "L'opération peut demander {cost} champs ; la limite est de {most}.",
      nl: "De operatie kan {cost} velden opvragen; de grens is {most}.",
      en: "The operation may ask for {cost} fields; the limit is {most}.",
    },
  },
  OPERATION_HAS_TOO_MANY_ROOTS: {
    meaning: "The operation asks more root fields than the limit (an alias counts).",
    remedy: "Split it into several operations.",
    messages: {
      fr: "L'opération demande {roots} champs racines ; la limite est de {most}.",
      nl: "De operatie vraagt {roots} wortelvelden; de grens is {most}.",
      en: "The operation asks {roots} root fields; the limit is {most}.",
    },
  },
  OPERATION_NOT_NAMED: {
    meaning: "The document has several operations and none is named, or none of the name given.",
    remedy: "Send `operationName` with the name of one operation of the document.",
    messages: {
      fr: "Indiquez laquelle des opérations du document est demandée.",
      nl: "Geef aan welke operatie van het document gevraagd wordt.",
      en: "Say which of the operations in the document is asked.",
    },
  },
  BODY_TOO_LARGE: {
    meaning: "The body of the request is larger than the limit.",
    remedy: "Send less at once; files do not go through the graph.",
    messages: {
      fr: "La requête dépasse {most} ko.",
      nl: "Het verzoek is groter dan {most} kB.",
      en: "The request is larger than {most} kB.",
    },
  },
  BODY_NOT_JSON: {
    meaning: "The body of the request is not a JSON object in UTF-8.",
    remedy: 'Send {"query": "…", "variables": {…}}.',
    messages: {
      fr: "Le corps de la requête n'est pas un objet JSON.",
      nl: "De inhoud van het verzoek is geen JSON-object.",
      en: "The body of the request is not a JSON object.",
    },
  },
  CONTENT_TYPE_UNSUPPORTED: {
    meaning:
      "The request is not of type application/json. Other types could be sent from a foreign page without its user's knowledge.",
    remedy: "Send the header content-type: application/json.",
    messages: {
      fr: "Envoyez la requête avec l'en-tête content-type: application/json.",
      nl: "Stuur het verzoek met de header content-type: application/json.",
      en: "Send the request with the header content-type: application/json.",
    },
  },
  CROSS_SITE_REFUSED: {
    meaning: "The request comes from a page of another site.",
    remedy: "Ask from a page of this site, or from a server.",
    messages: {
      fr: "Les requêtes venant d'un autre site sont refusées.",
      nl: "Verzoeken vanaf een andere site worden geweigerd.",
      en: "Requests from another site are refused.",
    },
  },
  METHOD_NOT_ALLOWED: {
    meaning:
      "Operations are sent by POST only: an address is kept in logs and histories, and may not carry personal data.",
    remedy: "Send the operation by POST; open the address in a browser for GraphiQL.",
    messages: {
      fr: "Envoyez les opérations par POST.",
      nl: "Stuur operaties met POST.",
      en: "Send operations by POST.",
    },
  },
  NOT_FOUND: {
    meaning: "There is nothing at this address.",
    remedy: "The graph is at /graphql, its health at /health/live and /health/ready.",
    messages: {
      fr: "Rien à cette adresse ; le graphe se trouve à /graphql.",
      nl: "Niets op dit adres; de graaf staat op /graphql.",
      en: "Nothing at this address; the graph is at /graphql.",
    },
  },
  TICKET_ASKS_ONLY: {
    meaning: "A subgraph tried to act in the name of the reader whose ticket it holds; a ticket only asks.",
    remedy: "Let the person or official act by the own token.",
    messages: {
      fr: "Un service ne peut pas agir au nom de la personne, seulement lire.",
      nl: "Een dienst kan niet handelen namens de persoon, alleen lezen.",
      en: "A service cannot act in the person's name, only read.",
    },
  },
  TOO_MANY_STREAMS: {
    meaning:
      "So many documents are being sent to or fetched from this agency's subgraph that no more are taken just now: eight at each subgraph, two of them of one reader, counted by each copy of the gateway. Streams at another agency's subgraph do not count here.",
    remedy: "Come back in a few seconds; an upload goes on where it stands.",
    messages: {
      fr: "Trop de documents sont en cours d'envoi : réessayez dans quelques secondes.",
      nl: "Er worden te veel documenten tegelijk verstuurd: probeer over enkele seconden opnieuw.",
      en: "Too many documents are being sent at once: try again in a few seconds.",
    },
  },
  TOO_MANY_HOPS: {
    meaning: "Subgraphs ask the graph in a circle.",
    remedy: "Report it with the request id.",
    messages: {
      fr: "Les services s'interrogent en boucle.",
      nl: "De diensten bevragen elkaar in een kring.",
      en: "The services ask each other in a circle.",
    },
  },
  INTERNAL: {
    meaning: kernelErrors.INTERNAL.meaning,
    remedy: kernelErrors.INTERNAL.remedy,
    messages: kernelErrors.INTERNAL.messages,
  },
});

type Parameters = Readonly<Record<string, string | number>>;

/** The sentence of an error in the reader's language. */
export function sentenceOf(definition: ErrorDefinition, language: Language, parameters: Parameters = {}): string {
  const text = pickText(definition.messages, language)?.text ?? definition.meaning;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/** A refusal of the whole request: coded, in the reader's language, with the HTTP status to answer. */
export function refusal(
  definition: ErrorDefinition,
  language: Language,
  status: number,
  parameters: Parameters = {},
): GraphQLError {
  return new GraphQLError(sentenceOf(definition, language, parameters), {
    extensions: { code: definition.code, http: { status } },
  });
}

/** The system's name of a failure, `ECONNREFUSED`; its text may hold addresses and file names. */
export function systemCodeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
