import { Category } from "@parcours/shared/visibility/category";
import { Ctx, Query, Resolver } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { MatchSweep } from "./match-sweep.type.js";

/** The sweep, in the graph. */
@Resolver()
export class MatchSweepResolver {
  @Query(() => MatchSweep, {
    description:
      "How far the search for duplicates among all persons is, and what it found. It goes on beside all other work, one page after another, a round a day. For reviewers of duplicates and the data protection officer; NOT_SHARED for everybody else.",
  })
  @Category("MATCH_REVIEW")
  matchSweep(@Ctx() { services }: FrontDoorContext): Promise<MatchSweep | null> {
    return services.matchSweep.progress();
  }
}
