/**
 * Giving a document to an agency that asks for it, and fetching one (R01, J03): asked of the directory first, and then of the agency itself,
 * in the name of who gives. Bytes never pass through here.
 */
import { documentTypeLabels, documentTypes } from "@parcours/shared/documents/document-types";
import type { DocumentType } from "@parcours/shared/documents/document-types";
import { documentErrors } from "@parcours/shared/documents/document.errors";
import { isRestrictedOffer } from "@parcours/shared/documents/document.rules";
import type { ToldBeginning, ToldDocument } from "@parcours/shared/documents/told-document";
import { DomainError } from "@parcours/shared/errors";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { enterpriseNumberAsked, idAsked, isUuid, parseEnterpriseNumber } from "@parcours/shared/ids";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { pageOf } from "@parcours/shared/paging";
import type { Page, PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { RequestScope } from "@parcours/shared/server/context";
import { notShared } from "@parcours/shared/visibility/may-read";
import type { Graph } from "../graph.js";
import type { OwnerAnswer, Owners } from "../owners.js";
import { searchDirectory, type SearchResult } from "./directory-search.js";
import { enterpriseOfOwnProject } from "./document-project.js";
import {
  ProvidedState,
  type ProvideDocumentInput,
  type ProvideDocumentPayload,
  type RequestDocumentLinkInput,
  type RequestDocumentLinkPayload,
} from "./documents.inputs.js";
import type { DocumentTypeEntry, HeldDocument } from "./held-document.type.js";

/** What came of an offer. Errors: those of the owner, in its words. */
type Provided = Omit<ProvideDocumentPayload, "isDirectoryAsked">;

/** Whose documents are listed. */
export interface HolderAsked {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
}

/** Documents, for one request. */
export class DocumentsService {
  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
  ) {}

  /** Every type of document, in the order of the list. */
  types(): DocumentTypeEntry[] {
    return Object.entries<DocumentType>(documentTypes).map(([code, { mediaTypes, mostBytes, validMonths }]) => ({
      type: codeOf(documentTypeLabels, code),
      mediaTypes,
      mostBytes,
      validMonths,
    }));
  }

  /** Offers a document. Errors: those of access. User errors: those of the input, ACT_NOT_ALLOWED, DOCUMENT_…. */
  async provide(input: ProvideDocumentInput, request: RequestScope): Promise<ProvideDocumentPayload> {
    const { result, errors } = await attempt(request, async () => this.#provide(input, request));
    return result ?? { ...nothing, isDirectoryAsked: true, errors };
  }

  /** What one agency's subgraph keeps of a person or an enterprise, as far as the reader may see it. Errors: NOT_SHARED, ID_INVALID and others. */
  async heldBy(
    agency: string,
    { entrepreneurId, enterpriseNumber }: HolderAsked,
    page: PageRequest,
  ): Promise<Page<HeldDocument>> {
    const owner = this.#ownerOf(agency);
    const isOne = (entrepreneurId === null) !== (enterpriseNumber === null);
    if (owner === undefined || !isOne) throw new DomainError(documentErrors.DOCUMENT_AGENCY_UNKNOWN);
    const asked =
      entrepreneurId === null
        ? { enterpriseNumber: enterpriseNumberAsked(enterpriseNumber ?? "") }
        : { entrepreneurId: idAsked(entrepreneurId) };
    const answer = await this.owners.post(owner, "/documents/held", asked);
    if (!hasAnswered(answer)) throw new DomainError(documentErrors.DOCUMENT_RECEIVER_SILENT);
    if (answer.status !== 200) throw notShared("DOCUMENT");
    const { documents } = answer.body as { readonly documents: readonly ToldDocument[] };
    const behind = documents.map(heldDocument).filter((document) => !page.after || isBehind(document, page.after));
    return pageOf(behind.slice(0, page.first + 1), page, ({ id, receivedAt }) => ({ id, at: receivedAt }));
  }

  /** A link to fetch a document by. User errors: ACT_NOT_ALLOWED for a document that is unknown or not shared, DOCUMENT_…. */
  async link(input: RequestDocumentLinkInput, request: RequestScope): Promise<RequestDocumentLinkPayload> {
    const { result, errors } = await attempt(request, async () => {
      const owner = this.#receiverOf(input.heldBy, "heldBy");
      const documentId = input.documentId.trim().toLowerCase();
      if (!isUuid(documentId)) refuse(mutationErrors.INPUT_ID_INVALID, "documentId");
      const answer = await this.owners.post(owner, "/documents/link", { documentId });
      if (!hasAnswered(answer)) return refuse(documentErrors.DOCUMENT_RECEIVER_SILENT, "heldBy");
      if (answer.status !== 200) refuse(mutationErrors.ACT_NOT_ALLOWED);
      const { token, expiresAt } = answer.body as { readonly token: string; readonly expiresAt: string };
      return { path: `/documents/files/${owner}/${token}`, expiresAt: new Date(expiresAt) };
    });
    return { ...(result ?? { path: null, expiresAt: null }), errors };
  }

  /**
   * Hands a document that is held to an agency that asks for it: by the person or a mandatary so that it reads it from now on, by anybody else
   * as a reference only. Null where its holder does not let this reader see it, or no longer. User errors: DOCUMENT_HOLDER_SILENT.
   */
  async handOver(held: { readonly id: string; readonly agency: string }, to: string): Promise<ToldDocument | null> {
    const holder = this.#ownerOf(held.agency);
    const asked = { documentId: held.id, agency: to };
    const claimed = holder === undefined ? null : await this.owners.post(holder, "/documents/claim", asked);
    // Silent, and held: to ask for the bytes would be to ask twice.
    if (!hasAnswered(claimed)) return refuse(documentErrors.DOCUMENT_HOLDER_SILENT);
    return claimed.status === 200 ? (claimed.body as ToldDocument) : null;
  }

  async #provide(input: ProvideDocumentInput, request: RequestScope): Promise<ProvideDocumentPayload> {
    const receiver = this.#receiverOf(input.agency, "agency");
    const order = orderOf(input);
    const search = await this.#search(order, request);
    const { held, isAsked: isDirectoryAsked } = search;
    const holder = held && this.#ownerOf(held.agency);
    const isElsewhere = Boolean(holder) && holder !== receiver;
    const begun = await this.#begin(receiver, order, isElsewhere);
    if (begun.state !== "ELSEWHERE" || !held || !holder) return { ...providedOf(begun, receiver), isDirectoryAsked };
    const handed = await this.handOver(held, order.agency);
    if (handed) return { ...alreadyHeld(handed), isDirectoryAsked };
    // Its holder no longer lets this reader see it: as if it were not there.
    return { ...providedOf(await this.#begin(receiver, order, false), receiver), isDirectoryAsked };
  }

  async #search(order: Order, request: RequestScope): Promise<SearchResult> {
    const { entrepreneurId, documentType: type, sha256, projectId, isNewVersion } = order;
    const enterpriseNumber = order.enterpriseNumber === null ? null : parseEnterpriseNumber(order.enterpriseNumber);
    // What is no id the owner refuses in its words.
    const projectEnterprise =
      projectId !== null && isUuid(projectId)
        ? await enterpriseOfOwnProject(this.graph, { projectId, entrepreneurId })
        : null;
    const scope = { enterpriseNumber, projectId, projectEnterprise };
    const offered = { type, sha256: sha256.toLowerCase(), isNewVersion, ...scope };
    const search = await searchDirectory(this.graph, entrepreneurId, offered, brusselsDate(new Date()));
    // A mandatary has the enterprise's data and not the person's; whoever else does not find the person gives nothing to nobody.
    if (search.isAsked && !search.isPersonKnown && request.reader.role !== "MANDATARY")
      refuse(mutationErrors.ACT_NOT_ALLOWED);
    return order.isRestricted ? { ...search, held: null } : search;
  }

  async #begin(owner: string, input: Order, isHeldElsewhere: boolean): Promise<ToldBeginning> {
    return toldIn(await this.owners.post(owner, "/documents/begin", { input, isHeldElsewhere }));
  }

  #receiverOf(agency: string, part: string): string {
    return this.#ownerOf(agency) ?? refuse(documentErrors.DOCUMENT_AGENCY_UNKNOWN, part);
  }

  #ownerOf(agency: string): string | undefined {
    return this.owners.names.find((owner) => this.owners.agenciesOf(owner).includes(agency));
  }
}

/** Everything of an input, with what is not given as null: owners are told the same whatever way it was left out. */
type Order = {
  readonly [Part in keyof ProvideDocumentInput]-?: Exclude<ProvideDocumentInput[Part], undefined>;
} & { readonly isRestricted: boolean; readonly isNewVersion: boolean };

function orderOf(input: ProvideDocumentInput): Order {
  const { enterpriseNumber, projectId, validFrom, validUntil, form, dossierId, entrepreneurId, ...rest } = input;
  return {
    ...rest,
    entrepreneurId: entrepreneurId.trim().toLowerCase(),
    enterpriseNumber: enterpriseNumber ?? null,
    projectId: projectId?.trim().toLowerCase() ?? null,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    form: form ?? null,
    dossierId: dossierId ?? null,
    // Decided before the directory is asked: what is restricted stands for nothing that has a pointer.
    isRestricted: isRestrictedOffer({ ...rest, isRestricted: input.isRestricted ?? false }),
    isNewVersion: input.isNewVersion ?? false,
  };
}

function toldIn(answer: OwnerAnswer): ToldBeginning {
  if (answer === null || answer.status >= 500) return refuse(documentErrors.DOCUMENT_RECEIVER_SILENT, "agency");
  if (answer.status !== 200) return refuse(mutationErrors.ACT_NOT_ALLOWED);
  return answer.body as ToldBeginning;
}

const nothing = { state: null, document: null, ticket: null } as const;

function providedOf(told: ToldBeginning, owner: string): Provided {
  if (told.state === "ALREADY_HELD") return alreadyHeld(told.document);
  if (told.state === "REFUSED") return { ...nothing, errors: told.errors };
  if (told.state === "RECEIVED")
    return { ...nothing, state: ProvidedState.RECEIVED, document: heldDocument(told.document), errors: [] };
  if (told.state !== "TICKET") throw new Error(`an owner answered ${told.state} where it could not`);
  const { uploadId: documentId, ticket, expiresAt } = told;
  const path = `/documents/uploads/${owner}/${documentId}`;
  const sending = { path, ticket, expiresAt: new Date(expiresAt), documentId };
  return { ...nothing, state: ProvidedState.SEND_BYTES, ticket: sending, errors: [] };
}

function alreadyHeld(document: ToldDocument): Provided {
  return { ...nothing, state: ProvidedState.ALREADY_HELD, document: heldDocument(document), errors: [] };
}

/** Whether an owner said anything: one that is in trouble of its own says as little about what is shared as one that is silent. */
function hasAnswered<Answer extends { readonly status: number }>(answer: Answer | null | undefined): answer is Answer {
  return answer != null && answer.status < 500;
}

/** A document as the graph shows what its holder told. */
export function heldDocument(told: ToldDocument): HeldDocument {
  const { type, agencyCode, providedTo, receivedAt, projectEnterprise, ...rest } = told;
  return {
    ...rest,
    projectEnterpriseNumber: projectEnterprise,
    type: codeOf(documentTypeLabels, type),
    heldBy: agencyReference(agencyCode),
    providedTo: providedTo.map(agencyReference),
    receivedAt: new Date(receivedAt),
  };
}

function isBehind(
  { id, receivedAt }: HeldDocument,
  { at, id: last }: { readonly at: Date; readonly id: string },
): boolean {
  const later = receivedAt.getTime() - at.getTime();
  return later < 0 || (later === 0 && id < last);
}
