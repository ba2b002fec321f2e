import type { Queries } from "@parcours/shared/database";
import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { isUuid } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import type { Page } from "@parcours/shared/paging";
import { notShared } from "@parcours/shared/visibility/may-read";
import { asId, type ActService } from "../acts/act.service.js";
import { recordOf } from "../matching/candidate.repository.js";
import { fingerprintOf } from "../matching/fingerprint.js";
import { mergeUnlessToldApart, tellApartUnlessOne } from "./identity.decisions.js";
import { identityErrors } from "./identity.errors.js";
import { idsOf } from "./identity.repository.js";
import { authorOf, mayDecideIdentity, mayReadMatches, reasonLength } from "./identity.service.js";
import { MatchDecision, type MatchReview } from "./match-review.entity.js";
import type { DecideMatchInput, DecideMatchPayload, MatchReviewArguments } from "./match-review.inputs.js";
import { closeMatchReview, matchReviewPage, matchReviewsByIds } from "./match-review.repository.js";

/** Doubts that wait for somebody, for one request. */
export class MatchReviewService {
  constructor(private readonly acts: ActService) {}

  /** A page of reviews. Errors: those of access; NOT_SHARED for who reviews no duplicates; those of paging. */
  async page(asked: MatchReviewArguments): Promise<Page<MatchReview>> {
    const { request, database } = this.acts.scope;
    if (request.accessFault) throw request.accessFault;
    if (!mayReadMatches(request.reader)) throw notShared("MATCH_REVIEW");
    const page = await matchReviewPage(database, asked.state ?? null, pageAskedBy(asked));
    // A review is a look at both.
    for (const { node } of page.edges)
      request.looks.note({ entrepreneurId: node.otherId }, "MATCH_REVIEW", true, node.id);
    return page;
  }

  /** Decides. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE. */
  async decide(input: DecideMatchInput): Promise<DecideMatchPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const id = asId(input.reviewId);
      const [review = null] = isUuid(id) ? await matchReviewsByIds(database, [id]) : [];
      const { entrepreneurId = null, otherId = null } = review ?? {};
      const about = { entrepreneurId, otherId, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("decideMatch", input, about, (queries) => this.#decide(queries, input, review));
      const reach = ids.length > 0 ? await this.acts.reach(ids) : { reached: [], pending: [] };
      const [decided = null] = await matchReviewsByIds(database, [id]);
      return { matchReview: decided, ...reach };
    });
    return { ...(result ?? { matchReview: null, reached: [], pending: [] }), errors };
  }

  /** Of what both sides' files say: the doubt is not raised again as long as they say it. */
  async #fingerprint(queries: Queries, { entrepreneurId, otherId }: MatchReview): Promise<string> {
    const [own, others] = [await idsOf(queries, entrepreneurId), await idsOf(queries, otherId)];
    return fingerprintOf(await recordOf(queries, own), await recordOf(queries, others));
  }

  /** Answers the policy entries that tell of it: none where they stay two. */
  async #decide(queries: Queries, input: DecideMatchInput, review: MatchReview | null): Promise<readonly string[]> {
    const { reader } = this.acts.scope.request;
    const check = new InputCheck();
    const id = check.id("reviewId", input.reviewId);
    const reason = check.text("reason", input.reason, reasonLength);
    check.end();
    if (!review || !mayDecideIdentity(reader)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
    await this.acts.mustStayKnown(queries, review.entrepreneurId, review.otherId);
    const { agency = null, staffId = null } = reader;
    const fingerprint = await this.#fingerprint(queries, review);
    const closing = { id, version: input.version, decision: input.decision, reason, fingerprint };
    if (!(await closeMatchReview(queries, { ...closing, agencyCode: agency, staffId })))
      refuse(mutationErrors.CHANGED_MEANWHILE, "version");
    const { entrepreneurId, otherId } = review;
    if (input.decision === MatchDecision.DIFFERENT) {
      const note = await tellApartUnlessOne(queries, { ids: [entrepreneurId, otherId], reason, reader });
      return note === null ? refuse(identityErrors.ALREADY_ONE_PERSON, "decision") : [];
    }
    const order = { formerId: entrepreneurId, into: otherId, reason, author: authorOf(reader) };
    const change = await mergeUnlessToldApart(queries, order, false);
    if (change === "TOLD_APART") return refuse(identityErrors.MERGE_TOLD_APART, "decision");
    // Who was merged meanwhile in another way is one person already: then nothing is left to do.
    return change?.keys ?? [];
  }
}
