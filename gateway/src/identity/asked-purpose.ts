/** Why a request is made, as its headers say: `X-Purpose` and `X-Case`. Whether the role may ask so is for the owner to judge (design 6). */
import type { IncomingHttpHeaders } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import { impliedPurpose, isCaseReference, purposeOf, purposes } from "@parcours/shared/identity/purposes";
import type { Purpose } from "@parcours/shared/identity/purposes";
import type { Reader } from "@parcours/shared/visibility/reader";
import { signInErrors } from "./sign-in.errors.js";

/** Names of the headers. */
const purposeHeaders = { purpose: "x-purpose", caseReference: "x-case" } as const;

/**
 * The reader with purpose and case. A header that is there twice is none that is known.
 * @throws DomainError `PURPOSE_UNKNOWN`, `CASE_INVALID`
 */
export function askedFor(reader: Reader, headers: IncomingHttpHeaders): Reader {
  const named = headers[purposeHeaders.purpose];
  const caseReference = headers[purposeHeaders.caseReference];
  const purpose = named === undefined ? impliedPurpose(reader.role) : purposeNamed(named);
  if (caseReference !== undefined && (typeof caseReference !== "string" || !isCaseReference(caseReference)))
    throw new DomainError(signInErrors.CASE_INVALID, {}, { header: "X-Case" });
  if (reader.role === "ANONYMOUS") return reader;
  return { ...reader, ...(purpose && { purpose }), ...(caseReference && { caseReference }) };
}

function purposeNamed(text: string | string[]): Purpose {
  const purpose = typeof text === "string" ? purposeOf(text) : undefined;
  if (purpose) return purpose;
  const known = Object.keys(purposes);
  throw new DomainError(signInErrors.PURPOSE_UNKNOWN, { known: known.join(", ") }, { header: "X-Purpose", known });
}
