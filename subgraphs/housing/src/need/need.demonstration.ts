import { morningOf } from "@parcours/shared/demonstration/calendar";
import type { NeedStory, StayStory } from "@parcours/shared/demonstration/housing-story";
import type { Emit } from "@parcours/shared/demonstration/loader";
import { needMustEndInAReferralOrAReason, topicThatTellsNoDifficulty } from "./need.rules.js";

/** A need, found by the agency of the site at which its holder stays. Needs have no pointer: only their readers learn that there is one. */
export function emitNeed(need: NeedStory, stays: readonly StayStory[], emit: Emit): void {
  const stay = stays.find(({ siteId }) => siteId === need.siteId);
  if (!stay) throw new Error(`need ${need.id} is of nobody who stays at site ${need.siteId}`);
  needMustEndInAReferralOrAReason({ referralId: need.referralId, noFollowUp: need.noFollowUpReason });
  emit("need", {
    id: need.id,
    agency_code: stay.agency,
    entrepreneur_id: need.entrepreneurId,
    enterprise_number: stay.enterpriseNumber,
    site_id: need.siteId,
    occurred_at: morningOf(need.identifiedOn),
    kind_code: topicThatTellsNoDifficulty(need.kind),
    referral_id: need.referralId,
    no_follow_up_code: need.noFollowUpReason,
  });
}
