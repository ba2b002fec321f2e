import type { Refusal } from "@parcours/shared/access-log/refusals-endpoint";
/** What the desk refused by itself reaches no owner: the one that owns the person puts it in its log, as its own refusals are. */
import type { RequestScope } from "@parcours/shared/server/context";
import type { Owners } from "./owners.js";

/**
 * Tells the owner of persons what was refused of whom, before the answer leaves. Should that owner be down, the answer leaves all the same: it
 * shows nothing of anybody, and the link says in the process's log that the owner did not answer.
 */
export async function tellRefusals(
  owners: Owners,
  spine: string,
  { looks }: RequestScope,
  query: string,
): Promise<void> {
  const refusals = looks
    .all()
    .filter(({ withheld }) => withheld.length > 0)
    .map(({ entrepreneurId, enterpriseNumber, withheld }): Refusal => ({ entrepreneurId, enterpriseNumber, withheld }));
  if (refusals.length === 0) return;
  const action = query.startsWith("mutation") ? "WRITE" : "READ";
  await owners.post(spine, "/refusals", { action, refusals });
}
