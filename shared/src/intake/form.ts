/**
 * What an agency's form is: which facts of the graph it needs, which questions are its own, and which documents it asks for. A form is typed data beside its agency's code
 * (`src/intake` of a subgraph); `pnpm check` refuses a question that an owner or a register can already answer (decision 0020; R01, R06, J03).
 */
import type { CodeList } from "../codes.js";
import type { LocalizedText } from "../languages.js";

/** How a question is answered, and what is no answer to it. */
export type AnswerType =
  /** Free text; bounds in characters, as people count them. */
  | { readonly kind: "TEXT"; readonly least: number; readonly most: number }
  /** A whole number, in the unit that the label names. */
  | { readonly kind: "NUMBER"; readonly least: number; readonly most: number }
  /** An amount in euro, as a decimal text; bounds in whole euro. */
  | { readonly kind: "MONEY"; readonly least: number; readonly most: number }
  /** A calendar day. */
  | { readonly kind: "DAY" }
  | { readonly kind: "YES_NO" }
  /** One of some codes, or several of them. */
  | { readonly kind: "CHOICE"; readonly options: CodeList; readonly several: boolean }
  /** A bank account with its check digits (ISO 13616). */
  | { readonly kind: "IBAN" };

/** What is asked, in words: the same wherever it is asked (R10). */
export interface QuestionWords {
  /** Code of the concept that it asks: of `shared/concepts.yaml`. */
  readonly concept: string;
  readonly label: Required<LocalizedText>;
  /** What is meant, with an example or a bound where one helps. */
  readonly help: Required<LocalizedText>;
  readonly answer: AnswerType;
}

/** A question of a form. */
export interface IntakeQuestion extends QuestionWords {
  /** Whether the form may not be submitted without an answer. */
  readonly isRequired: boolean;
  /** By what right it is asked: law, ordinance, regulation or contract, with its article where there is one. */
  readonly legalBasis: Required<LocalizedText>;
}

/** Of whom a document is that a form asks for: what is of a project that is not named is of the enterprise, and of no enterprise of the person (R53). */
export type DocumentAbout = "PERSON" | "ENTERPRISE" | "PROJECT";

/** A document that a form asks for. */
export interface FormDocument {
  /** Code of `documentTypes`: the one list by which agencies recognise what another was given (R01). */
  readonly type: string;
  readonly about: DocumentAbout;
  /** Whether a submission is incomplete without it. */
  readonly isRequired: boolean;
  /** How many months after its first day it is still taken; null where it is as long as it holds. */
  readonly mostMonths: number | null;
  /** By what right it is asked. */
  readonly legalBasis: Required<LocalizedText>;
}

/** An agency's form. */
export interface IntakeForm {
  /** Capitals and underscores, unique over all agencies; never reused. */
  readonly code: string;
  /** Code of the agency that reads it. */
  readonly agency: string;
  readonly titles: Required<LocalizedText>;
  /** Where the instrument is described: the measure or article. */
  readonly measure: string;
  /** Category of the access matrix that the answers are of. */
  readonly category: string;
  /** Category whose readers may know that the form was filled in. */
  readonly existence: string;
  /** Coordinates of the fields it needs: `Enterprise.activities`. */
  readonly facts: readonly string[];
  readonly questions: readonly IntakeQuestion[];
  /** What the measure's sources say that it asks; none where they name none. */
  readonly documents: readonly FormDocument[];
}

/** Keeps the type of a form while it is written down. */
export function defineForm(form: IntakeForm): IntakeForm {
  return form;
}

/** Puts a question into a form that may not be submitted without its answer. */
export function required(words: QuestionWords, legalBasis: Required<LocalizedText>): IntakeQuestion {
  return { ...words, isRequired: true, legalBasis };
}

/** Puts a question into a form that may be left open. */
export function optional(words: QuestionWords, legalBasis: Required<LocalizedText>): IntakeQuestion {
  return { ...words, isRequired: false, legalBasis };
}

type AskedFile = Omit<FormDocument, "isRequired" | "mostMonths" | "legalBasis"> &
  Partial<Pick<FormDocument, "mostMonths">>;

/** Puts a document into a form whose submission is incomplete without it. */
export function requiredDocument(document: AskedFile, legalBasis: Required<LocalizedText>): FormDocument {
  return { mostMonths: null, ...document, isRequired: true, legalBasis };
}

/** Puts a document into a form that takes it where there is one. */
export function optionalDocument(document: AskedFile, legalBasis: Required<LocalizedText>): FormDocument {
  return { ...requiredDocument(document, legalBasis), isRequired: false };
}
