/** A demonstration's documents as rows of the tables that every subgraph has, and the bytes that they are of. */
import { createHash } from "node:crypto";
import { documentPointerRow } from "../../documents/document-pointer.js";
import { documentTypes, mediaTypes } from "../../documents/document-types.js";
import type { DocumentRow } from "../../documents/document.repository.js";
import { actorOf } from "../../mutations/once.js";
import { outboxRow } from "../entry-rows.js";
import { demonstrationSource, type DemonstrationTable, type Row } from "../loader.js";
import type { EntrepreneurStory } from "../story.js";
import type { DocumentStory } from "./document-story.js";
import { pdfOf } from "./pdf.js";

/** The table of documents, as the seed fills it. */
export const documentTable: DemonstrationTable = {
  name: "document",
  columns: [
    "id",
    "entrepreneur_id",
    "enterprise_number",
    "project_id",
    "agency_code",
    "type",
    "media_type",
    "size",
    "sha256",
    "valid_from",
    "valid_until",
    "form",
    "dossier_id",
    "restricted",
    "staff_id",
    "actor",
    "provided_to",
    "version",
    "superseded_by",
    "superseded_at",
    "superseded_project",
    "superseded_enterprise",
    "received_at",
  ],
};

/** A document as it is kept: its row, its pointer as a row of `outbox` where it has one, and its bytes. */
export interface KeptDocument {
  readonly id: string;
  readonly row: Row;
  readonly pointer: Row | null;
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** A story's document, given by the entrepreneur in person. */
export function keptDocument(document: DocumentStory, story: EntrepreneurStory): KeptDocument {
  const bytes = pdfOf(linesOf(document, story));
  const actor = actorOf({ role: "ENTREPRENEUR", entrepreneurId: document.entrepreneurId });
  const row: DocumentRow = {
    ...document,
    agencyCode: document.agency,
    mediaType: mediaTypes.pdf,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    form: null,
    staffId: null,
    actor,
    source: demonstrationSource,
    replacedBy: document.supersededBy,
    replacedThrough: document.supersededThrough,
  };
  const pointer = row.isRestricted ? null : outboxRow(documentPointerRow(row));
  return { id: row.id, row: columnsOf(row, document.supersededAt), pointer, bytes, mediaType: row.mediaType };
}

/** What stands in it: which document of which demonstration it is, in three languages, and about what; nobody's name. */
function linesOf(
  { type, agency, version, validFrom, projectId, enterpriseNumber, id }: DocumentStory,
  story: EntrepreneurStory,
): string[] {
  const { fr, nl, en } = documentTypes[type].labels;
  const project = story.coaching.projects.find((one) => one.id === projectId);
  const about = [project?.title.fr, enterpriseNumber].filter((part): part is string => part != null);
  return [
    `${fr} · ${nl} · ${en}`,
    ...about,
    `${agency}, ${validFrom}, version ${version}`,
    "Démonstration : personne de ce nom n'existe. · Demonstratie: niemand in dit document bestaat.",
    id,
  ];
}

function columnsOf(row: DocumentRow, supersededAt: Date | null): Row {
  return {
    id: row.id,
    entrepreneur_id: row.entrepreneurId,
    enterprise_number: row.enterpriseNumber,
    project_id: row.projectId,
    agency_code: row.agencyCode,
    type: row.type,
    media_type: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    valid_from: row.validFrom,
    valid_until: row.validUntil,
    form: row.form,
    dossier_id: row.dossierId,
    restricted: row.isRestricted,
    staff_id: row.staffId,
    actor: row.actor,
    provided_to: row.providedTo,
    version: row.version,
    superseded_by: row.replacedBy,
    superseded_at: supersededAt,
    superseded_project: row.replacedThrough?.projectId ?? null,
    superseded_enterprise: row.replacedThrough?.enterpriseNumber ?? null,
    received_at: row.receivedAt,
  };
}
