/**
 * `POST /documents/standing`: what this subgraph holds of the documents that a form asks for, as far as the reader may see it (R01, J03).
 * Decided as `begin` decides whether an offer is held already: by the same versions, the same readers, the same scope. What may not be seen is
 * as if it were not there, and costs the same questions.
 */
import { logLooks } from "../access-log/request-log.js";
import { isUuid, parseEnterpriseNumber } from "../ids.js";
import { brusselsDate } from "../periods.js";
import { BadRequest } from "../server/http.js";
import { readableDocuments, subjectOf } from "./document-access.js";
import { documentTypeOf } from "./document-types.js";
import { presentVersions, type DocumentRow } from "./document.repository.js";
import { documentCategory, isForTheSame, isRestrictedOffer, type DocumentScope } from "./document.rules.js";
import type { DocumentsScope } from "./documents-scope.js";
import { toldDocument, type ToldDocument } from "./told-document.js";

/** A document that a form asks for: of what type, and of whom. */
export interface WantedDocument extends DocumentScope {
  readonly type: string;
}

/** What the single desk asks. */
export interface StandingAsked {
  readonly entrepreneurId: string;
  /** Code of the agency whose form it is: of one whose files are restricted, only those are looked at. */
  readonly agency: string;
  readonly documents: readonly WantedDocument[];
}

/** What it is told: versions that none has replaced, whether or not they still hold. */
export interface ToldStanding {
  readonly documents: readonly ToldDocument[];
}

/** The most documents that one form asks for. */
const mostWanted = 20;

/** Answers it. Errors: BadRequest. Who may not be told anything: 403. */
export async function answerStanding(
  scope: DocumentsScope,
  body: unknown,
): Promise<{ status: number; body: ToldStanding | { readonly code: string } }> {
  const asked = askedIn(body);
  const { policy, request, target } = scope;
  if (request.accessFault) return { status: 403, body: { code: request.accessFault.definition.code } };
  const { ids } = await policy.identity(asked.entrepreneurId);
  const found = await Promise.all(asked.documents.map((wanted) => standing(scope, ids, asked, wanted)));
  const rows = found.flat();
  for (const row of rows) request.looks.note(subjectOf(row), documentCategory(row.isRestricted), true, row);
  const [first] = asked.documents;
  if (rows.length === 0 && first) request.looks.note({ ...asked, ...first }, categoryOf(asked, first), true, null);
  await logLooks(target, request, { action: "READ", failed: false, policy });
  const today = brusselsDate(new Date());
  return { status: 200, body: { documents: rows.map((row) => toldDocument(row, today)) } };
}

async function standing(
  scope: DocumentsScope,
  ids: readonly string[],
  { entrepreneurId, agency }: StandingAsked,
  { type, enterpriseNumber, projectId }: WantedDocument,
): Promise<DocumentRow[]> {
  const isRestricted = isRestrictedHere(agency, type);
  const projectEnterprise = await scope.policy.projects.enterpriseOf({ projectId, entrepreneurId });
  const wanted = { enterpriseNumber, projectId, projectEnterprise };
  const rows = await presentVersions(scope.database, { ...wanted, ids, type, isRestricted });
  const readable = await readableDocuments(scope, rows, { entrepreneurId, enterpriseNumber, agency, isRestricted });
  return readable.filter((row) => isForTheSame(row, wanted));
}

/** As an offer of it to that agency would be. */
function isRestrictedHere(agency: string, documentType: string): boolean {
  return isRestrictedOffer({ agency, documentType, isRestricted: false });
}

function categoryOf({ agency }: StandingAsked, { type }: WantedDocument): string {
  return documentCategory(isRestrictedHere(agency, type));
}

function askedIn(body: unknown): StandingAsked {
  const { entrepreneurId, agency, documents } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof entrepreneurId !== "string" || !isUuid(entrepreneurId)) throw invalid("`entrepreneurId` is a UUID");
  if (typeof agency !== "string" || !/^[A-Z0-9_]{1,60}$/.test(agency)) throw invalid("`agency` is a code");
  if (!Array.isArray(documents) || documents.length === 0 || documents.length > mostWanted)
    throw invalid(`\`documents\` are 1 to ${mostWanted}`);
  return { entrepreneurId, agency, documents: (documents as unknown[]).map(wantedIn) };
}

function wantedIn(value: unknown): WantedDocument {
  const { type, enterpriseNumber, projectId } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof type !== "string" || !documentTypeOf(type)) throw invalid("`type` is a type of document");
  const isNumber = typeof enterpriseNumber === "string" && parseEnterpriseNumber(enterpriseNumber) === enterpriseNumber;
  if (enterpriseNumber !== null && !isNumber) throw invalid("`enterpriseNumber` is null or ten digits");
  if (projectId !== null && (typeof projectId !== "string" || !isUuid(projectId)))
    throw invalid("`projectId` is null or a UUID");
  return { type, enterpriseNumber, projectId };
}

function invalid(sentence: string): BadRequest {
  return new BadRequest(400, `${sentence}.`);
}
