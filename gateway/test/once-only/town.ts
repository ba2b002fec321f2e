/** A town in which anybody fills in any form for anybody, whichever owners are silent; and what must hold whatever happens (R01, J03). */
import "@parcours/shared/graphql/build-schema";
import type { About } from "@parcours/shared/concepts/concept-list";
import { isForTheSame, isRestrictedOffer } from "@parcours/shared/documents/document.rules";
import { newId } from "@parcours/shared/ids";
import type { DescribedForm } from "@parcours/shared/intake/described-form";
import { requestScope } from "@parcours/shared/server/context";
import { mayRead } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";
import { array, nat, record, boolean as flag, subarray, type Arbitrary } from "fast-check";
import { parse, type FieldNode, type OperationDefinitionNode } from "graphql";
import { anAnswerTo } from "../../e2e/intake/forms.js";
import { aFile } from "../../e2e/intake/whole.js";
import { DocumentsService } from "../../src/desk/documents/documents.service.js";
import type { Graph, GraphAnswer } from "../../src/desk/graph.js";
import { IntakeState } from "../../src/desk/intake/fact-state.rules.js";
import { IntakeForms } from "../../src/desk/intake/intake-forms.js";
import { IntakeService } from "../../src/desk/intake/intake.service.js";
import type { Intake } from "../../src/desk/intake/intake.type.js";
import { SubmissionService } from "../../src/desk/intake/submission.service.js";
import { IntakeFate } from "../../src/desk/intake/submission.type.js";
import { SubmittedDocuments } from "../../src/desk/intake/submitted-documents.js";
import type { Owners } from "../../src/desk/owners.js";
import { isOf, isSeen, ModelDocuments } from "./model-documents.js";
import { onlyOwn, readersFor } from "./readers.js";

/** One thing that happens. Numbers choose among what there is. */
export interface Step {
  readonly form: number;
  readonly person: number;
  readonly reader: number;
  readonly hasEnterprise: boolean;
  readonly hasProject: boolean;
  readonly silent: readonly string[];
}

/** The forms of the product. */
export const forms = new IntakeForms();
/** Their owners. */
export const formOwners: readonly string[] = [...new Set(forms.all().map(({ owner }) => owner))];

/** Sequences of steps; a failing one is shrunk to the fewest. */
export const steps: Arbitrary<Step[]> = array(
  record({
    form: nat({ max: 11 }),
    person: nat({ max: 1 }),
    reader: nat({ max: 4 }),
    hasEnterprise: flag(),
    hasProject: flag(),
    silent: subarray([...formOwners], { maxLength: 2 }),
  }),
  { minLength: 2, maxLength: 12 },
);

interface Resident {
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string;
  readonly projectId: string;
}

/** What an owner said that it has taken. */
interface Accepted {
  readonly concept: string;
  readonly owner: string;
  readonly key: string;
  readonly category: string;
  readonly existence: string;
  readonly agencyCode: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
}

/** A new town each time: nobody knows anything yet. */
export class Town {
  readonly #people: readonly Resident[] = ["0202239951", "0403170701"].map((enterpriseNumber) => ({
    entrepreneurId: newId(),
    enterpriseNumber,
    projectId: newId(),
  }));
  readonly #accepted: Accepted[] = [];

  /**
   * @param keep the owners' part of answers: of the model, or of real databases
   * @param documents what the directory and the owners say of documents
   */
  constructor(
    private readonly keep: (owner: string, reader: Reader, body: object) => ReturnType<Owners["post"]>,
    private readonly documents: ModelDocuments = new ModelDocuments(),
  ) {}

  /** Does one step; answers what was asked although an owner had accepted it and the reader may know so. */
  async does({ form, person, reader: place, silent, ...named }: Step): Promise<string[]> {
    const described = forms.all()[form % forms.all().length];
    const resident = this.#people[person];
    if (!described || !resident) return [];
    const reader = readersFor(resident.entrepreneurId)[place] ?? anybody;
    const request = requestScope({ reader, language: "EN", requestId: "r", hop: 1 });
    const owners: Owners = {
      names: formOwners,
      signal: new AbortController().signal,
      agenciesOf: (owner) => forms.all().flatMap((form) => (form.owner === owner ? [form.agency] : [])),
      post: async (owner, path, body) => {
        if (silent.includes(owner)) return null;
        if (path.startsWith("/documents/")) return this.documents.answer(owner, reader, path, body);
        return path === "/intake" ? this.keep(owner, reader, body) : null;
      },
    };
    const graph = this.#graph(resident, reader, silent.includes("front-door"));
    const intakes = new IntakeService(owners, graph, forms);
    const holders = {
      entrepreneurId: resident.entrepreneurId,
      enterpriseNumber: named.hasEnterprise ? resident.enterpriseNumber : null,
      projectId: named.hasProject ? resident.projectId : null,
    };
    const { intake } = await intakes.read({ form: described.code, ...holders }, request);
    const again: string[] = [];
    const open = intake.questions.filter(({ state }) => state === IntakeState.TO_ASK);
    for (const { concept } of open)
      for (const row of this.#accepted.filter((one) => one.concept === concept.code && this.#isFor(one, holders)))
        if (await isKnowable(reader, row)) again.push(`${concept.code} of ${row.owner} to ${reader.role}`);
    again.push(...(await this.#documentsAskedAgain(described, reader, intake)));
    const answers = open.map(anAnswerTo);
    const files = intake.documents
      .filter(({ state }) => state === IntakeState.TO_ASK)
      .map(({ type }) => aFile(type.code));
    const documents = new SubmittedDocuments(new DocumentsService(owners, graph));
    const submissions = new SubmissionService(owners, intakes, documents);
    const input = { idempotencyKey: newId(), form: described.code, ...holders, answers, documents: files };
    const { submission } = await submissions.submit(input, request);
    for (const { concept, fate, coordinate } of submission?.fates ?? []) {
      const question = described.questions.find((one) => one.concept === concept.code);
      if (fate !== IntakeFate.RECEIVED || coordinate !== null || !question || question.months === null) continue;
      this.#accepted.push({
        concept: concept.code,
        owner: described.owner,
        key: keyOf(question.about, holders),
        category: described.category,
        existence: described.existence,
        agencyCode: described.agency,
        entrepreneurId: holders.entrepreneurId,
        enterpriseNumber: holders.enterpriseNumber,
      });
    }
    // The bytes have come by now.
    await submissions.submit(input, request);
    return again;
  }

  /** Documents that are asked for although one was taken that stands for them, and that this reader may see. */
  async #documentsAskedAgain(
    form: DescribedForm,
    reader: Reader,
    { documents, entrepreneurId }: Intake,
  ): Promise<string[]> {
    const again: string[] = [];
    for (const { type, state, enterpriseNumber, projectId } of documents) {
      if (state !== IntakeState.TO_ASK) continue;
      const isRestricted = isRestrictedOffer({ agency: form.agency, documentType: type.code, isRestricted: false });
      for (const row of this.documents.kept)
        if (
          row.type === type.code &&
          isOf(row, entrepreneurId) &&
          row.isRestricted === isRestricted &&
          isForTheSame(row, { enterpriseNumber, projectId, projectEnterprise: null }) &&
          (await isSeen(reader, row))
        )
          again.push(`${type.code} of ${row.owner} to ${reader.role}`);
    }
    return again;
  }

  #isFor({ key }: Accepted, holders: Parameters<typeof keyOf>[1]): boolean {
    return [holders.entrepreneurId, holders.enterpriseNumber, holders.projectId].includes(key);
  }

  /** A graph that knows the person, where documents are, and no fact: what the questions are spared comes from the owners' forms alone. */
  #graph({ entrepreneurId }: Resident, reader: Reader, isDirectorySilent: boolean): Graph {
    return {
      ask: async (question): Promise<GraphAnswer> => {
        const { query } = question;
        if ("types" in question.variables)
          return isDirectorySilent
            ? { data: null, errors: [{ message: "", extensions: { code: "SUBGRAPH_UNAVAILABLE" } }] }
            : { data: await this.documents.pointed(question, reader), errors: [] };
        const { selectionSet } = parse(query).definitions[0] as OperationDefinitionNode;
        const told: Readonly<Record<string, object>> = {
          person: { id: entrepreneurId, presence: [] },
          project: { entrepreneur: { id: entrepreneurId } },
        };
        const roots = selectionSet.selections.map((selection) => {
          const { alias, name } = selection as FieldNode;
          const key = alias?.value ?? name.value;
          return [key, told[key] ?? {}] as const;
        });
        return { data: Object.fromEntries(roots), errors: [] };
      },
    };
  }
}

const anybody: Reader = { role: "ANONYMOUS" };

/** For whom an answer stands: what was named, else what is wider. */
function keyOf(
  about: About,
  holders: {
    readonly entrepreneurId: string;
    readonly enterpriseNumber: string | null;
    readonly projectId: string | null;
  },
): string {
  if (about === "PROJECT" && holders.projectId !== null) return holders.projectId;
  if (about !== "PERSON" && holders.enterpriseNumber !== null) return holders.enterpriseNumber;
  return holders.entrepreneurId;
}

/** Whether a reader may read an answer, or at least learn that it is held. */
async function isKnowable(reader: Reader, row: Accepted): Promise<boolean> {
  return (await mayRead(reader, row.category, row, onlyOwn)) || mayRead(reader, row.existence, row, onlyOwn);
}
