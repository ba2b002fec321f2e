import type { Database, Queries } from "@parcours/shared/database";
import { idAsked, isUuid } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";
import { asId, type ActService } from "../acts/act.service.js";
import { entrepreneursByIds } from "../entrepreneur/entrepreneur.repository.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";
import { recordOf } from "../matching/candidate.repository.js";
import { reasonsOf, shownReasons } from "../matching/match-reason.type.js";
import { matchesOf } from "../matching/matching.service.js";
import type { PossibleDuplicate } from "./identity-event.entity.js";
import { mergeById } from "./identity-event.repository.js";
import { mergeUnlessToldApart, tellApartUnlessOne } from "./identity.decisions.js";
import { identityErrors } from "./identity.errors.js";
import type {
  MergeEntrepreneursInput,
  MergeEntrepreneursPayload,
  NotSamePersonInput,
  NotSamePersonPayload,
  UnmergeEntrepreneursInput,
  UnmergeEntrepreneursPayload,
} from "./identity.inputs.js";
import { idsOf, mergeIdentities, mergeOf, unmergeIdentities, type MergeOrder } from "./identity.repository.js";

const noReach = { reached: [], pending: [] } as const;
/** How long a reason may be, in characters. */
export const reasonLength = { least: 3, most: 500 } as const;

/** Whether a reader decides who is one person: a reviewer of duplicates, who says which case it serves. */
export function mayDecideIdentity({ role, purpose }: Reader): boolean {
  return role === "MERGE_REVIEWER" && purpose === "MATCHING";
}

/** Whether a reader reads who may be one person, and why: who decides on it, and who watches that it is done well. */
export function mayReadMatches({ role }: Reader): boolean {
  return role === "MERGE_REVIEWER" || role === "DATA_PROTECTION_OFFICER";
}

/** Who decides, as an event keeps it: never a name. */
export function authorOf({ agency, staffId }: Reader): string {
  return `${agency ?? ""}/${staffId ?? ""}`;
}

/** Who is one person with whom, as one request decides it. */
export class IdentityService {
  constructor(
    private readonly acts: ActService,
    private readonly entrepreneurs: EntrepreneurService,
  ) {}

  /** Makes two files one person's, and waits until every reachable subgraph knows. User errors: those of the input and of `identityErrors`. */
  async merge(input: MergeEntrepreneursInput): Promise<MergeEntrepreneursPayload> {
    const { result, errors } = await attempt(this.acts.scope.request, async () => {
      const about = { entrepreneurId: input.intoId, otherId: input.fromId, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("mergeEntrepreneurs", input, about, (queries) => this.#merge(queries, input));
      const reach = await this.acts.reach(ids);
      return { mergeId: ids[0] ?? null, entrepreneur: await this.entrepreneurs.byId(asId(input.intoId)), ...reach };
    });
    return { ...(result ?? { mergeId: null, entrepreneur: null, ...noReach }), errors };
  }

  /** Takes a merge back, and waits until every reachable subgraph knows. User errors: those of the input, ACT_NOT_ALLOWED, ALREADY_UNMERGED. */
  async unmerge(input: UnmergeEntrepreneursInput): Promise<UnmergeEntrepreneursPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const id = asId(input.mergeId);
      const merge = isUuid(id) ? await mergeById(database, id) : null;
      const { formerId = null, mergedInto = null } = merge ?? {};
      const about = { entrepreneurId: formerId, otherId: mergedInto, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("unmergeEntrepreneurs", input, about, (queries) =>
        this.#unmerge(queries, input, merge ? [merge.formerId, merge.mergedInto] : null),
      );
      const reach = await this.acts.reach(ids);
      const sides = [formerId, mergedInto].flatMap((id) => id ?? []);
      const entrepreneurs = await Promise.all(sides.map((id) => this.entrepreneurs.byId(id)));
      return { entrepreneurs: entrepreneurs.filter((person) => person !== null), ...reach };
    });
    return { ...(result ?? { entrepreneurs: null, ...noReach }), errors };
  }

  /** Remembers that two files are two people's. User errors: those of the input, ACT_NOT_ALLOWED, ALREADY_ONE_PERSON. */
  async tellApart(input: NotSamePersonInput): Promise<NotSamePersonPayload> {
    const { result, errors } = await attempt(this.acts.scope.request, async () => {
      const about = { entrepreneurId: input.oneId, otherId: input.otherId, category: "MATCH_REVIEW" };
      await this.acts.done("notSamePerson", input, about, (queries) => this.#tellApart(queries, input));
      return { done: true };
    });
    return { done: false, ...result, errors };
  }

  /** Who may be the same as a known person, the likeliest first. Errors: those of access, NOT_SHARED. */
  async possibleDuplicates(entrepreneurId: string): Promise<PossibleDuplicate[]> {
    const { request, database } = this.acts.scope;
    if (request.accessFault) throw request.accessFault;
    if (!mayReadMatches(request.reader)) throw notShared("MATCH_REVIEW");
    const ids = await idsOf(database, idAsked(entrepreneurId));
    const matches = await matchesOf(database, await recordOf(database, ids), ids);
    return matches.map((match) => ({
      entrepreneurId: match.entrepreneurId,
      isCertain: match.verdict === "CERTAIN",
      score: match.score,
      reasons: shownReasons(reasonsOf(match)),
    }));
  }

  async #merge(queries: Queries, input: MergeEntrepreneursInput): Promise<readonly string[]> {
    const { fromId, intoId, reason } = this.#checkedPair(input, "fromId", "intoId");
    await this.#areKnown([fromId, intoId]);
    await this.acts.mustStayKnown(queries, fromId, intoId);
    const order = { formerId: fromId, into: intoId, reason, author: authorOf(this.acts.scope.request.reader) };
    const change = await mergeUnlessToldApart(queries, order, input.overruleNotSamePerson ?? false);
    if (change === "TOLD_APART") return refuse(identityErrors.MERGE_TOLD_APART, "intoId");
    return change ? change.keys : refuse(identityErrors.ALREADY_ONE_PERSON, "fromId");
  }

  async #unmerge(
    queries: Queries,
    input: UnmergeEntrepreneursInput,
    sides: readonly string[] | null,
  ): Promise<readonly string[]> {
    const { reader } = this.acts.scope.request;
    const check = new InputCheck();
    const mergeId = check.id("mergeId", input.mergeId);
    const reason = check.text("reason", input.reason, reasonLength);
    check.end();
    if (!mayDecideIdentity(reader)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
    if (!sides) return refuse(mutationErrors.ACT_NOT_ALLOWED, "mergeId");
    await this.acts.mustStayKnown(queries, ...sides);
    const change = await unmergeIdentities(queries, { mergeId, reason, author: authorOf(reader) });
    return change ? change.keys : refuse(identityErrors.ALREADY_UNMERGED, "mergeId");
  }

  async #tellApart(queries: Queries, input: NotSamePersonInput): Promise<readonly string[]> {
    const { oneId, otherId, reason } = this.#checkedPair(input, "oneId", "otherId");
    await this.#areKnown([oneId, otherId]);
    await this.acts.mustStayKnown(queries, oneId, otherId);
    const { reader } = this.acts.scope.request;
    const note = await tellApartUnlessOne(queries, { ids: [oneId, otherId], reason, reader });
    return note === null ? refuse(identityErrors.ALREADY_ONE_PERSON, "otherId") : [note];
  }

  #checkedPair<One extends string, Other extends string>(
    input: { readonly reason: string } & Readonly<Record<One | Other, string>>,
    one: One,
    other: Other,
  ): { readonly reason: string } & Readonly<Record<One | Other, string>> {
    const check = new InputCheck();
    const pair = { [one]: check.id(one, input[one]), [other]: check.id(other, input[other]) };
    const reason = check.text("reason", input.reason, reasonLength);
    check.end();
    if (!mayDecideIdentity(this.acts.scope.request.reader)) refuse(mutationErrors.ACT_NOT_ALLOWED);
    if (pair[one] === pair[other]) refuse(identityErrors.ALREADY_ONE_PERSON, other);
    return { ...(pair as Record<One | Other, string>), reason };
  }

  /** Read from the tables: the policy copy is asked only when it knows of the change. */
  async #areKnown(ids: readonly string[]): Promise<void> {
    const files = await entrepreneursByIds(this.acts.scope.database, ids);
    if (files.includes(null)) refuse(mutationErrors.ACT_NOT_ALLOWED);
  }
}

/** Makes two files one person's, outside of a request: for imports that find them. Answers the id in use. */
export async function merge(database: Database, order: MergeOrder): Promise<string> {
  return database.transaction(async (queries) => {
    const change = await mergeIdentities(queries, order);
    return change?.mergedInto ?? order.into;
  });
}

/** Takes back the merge by which an id gave way, outside of a request. Answers whether there was one. */
export async function unmerge(database: Database, formerId: string): Promise<boolean> {
  return database.transaction(async (queries) => {
    const mergeId = await mergeOf(queries, formerId);
    if (mergeId === null) return false;
    return (await unmergeIdentities(queries, { mergeId, reason: "IMPORT", author: "rule:import" })) !== null;
  });
}
