import type { OutboxRow } from "../feed/outbox.js";
/** The pointer to a document: where it is, what type it is, how long it holds and who may read it; never its content. Design 4; R01. */
import { removedPointer, type Holder } from "../feed/pointer.js";
import { ruleOf } from "../visibility/access-matrix.js";
import type { DocumentRow } from "./document.repository.js";
import { documentCategory, type ProjectLink } from "./document.rules.js";

/** A document as the directory knows it: the body of its row in the feed of pointers, told from other pointers by `document`. */
export interface DocumentPointer {
  readonly holder: Holder;
  /** The person whom a document of an enterprise names. */
  readonly other?: Holder;
  readonly agencyCode: string;
  readonly category: string;
  /** Reader codes that may see it. */
  readonly readers: readonly string[];
  readonly document: {
    readonly type: string;
    readonly providedTo: readonly string[];
    readonly projectId: string | null;
    readonly sha256: string;
    readonly mediaType: string;
    readonly size: number;
    readonly version: number;
    readonly validFrom: string;
    readonly validUntil: string | null;
    readonly supersededBy: string | null;
    /** The link through which it was replaced: it is so while that counts. */
    readonly supersededThrough: ProjectLink | null;
    /** ISO 8601, UTC. */
    readonly receivedAt: string;
  };
}

/** The pointer to a document as a row of the outbox; a restricted document has none, and a tombstone says so as for one that is gone. */
export function documentPointerRow(row: DocumentRow): OutboxRow {
  if (row.isRestricted || !holderOf(row)) return removedPointer(row.id, row.source);
  return { topic: "POINTER", key: row.id, body: documentPointer(row), source: row.source };
}

function documentPointer(row: DocumentRow): DocumentPointer {
  const { type, providedTo, projectId, sha256, mediaType, size, version, validFrom, validUntil, replacedBy } = row;
  const { entrepreneurId, enterpriseNumber, agencyCode, receivedAt } = row;
  const category = documentCategory(false);
  const holder: Holder = enterpriseNumber === null ? { entrepreneurId: entrepreneurId ?? "" } : { enterpriseNumber };
  return {
    holder,
    ...(enterpriseNumber !== null && entrepreneurId !== null && { other: { entrepreneurId } }),
    agencyCode,
    category,
    readers: documentReaders(category, providedTo),
    document: {
      type,
      providedTo,
      projectId,
      sha256,
      mediaType,
      size,
      version,
      validFrom,
      validUntil,
      supersededBy: replacedBy,
      supersededThrough: row.replacedThrough,
      receivedAt: receivedAt.toISOString(),
    },
  };
}

function holderOf({ entrepreneurId, enterpriseNumber }: DocumentRow): string | null {
  return enterpriseNumber ?? entrepreneurId;
}

/** Who may read a document, as codes: those of its category, at every agency that it was given to. */
function documentReaders(category: string, agencies: readonly string[]): string[] {
  const atOwner = "@OWNER_AGENCY";
  return ruleOf(category).readers.flatMap((code) =>
    code.endsWith(atOwner) ? agencies.map((agency) => code.replace(atOwner, `@${agency}`)) : [code],
  );
}
