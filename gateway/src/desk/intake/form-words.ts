/** A form and its questions as the graph shows them, in the language of the request. */
import type { CodeList } from "@parcours/shared/codes";
import { documentTypeLabels } from "@parcours/shared/documents/document-types";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import type { DescribedForm, DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { Language, LocalizedText } from "@parcours/shared/languages";
import { labelIn, type RequestScope } from "@parcours/shared/server/context";
import { shownValue } from "../export/shown-value.js";
import type { IntakeAnswerType, IntakeFormType, IntakeOwnQuestion } from "./intake.type.js";

/** A form, in short. */
export function formType({ code, titles, agency, facts, questions, documents }: DescribedForm): IntakeFormType {
  return {
    form: codeOf({ [code]: titles }, code),
    agency: agencyReference(agency),
    facts: facts.map(({ coordinate }) => coordinate),
    concepts: questions.map(({ concept, label }) => codeOf({ [concept]: label }, concept)),
    documents: documents.map(({ type }) => codeOf(documentTypeLabels, type)),
  };
}

/** What a question says, whatever is known of it. */
export function questionWords(
  { concept, label, help, isRequired, legalBasis, answer }: DescribedQuestion,
  request: RequestScope,
): Pick<IntakeOwnQuestion, "concept" | "label" | "help" | "isRequired" | "legalBasis" | "answer"> {
  const inWords = (text: Required<LocalizedText>): string => labelIn(text, null, request) ?? "";
  return {
    concept: codeOf({ [concept]: label }, concept),
    label: inWords(label),
    help: inWords(help),
    answer: answerType(answer),
    isRequired,
    legalBasis: inWords(legalBasis),
  };
}

/** An answer in words: codes by their labels. */
export function answerInWords({ answer }: DescribedQuestion, value: unknown, language: Language): string {
  if (answer.kind === "MONEY") return shownValue({ amount: value, currency: "EUR" }, language);
  if (answer.kind !== "CHOICE") return shownValue(value, language);
  const key = { FR: "fr", NL: "nl", EN: "en" } as const;
  const codes: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  return codes.map((code) => answer.options[String(code)]?.[key[language]] ?? String(code)).join("; ");
}

function answerType(answer: DescribedQuestion["answer"]): IntakeAnswerType {
  const bounds = "least" in answer ? answer : { least: null, most: null };
  const options: CodeList = answer.kind === "CHOICE" ? answer.options : {};
  return {
    kind: answer.kind,
    least: bounds.least,
    most: bounds.most,
    options: Object.keys(options).map((code) => codeOf(options, code)),
    several: answer.kind === "CHOICE" && answer.several,
  };
}
