import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import type { Page } from "@parcours/shared/paging";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { ActService } from "../acts/act.service.js";
import { mergeIdentities } from "./identity.repository.js";
import { authorOf, mayDecideIdentity, mayReadMatches, reasonLength } from "./identity.service.js";
import { MatchDecision, type MatchReview } from "./match-review.entity.js";
import type { DecideMatchInput, DecideMatchPayload, MatchReviewArguments } from "./match-review.inputs.js";
import { closeMatchReview, matchReviewPage, matchReviewsByIds } from "./match-review.repository.js";
import { tellApart } from "./not-same-person.repository.js";

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
      const check = new InputCheck();
      const id = check.id("reviewId", input.reviewId);
      const reason = check.text("reason", input.reason, reasonLength);
      check.end();
      const [review] = mayDecideIdentity(request.reader) ? await matchReviewsByIds(database, [id]) : [];
      if (!review) return refuse(mutationErrors.ACT_NOT_ALLOWED);
      const { entrepreneurId, otherId } = review;
      const about = { entrepreneurId, category: "MATCH_REVIEW" };
      const ids = await this.acts.done("decideMatch", input, about, async (queries) => {
        const { agency = null, staffId = null } = request.reader;
        const closing = { id, version: input.version, decision: input.decision, reason };
        if (!(await closeMatchReview(queries, { ...closing, agencyCode: agency, staffId })))
          refuse(mutationErrors.CHANGED_MEANWHILE, "version");
        if (input.decision === MatchDecision.DIFFERENT) {
          await tellApart(queries, { ids: [entrepreneurId, otherId], reason, reader: request.reader });
          return [];
        }
        // Who was merged meanwhile in another way is one person already: then nothing is left to do.
        const order = { formerId: entrepreneurId, into: otherId, reason, author: authorOf(request.reader) };
        return (await mergeIdentities(queries, order))?.keys ?? [];
      });
      request.looks.note({ entrepreneurId: otherId }, "MATCH_REVIEW", true, id);
      const reach = ids.length > 0 ? await this.acts.reach(ids) : { reached: [], pending: [] };
      const [decided = null] = await matchReviewsByIds(database, [id]);
      return { matchReview: decided, ...reach };
    });
    return { ...(result ?? { matchReview: null, reached: [], pending: [] }), errors };
  }
}
