import { codeOf } from "@parcours/shared/graphql/code";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Field, Float, ObjectType } from "type-graphql";
import { matchReasons } from "../labels/match-reasons.js";
import type { Match } from "./match.rules.js";

/** One finding of a comparison of two files, as it is kept and shown. Never a value: `SAME_BIRTH_DATE`, not the date. */
@ObjectType({ description: "One finding of a comparison of two files. Never a value.", simpleResolvers: true })
@Category("STRUCTURE")
export class MatchReason {
  @Field(() => Code, { nullable: false, description: "What was found, or the rule that lowered the verdict." })
  reason!: Code;

  @Field(() => Float, {
    description:
      "What it says, in bits: above zero it speaks for one person, below for two; null for a rule that overrules the score.",
  })
  weight!: number | null;
}

/** A reason as a table keeps it. */
export interface KeptReason {
  readonly code: string;
  readonly weight: number | null;
}

/** All that a comparison rests on: its parts, and the guard that lowered it. */
export function reasonsOf({ parts, guard }: Pick<Match, "parts" | "guard">): KeptReason[] {
  return [...parts, ...(guard === null ? [] : [{ code: guard, weight: null }])];
}

/** Reasons as the graph shows them. */
export function shownReasons(reasons: readonly KeptReason[]): MatchReason[] {
  return reasons.map(({ code, weight }) => ({ reason: codeOf(matchReasons, code), weight }));
}
