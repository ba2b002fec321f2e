/** Facts that are wrong: said to their owner, shown beside them, answered by the owner alone (design 7; J29, R02). */
import { correctionErrors } from "@parcours/shared/facts/correction.errors";
import type { FactHolder } from "@parcours/shared/facts/facts-kept";
import type { ToldDispute } from "@parcours/shared/facts/facts-request";
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { newestFirst, pageOf, type PageRequest } from "@parcours/shared/paging";
import type { RequestScope } from "@parcours/shared/server/context";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { OwnerAnswer, Owners } from "../owners.js";
import type { DescribedFacts } from "./described-facts.js";
import type { AnswerDisputeInput, DisputeFactInput } from "./dispute.inputs.js";
import type { FactDispute, FactDisputeConnection, FactDisputePayload } from "./dispute.type.js";
import { holderNamed } from "./fact-holder.js";
import { disputeIn, disputeOf } from "./told.js";

const words = { least: 3, most: 1000 } as const;

/** Disputes, for one request. */
export class DisputeService {
  constructor(
    private readonly owners: Owners,
    private readonly facts: DescribedFacts,
  ) {}

  /** Says to a fact's owner that it is wrong. What is wrong with the input, or refused by the owner, is a user error. */
  async raise(input: DisputeFactInput, request: RequestScope): Promise<FactDisputePayload> {
    const fact = this.facts.of(input.coordinate);
    const { result, errors } = await attempt(request, async () => {
      const known = knownFact(fact);
      const check = new InputCheck();
      const idempotencyKey = check.id("idempotencyKey", input.idempotencyKey, mutationErrors.IDEMPOTENCY_KEY_INVALID);
      const statement = check.text("statement", input.statement, words);
      check.end();
      const holder = holderNamed(input.coordinate, input);
      if (known.source.register)
        return refuse(correctionErrors.FACT_OF_REGISTER, "coordinate", { corrections: known.source.corrections ?? "" });
      const { coordinate, value = null } = input;
      const body = { action: "RAISE", holder, coordinate, idempotencyKey, value, statement };
      return this.#shown(disputeIn(await this.owners.post(known.owner, "/facts", body)), request);
    });
    return { dispute: result, corrections: fact?.source.register ? (fact.source.corrections ?? null) : null, errors };
  }

  /** The owner's answer. User errors: those of the input and of the owner. */
  async answer(input: AnswerDisputeInput, request: RequestScope): Promise<FactDisputePayload> {
    const { result, errors } = await attempt(request, async () => {
      const fact = knownFact(this.facts.of(input.coordinate));
      const check = new InputCheck();
      const idempotencyKey = check.id("idempotencyKey", input.idempotencyKey, mutationErrors.IDEMPOTENCY_KEY_INVALID);
      const disputeId = check.id("disputeId", input.disputeId);
      const reason = check.text("reason", input.reason, words);
      check.end();
      const { version, decision, value = null } = input;
      const body = { action: "ANSWER", idempotencyKey, disputeId, version, decision, reason, value };
      return this.#shown(disputeIn(await this.owners.post(fact.owner, "/facts", body)), request);
    });
    return { dispute: result, corrections: null, errors };
  }

  /** The disputes of an entity over all owners, newest first; one that is silent is named. Errors: NOT_SHARED. */
  async of(holder: FactHolder, page: PageRequest, request: RequestScope): Promise<FactDisputeConnection> {
    return this.#page(
      this.facts.keepersOf(holder.type),
      { action: "DISPUTES", holder },
      { page, request, isOldestFirst: false },
    );
  }

  /** What an agency still has to answer, oldest first. Errors: NOT_SHARED for who does not work there. */
  async open(agency: string, page: PageRequest, request: RequestScope): Promise<FactDisputeConnection> {
    if (request.accessFault) throw request.accessFault;
    const keepers = this.facts.keepers().filter((owner) => this.owners.agenciesOf(owner).includes(agency));
    if (keepers.length === 0) throw notShared("WORK_LIST");
    return this.#page(keepers, { action: "OPEN", agency }, { page, request, isOldestFirst: true });
  }

  async #page(
    keepers: readonly string[],
    body: object,
    {
      page,
      request,
      isOldestFirst,
    }: { readonly page: PageRequest; readonly request: RequestScope; readonly isOldestFirst: boolean },
  ): Promise<FactDisputeConnection> {
    const { first, after } = page;
    const asked = { ...body, first: first + 1, place: after && { at: after.at.toISOString(), id: after.id } };
    const answers = await Promise.all(
      keepers.map(async (owner) => ({ owner, answer: await this.owners.post(owner, "/facts", asked) })),
    );
    if (isRefused(answers.map(({ answer }) => answer))) throw notShared("DISPUTE");
    const rows = answers.flatMap(({ answer }) => disputesIn(answer)).map((told) => this.#shown(told, request));
    const sorted = rows.sort((one, other) => {
      const order = newestFirst({ at: one.raisedAt, id: one.id }, { at: other.raisedAt, id: other.id });
      return isOldestFirst ? -order : order;
    });
    return {
      ...pageOf(sorted, page, ({ raisedAt, id }) => ({ at: raisedAt, id })),
      silentOwners: answers.filter(({ answer }) => isSilent(answer)).map(({ owner }) => owner),
    };
  }

  #shown(told: ToldDispute, { language }: RequestScope): FactDispute {
    return disputeOf(told, this.facts.of(told.coordinate), language);
  }
}

function knownFact(fact: DescribedFact | undefined): DescribedFact {
  return fact ?? refuse(correctionErrors.FACT_UNKNOWN, "coordinate");
}

function isSilent(answer: OwnerAnswer): boolean {
  return answer === null || answer.status >= 500;
}

/** Refused where an owner refuses and none answers: one whose copy of a merge is a moment old does not close the list of the others. */
function isRefused(answers: readonly OwnerAnswer[]): boolean {
  return answers.some((answer) => answer?.status === 403) && !answers.some((answer) => answer?.status === 200);
}

function disputesIn(answer: OwnerAnswer): readonly ToldDispute[] {
  return answer?.status === 200 ? (answer.body as { readonly disputes: readonly ToldDispute[] }).disputes : [];
}
