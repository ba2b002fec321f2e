/**
 * The end of an upload: the bytes are verified as they are on the disk, kept, and only then, in one transaction, there is a document, its
 * pointer, and no upload any more. A process that is killed anywhere before leaves an upload that is whole and can be finished again.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { logLooks } from "../access-log/request-log.js";
import { DomainError, type ErrorDefinition } from "../errors.js";
import { publish } from "../feed/outbox.js";
import { isErased } from "../rights/erased-person.js";
import { isOfMediaType } from "./content-type.js";
import { subjectOf } from "./document-access.js";
import { documentPointerRow } from "./document-pointer.js";
import { hasMalware } from "./document-scanner.js";
import { leaveDocumentBytes, takeUpload, type UploadRow } from "./document-upload.repository.js";
import { documentErrors } from "./document.errors.js";
import { documentById, documentsByIds, insertDocument, type DocumentRow } from "./document.repository.js";
import { documentCategory } from "./document.rules.js";
import type { DocumentsScope } from "./documents-scope.js";
import type { Lease } from "./upload-locker.js";
import { removeWaiting, waitingFile } from "./waiting-bytes.js";

/**
 * Finishes an upload whose bytes are all there; finishing it again answers the same document.
 * @param lease held: another that finishes at once would take the file from under this one, or find it half written
 * @throws DomainError DOCUMENT_HASH_DIFFERS, DOCUMENT_CONTENT_DIFFERS, DOCUMENT_INFECTED: then the bytes and the upload are gone;
 *   DOCUMENT_SCANNER_SILENT: then they wait; DOCUMENT_UPLOAD_GONE;
 *   DOCUMENT_UPLOAD_BUSY where the lease was lost meanwhile: nothing is decided then
 */
export async function finishUpload(scope: DocumentsScope, upload: UploadRow, lease: Lease): Promise<DocumentRow> {
  const { uploads, database } = scope;
  // Another finished it while this one waited for the lease.
  const done = await documentById(database, upload.id);
  if (done) return done;
  const file = waitingFile(uploads, upload.id);
  const fault = (await faultOfBytes(file, upload)) ?? (await infectionOf(scope, file));
  if (fault) {
    if (!(await lease.isHeld())) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_BUSY);
    await takeUpload(database, upload.id);
    await removeWaiting(uploads, upload.id);
    throw new DomainError(fault);
  }
  await toDisk(file);
  const document = await keep(scope, upload, file);
  await removeWaiting(uploads, upload.id);
  return document;
}

/**
 * Puts the bytes in the store, and then the document down. Whatever goes wrong, word is left of the bytes: a sweep or an erasure may have ended the
 * upload while they went in, and they would outlive every row. While the upload is there, no sweep touches them.
 */
async function keep(scope: DocumentsScope, upload: UploadRow, file: string): Promise<DocumentRow> {
  const { store, uploads, database } = scope;
  try {
    await store.put(upload.id, file, upload);
    return await putDown(scope, upload);
  } catch (error) {
    await leaveDocumentBytes(database, upload.id);
    const isGone = error instanceof DomainError && error.definition === documentErrors.DOCUMENT_UPLOAD_GONE;
    if (isGone) await removeWaiting(uploads, upload.id);
    throw error;
  }
}

/** What is wrong with bytes; null where they are what was announced. */
async function faultOfBytes(
  file: string,
  { size, sha256, mediaType }: Pick<UploadRow, "size" | "sha256" | "mediaType">,
): Promise<ErrorDefinition | null> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  const isSame = (await stat(file)).size === size && hash.digest("hex") === sha256;
  if (!isSame) return documentErrors.DOCUMENT_HASH_DIFFERS;
  return (await isOfMediaType(file, mediaType)) ? null : documentErrors.DOCUMENT_CONTENT_DIFFERS;
}

/** Whether malware was found; null where none was, or nobody looks for it. @throws DomainError DOCUMENT_SCANNER_SILENT */
async function infectionOf({ scanner }: DocumentsScope, file: string): Promise<ErrorDefinition | null> {
  if (scanner === null) return null;
  return (await hasMalware(scanner, file)) ? documentErrors.DOCUMENT_INFECTED : null;
}

/** A power cut after the commit must not find the bytes in memory only. */
async function toDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function putDown(scope: DocumentsScope, upload: UploadRow): Promise<DocumentRow> {
  const { database, policy, request, target } = scope;
  const { id, entrepreneurId, isRestricted } = upload;
  // The policy and the log use connections of their own: both come before the transaction, which would else wait for itself under load.
  const { projectId } = upload;
  const person = entrepreneurId ?? "";
  const [{ ids }, projectEnterprise] = await Promise.all([
    policy.identity(person),
    policy.projects.enterpriseOf({ projectId, entrepreneurId: person }),
  ]);
  request.looks.note(subjectOf({ ...upload, projectEnterprise }), documentCategory(isRestricted), true, upload);
  await logLooks(target, request, { action: "WRITE", failed: false, policy });
  return database.transaction(async (queries) => {
    // The bytes may have been under way while the person was erased here.
    if (entrepreneurId !== null && (await isErased(queries, ids)))
      throw new DomainError(documentErrors.DOCUMENT_UPLOAD_GONE);
    const taken = await takeUpload(queries, id);
    const formers = taken ? await insertDocument(queries, { ...taken, ids, projectEnterprise }) : [];
    const document = await documentById(queries, id);
    if (!document) throw new DomainError(documentErrors.DOCUMENT_UPLOAD_GONE);
    const replaced = await documentsByIds(queries, formers);
    if (taken && !isRestricted) await publish(queries, [document, ...replaced].map(documentPointerRow));
    return document;
  });
}
