import { documentTypeOf } from "@parcours/shared/documents/document-types";
import type { DescribedForm, DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { AnswerType, FormDocument } from "@parcours/shared/intake/form";
import { page, table } from "./page.js";

/** Every form: what it takes from the graph, what it asks, and for which documents. */
export function formsPage(forms: readonly DescribedForm[]): string {
  return page(
    "Forms",
    "subgraphs/*/src/intake and shared/concepts.yaml",
    "A form takes what is known from who owns it and asks the rest. A question that an owner or a register can answer is refused by " +
      "`pnpm check`; an answer is good for the other forms that ask the same while it lasts (decision 20). A document that an agency holds " +
      "and that holds today is taken by reference, never asked again (decision 21).",
    table(
      ["form", "agency", "facts taken", "from registers", "own questions", "of which others ask too", "documents"],
      forms.map(({ code, agency, facts, questions, documents }) => [
        `[\`${code}\`](#${code.toLowerCase()})`,
        agency,
        String(facts.length),
        String(facts.filter(({ source }) => source.register).length),
        String(questions.length),
        String(questions.filter((question) => isSpared(question, code, forms)).length),
        documents.map(({ type }) => `\`${type}\``).join(", ") || "none",
      ]),
    ),
    ...forms.map(formPart),
  );
}

/** Whether an answer to another form may answer it. */
function isSpared({ concept, months }: DescribedQuestion, code: string, forms: readonly DescribedForm[]): boolean {
  return (
    months !== null &&
    forms.some((other) => other.code !== code && other.questions.some((one) => one.concept === concept))
  );
}

function formPart({ code, titles, agency, measure, category, facts, questions, documents }: DescribedForm): string {
  return [
    `## ${code}`,
    `${titles.fr} · ${titles.nl} · ${titles.en}. Agency \`${agency}\`; ${measure}; answers are \`${category}\`.`,
    table(
      ["takes", "from", "authentic source"],
      facts.map(({ coordinate, owner, source }) => [`\`${coordinate}\``, owner, source.names.en ?? ""]),
    ),
    table(
      ["asks", "in words", "answer", "good for", "legal basis"],
      questions.map(({ concept, label, answer, isRequired, about, months, legalBasis }) => [
        `\`${concept}\`${isRequired ? "" : " (may be left open)"}`,
        label.en ?? "",
        answerInWords(answer),
        months === null ? "this form" : `${months} months, for the ${about.toLowerCase()}`,
        legalBasis.en ?? "",
      ]),
    ),
    ...(documents.length > 0 ? [documentsTable(documents)] : []),
  ].join("\n\n");
}

function documentsTable(documents: readonly FormDocument[]): string {
  return table(
    ["asks for", "in words", "of", "taken while", "legal basis"],
    documents.map(({ type, isRequired, about, mostMonths, legalBasis }) => [
      `\`${type}\`${isRequired ? "" : " (may be left out)"}`,
      documentTypeOf(type)?.labels.en ?? "",
      `the ${about.toLowerCase()}`,
      mostMonths === null ? "it holds" : `it holds and is at most ${mostMonths} months old`,
      legalBasis.en ?? "",
    ]),
  );
}

function answerInWords(answer: AnswerType): string {
  switch (answer.kind) {
    case "TEXT":
      return `text, ${answer.least} to ${answer.most} characters`;
    case "NUMBER":
      return `whole number, ${answer.least} to ${answer.most}`;
    case "MONEY":
      return `euro, ${answer.least} to ${answer.most}`;
    case "DAY":
      return "day";
    case "YES_NO":
      return "yes or no";
    case "IBAN":
      return "IBAN";
    case "CHOICE":
      return `${answer.several ? "some" : "one"} of ${Object.keys(answer.options).join(", ")}`;
  }
}
