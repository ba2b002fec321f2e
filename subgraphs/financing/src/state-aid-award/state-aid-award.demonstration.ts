/** The row of one line of the demonstration's state-aid ledger. */
import { entryRow } from "@parcours/shared/demonstration/entry-rows";
import type { StateAidStory } from "@parcours/shared/demonstration/financing-story";
import type { Emit } from "@parcours/shared/demonstration/loader";
import type { EntrepreneurStory } from "@parcours/shared/demonstration/story";
import { noonOf } from "../holder/holder.rules.js";

/**
 * Tells an award. It records a help that this pole granted, and that help is pointed to already: a pointer of its own would show one
 * support twice. It is found in the enterprise's section, and leads to the help.
 */
export function tellAward(award: StateAidStory, story: EntrepreneurStory, emit: Emit): void {
  const { applications } = story.financing;
  const { id, agency, enterpriseNumber, grantedOn } = award;
  const period = { occurredAt: noonOf(grantedOn), since: grantedOn, until: grantedOn };
  emit("state_aid_award", {
    ...entryRow({ id, agency, entrepreneurId: null, enterpriseNumber, ...period }),
    reference: null,
    measure_number: null,
    measure_title: null,
    regime_code: award.regime,
    instrument_code: award.instrument,
    instrument_as_published: null,
    objective_code: award.objective,
    objective_as_published: null,
    nominal_cents: award.amount,
    aid_element_cents: award.grossGrantEquivalent,
    amount_note: null,
    published_on: null,
    for_grant_id: applications.some(({ grant }) => grant?.id === award.forId && grant.coInvestment === null)
      ? award.forId
      : null,
    for_guarantee_id: applications.some(({ guarantee }) => guarantee?.id === award.forId) ? award.forId : null,
  });
}
