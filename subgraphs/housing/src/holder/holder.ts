/** Whom a row is about, as the graph hands it out: canonical ids only, whatever id stands in the row. */
import type { PolicyCopy } from "@parcours/shared/feed/policy-copy";
import type { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import type { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";

/** The person of a row, under the id in use today; null where the row names none. */
export async function personOf(
  { entrepreneurId }: { readonly entrepreneurId: string | null },
  policy: PolicyCopy,
): Promise<EntrepreneurStub | null> {
  return entrepreneurId ? { id: (await policy.identity(entrepreneurId)).canonicalId } : null;
}

/** The enterprise of a row; null where the row names none. */
export function enterpriseOf({ enterpriseNumber }: { readonly enterpriseNumber: string | null }): EnterpriseStub | null {
  return enterpriseNumber ? { number: enterpriseNumber } : null;
}
