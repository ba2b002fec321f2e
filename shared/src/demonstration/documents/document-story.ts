/** The documents of one demonstration entrepreneur, as agencies were given them. */
import type { documentTypes } from "../../documents/document-types.js";
import type { LinkedScope, ProjectLink } from "../../documents/document.rules.js";

/** A code of `documentTypes`. */
export type DocumentCode = keyof typeof documentTypes;

/** One version of a document. Days as `YYYY-MM-DD`. */
export interface DocumentStory extends LinkedScope {
  readonly id: string;
  readonly type: DocumentCode;
  /** The agency that keeps it, and every agency it was given to, that one first. */
  readonly agency: string;
  readonly providedTo: readonly string[];
  /** The id it was given under: the entrepreneur's, or one of `formerIds`. */
  readonly entrepreneurId: string;
  /** The dossier with which it came; only those of a restricted dossier say it. */
  readonly dossierId: string | null;
  readonly isRestricted: boolean;
  readonly receivedAt: Date;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** 1 for the first of its series: its type, at that agency, for what `areOneSeries` says is one. */
  readonly version: number;
  /** The version that replaced it, and when; null while none did. */
  readonly supersededBy: string | null;
  readonly supersededAt: Date | null;
  /** The link through which it was replaced; null where both are of the very same. */
  readonly supersededThrough: ProjectLink | null;
}
