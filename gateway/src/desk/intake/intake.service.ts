/** A form for somebody: what its owners tell of each fact it takes, asked through the graph in the name of who asks (design 7; J03, R01). */
import type { CodeList } from "@parcours/shared/codes";
import { DomainError } from "@parcours/shared/errors";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { enterpriseNumberAsked, idAsked } from "@parcours/shared/ids";
import type { DescribedFact, DescribedForm, DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { LocalizedText } from "@parcours/shared/languages";
import { labelIn, type RequestScope } from "@parcours/shared/server/context";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { isPossible, notShared } from "@parcours/shared/visibility/may-read";
import { shownValue } from "../export/shown-value.js";
import type { Graph } from "../graph.js";
import type { Owners } from "../owners.js";
import { canBeGranted, factState, IntakeState, rightsOf } from "./fact-state.rules.js";
import { formOperation, holderOf, type IntakeHolders } from "./form-operation.js";
import type { IntakeForms } from "./intake-forms.js";
import { intakeErrors } from "./intake.errors.js";
import type { Intake, IntakeAnswerType, IntakeFact, IntakeFormType, IntakeOwnQuestion } from "./intake.type.js";
import { FactsRead } from "./read-facts.js";

/** Which form, and for whom. */
export interface IntakeOrder {
  readonly form: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
}

/** Fills in forms for one request. */
export class IntakeService {
  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
    private readonly forms: IntakeForms,
  ) {}

  /** Every form there is. */
  all(): IntakeFormType[] {
    return this.forms.all().map(formType);
  }

  /**
   * A form for somebody. Errors: those of access; INTAKE_FORM_UNKNOWN, ID_INVALID, ENTERPRISE_NUMBER_INVALID, INTAKE_PROJECT_OF_ANOTHER;
   * NOT_SHARED where the person is unknown to the reader, or a mandatary names no enterprise of the own. An owner that is silent leaves its facts PENDING.
   */
  async of(order: IntakeOrder, request: RequestScope): Promise<Intake> {
    const form = this.forms.of(order.form);
    const holders: IntakeHolders = {
      Entrepreneur: idAsked(order.entrepreneurId),
      Enterprise: order.enterpriseNumber === null ? null : enterpriseNumberAsked(order.enterpriseNumber),
      Project: order.projectId === null ? null : idAsked(order.projectId),
    };
    const operation = formOperation(form, holders, isPossible("MANDATARY", request.reader));
    const read = new FactsRead(await this.graph.ask(operation), operation);
    // A mandatary has the data of the enterprise and not the person's: those are withheld one by one.
    if (read.isPersonRefused() && !read.isMandatarys()) throw notShared("LOOK_UP");
    if (read.isProjectOfAnother()) throw new DomainError(intakeErrors.INTAKE_PROJECT_OF_ANOTHER);
    const facts = form.facts
      .filter((fact) => holders[holderOf(fact)] !== null)
      .map((fact) => this.#factOf(fact, read, request));
    const questions = form.questions.map((question) => questionOf(question, request));
    const asked = [...facts, ...questions].filter(({ state }) => state === IntakeState.TO_ASK).length;
    return {
      form: formType(form),
      entrepreneurId: holders.Entrepreneur,
      facts,
      questions,
      leftOut: leftOut(form, holders),
      asked,
      spared: facts.length + questions.length - asked,
    };
  }

  #factOf(fact: DescribedFact, read: FactsRead, request: RequestScope): IntakeFact {
    const { coordinate, concept, label, owner, source, category } = fact;
    const answer = read.of(fact);
    const state = factState(fact, answer);
    const isKnown = state === IntakeState.KNOWN;
    return {
      coordinate,
      concept: codeOf({ [concept]: label }, concept),
      state,
      value: isKnown ? answer.value : null,
      text: isKnown && answer.value !== null ? shownValue(answer.value, request.language) : null,
      owner,
      source: codeOf({ [source.code]: source.names }, source.code),
      isRegister: source.register,
      asOf: isKnown ? new Date(read.provenanceOf(fact) ?? Date.now()) : null,
      category: codeOf(categoryLabels, category),
      rights: isKnown ? rightsOf(fact, request.reader) : [],
      grant: state === IntakeState.NOT_SHARED ? grantOffer(category, request) : null,
      lastKnownAt: state === IntakeState.PENDING ? read.lastHeardOf(this.owners.agenciesOf(owner)) : null,
    };
  }
}

function grantOffer(category: string, { reader }: RequestScope): IntakeFact["grant"] {
  if (!reader.agency || !canBeGranted(category, reader)) return null;
  return {
    category: codeOf(categoryLabels, category),
    toAgency: agencyReference(reader.agency),
    mutation: "grantSharing",
  };
}

/** What a form would take if somebody had told of which enterprise or project. */
function leftOut({ facts }: DescribedForm, holders: IntakeHolders): string[] {
  const missing = facts.map(holderOf).filter((holder) => holders[holder] === null);
  return [...new Set(missing)].map((holder) => holder.toUpperCase());
}

function formType({ code, titles, agency, facts, questions }: DescribedForm): IntakeFormType {
  return {
    form: codeOf({ [code]: titles }, code),
    agency: agencyReference(agency),
    facts: facts.map(({ coordinate }) => coordinate),
    concepts: questions.map(({ concept, label }) => codeOf({ [concept]: label }, concept)),
  };
}

function questionOf(question: DescribedQuestion, request: RequestScope): IntakeOwnQuestion {
  const { concept, label, help, isRequired, legalBasis, answer } = question;
  const inWords = (text: Required<LocalizedText>): string => labelIn(text, null, request) ?? "";
  return {
    concept: codeOf({ [concept]: label }, concept),
    state: IntakeState.TO_ASK,
    label: inWords(label),
    help: inWords(help),
    answer: answerType(answer),
    isRequired,
    legalBasis: inWords(legalBasis),
  };
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
