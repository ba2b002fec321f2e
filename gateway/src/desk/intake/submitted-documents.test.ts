/** What becomes of a form's documents, decided at the desk: the owners' part is in their own tests. */
import "@parcours/shared/graphql/build-schema";
import type { ToldDocument } from "@parcours/shared/documents/told-document";
import { newId } from "@parcours/shared/ids";
import { requiredDocument } from "@parcours/shared/intake/form";
import { requestScope } from "@parcours/shared/server/context";
import type { ProvideDocumentInput, ProvideDocumentPayload } from "../documents/documents.inputs.js";
import { ProvidedState } from "../documents/documents.inputs.js";
import { DocumentsService, heldDocument } from "../documents/documents.service.js";
import type { ReadDocument } from "./asked-documents.js";
import type { CheckedAnswers } from "./check-answers.js";
import { IntakeDocumentFate, type IntakeDocumentInput } from "./document-fate.type.js";
import type { FoundVersion } from "./document-state.rules.js";
import { IntakeState } from "./fact-state.rules.js";
import { IntakeForms } from "./intake-forms.js";
import type { ReadForm } from "./intake.service.js";
import { isSettled, SubmittedDocuments, type FormTaken, type SettledDocuments } from "./submitted-documents.js";

const words = { fr: "Un", nl: "Een", en: "One" };
const personOfForm = newId();
const request = requestScope({
  reader: { role: "ENTREPRENEUR", entrepreneurId: newId(), purpose: "OWN_PATH" },
  language: "EN",
  requestId: "r",
  hop: 1,
});
const file: IntakeDocumentInput = {
  documentType: "BUSINESS_PLAN",
  mediaType: "application/pdf",
  size: 9,
  sha256: "a".repeat(64),
};
const toldPlan: ToldDocument = {
  id: newId(),
  type: "BUSINESS_PLAN",
  agencyCode: "HUB",
  providedTo: ["HUB"],
  enterpriseNumber: null,
  projectId: null,
  projectEnterprise: null,
  mediaType: "application/pdf",
  size: 9,
  sha256: file.sha256,
  version: 1,
  validFrom: "2020-01-01",
  validUntil: null,
  supersededBy: null,
  receivedAt: "2020-01-01T00:00:00.000Z",
  isValid: true,
  isRestricted: false,
  form: null,
  dossierId: null,
};
const version: FoundVersion = { ...toldPlan, agency: "HUB", isReplaced: false, isConfirmed: true };
const nothing = { state: null, document: null, ticket: null, isDirectoryAsked: true, errors: [] } as const;
const sendBytes: ProvideDocumentPayload = { ...nothing, state: ProvidedState.SEND_BYTES };
const refusedWith = (code: string): ProvideDocumentPayload => ({
  ...nothing,
  errors: [{ code, message: "", path: ["input", "sha256"] }],
});
const told = (state: ProvidedState, part: Partial<ToldDocument> = {}): ProvideDocumentPayload => ({
  ...nothing,
  state,
  document: heldDocument({ ...toldPlan, ...part }),
});
const already = (...providedTo: readonly string[]): ProvideDocumentPayload =>
  told(ProvidedState.ALREADY_HELD, { providedTo });

/** A service that answers in turn what it is given, and notes what it was asked. */
class Answers extends DocumentsService {
  readonly asked: ProvideDocumentInput[] = [];
  readonly handed: string[] = [];

  constructor(
    private readonly provided: readonly ProvideDocumentPayload[],
    private readonly handedOver: ToldDocument | null = null,
  ) {
    super(
      { names: [], signal: new AbortController().signal, agenciesOf: () => [], post: async () => null },
      {
        ask: async () => ({ data: null, errors: [] }),
      },
    );
  }

  override async provide(input: ProvideDocumentInput): Promise<ProvideDocumentPayload> {
    this.asked.push(input);
    return this.provided[Math.min(this.asked.length, this.provided.length) - 1] ?? nothing;
  }

  override async handOver({ id }: { readonly id: string }, to: string): Promise<ToldDocument | null> {
    this.handed.push(`${id} ${to}`);
    return this.handedOver;
  }
}

interface Case {
  readonly read?: Partial<ReadDocument>;
  readonly mostMonths?: number | null;
  readonly offer?: boolean;
  readonly taken?: FormTaken;
  readonly key?: string;
}

const described = new IntakeForms().of("RDI_AID");
async function settle(
  answers: DocumentsService,
  { read = {}, mostMonths = null, offer = true, taken = "TAKEN", key = newId() }: Case = {},
): Promise<SettledDocuments> {
  const document = requiredDocument({ type: "BUSINESS_PLAN", about: "PERSON", mostMonths }, words);
  const one: ReadDocument = {
    document,
    scope: { enterpriseNumber: null, projectId: null },
    category: "DOCUMENT",
    silentOwner: null,
    state: IntakeState.TO_ASK,
    version: null,
    ...read,
  };
  const holders = { Entrepreneur: personOfForm, Enterprise: null, Project: null };
  const form = { described, holders, documents: [one], own: new Map(), intake: {} } as unknown as ReadForm;
  const documents = new Map(offer ? [[file.documentType, file] as const] : []);
  const checked: CheckedAnswers = { idempotencyKey: key, questions: [], facts: [], documents };
  return new SubmittedDocuments(answers).settle(form, checked, taken, request);
}
const fateOf = ({ outcomes }: SettledDocuments): IntakeDocumentFate | undefined => outcomes[0]?.fate;
const known = { state: IntakeState.KNOWN, version };

describe("a document that is offered", () => {
  it.each<[string, ProvideDocumentPayload, IntakeDocumentFate]>([
    ["is sent where a ticket came", sendBytes, IntakeDocumentFate.SEND_BYTES],
    ["is received where its bytes came", told(ProvidedState.RECEIVED), IntakeDocumentFate.RECEIVED],
    ["is held where the agency reads it", already("HUB", "INNOVIRIS"), IntakeDocumentFate.ALREADY_HELD],
    ["is not handed on where the agency does not", already("HUB"), IntakeDocumentFate.NOT_HANDED_ON],
    ["is refused where it is no such file", refusedWith("DOCUMENT_HASH_INVALID"), IntakeDocumentFate.REFUSED],
    ["is pending where its holder is silent", refusedWith("DOCUMENT_HOLDER_SILENT"), IntakeDocumentFate.PENDING],
    [
      "is pending where nobody says whose project it is",
      refusedWith("DOCUMENT_PROJECT_SILENT"),
      IntakeDocumentFate.PENDING,
    ],
    ["is pending where the agency is silent", refusedWith("DOCUMENT_RECEIVER_SILENT"), IntakeDocumentFate.PENDING],
  ])("%s", async (_, payload, fate) => {
    const settled = await settle(new Answers([payload]));
    expect(fateOf(settled)).toBe(fate);
    const paths = payload.errors.map(() => ["input", "documents", "BUSINESS_PLAN", "sha256"]);
    expect(settled.errors.map(({ path }) => path)).toEqual(paths);
  });

  it("is offered under one key for the same file, however often; under another where the ticket has expired", async () => {
    const gone = refusedWith("DOCUMENT_UPLOAD_GONE");
    const answers = new Answers([gone, gone, sendBytes]);
    const key = newId();
    expect(fateOf(await settle(answers, { key }))).toBe(IntakeDocumentFate.SEND_BYTES);
    const keys = answers.asked.map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).toBe(3);
    const again = new Answers([nothing]);
    await settle(again, { key });
    expect(again.asked[0]?.idempotencyKey).toBe(keys[0]);
    const never = new Answers([gone]);
    expect(fateOf(await settle(never))).toBe(IntakeDocumentFate.REFUSED);
    expect(never.asked).toHaveLength(8);
  });

  it("replaces what holds and is older than the form takes; the same bytes again are too old still", async () => {
    const old = { read: { version }, mostMonths: 6 };
    const answers = new Answers([already("INNOVIRIS")]);
    const settled = await settle(answers, old);
    expect(answers.asked[0]?.isNewVersion).toBe(true);
    expect([fateOf(settled), settled.errors.map(({ code }) => code)]).toEqual([
      IntakeDocumentFate.REFUSED,
      ["INTAKE_DOCUMENT_TOO_OLD"],
    ]);
    const young = new Answers([nothing]);
    await settle(young, { read: { version } });
    expect(young.asked[0]?.isNewVersion).toBe(false);
  });
});

describe("a document that nobody offers", () => {
  it.each<[string, Case, IntakeDocumentFate]>([
    ["is missing", {}, IntakeDocumentFate.MISSING],
    ["is not shared", { read: { state: IntakeState.NOT_SHARED } }, IntakeDocumentFate.NOT_SHARED],
    ["is pending", { read: { state: IntakeState.PENDING } }, IntakeDocumentFate.PENDING],
    [
      "is left out where the form does without it",
      { read: { document: { ...requiredDocument({ type: "LEASE", about: "PERSON" }, words), isRequired: false } } },
      IntakeDocumentFate.LEFT_OUT,
    ],
    ["is missing where its holder no longer shows it", { read: known }, IntakeDocumentFate.MISSING],
    ["is pending where the form's owner is silent", { read: known, taken: "SILENT" }, IntakeDocumentFate.PENDING],
    ["is refused with the form", { read: known, taken: "REFUSED" }, IntakeDocumentFate.REFUSED],
  ])("%s", async (_, part, fate) => {
    const answers = new Answers([]);
    expect(fateOf(await settle(answers, { ...part, offer: false }))).toBe(fate);
    expect(answers.asked).toEqual([]);
    if (part.taken) expect(answers.handed).toEqual([]);
  });

  it("is handed on by its holder where it is known", async () => {
    const answers = new Answers([], { ...toldPlan, providedTo: ["HUB", "INNOVIRIS"] });
    const settled = await settle(answers, { read: known, offer: false });
    expect(answers.handed).toEqual([`${toldPlan.id} INNOVIRIS`]);
    expect(settled.outcomes).toMatchObject([{ fate: "ALREADY_HELD", reference: { documentId: toldPlan.id } }]);
  });

  it("is neither given nor handed on with a form that was not taken", async () => {
    const answers = new Answers([already("INNOVIRIS")]);
    expect(fateOf(await settle(answers, { taken: "REFUSED" }))).toBe(IntakeDocumentFate.REFUSED);
    expect(answers.asked).toEqual([]);
  });
});

describe("a submission", () => {
  const { ALREADY_HELD, RECEIVED, LEFT_OUT, NOT_SHARED, NOT_HANDED_ON, ...open } = IntakeDocumentFate;
  it("is settled by what the agency has, and by what an optional document cannot be", () => {
    for (const fate of [ALREADY_HELD, RECEIVED, LEFT_OUT])
      for (const isRequired of [true, false]) expect(isSettled({ fate, isRequired })).toBe(true);
    for (const fate of [NOT_SHARED, NOT_HANDED_ON])
      expect([isSettled({ fate, isRequired: true }), isSettled({ fate, isRequired: false })]).toEqual([false, true]);
    for (const fate of Object.values(open))
      for (const isRequired of [true, false]) expect(isSettled({ fate, isRequired })).toBe(false);
  });
});
