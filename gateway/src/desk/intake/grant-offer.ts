/** What is offered to an official from whom something is kept that the person can open. */
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import type { Reader } from "@parcours/shared/visibility/reader";
import { canBeGranted } from "./fact-state.rules.js";
import type { IntakeGrantOffer } from "./grant-offer.type.js";

/** The offer; null where no grant of the person could open the category to the reader's agency. */
export function grantOffer(category: string, reader: Reader): IntakeGrantOffer | null {
  if (!reader.agency || !canBeGranted(category, reader)) return null;
  return {
    category: codeOf(categoryLabels, category),
    toAgency: agencyReference(reader.agency),
    mutation: "grantSharing",
  };
}
