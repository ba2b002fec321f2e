import { DomainError } from "@parcours/shared/errors";
/** Erasing a person at every owner (design 7; GDPR 17): each owner does its own part, and is asked again where it was silent. */
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt } from "@parcours/shared/mutations/user-error";
import type { UserError } from "@parcours/shared/mutations/user-error";
import type { ErasureReport } from "@parcours/shared/rights/erasure-report";
import { retention } from "@parcours/shared/rights/retention";
import type { RequestScope } from "@parcours/shared/server/context";
import { isSilence } from "../graph.js";
import type { Graph } from "../graph.js";
import type { OwnerAnswer, Owners } from "../owners.js";
import { ErasureOwnerState, ErasureState } from "./erasure.type.js";
import type { Erasure, EraseEntrepreneurInput, EraseEntrepreneurPayload, ErasureOwner } from "./erasure.type.js";

/** Enterprises that are the person: a sole trader's. Whoever only acts for one (an accountant) is not it. */
const readOwnEnterprises = `query OwnEnterprises($id: ID!, $after: String) {
  entrepreneur(id: $id) {
    mandateHistory(first: 100, after: $after) {
      edges { node { role { code } enterprise { number } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface ToldMandate {
  readonly role: { readonly code: string } | null;
  readonly enterprise: { readonly number: string } | null;
}

const lineLabels = Object.fromEntries([...retention].map(([code, { labels }]) => [code, labels]));

interface ToldPerson {
  readonly mandateHistory: {
    readonly edges: readonly { readonly node: ToldMandate | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

/** Erases for one request. */
export class ErasureService {
  /** @param lastOwner the owner that knows who the person is: it forgets when all others have */
  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
    private readonly lastOwner: string,
  ) {}

  /** Erases. Errors: those of access. What goes wrong at an owner stands in the result. */
  async erase(input: EraseEntrepreneurInput, request: RequestScope): Promise<EraseEntrepreneurPayload> {
    const { result, errors } = await attempt(request, async () => this.#eraseEverywhere(checked(input)));
    if (result === null) request.looks.note({ entrepreneurId: input.entrepreneurId }, "ERASURE", false, null);
    const isRefused = result?.owners.some(({ state }) => state === ErasureOwnerState.REFUSED) ?? false;
    return { erasure: result, errors: isRefused ? [...errors, keyReused(request)] : errors };
  }

  async #eraseEverywhere(input: EraseEntrepreneurInput): Promise<Erasure> {
    const { names } = this.owners;
    const ownEnterprises = await this.#ownEnterprises(input.entrepreneurId);
    // Who the person is must be known first, or what a sole trader's enterprise holds would stay.
    if (ownEnterprises === null) {
      const silent = names.map((owner) =>
        this.#ownerOf(owner, owner === this.lastOwner ? ErasureOwnerState.NOT_ANSWERED : ErasureOwnerState.WAITING),
      );
      return erasureOf(silent);
    }
    const { entrepreneurId, idempotencyKey } = input;
    const order = { entrepreneurId, idempotencyKey, ownEnterprises };
    const erased = await Promise.all(
      names.filter((owner) => owner !== this.lastOwner).map((owner) => this.#eraseAt(owner, order)),
    );
    const isDone = erased.every(({ state }) => state === ErasureOwnerState.ERASED);
    const last = isDone
      ? await this.#eraseAt(this.lastOwner, order)
      : this.#ownerOf(this.lastOwner, ErasureOwnerState.WAITING);
    return erasureOf([...erased, last]);
  }

  /** Numbers, of all pages of mandates; null where nobody can tell just now. */
  async #ownEnterprises(id: string): Promise<string[] | null> {
    const own = new Set<string>();
    for (let after: string | null | undefined = null; after !== undefined;) {
      const { data, errors } = await this.graph.ask({ query: readOwnEnterprises, variables: { id, after } });
      if (errors.some(isSilence)) return null;
      const person = data?.["entrepreneur"] as ToldPerson | null | undefined;
      for (const { node } of person?.mandateHistory?.edges ?? [])
        if (node?.role?.code === "OWNER" && node.enterprise) own.add(node.enterprise.number);
      const { hasNextPage = false, endCursor = null } = person?.mandateHistory?.pageInfo ?? {};
      after = hasNextPage && endCursor !== null ? endCursor : undefined;
    }
    return [...own];
  }

  async #eraseAt(owner: string, order: object): Promise<ErasureOwner> {
    const answer = await this.owners.post(owner, "/erase", order);
    const report = answer?.status === 200 ? (answer.body as ErasureReport) : null;
    return this.#ownerOf(owner, report ? ErasureOwnerState.ERASED : stateOf(answer), report);
  }

  #ownerOf(owner: string, state: ErasureOwnerState, report: ErasureReport | null = null): ErasureOwner {
    return {
      owner,
      agencies: this.owners.agenciesOf(owner).map(agencyReference),
      state,
      erasedAt: report && new Date(report.erasedAt),
      lines: (report?.lines ?? []).map(({ line, ...counts }) => ({ line: codeOf(lineLabels, line), ...counts })),
    };
  }
}

function checked(input: EraseEntrepreneurInput): EraseEntrepreneurInput {
  const check = new InputCheck();
  const idempotencyKey = check.id("idempotencyKey", input.idempotencyKey, mutationErrors.IDEMPOTENCY_KEY_INVALID);
  const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
  check.end();
  return { idempotencyKey, entrepreneurId };
}

function stateOf(answer: OwnerAnswer): ErasureOwnerState {
  return answer?.status === 409 ? ErasureOwnerState.REFUSED : ErasureOwnerState.NOT_ANSWERED;
}

function erasureOf(owners: readonly ErasureOwner[]): Erasure {
  const isDone = owners.every(({ state }) => state === ErasureOwnerState.ERASED);
  return { state: isDone ? ErasureState.COMPLETE : ErasureState.INCOMPLETE, owners };
}

function keyReused({ language }: RequestScope): UserError {
  const error = new DomainError(mutationErrors.IDEMPOTENCY_KEY_REUSED);
  return { code: error.definition.code, message: error.messageIn(language), path: ["input", "idempotencyKey"] };
}
