/** What was answered before to a form's own questions, at whichever owner: so that no agency asks again what another was told (R01, J03). */
import type { DescribedForm, DescribedQuestion } from "@parcours/shared/intake/described-form";
import type { ReadHolders, ToldAnswer } from "@parcours/shared/intake/intake-request";
import type { Owners } from "../owners.js";
import { IntakeState } from "./fact-state.rules.js";
import type { IntakeForms } from "./intake-forms.js";

/** What is known of one question. */
export interface OwnAnswer {
  readonly state: IntakeState;
  /** Where it is KNOWN or NOT_SHARED. */
  readonly told: ToldAnswer | null;
  /** An owner that may hold an answer and is silent. */
  readonly silentOwner: string | null;
}

/** Reads answers for one request. */
export class OwnAnswers {
  constructor(
    private readonly owners: Owners,
    private readonly forms: IntakeForms,
  ) {}

  /** By concept, for every question of the form. */
  async of({ questions }: DescribedForm, holders: ReadHolders): Promise<ReadonlyMap<string, OwnAnswer>> {
    const lasting = questions.filter(({ months }) => months !== null).map(({ concept }) => concept);
    const askers = this.#askersOf(lasting);
    const told = await Promise.all(
      [...askers].map(async ([owner, concepts]) => ({ owner, answers: await this.#read(owner, holders, concepts) })),
    );
    const silent = told.filter(({ answers }) => answers === null).map(({ owner }) => owner);
    const answers = told.flatMap(({ answers: found }) => found ?? []);
    return new Map(questions.map((question) => [question.concept, this.#stateOf(question, answers, silent, askers)]));
  }

  /** Which owners' forms ask each concept: nobody else can have an answer. */
  #askersOf(concepts: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const askers = new Map<string, readonly string[]>();
    for (const { owner, questions } of this.forms.all()) {
      const asked = questions.map(({ concept }) => concept).filter((concept) => concepts.includes(concept));
      askers.set(owner, [...new Set([...(askers.get(owner) ?? []), ...asked])]);
    }
    return new Map([...askers].filter(([, asked]) => asked.length > 0));
  }

  /** Null where the owner is silent; one that lets the reader fill in no form tells nothing. */
  async #read(owner: string, holders: ReadHolders, concepts: readonly string[]): Promise<readonly ToldAnswer[] | null> {
    const answer = await this.owners.post(owner, "/intake", { action: "READ", ...holders, concepts });
    if (answer?.status === 403) return [];
    return answer?.status === 200 ? (answer.body as { readonly answers: readonly ToldAnswer[] }).answers : null;
  }

  #stateOf(
    { concept, months }: DescribedQuestion,
    answers: readonly ToldAnswer[],
    silent: readonly string[],
    askers: ReadonlyMap<string, readonly string[]>,
  ): OwnAnswer {
    const told = answers.filter((answer) => answer.concept === concept);
    const known = told
      .filter(({ state }) => state === "KNOWN")
      .sort((one, other) => ((one.at ?? "") < (other.at ?? "") ? 1 : -1));
    if (known[0]) return { state: IntakeState.KNOWN, told: known[0], silentOwner: null };
    if (told[0]) return { state: IntakeState.NOT_SHARED, told: told[0], silentOwner: null };
    const silentOwner = months === null ? undefined : silent.find((owner) => askers.get(owner)?.includes(concept));
    return silentOwner === undefined
      ? { state: IntakeState.TO_ASK, told: null, silentOwner: null }
      : { state: IntakeState.PENDING, told: null, silentOwner };
  }
}
