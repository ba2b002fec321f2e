import type { Database, Queries } from "@parcours/shared/database";
import { idAsked } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { ActService } from "../acts/act.service.js";
import { entrepreneursByIds } from "../entrepreneur/entrepreneur.repository.js";
import type { EntrepreneurService } from "../entrepreneur/entrepreneur.service.js";
import { recordOf } from "../matching/candidate.repository.js";
import { reasonsOf, shownReasons } from "../matching/match-reason.type.js";
import { matchesOf } from "../matching/matching.service.js";
import type { PossibleDuplicate } from "./identity-event.entity.js";
import { mergeById } from "./identity-event.repository.js";
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
import { areToldApart, tellApart, tellTogether } from "./not-same-person.repository.js";

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
    const { request } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const { fromId, intoId, reason } = this.#checkedPair(input, "fromId", "intoId");
      await this.#areKnown([fromId, intoId]);
      const about = { entrepreneurId: intoId, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("mergeEntrepreneurs", input, about, async (queries) => {
        await this.#overrule(queries, { fromId, intoId, isAllowed: input.overruleNotSamePerson ?? false });
        const order = { formerId: fromId, into: intoId, reason, author: authorOf(request.reader) };
        const change = await mergeIdentities(queries, order);
        return change ? change.keys : refuse(identityErrors.ALREADY_ONE_PERSON, "fromId");
      });
      request.looks.note({ entrepreneurId: fromId }, "MATCH_REVIEW", true, ids.join(" "));
      const reach = await this.acts.reach(ids);
      return { mergeId: ids[0] ?? null, entrepreneur: await this.entrepreneurs.byId(intoId), ...reach };
    });
    return { ...(result ?? { mergeId: null, entrepreneur: null, ...noReach }), errors };
  }

  /** Takes a merge back, and waits until every reachable subgraph knows. User errors: those of the input, ACT_NOT_ALLOWED, ALREADY_UNMERGED. */
  async unmerge(input: UnmergeEntrepreneursInput): Promise<UnmergeEntrepreneursPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const check = new InputCheck();
      const mergeId = check.id("mergeId", input.mergeId);
      const reason = check.text("reason", input.reason, reasonLength);
      check.end();
      if (!mayDecideIdentity(request.reader)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
      const merge = await mergeById(database, mergeId);
      if (!merge) return refuse(mutationErrors.ACT_NOT_ALLOWED, "mergeId");
      const sides = [merge.formerId, merge.mergedInto];
      const about = { entrepreneurId: merge.formerId, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("unmergeEntrepreneurs", input, about, async (queries) => {
        const change = await unmergeIdentities(queries, { mergeId, reason, author: authorOf(request.reader) });
        return change ? change.keys : refuse(identityErrors.ALREADY_UNMERGED, "mergeId");
      });
      request.looks.note({ entrepreneurId: merge.mergedInto }, "MATCH_REVIEW", true, ids.join(" "));
      const reach = await this.acts.reach(ids);
      const entrepreneurs = await Promise.all(sides.map((id) => this.entrepreneurs.byId(id)));
      return { entrepreneurs: entrepreneurs.filter((person) => person !== null), ...reach };
    });
    return { ...(result ?? { entrepreneurs: null, ...noReach }), errors };
  }

  /** Remembers that two files are two people's. User errors: those of the input, ACT_NOT_ALLOWED, ALREADY_ONE_PERSON. */
  async tellApart(input: NotSamePersonInput): Promise<NotSamePersonPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const { oneId, otherId, reason } = this.#checkedPair(input, "oneId", "otherId");
      await this.#areKnown([oneId, otherId]);
      if ((await idsOf(database, oneId)).includes(otherId)) refuse(identityErrors.ALREADY_ONE_PERSON, "otherId");
      const about = { entrepreneurId: oneId, category: "MATCH_REVIEW" };
      await this.acts.done("notSamePerson", input, about, (queries) =>
        tellApart(queries, { ids: [oneId, otherId], reason, reader: request.reader }),
      );
      request.looks.note({ entrepreneurId: otherId }, "MATCH_REVIEW", true, otherId);
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

  async #overrule(
    queries: Queries,
    { fromId, intoId, isAllowed }: { readonly fromId: string; readonly intoId: string; readonly isAllowed: boolean },
  ): Promise<void> {
    const [from, into] = [await idsOf(queries, fromId), await idsOf(queries, intoId)];
    if (!(await areToldApart(queries, from, into))) return;
    if (!isAllowed) refuse(identityErrors.MERGE_TOLD_APART, "intoId");
    await tellTogether(queries, from, into);
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
