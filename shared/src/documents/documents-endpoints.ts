/** What a holder is asked by the single desk about documents that it holds: to give one to a further agency, to list, to let one be fetched. */
import { createHash, randomBytes } from "node:crypto";
import { logLooks } from "../access-log/request-log.js";
import type { DomainError } from "../errors.js";
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import { actorOf } from "../mutations/once.js";
import { brusselsDate } from "../periods.js";
import { BadRequest } from "../server/http.js";
import { notShared } from "../visibility/may-read.js";
import { giveTo, mayBeGivenTo } from "./begin-upload.js";
import { giverOf, mayReadDocument, subjectOf } from "./document-access.js";
import { insertDocumentLink } from "./document-upload.repository.js";
import { documentById, documentsOfEnterprise, documentsOfPerson, type DocumentRow } from "./document.repository.js";
import { countsFor, documentCategory } from "./document.rules.js";
import type { DocumentsScope } from "./documents-scope.js";
import { toldDocument } from "./told-document.js";

type Answer = Promise<{ status: number; body: object }>;

/**
 * `POST /documents/claim`: another owner's agency asks for what is held here. Who may read it gets the reference; where the person or a
 * mandatary gives it, that agency reads it from now on. Anybody else gets 403, whatever the id is of; so does who asks for an agency that no
 * pointer may name, which is given a copy of its own.
 */
export async function answerClaim(scope: DocumentsScope, body: unknown): Answer {
  const { documentId, agency } = idsIn(body, "documentId");
  if (typeof agency !== "string" || !/^[A-Z0-9_]{1,60}$/.test(agency)) throw new BadRequest(400, "`agency` is a code.");
  const row = await readable(scope, documentId, "WRITE");
  if (!row || !mayBeGivenTo(row, agency)) return refused(scope, documentCategory(false));
  const { entrepreneurId } = row;
  const enterpriseNumber = countsFor(row);
  const isHolder =
    entrepreneurId !== null &&
    (await giverOf(scope, { entrepreneurId: readerOr(scope, entrepreneurId), enterpriseNumber, agency }).then(
      (giver) => giver === "HOLDER",
      () => false,
    ));
  if (isHolder) await scope.database.transaction((queries) => giveTo(queries, row, agency));
  const given = (await documentById(scope.database, documentId)) ?? row;
  return { status: 200, body: toldDocument(given, brusselsDate(new Date())) };
}

/** `POST /documents/held`: what the reader may see of what is held here of a person or an enterprise, restricted documents too. */
export async function answerHeld(scope: DocumentsScope, body: unknown): Answer {
  const { database, policy, request } = scope;
  if (request.accessFault) return refusedBy(request.accessFault, scope);
  const { entrepreneurId, enterpriseNumber } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const number = typeof enterpriseNumber === "string" ? parseEnterpriseNumber(enterpriseNumber) : null;
  const person = typeof entrepreneurId === "string" && isUuid(entrepreneurId) ? entrepreneurId : null;
  if ((number === null) === (person === null))
    throw new BadRequest(400, "Expected either `entrepreneurId` or `enterpriseNumber`.");
  const rows =
    person !== null
      ? await documentsOfPerson(database, (await policy.identity(person)).ids)
      : await documentsOfEnterprise(database, number ?? "");
  const allowed = await Promise.all(rows.map((row) => mayReadDocument(scope, row)));
  const shown = rows.filter((_, place) => allowed[place]);
  const subject = { entrepreneurId: person, enterpriseNumber: number };
  for (const row of shown.length > 0 ? shown : [null])
    request.looks.note(subject, documentCategory(row?.isRestricted ?? false), true, row);
  await log(scope, "READ");
  return { status: 200, body: { documents: shown.map((row) => toldDocument(row, brusselsDate(new Date()))) } };
}

/** `POST /documents/link`: a link by which this reader may fetch a document once, within two minutes. 403 for anybody else and any id. */
export async function answerLink(scope: DocumentsScope, body: unknown): Answer {
  const { documentId } = idsIn(body, "documentId");
  const row = await readable(scope, documentId, "READ");
  if (!row) return refused(scope, documentCategory(false));
  const { reader } = scope.request;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = await insertDocumentLink(scope.database, linkHash(token), {
    documentId,
    actor: actorOf(reader),
    purpose: reader.purpose ?? null,
    caseReference: reader.caseReference ?? null,
  });
  return { status: 200, body: { token, expiresAt: expiresAt.toISOString() } };
}

/** How a link's token is kept: who reads the table has no link. */
export function linkHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A document that the reader may see, in the log before anybody is told; null where there is none for this reader. */
async function readable(scope: DocumentsScope, id: string, action: "READ" | "WRITE"): Promise<DocumentRow | null> {
  const { request, database } = scope;
  if (request.accessFault) return null;
  const row = await documentById(database, id);
  const allowed = row !== null && (await mayReadDocument(scope, row));
  if (row) request.looks.note(subjectOf(row), documentCategory(row.isRestricted), allowed, row);
  await log(scope, action);
  return allowed ? row : null;
}

/** A mandatary acts under the own id for what another of the enterprise gave. */
function readerOr({ request }: DocumentsScope, entrepreneurId: string): string {
  return request.reader.entrepreneurId ?? entrepreneurId;
}

async function log({ target, request, policy }: DocumentsScope, action: "READ" | "WRITE"): Promise<void> {
  await logLooks(target, request, { action, failed: false, policy });
}

function refused(scope: DocumentsScope, category: string): { status: number; body: object } {
  return refusedBy(scope.request.accessFault ?? notShared(category), scope);
}

function refusedBy(error: DomainError, { request }: DocumentsScope): { status: number; body: object } {
  return { status: 403, body: { error: error.messageIn(request.language), code: error.definition.code } };
}

function idsIn(body: unknown, name: string): { readonly documentId: string; readonly agency: unknown } {
  const { [name]: documentId, agency } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof documentId !== "string" || !isUuid(documentId)) throw new BadRequest(400, `\`${name}\` is a UUID.`);
  return { documentId, agency };
}
