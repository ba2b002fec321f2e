/** A form for somebody: what its owners tell of each fact it takes and each document it asks for, asked through the graph in the name of who asks (design 7; J03, R01). */
import { DomainError } from "@parcours/shared/errors";
import type { ToldProvenance } from "@parcours/shared/facts/facts-request";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { enterpriseNumberAsked, idAsked } from "@parcours/shared/ids";
import type { DescribedFact, DescribedForm, DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { RequestScope } from "@parcours/shared/server/context";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { isPossible, notShared } from "@parcours/shared/visibility/may-read";
import { factSources } from "../correction/correction.labels.js";
import { FactAuthor } from "../correction/dispute.type.js";
import { shownValue } from "../export/shown-value.js";
import type { Graph } from "../graph.js";
import type { Owners } from "../owners.js";
import { AskedDocuments, type ReadDocument } from "./asked-documents.js";
import { documentType } from "./document-words.js";
import { factState, IntakeState, rightsOf } from "./fact-state.rules.js";
import { formOperation, holderOf, type IntakeHolders } from "./form-operation.js";
import { answerInWords, formType, questionWords } from "./form-words.js";
import { grantOffer } from "./grant-offer.js";
import type { IntakeDocument } from "./intake-document.type.js";
import type { IntakeForms } from "./intake-forms.js";
import { intakeErrors } from "./intake.errors.js";
import type { Intake, IntakeFact, IntakeFormType, IntakeOwnQuestion } from "./intake.type.js";
import { linkedProjects, type LinkedProjects } from "./linked-projects.js";
import { OwnAnswers, type OwnAnswer } from "./own-answers.js";
import { provenanceOf } from "./provenance.js";
import { FactsRead } from "./read-facts.js";

/** Which form, and for whom. */
export interface IntakeOrder {
  readonly form: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
}

/** A form as it was read for somebody. */
export interface ReadForm {
  readonly described: DescribedForm;
  readonly holders: IntakeHolders;
  readonly own: ReadonlyMap<string, OwnAnswer>;
  readonly documents: readonly ReadDocument[];
  readonly intake: Intake;
}

/** Fills in forms for one request. */
export class IntakeService {
  readonly #answers: OwnAnswers;
  readonly #documents: AskedDocuments;

  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
    private readonly forms: IntakeForms,
  ) {
    this.#answers = new OwnAnswers(owners, forms);
    this.#documents = new AskedDocuments(owners, graph);
  }

  /** Every form there is. */
  all(): IntakeFormType[] {
    return this.forms.all().map(formType);
  }

  /**
   * A form for somebody. Errors: those of access; INTAKE_FORM_UNKNOWN, ID_INVALID, ENTERPRISE_NUMBER_INVALID, INTAKE_PROJECT_OF_ANOTHER;
   * NOT_SHARED where the person is unknown to the reader, or a mandatary names no enterprise of the own. An owner that is silent leaves its facts PENDING.
   */
  async of(order: IntakeOrder, request: RequestScope): Promise<Intake> {
    return (await this.read(order, request)).intake;
  }

  /** The same, with what a submission goes by. */
  async read(order: IntakeOrder, request: RequestScope): Promise<ReadForm> {
    const described = this.forms.of(order.form);
    const holders = holdersIn(order);
    const operation = formOperation(described, holders, isPossible("MANDATARY", request.reader));
    const linked = linkedProjects(this.graph, holders, described.questions);
    const [answer, own, given, documents] = await Promise.all([
      this.graph.ask(operation),
      this.#ownAnswers(described, holders, linked),
      provenanceOf(this.owners, described.facts, holders),
      linked.then((became) => this.#documents.of(described, holders, became, request.reader)),
    ]);
    const read = new FactsRead(answer, operation);
    // A mandatary has the enterprise's data and not the person's: those are withheld one by one.
    if (read.isPersonRefused() && !read.isMandatarys()) throw notShared("LOOK_UP");
    if (read.isProjectOfAnother()) throw new DomainError(intakeErrors.INTAKE_PROJECT_OF_ANOTHER);
    const facts = described.facts
      .filter((fact) => holders[holderOf(fact)] !== null)
      .map((fact) => this.#factOf(fact, read, { request, given: given.get(fact.coordinate) }));
    const questions = described.questions.map((question) => this.#questionOf(question, own, read, request));
    const lastHeardOf = (owner: string): Date | null => read.lastHeardOf(this.owners.agenciesOf(owner));
    const shown = documents.map((document) => documentType(document, request, lastHeardOf));
    const intake = intakeOf(described, holders, { facts, questions, documents: shown });
    return { described, holders, own, documents, intake };
  }

  /** What was answered before, also of the project behind the enterprise and of the enterprise behind the project. */
  async #ownAnswers(
    described: DescribedForm,
    holders: IntakeHolders,
    found: Promise<LinkedProjects>,
  ): Promise<ReadonlyMap<string, OwnAnswer>> {
    const linked = await found;
    const own = await this.#answers.of(described, {
      entrepreneurId: holders.Entrepreneur,
      enterpriseNumber: holders.Enterprise ?? linked.enterpriseNumber,
      projectId: holders.Project,
      linkedProjectIds: linked.projectIds,
    });
    const said = [...linked.told].filter(([concept]) => own.get(concept)?.state !== IntakeState.KNOWN);
    const known = said.map(
      ([concept, told]) => [concept, { state: IntakeState.KNOWN, told, silentOwner: null }] as const,
    );
    return new Map([...own, ...known]);
  }

  #factOf(
    fact: DescribedFact,
    read: FactsRead,
    { request, given }: { readonly request: RequestScope; readonly given: ToldProvenance | undefined },
  ): IntakeFact {
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
      given: isKnown && answer.value !== null ? givenOf(fact, given, read.provenanceOf(fact)) : null,
      category: codeOf(categoryLabels, category),
      rights: isKnown ? rightsOf(fact, request.reader) : [],
      grant: state === IntakeState.NOT_SHARED ? grantOffer(category, request.reader) : null,
      lastKnownAt: state === IntakeState.PENDING ? read.lastHeardOf(this.owners.agenciesOf(owner)) : null,
    };
  }

  #questionOf(
    question: DescribedQuestion,
    own: ReadonlyMap<string, OwnAnswer>,
    read: FactsRead,
    request: RequestScope,
  ): IntakeOwnQuestion {
    const { state = IntakeState.TO_ASK, told = null, silentOwner = null } = own.get(question.concept) ?? {};
    const isKnown = state === IntakeState.KNOWN && told !== null;
    return {
      ...questionWords(question, request),
      state,
      value: isKnown ? told.value : null,
      text: isKnown ? answerInWords(question, told.value, request.language) : null,
      heldBy: told && agencyReference(told.agency),
      givenOn: isKnown ? (told.form ?? null) : null,
      asOf: isKnown && told.at !== undefined ? new Date(told.at) : null,
      rights: isKnown ? rightsOf({ category: told.category, coordinate: "" }, request.reader) : [],
      grant: state === IntakeState.NOT_SHARED && told ? grantOffer(told.category, request.reader) : null,
      lastKnownAt: silentOwner === null ? null : read.lastHeardOf(this.owners.agenciesOf(silentOwner)),
    };
  }
}

/** Where and when a value was given; null where its owner did not say. */
function givenOf(
  { source }: DescribedFact,
  given: ToldProvenance | undefined,
  registerDay: string | null,
): IntakeFact["given"] {
  if (source.register) {
    const register = codeOf({ [source.code]: source.names }, source.code);
    return registerDay === null
      ? null
      : { at: new Date(registerDay), author: null, agency: null, source: register, form: null };
  }
  if (!given) return null;
  const { at, author, agencyCode, formCode } = given;
  return {
    at: new Date(at),
    author: FactAuthor[author],
    agency: agencyCode === null ? null : agencyReference(agencyCode),
    source: codeOf(factSources, given.source),
    form: formCode,
  };
}

function holdersIn({ entrepreneurId, enterpriseNumber, projectId }: IntakeOrder): IntakeHolders {
  return {
    Entrepreneur: idAsked(entrepreneurId),
    Enterprise: enterpriseNumber === null ? null : enterpriseNumberAsked(enterpriseNumber),
    Project: projectId === null ? null : idAsked(projectId),
  };
}

function intakeOf(
  form: DescribedForm,
  holders: IntakeHolders,
  shown: {
    readonly facts: readonly IntakeFact[];
    readonly questions: readonly IntakeOwnQuestion[];
    readonly documents: readonly IntakeDocument[];
  },
): Intake {
  const { facts, questions, documents } = shown;
  const asked = countToAsk([...facts, ...questions]);
  const documentsAsked = countToAsk(documents);
  // What the form would take if somebody had told of which enterprise or project.
  const missing = form.facts.map(holderOf).filter((holder) => holders[holder] === null);
  return {
    form: formType(form),
    entrepreneurId: holders.Entrepreneur,
    ...shown,
    leftOut: [...new Set(missing)].map((holder) => holder.toUpperCase()),
    asked,
    spared: facts.length + questions.length - asked,
    documentsAsked,
    documentsSpared: documents.length - documentsAsked,
  };
}

function countToAsk(parts: readonly { readonly state: IntakeState }[]): number {
  return parts.filter(({ state }) => state === IntakeState.TO_ASK).length;
}
