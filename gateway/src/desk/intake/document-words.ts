/** A document of a form as the graph shows it, in the language of the request. */
import { documentTypeLabels } from "@parcours/shared/documents/document-types";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { labelIn, type RequestScope } from "@parcours/shared/server/context";
import type { ReadDocument } from "./asked-documents.js";
import { takenUntil, type FoundVersion } from "./document-state.rules.js";
import { IntakeState, rightsOf } from "./fact-state.rules.js";
import { grantOffer } from "./grant-offer.js";
import type { IntakeDocument, IntakeDocumentReference } from "./intake-document.type.js";

/** What the form shows of it. @param lastHeardOf when a subgraph was last heard of */
export function documentType(
  { document, state, version, scope, category, silentOwner }: ReadDocument,
  request: RequestScope,
  lastHeardOf: (owner: string) => Date | null,
): IntakeDocument {
  const { type, isRequired, mostMonths, legalBasis } = document;
  const isKnown = state === IntakeState.KNOWN;
  const former = state === IntakeState.TO_ASK ? version : null;
  // Nobody is an enterprise, and a mandate opens nothing of the person who gave it (J12).
  const coordinate = scope.enterpriseNumber === null ? "Entrepreneur.documents" : "Enterprise.documents";
  return {
    type: codeOf(documentTypeLabels, type),
    state,
    reference: isKnown && version ? referenceOf(version) : null,
    former: former && referenceOf(former),
    takenUntil: former && takenUntil(former, mostMonths),
    isRequired,
    mostMonths,
    ...scope,
    legalBasis: labelIn(legalBasis, null, request) ?? "",
    rights: isKnown ? rightsOf({ category, coordinate }, request.reader) : [],
    grant: state === IntakeState.NOT_SHARED ? grantOffer(category, request.reader) : null,
    lastKnownAt: silentOwner === null ? null : lastHeardOf(silentOwner),
  };
}

/** A version by reference. */
export function referenceOf({
  id,
  agency,
  providedTo,
  receivedAt,
  form,
  ...version
}: FoundVersion): IntakeDocumentReference {
  return {
    documentId: id,
    heldBy: agencyReference(agency),
    providedTo: providedTo.map(agencyReference),
    version: version.version,
    validFrom: version.validFrom,
    validUntil: version.validUntil,
    givenAt: new Date(receivedAt),
    givenOn: form,
  };
}
