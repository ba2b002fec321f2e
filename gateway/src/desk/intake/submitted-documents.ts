/**
 * The documents of a form that is submitted: what is held is handed to the form's agency by reference, what is offered is given to it, by the
 * same service as `provideDocument`; and of each the person is told what became of it (R01, J03; decision 0021).
 */
import { documentTypeLabels } from "@parcours/shared/documents/document-types";
import { documentErrors } from "@parcours/shared/documents/document.errors";
import { DomainError } from "@parcours/shared/errors";
import { codeOf } from "@parcours/shared/graphql/code";
import { idFrom } from "@parcours/shared/ids";
import { attempt, type UserError } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { RequestScope } from "@parcours/shared/server/context";
import {
  ProvidedState,
  type ProvideDocumentInput,
  type ProvideDocumentPayload,
} from "../documents/documents.inputs.js";
import { heldDocument, type DocumentsService } from "../documents/documents.service.js";
import type { HeldDocument } from "../documents/held-document.type.js";
import type { ReadDocument } from "./asked-documents.js";
import type { CheckedAnswers } from "./check-answers.js";
import { IntakeDocumentFate, type IntakeDocumentInput, type IntakeDocumentOutcome } from "./document-fate.type.js";
import { isTakenToday } from "./document-state.rules.js";
import { referenceOf } from "./document-words.js";
import { IntakeState } from "./fact-state.rules.js";
import type { IntakeDocumentReference } from "./intake-document.type.js";
import { intakeErrors } from "./intake.errors.js";
import type { ReadForm } from "./intake.service.js";

/** How often the same file is offered anew under one key after its ticket has expired. */
const mostTries = 8;

/** What became of one document. */
interface Settled {
  readonly fate: IntakeDocumentFate;
  readonly reference?: IntakeDocumentReference | null;
  readonly ticket?: IntakeDocumentOutcome["ticket"];
  readonly errors?: readonly UserError[];
}

/** What became of all of them. */
export interface SettledDocuments {
  readonly outcomes: readonly IntakeDocumentOutcome[];
  readonly errors: readonly UserError[];
}

/** With what it is settled. */
interface Order {
  readonly form: ReadForm;
  readonly key: string;
  readonly request: RequestScope;
}

/** What the owner of the form said of the answers: documents go with them, or not at all. */
export type FormTaken = "TAKEN" | "SILENT" | "REFUSED";

/** Settles documents for one request. */
export class SubmittedDocuments {
  constructor(private readonly documents: DocumentsService) {}

  /** Settles all documents of a form. Errors: those of access. User errors: those of `provideDocument`, INTAKE_DOCUMENT_TOO_OLD. */
  async settle(
    form: ReadForm,
    { documents: offers, idempotencyKey: key }: CheckedAnswers,
    taken: FormTaken,
    request: RequestScope,
  ): Promise<SettledDocuments> {
    const settled = await Promise.all(
      form.documents.map(async (one) => {
        const offer = offers.get(one.document.type);
        const what =
          taken === "TAKEN" ? await this.#settle(one, offer, { form, key, request }) : notTaken(one, offer, taken);
        return { one, what };
      }),
    );
    return {
      outcomes: settled.map(({ one, what }) => outcomeOf(one, what)),
      errors: settled.flatMap(({ one, what }) => (what.errors ?? []).map((error) => placed(error, one.document.type))),
    };
  }

  async #settle(one: ReadDocument, offer: IntakeDocumentInput | undefined, order: Order): Promise<Settled> {
    if (offer) return this.#offer(one, offer, order);
    if (one.state === IntakeState.KNOWN && one.version) return this.#handOver(one, order);
    return { fate: fateWithoutOffer(one) };
  }

  /** What is known is handed on by its holder, also where the agency has it: the holder says so. */
  async #handOver(one: ReadDocument, { form, request }: Order): Promise<Settled> {
    const { version } = one;
    if (!version) return { fate: fateWithoutOffer(one) };
    const { agency } = form.described;
    const { result, errors } = await attempt(request, async () => this.documents.handOver(version, agency));
    if (errors.length > 0) return { fate: IntakeDocumentFate.PENDING, reference: referenceOf(version), errors };
    // Its holder no longer lets this reader see it: as if it were not there.
    if (!result) return { fate: fateWithoutOffer({ ...one, state: IntakeState.TO_ASK }) };
    return held(heldDocument(result), agency);
  }

  async #offer(one: ReadDocument, offer: IntakeDocumentInput, { form, key, request }: Order): Promise<Settled> {
    const input = inputOf(one, offer, form);
    let answer: ProvideDocumentPayload | undefined;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const idempotencyKey = keyOf(key, input, tries);
      answer = await this.documents.provide({ ...input, idempotencyKey }, request);
      // The ticket expired before the bytes came, or they were no such file: the same submission asks for another.
      if (!answer.errors.some(({ code }) => code === documentErrors.DOCUMENT_UPLOAD_GONE.code)) break;
    }
    return answer ? offered(answer, one, form, request) : { fate: IntakeDocumentFate.REFUSED };
  }
}

/** Whether nothing is left to do for it by who submits. */
export function isSettled({ fate, isRequired }: Pick<IntakeDocumentOutcome, "fate" | "isRequired">): boolean {
  switch (fate) {
    case IntakeDocumentFate.ALREADY_HELD:
    case IntakeDocumentFate.RECEIVED:
    case IntakeDocumentFate.LEFT_OUT:
      return true;
    case IntakeDocumentFate.NOT_SHARED:
    case IntakeDocumentFate.NOT_HANDED_ON:
      return !isRequired;
    default:
      return false;
  }
}

/** What becomes of a document that nobody offered. */
function fateWithoutOffer({
  state,
  document: { isRequired },
}: Pick<ReadDocument, "state" | "document">): IntakeDocumentFate {
  if (state === IntakeState.NOT_SHARED) return IntakeDocumentFate.NOT_SHARED;
  if (state !== IntakeState.TO_ASK) return IntakeDocumentFate.PENDING;
  return isRequired ? IntakeDocumentFate.MISSING : IntakeDocumentFate.LEFT_OUT;
}

/** A form that its owner did not take hands nothing on and gives nothing. */
function notTaken(one: ReadDocument, offer: IntakeDocumentInput | undefined, taken: "SILENT" | "REFUSED"): Settled {
  if (!offer && one.state !== IntakeState.KNOWN) return { fate: fateWithoutOffer(one) };
  return { fate: taken === "SILENT" ? IntakeDocumentFate.PENDING : IntakeDocumentFate.REFUSED };
}

type Offer = Omit<ProvideDocumentInput, "idempotencyKey"> & { readonly isNewVersion: boolean };

function inputOf({ document, scope, version, state }: ReadDocument, offer: IntakeDocumentInput, form: ReadForm): Offer {
  const { documentType, mediaType, size, sha256, validFrom = null, validUntil = null } = offer;
  const today = brusselsDate(new Date());
  // A version that holds and that this form does not take is in the way of a newer one.
  const isInTheWay = version !== null && isTakenToday(version, { mostMonths: null, today });
  return {
    entrepreneurId: form.holders.Entrepreneur,
    ...scope,
    agency: form.described.agency,
    documentType,
    mediaType,
    size,
    sha256,
    validFrom,
    validUntil,
    isNewVersion: document.mostMonths !== null && state === IntakeState.TO_ASK && isInTheWay,
    form: form.described.code,
  };
}

/** One key for each file of a submission and each try: the same submission offers the same file once, however often it is asked. */
function keyOf(
  key: string,
  { form, entrepreneurId, documentType, sha256, isNewVersion }: Offer,
  tries: number,
): string {
  const file = [documentType, sha256.toLowerCase(), String(isNewVersion)];
  return idFrom("submitIntake", form ?? "", key, entrepreneurId, ...file, tries);
}

function offered(
  { state, document, ticket, errors }: ProvideDocumentPayload,
  { document: { mostMonths } }: ReadDocument,
  { described: { agency } }: ReadForm,
  request: RequestScope,
): Settled {
  if (state === ProvidedState.SEND_BYTES) return { fate: IntakeDocumentFate.SEND_BYTES, ticket };
  if (!document) return { fate: isSilence(errors) ? IntakeDocumentFate.PENDING : IntakeDocumentFate.REFUSED, errors };
  if (state === ProvidedState.RECEIVED)
    return { fate: IntakeDocumentFate.RECEIVED, reference: heldReference(document) };
  const { validFrom, validUntil, supersededBy } = document;
  const days = { validFrom, validUntil, isReplaced: supersededBy !== null };
  if (mostMonths === null || isTakenToday(days, { mostMonths, today: brusselsDate(new Date()) }))
    return held(document, agency);
  const tooOld = new DomainError(intakeErrors.INTAKE_DOCUMENT_TOO_OLD, { months: mostMonths });
  const error = { code: tooOld.definition.code, message: tooOld.messageIn(request.language), path: ["input"] };
  return { fate: IntakeDocumentFate.REFUSED, reference: heldReference(document), errors: [error] };
}

/** Only who is the person, or acts for the enterprise, makes the agency a reader of it. */
function held(document: HeldDocument, agency: string): Settled {
  const isHandedOn = document.providedTo.some(({ code }) => code === agency);
  const fate = isHandedOn ? IntakeDocumentFate.ALREADY_HELD : IntakeDocumentFate.NOT_HANDED_ON;
  return { fate, reference: heldReference(document) };
}

function heldReference({ id, heldBy, receivedAt, ...document }: HeldDocument): IntakeDocumentReference {
  const { providedTo, version, validFrom, validUntil, form } = document;
  return { documentId: id, heldBy, providedTo, version, validFrom, validUntil, givenAt: receivedAt, givenOn: form };
}

function isSilence(errors: readonly UserError[]): boolean {
  const { DOCUMENT_HOLDER_SILENT, DOCUMENT_RECEIVER_SILENT, DOCUMENT_PROJECT_SILENT } = documentErrors;
  const silences = [DOCUMENT_HOLDER_SILENT, DOCUMENT_RECEIVER_SILENT, DOCUMENT_PROJECT_SILENT].map(({ code }) => code);
  return errors.some(({ code }) => silences.includes(code));
}

function outcomeOf(
  { document: { type, isRequired } }: ReadDocument,
  { fate, reference, ticket }: Settled,
): IntakeDocumentOutcome {
  return {
    type: codeOf(documentTypeLabels, type),
    fate,
    isRequired,
    reference: reference ?? null,
    ticket: ticket ?? null,
  };
}

function placed({ path, ...error }: UserError, type: string): UserError {
  const [input = "input", ...rest] = path;
  return { ...error, path: [input, "documents", type, ...rest] };
}
