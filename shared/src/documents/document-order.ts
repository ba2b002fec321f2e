/** What is offered: the order of `provideDocument` as it comes from the single desk, and its check. */
import { parseEnterpriseNumber } from "../ids.js";
import type { SubgraphManifest } from "../manifest.js";
import { InputCheck, isDay } from "../mutations/input-check.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { BadRequest } from "../server/http.js";
import { documentTypeOf, documentTypes, type DocumentType } from "./document-types.js";
import { documentErrors } from "./document.errors.js";
import { isRestrictedOffer, monthsAfter, validityOf } from "./document.rules.js";

/** A document that is offered, as it was asked. */
export interface DocumentOrder {
  readonly idempotencyKey: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
  readonly agency: string;
  readonly documentType: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isRestricted: boolean;
  readonly isNewVersion: boolean;
  /** Code of the form with which it comes. */
  readonly form: string | null;
  readonly dossierId: string | null;
}

/** The same, checked: days are set, the hash is in lower case, and restricted is what must be, whatever was asked. */
export interface CheckedOrder extends DocumentOrder {
  readonly validFrom: string;
}

/** The earliest day from which a document may hold, and the most months it may hold for. */
const firstDay = "1900-01-01";
const mostMonths = 1200;

/** Checks an order. @throws UserFault with everything that is wrong */
export function checkedOrder(order: DocumentOrder, manifest: SubgraphManifest, today: string): CheckedOrder {
  const check = new InputCheck();
  const entrepreneurId = check.id("entrepreneurId", order.entrepreneurId);
  const projectId = order.projectId === null ? null : check.id("projectId", order.projectId);
  const dossierId = order.dossierId === null ? null : check.id("dossierId", order.dossierId);
  const number = order.enterpriseNumber === null ? null : parseEnterpriseNumber(order.enterpriseNumber);
  if (order.enterpriseNumber !== null && number === null)
    check.fault(mutationErrors.ACT_NOT_ALLOWED, "enterpriseNumber");
  if (!receives(manifest, order.agency, today)) check.fault(documentErrors.DOCUMENT_AGENCY_UNKNOWN, "agency");
  if (order.form !== null && !/^[A-Z][A-Z0-9_]{0,59}$/.test(order.form))
    check.fault(mutationErrors.INPUT_CODE_UNKNOWN, "form", { allowed: "–" });
  check.code("documentType", order.documentType, Object.keys(documentTypes));
  const type = documentTypeOf(order.documentType);
  if (type) checkFile(check, order, type);
  const sha256 = order.sha256.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256)) check.fault(documentErrors.DOCUMENT_HASH_INVALID, "sha256");
  const validity = validityIn(check, order, type, today);
  check.end();
  const isRestricted = isRestrictedOffer(order);
  return {
    ...order,
    entrepreneurId,
    projectId,
    dossierId,
    enterpriseNumber: number,
    sha256,
    isRestricted,
    ...validity,
  };
}

/** Whether an agency of a subgraph receives documents: one that exists, and helps somebody. */
export function receives({ agencies, feeds }: SubgraphManifest, code: string, today: string): boolean {
  const agency = agencies.find((candidate) => candidate.code === code);
  if (!agency || agency.external || agency.pole === "REGISTRY" || !feeds.includes("POINTER")) return false;
  return agency.validFrom <= today && (agency.validTo === undefined || agency.validTo >= today);
}

function checkFile(check: InputCheck, { mediaType, size }: DocumentOrder, type: DocumentType): void {
  const isTaken = type.mediaTypes.some((taken) => taken === mediaType);
  if (!isTaken)
    check.fault(documentErrors.DOCUMENT_MEDIA_TYPE_REFUSED, "mediaType", { allowed: type.mediaTypes.join(", ") });
  if (!Number.isInteger(size) || size < 1 || size > type.mostBytes)
    check.fault(documentErrors.DOCUMENT_SIZE_REFUSED, "size", { most: type.mostBytes });
}

function validityIn(
  check: InputCheck,
  order: DocumentOrder,
  type: DocumentType | undefined,
  today: string,
): { readonly validFrom: string; readonly validUntil: string | null } {
  if (order.validFrom !== null) check.day("validFrom", order.validFrom, { from: firstDay, to: today });
  const from = order.validFrom !== null && isDay(order.validFrom) ? order.validFrom : today;
  if (order.validUntil !== null) check.day("validUntil", order.validUntil, { from, to: monthsAfter(from, mostMonths) });
  return validityOf(type ?? { validMonths: null }, order, today);
}

/** The order in a body of the single desk. @throws BadRequest where it is none: only the gateway asks here */
export function orderIn(value: unknown): DocumentOrder {
  const order = (value ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const part = order[name];
    if (typeof part !== "string") throw new BadRequest(400, `\`${name}\` is a text.`);
    return part;
  };
  const maybe = (name: string): string | null => (order[name] === null ? null : text(name));
  const { size, isRestricted, isNewVersion } = order;
  if (typeof size !== "number" || typeof isRestricted !== "boolean" || typeof isNewVersion !== "boolean")
    throw new BadRequest(400, "`size` is a number, `isRestricted` and `isNewVersion` are true or false.");
  return {
    idempotencyKey: text("idempotencyKey"),
    entrepreneurId: text("entrepreneurId"),
    enterpriseNumber: maybe("enterpriseNumber"),
    projectId: maybe("projectId"),
    agency: text("agency"),
    documentType: text("documentType"),
    mediaType: text("mediaType"),
    size,
    sha256: text("sha256"),
    validFrom: maybe("validFrom"),
    validUntil: maybe("validUntil"),
    isRestricted,
    isNewVersion,
    form: maybe("form"),
    dossierId: maybe("dossierId"),
  };
}
