/** What agencies were given of one entrepreneur, in the order of time and by the product's own rules: nothing that is held is given twice (R01). */
import { documentTypes } from "../../documents/document-types.js";
import {
  areOneSeries,
  isHeldAlready,
  isRestrictedOffer,
  linkBetween,
  validityOf,
  type LinkedScope,
} from "../../documents/document.rules.js";
import type { DocumentCode, DocumentStory } from "./document-story.js";

/** A document that somebody gives an agency. */
export interface Gift extends LinkedScope {
  readonly type: DocumentCode;
  readonly agency: string;
  readonly at: Date;
  readonly entrepreneurId: string;
  readonly dossierId?: string;
  /** Whether it replaces what is held. */
  readonly isNewVersion?: boolean;
}

type Version = { -readonly [Part in keyof DocumentStory]: DocumentStory[Part] };

/** Puts gifts down, the earliest first. @param nextId of the story's documents, always in the same order */
export function shelved(gifts: readonly Gift[], nextId: () => string): readonly DocumentStory[] {
  const held: Version[] = [];
  for (const gift of gifts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) put(held, gift, nextId);
  return held;
}

/** Held already: the agency gets the reference. Else a version, which replaces the one before at the same agency. */
function put(held: Version[], gift: Gift, nextId: () => string): void {
  const { type, agency, at, entrepreneurId, dossierId = null, isNewVersion = false } = gift;
  const { enterpriseNumber, projectId, projectEnterprise } = gift;
  const scope = { enterpriseNumber, projectId, projectEnterprise };
  const day = at.toISOString().slice(0, 10);
  const isRestricted = isRestrictedOffer({ agency, documentType: type, isRestricted: false });
  const sameKind = held.filter((one) => one.isRestricted === isRestricted);
  const offered = { type, ...scope, isNewVersion, sha256: "" };
  const known = sameKind.find((one) => isHeldAlready({ ...one, sha256: one.id }, offered, day));
  if (known) {
    if (!known.providedTo.includes(agency)) known.providedTo = [...known.providedTo, agency];
    return;
  }
  const former = sameKind.findLast((one) => one.type === type && one.agency === agency && areOneSeries(one, scope));
  const validity = validityOf(documentTypes[type], { validFrom: null, validUntil: null }, day);
  const id = nextId();
  const whose = { entrepreneurId, ...scope, dossierId };
  const version = {
    version: (former?.version ?? 0) + 1,
    supersededBy: null,
    supersededAt: null,
    supersededThrough: null,
  };
  held.push({
    id,
    type,
    agency,
    providedTo: [agency],
    ...whose,
    isRestricted,
    receivedAt: at,
    ...validity,
    ...version,
  });
  if (former)
    Object.assign(former, { supersededBy: id, supersededAt: at, supersededThrough: linkBetween(former, scope) });
}
