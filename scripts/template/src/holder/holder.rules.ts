/** Whose entries a query asks for. */
import { DomainError, kernelErrors } from "@parcours/shared/errors";
import { isUuid, parseEnterpriseNumber } from "@parcours/shared/ids";
import { holderErrors } from "./holder.errors.js";

/** A person by id, or an enterprise by its ten digits. */
export type HolderAsked = { readonly entrepreneurId: string } | { readonly enterpriseNumber: string };

/** The one holder a query asks for. Errors: SAMPLE_AGENCY_HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID. */
export function holderAsked(asked: {
  readonly entrepreneurId?: string | null;
  readonly enterpriseNumber?: string | null;
}): HolderAsked {
  const { entrepreneurId, enterpriseNumber } = asked;
  if (Boolean(entrepreneurId) === Boolean(enterpriseNumber)) {
    throw new DomainError(holderErrors.SAMPLE_AGENCY_HOLDER_REQUIRED);
  }
  if (entrepreneurId) {
    if (!isUuid(entrepreneurId)) throw new DomainError(kernelErrors.ID_INVALID);
    return { entrepreneurId };
  }
  const number = parseEnterpriseNumber(enterpriseNumber ?? "");
  if (number === null) throw new DomainError(kernelErrors.ENTERPRISE_NUMBER_INVALID);
  return { enterpriseNumber: number };
}
