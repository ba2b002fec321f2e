import { answerFault } from "@parcours/shared/intake/answer.rules";
/** What is wrong with the answers on a form, all of it at once; and, where nothing is, whose each answer is. */
import type { DescribedFact, DescribedQuestion } from "@parcours/shared/intake/described-form";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import type { IntakeDocumentInput } from "./document-fate.type.js";
import { IntakeState } from "./fact-state.rules.js";
import { holderOf } from "./form-operation.js";
import { intakeErrors } from "./intake.errors.js";
import type { ReadForm } from "./intake.service.js";
import type { SubmitIntakeInput } from "./submission.type.js";

/** An answer to a question of the form's own. */
export interface AnsweredQuestion {
  readonly question: DescribedQuestion;
  readonly value: unknown;
}

/** What the form says of a fact. */
export interface AnsweredFact {
  readonly fact: DescribedFact;
  readonly value: unknown;
}

/** The answers, told apart. */
export interface CheckedAnswers {
  readonly idempotencyKey: string;
  readonly questions: readonly AnsweredQuestion[];
  readonly facts: readonly AnsweredFact[];
  /** By type. */
  readonly documents: ReadonlyMap<string, IntakeDocumentInput>;
}

/**
 * Checks them.
 * @throws UserFault IDEMPOTENCY_KEY_INVALID, INTAKE_CONCEPT_UNKNOWN, INTAKE_ANSWER_INVALID, INTAKE_ANSWER_REQUIRED, INTAKE_DOCUMENT_UNKNOWN
 */
export function checkedAnswers(input: SubmitIntakeInput, form: ReadForm): CheckedAnswers {
  const { idempotencyKey: key, answers } = input;
  const check = new InputCheck();
  const idempotencyKey = check.id("idempotencyKey", key, mutationErrors.IDEMPOTENCY_KEY_INVALID);
  const questions: AnsweredQuestion[] = [];
  const facts: AnsweredFact[] = [];
  const seen = new Set<string>();
  for (const { concept, value } of answers) {
    const question = form.described.questions.find((candidate) => candidate.concept === concept);
    const fact = form.described.facts.find((one) => one.concept === concept && form.holders[holderOf(one)] !== null);
    if (seen.has(concept) || !(question ?? fact))
      check.fault(intakeErrors.INTAKE_CONCEPT_UNKNOWN, "answers", { concept: conceptName(concept) });
    seen.add(concept);
    if (question) questions.push({ question, value });
    else if (fact) facts.push({ fact, value });
  }
  for (const { question, value } of questions) {
    const fault = answerFault(question.answer, value);
    if (fault) check.fault(intakeErrors.INTAKE_ANSWER_INVALID, "answers", { concept: question.concept, fault });
  }
  for (const { concept, isRequired } of form.described.questions) {
    const isOpen = (form.own.get(concept)?.state ?? IntakeState.TO_ASK) === IntakeState.TO_ASK;
    if (isRequired && isOpen && !seen.has(concept))
      check.fault(intakeErrors.INTAKE_ANSWER_REQUIRED, "answers", { concept });
  }
  const documents = documentsIn(input.documents ?? [], form, check);
  check.end();
  return { idempotencyKey, questions, facts, documents };
}

/** Whether a file is one that its type takes, the agency that receives it says (`provideDocument`). */
function documentsIn(
  offered: readonly IntakeDocumentInput[],
  { described }: ReadForm,
  check: InputCheck,
): ReadonlyMap<string, IntakeDocumentInput> {
  const byType = new Map<string, IntakeDocumentInput>();
  for (const one of offered) {
    const isAsked = described.documents.some(({ type }) => type === one.documentType);
    if (!isAsked || byType.has(one.documentType)) check.fault(intakeErrors.INTAKE_DOCUMENT_UNKNOWN, "documents");
    byType.set(one.documentType, one);
  }
  return byType;
}

/** A stranger's text stands in no message. */
function conceptName(concept: string): string {
  return /^[A-Z][A-Z0-9_]{0,40}$/.test(concept) ? concept : "?";
}
