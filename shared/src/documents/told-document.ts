/** What an owner's endpoints tell of documents, as the single desk reads it. */
import type { UserError } from "../mutations/user-error.js";
import type { DocumentRow } from "./document.repository.js";
import { isValidOn } from "./document.rules.js";

/** A document, as its holder tells it to who may read it. */
export interface ToldDocument {
  readonly id: string;
  readonly type: string;
  readonly agencyCode: string;
  readonly providedTo: readonly string[];
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  /** The enterprise that the project became, where that counts. */
  readonly projectEnterprise: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly supersededBy: string | null;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly isValid: boolean;
  readonly isRestricted: boolean;
  readonly form: string | null;
  readonly dossierId: string | null;
}

/** What `POST /documents/begin` answers. */
export type ToldBeginning =
  | { readonly state: "ALREADY_HELD" | "RECEIVED"; readonly document: ToldDocument }
  | { readonly state: "TICKET"; readonly uploadId: string; readonly ticket: string; readonly expiresAt: string }
  /** Held by another owner: ask that one. */
  | { readonly state: "ELSEWHERE" }
  | { readonly state: "REFUSED"; readonly errors: readonly UserError[] };

/** What a document tells. @param today `YYYY-MM-DD` in Brussels */
export function toldDocument(row: DocumentRow, today: string): ToldDocument {
  const { id, type, agencyCode, providedTo, enterpriseNumber, projectId, mediaType, size, sha256, version } = row;
  const { projectEnterprise, validFrom, validUntil, supersededBy, isRestricted, form, dossierId } = row;
  return {
    id,
    type,
    agencyCode,
    providedTo,
    enterpriseNumber,
    projectId,
    projectEnterprise,
    mediaType,
    size,
    sha256,
    version,
    validFrom,
    validUntil,
    supersededBy,
    receivedAt: row.receivedAt.toISOString(),
    isValid: isValidOn(row, today),
    isRestricted,
    form,
    dossierId,
  };
}
