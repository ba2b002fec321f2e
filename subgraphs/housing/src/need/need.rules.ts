/** Rules of needs (R62, R30). */
import { DomainError } from "@parcours/shared/errors";
import { needErrors } from "./need.errors.js";

/** How a need ended, if it did. */
export interface NeedEnd {
  readonly referralId: string | null;
  readonly noFollowUp: string | null;
}

/** Every need ends in one thing: a referral, or a stated reason for none. Errors: NEED_ENDS_TWICE. */
export function needMustEndInAReferralOrAReason({ referralId, noFollowUp }: NeedEnd): void {
  if (referralId !== null && noFollowUp !== null) throw new DomainError(needErrors.NEED_ENDS_TWICE);
}

/** Whether a need still waits for its end. */
export function needIsOpen({ referralId, noFollowUp }: NeedEnd): boolean {
  return referralId === null && noFollowUp === null;
}

/**
 * The topic under which a need or a visit is kept. That somebody is in difficulty is known from the difficulty case alone and by its
 * readers, so here it is another question.
 */
export function topicThatTellsNoDifficulty(topic: string): string {
  return topic === "DIFFICULTY" ? "OTHER" : topic;
}
