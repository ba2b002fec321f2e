/** A town in which anybody fills in any form for anybody, whichever owners are silent; and what must hold whatever happens (R01, J03). */
import "@parcours/shared/graphql/build-schema";
import type { About } from "@parcours/shared/concepts/concept-list";
import { newId } from "@parcours/shared/ids";
import { requestScope } from "@parcours/shared/server/context";
import { mayRead, type Relations } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";
import { array, nat, record, boolean as flag, subarray, type Arbitrary } from "fast-check";
import { parse, type FieldNode, type OperationDefinitionNode } from "graphql";
import { anAnswerTo } from "../../e2e/intake/forms.js";
import { DocumentsService } from "../../src/desk/documents/documents.service.js";
import type { Graph, GraphAnswer } from "../../src/desk/graph.js";
import { IntakeState } from "../../src/desk/intake/fact-state.rules.js";
import { IntakeForms } from "../../src/desk/intake/intake-forms.js";
import { IntakeService } from "../../src/desk/intake/intake.service.js";
import { SubmissionService } from "../../src/desk/intake/submission.service.js";
import { IntakeFate } from "../../src/desk/intake/submission.type.js";
import { SubmittedDocuments } from "../../src/desk/intake/submitted-documents.js";
import type { Owners } from "../../src/desk/owners.js";

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

/** Nobody coaches or was let in: the person alone has a relation. */
export const onlyOwn: Relations = {
  holds: async (relation, reader, subject) =>
    relation === "OWN" && reader.entrepreneurId !== undefined && reader.entrepreneurId === subject.entrepreneurId,
};

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

  /** @param keep the owners' part: of the model, or of real databases */
  constructor(private readonly keep: (owner: string, reader: Reader, body: object) => ReturnType<Owners["post"]>) {}

  /** Does one step; answers what was asked although an owner had accepted it and the reader may know so. */
  async does({ form, person, reader: place, silent, ...named }: Step): Promise<string[]> {
    const described = forms.all()[form % forms.all().length];
    const resident = this.#people[person];
    if (!described || !resident) return [];
    const reader = this.#readers(resident)[place] ?? anybody;
    const request = requestScope({ reader, language: "EN", requestId: "r", hop: 1 });
    const owners: Owners = {
      names: formOwners,
      signal: new AbortController().signal,
      agenciesOf: () => [],
      post: async (owner, path, body) =>
        silent.includes(owner) || path !== "/intake" ? null : this.keep(owner, reader, body),
    };
    const graph = this.#graph(resident);
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
    const answers = open.map(anAnswerTo);
    const documents = new SubmittedDocuments(new DocumentsService(owners, graph));
    const submissions = new SubmissionService(owners, intakes, documents);
    const input = { idempotencyKey: newId(), form: described.code, ...holders, answers };
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
    return again;
  }

  #isFor({ key }: Accepted, holders: Parameters<typeof keyOf>[1]): boolean {
    return [holders.entrepreneurId, holders.enterpriseNumber, holders.projectId].includes(key);
  }

  #readers({ entrepreneurId }: Resident): readonly Reader[] {
    const staff = { staffId: "s", caseReference: "c" };
    return [
      { role: "ENTREPRENEUR", entrepreneurId, purpose: "OWN_PATH" },
      { role: "ADVISOR_1819", agency: "1819", purpose: "CALL", ...staff },
      { role: "COACH", agency: "HUB", purpose: "COACHING", ...staff },
      { role: "FINANCING_OFFICER", agency: "BEW", purpose: "FUNDING", ...staff },
      { role: "FINANCING_OFFICER", agency: "INNOVIRIS", purpose: "FUNDING", ...staff },
    ];
  }

  /** A graph that knows the person and no fact: what the questions are spared comes from the owners' forms alone. */
  #graph({ entrepreneurId }: Resident): Graph {
    return {
      ask: async ({ query }): Promise<GraphAnswer> => {
        const { selectionSet } = parse(query).definitions[0] as OperationDefinitionNode;
        const roots = selectionSet.selections.map((selection) => {
          const { alias, name } = selection as FieldNode;
          const key = alias?.value ?? name.value;
          return [key, key === "person" ? { id: entrepreneurId, presence: [] } : {}] as const;
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
