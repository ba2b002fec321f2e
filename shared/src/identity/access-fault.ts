/** Why a request opens no personal field at all, whoever it is about. */
import { DomainError } from "../errors.js";
import type { Reader } from "../visibility/reader.js";
import { accessErrors } from "./access.errors.js";
import { mayAskFor, purposes } from "./purposes.js";

/** The fault of a reader's request, or null where personal fields may be asked for. Table of cases: `access-fault.test.ts`. */
export function accessFault(reader: Reader): DomainError | null {
  const { role, purpose, caseReference } = reader;
  if (role === "ANONYMOUS") return new DomainError(accessErrors.SIGN_IN_REQUIRED);
  const allowed = Object.keys(purposes).filter((code) => mayAskFor(role, code as keyof typeof purposes));
  if (allowed.length === 0) return new DomainError(accessErrors.ROLE_HAS_NO_PURPOSE);
  if (!purpose) return new DomainError(accessErrors.PURPOSE_REQUIRED, { allowed: allowed.join(", ") }, { allowed });
  if (!mayAskFor(role, purpose))
    return new DomainError(accessErrors.PURPOSE_NOT_ALLOWED, { purpose, allowed: allowed.join(", ") }, { allowed });
  if (purposes[purpose].needsCase && !caseReference)
    return new DomainError(accessErrors.CASE_REQUIRED, {}, { purpose });
  return null;
}
