/**
 * Errors are a catalogue: a stable code, a sentence in the reader's language, a remedy. Anything else that is thrown is a fault of
 * ours: it is logged with an id and answered as `INTERNAL`, never with its text.
 */
import type { Language, LocalizedText } from "./languages.js";
import { pickText } from "./languages.js";

/** One error somebody may meet. `{name}` in a message is filled from the error's parameters, which never hold personal data. */
export interface ErrorDefinition {
  readonly code: string;
  /** What it means, for the developer of a client. */
  readonly meaning: string;
  /** What the caller can do about it. */
  readonly remedy: string;
  readonly messages: Required<LocalizedText>;
}

type Definitions<Code extends string> = Readonly<Record<Code, Omit<ErrorDefinition, "code">>>;

/** Makes a catalogue: the code of each error is its name. */
export function defineErrors<Code extends string>(
  definitions: Definitions<Code>,
): Readonly<Record<Code, ErrorDefinition>> {
  const entries = Object.entries<Omit<ErrorDefinition, "code">>(definitions).map(([code, rest]) => [
    code,
    { code, ...rest },
  ]);
  return Object.fromEntries(entries) as Record<Code, ErrorDefinition>;
}

/** An expected error: it reaches the reader with its code. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly definition: ErrorDefinition,
    readonly parameters: Readonly<Record<string, string | number>> = {},
    /** Further machine-readable facts, put beside the code in `extensions`. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${definition.code}: ${definition.meaning}`);
  }

  /** The sentence for the reader. */
  messageIn(language: Language): string {
    const text = pickText(this.definition.messages, language)?.text ?? this.definition.meaning;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(this.parameters[name] ?? whole));
  }
}

/** The errors that every subgraph can raise. */
export const kernelErrors = defineErrors({
  NOT_SHARED: {
    meaning: "The reader may not see this field, or what is asked for is unknown: both answer alike.",
    remedy: "See `opens` in the error's extensions: the readers for whom this category is open.",
    messages: {
      fr: "Cette donnée n'est pas partagée avec vous.",
      nl: "Dit gegeven wordt niet met u gedeeld.",
      en: "This is not shared with you.",
    },
  },
  PAGE_SIZE_INVALID: {
    meaning: "`first` is not a whole number from 1 to 100.",
    remedy: "Ask for 1 to 100 entries, and go on with `after`.",
    messages: {
      fr: "Demandez de 1 à {most} éléments par page ; reçu : {first}.",
      nl: "Vraag 1 tot {most} elementen per pagina; gekregen: {first}.",
      en: "Ask for 1 to {most} entries a page; got {first}.",
    },
  },
  CURSOR_INVALID: {
    meaning: "`after` is not a cursor that this list gave out.",
    remedy: "Use an `endCursor` or a `cursor` of the same list, unchanged.",
    messages: {
      fr: "Le curseur ne provient pas de cette liste.",
      nl: "De cursor komt niet uit deze lijst.",
      en: "The cursor is not of this list.",
    },
  },
  ID_INVALID: {
    meaning: "An id is not a UUID.",
    remedy: "Use an id as the graph gave it.",
    messages: {
      fr: "L'identifiant n'est pas un UUID.",
      nl: "De identificatie is geen UUID.",
      en: "The id is not a UUID.",
    },
  },
  ENTERPRISE_NUMBER_INVALID: {
    meaning: "The text is not an enterprise number: ten digits, first 0 or 1, check digits by modulo 97.",
    remedy: "Check the digits; any notation is accepted (0202.239.951, BE 0202 239 951).",
    messages: {
      fr: "Ce n'est pas un numéro d'entreprise : dix chiffres, le premier 0 ou 1, avec des chiffres de contrôle corrects.",
      nl: "Dit is geen ondernemingsnummer: tien cijfers, het eerste 0 of 1, met juiste controlecijfers.",
      en: "This is not an enterprise number: ten digits, the first 0 or 1, with correct check digits.",
    },
  },
  HOLDER_REQUIRED: {
    meaning: "A list of one holder was asked with neither `entrepreneurId` nor `enterpriseNumber`, or with both.",
    remedy: "Give one of the two.",
    messages: {
      fr: "Donnez soit l'identifiant de la personne, soit le numéro d'entreprise.",
      nl: "Geef ofwel de identificatie van de persoon, ofwel het ondernemingsnummer.",
      en: "Give either the person's id or the enterprise number.",
    },
  },
  INTERNAL: {
    meaning: "Something went wrong on our side; the id finds it in the log.",
    remedy: "Try again; if it stays, quote the id to the agency's service desk.",
    messages: {
      fr: "Une erreur s'est produite chez nous (référence {id}).",
      nl: "Er ging bij ons iets mis (referentie {id}).",
      en: "Something went wrong on our side (reference {id}).",
    },
  },
});
