/** A form is submitted: each answer goes to the owner of what it says, each document to the agency that asks, and every fate is told (design 7; J03, J29, R08). */
import { DomainError } from "@parcours/shared/errors";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { saysTheSame } from "@parcours/shared/intake/answer.rules";
import type { SaidFact, SubmitForm, ToldCount, ToldFate } from "@parcours/shared/intake/intake-request";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, type UserError } from "@parcours/shared/mutations/user-error";
import type { RequestScope } from "@parcours/shared/server/context";
import type { OwnerAnswer, Owners } from "../owners.js";
import { checkedAnswers, type AnsweredFact, type CheckedAnswers } from "./check-answers.js";
import { IntakeState } from "./fact-state.rules.js";
import { intakeErrors } from "./intake.errors.js";
import type { IntakeService, ReadForm } from "./intake.service.js";
import { IntakeFate, SubmissionState } from "./submission.type.js";
import type {
  IntakeAnswerFate,
  IntakeSubmission,
  OnceOnlyCount,
  SubmitIntakeInput,
  SubmitIntakePayload,
} from "./submission.type.js";
import { isSettled, type FormTaken, type SettledDocuments, type SubmittedDocuments } from "./submitted-documents.js";

/** Of forms of which everybody who treats the person's dossiers may know that they were filled in. */
const openExistence = "DOSSIER_HEADER";

const nothingCounted: ToldCount = {
  submissions: null,
  asked: null,
  spared: null,
  documentsAsked: null,
  documentsSpared: null,
};

/** What one owner said of its part. */
interface Part {
  readonly owner: string;
  readonly answer: OwnerAnswer;
}

/** Submits forms for one request. */
export class SubmissionService {
  constructor(
    private readonly owners: Owners,
    private readonly intakes: IntakeService,
    private readonly documents: SubmittedDocuments,
  ) {}

  /** Submits. Errors: those of access and of `intake`. What is wrong with an answer is a user error, and then nothing was sent. */
  async submit(input: SubmitIntakeInput, request: RequestScope): Promise<SubmitIntakePayload> {
    const refused: UserError[] = [];
    const { result, errors } = await attempt(request, async () => {
      const { enterpriseNumber = null, projectId = null, form, entrepreneurId } = input;
      const read = await this.intakes.read({ form, entrepreneurId, enterpriseNumber, projectId }, request);
      const checked = checkedAnswers(input, read);
      const parts = await this.#send(read, checked);
      const documents = await this.documents.settle(read, checked, takenBy(read.described.owner, parts), request);
      refused.push(...parts.flatMap((part) => refusalOf(part, request)), ...documents.errors);
      return submissionOf(read, checked, parts, documents);
    });
    return { submission: result, errors: [...errors, ...refused] };
  }

  /** A month's count. Errors: INTAKE_PERIOD_INVALID. */
  async countOf(month: string, agency: string): Promise<OnceOnlyCount> {
    const owner = this.owners.names.find((name) => this.owners.agenciesOf(name).includes(agency));
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || owner === undefined)
      throw new DomainError(intakeErrors.INTAKE_PERIOD_INVALID);
    const answer = await this.owners.post(owner, "/intake", { action: "COUNT", month, agency });
    const isAnswered = answer?.status === 200;
    const count = isAnswered ? (answer.body as ToldCount) : nothingCounted;
    return { period: month, agency: agencyReference(agency), isAnswered, ...count };
  }

  /** Each owner gets its part, all at once. */
  async #send({ described, holders, own, intake }: ReadForm, checked: CheckedAnswers): Promise<Part[]> {
    const given = checked.facts.filter(({ fact }) => !fact.source.register);
    const named = new Set([described.owner, ...given.map(({ fact }) => fact.owner)]);
    return Promise.all(
      [...named].map(async (owner) => {
        const isFormOwner = owner === described.owner;
        const body: SubmitForm = {
          action: "SUBMIT",
          entrepreneurId: holders.Entrepreneur,
          enterpriseNumber: holders.Enterprise,
          projectId: holders.Project,
          idempotencyKey: checked.idempotencyKey,
          form: described.code,
          agency: described.agency,
          answers: isFormOwner
            ? checked.questions.map(({ question: { concept }, value }) => ({ concept, value }))
            : null,
          known: isFormOwner
            ? [...own].flatMap(([concept, { told, state }]) =>
                state === IntakeState.KNOWN && told?.at !== undefined && told.validUntil !== undefined
                  ? [{ concept, value: told.value, at: told.at, validUntil: told.validUntil }]
                  : [],
              )
            : [],
          isRestricted: described.existence !== openExistence,
          facts: given.filter(({ fact }) => fact.owner === owner).map((one) => saidOf(one, intake)),
          asked: intake.asked,
          spared: intake.spared,
          documentsAsked: intake.documentsAsked,
          documentsSpared: intake.documentsSpared,
        };
        return { owner, answer: await this.owners.post(owner, "/intake", body) };
      }),
    );
  }
}

/** Only who may read a fact learns that the same is held. */
function saidOf({ fact: { coordinate, concept }, value }: AnsweredFact, { facts }: ReadForm["intake"]): SaidFact {
  const read = facts.find((candidate) => candidate.coordinate === coordinate);
  const isHeld = read?.state === IntakeState.KNOWN && saysTheSame(read.value, value);
  return { coordinate, concept, value, isHeld };
}

function submissionOf(
  { described, own, intake }: ReadForm,
  checked: CheckedAnswers,
  parts: readonly Part[],
  { outcomes }: SettledDocuments,
): IntakeSubmission {
  const questions = checked.questions.map(({ question: { concept, label }, value }): IntakeAnswerFate => {
    const fate = fateOf(parts, described.owner, concept, null);
    const told = own.get(concept)?.told;
    const wasHeld = told?.state === "KNOWN" && told.key !== checked.idempotencyKey && saysTheSame(told.value, value);
    return {
      concept: codeOf({ [concept]: label }, concept),
      coordinate: null,
      fate: fate === IntakeFate.RECEIVED && wasHeld ? IntakeFate.ALREADY_HELD : fate,
      owner: described.owner,
      corrections: null,
    };
  });
  const facts = checked.facts.map(({ fact: { concept, label, coordinate, owner, source } }): IntakeAnswerFate => ({
    concept: codeOf({ [concept]: label }, concept),
    coordinate,
    fate: source.register ? IntakeFate.REGISTER_FACT_REFUSED : fateOf(parts, owner, concept, coordinate),
    owner,
    corrections: source.register ? (source.corrections ?? null) : null,
  }));
  const isWhole = !parts.some(({ answer }) => isSilence(answer)) && outcomes.every(isSettled);
  return {
    state: isWhole ? SubmissionState.COMPLETE : SubmissionState.INCOMPLETE,
    agency: agencyReference(described.agency),
    fates: [...questions, ...facts],
    documents: outcomes,
    asked: intake.asked,
    spared: intake.spared,
    documentsAsked: intake.documentsAsked,
    documentsSpared: intake.documentsSpared,
  };
}

/** Whether the owner of the form has the answers. */
function takenBy(owner: string, parts: readonly Part[]): FormTaken {
  const answer = parts.find((part) => part.owner === owner)?.answer ?? null;
  if (isSilence(answer)) return "SILENT";
  return answer?.status === 200 ? "TAKEN" : "REFUSED";
}

function fateOf(parts: readonly Part[], owner: string, concept: string, coordinate: string | null): IntakeFate {
  const answer = parts.find((part) => part.owner === owner)?.answer ?? null;
  if (isSilence(answer)) return IntakeFate.INCOMPLETE;
  if (answer?.status !== 200) return IntakeFate.REFUSED;
  const { fates } = answer.body as { readonly fates: readonly ToldFate[] };
  const told = fates.find((fate) => fate.concept === concept && fate.coordinate === coordinate);
  return told ? IntakeFate[told.fate] : IntakeFate.INVALID;
}

/** An owner that answers with a fault of its own has not taken its part either. */
function isSilence(answer: OwnerAnswer): boolean {
  return answer === null || answer.status >= 500;
}

function refusalOf({ answer }: Part, { language }: RequestScope): UserError[] {
  if (isSilence(answer) || answer?.status === 200) return [];
  const { code } = (answer?.body ?? {}) as { readonly code?: string };
  const isReused = code === mutationErrors.IDEMPOTENCY_KEY_REUSED.code;
  const definition = isReused ? mutationErrors.IDEMPOTENCY_KEY_REUSED : mutationErrors.ACT_NOT_ALLOWED;
  return [
    {
      code: definition.code,
      message: new DomainError(definition).messageIn(language),
      path: isReused ? ["input", "idempotencyKey"] : ["input"],
    },
  ];
}
