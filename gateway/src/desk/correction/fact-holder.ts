/** Whose fact is asked: the one key that the coordinate begins with. */
import { correctionErrors } from "@parcours/shared/facts/correction.errors";
import { entityOf, type FactHolder } from "@parcours/shared/facts/facts-kept";
import { isUuid, parseEnterpriseNumber } from "@parcours/shared/ids";
import { refuse } from "@parcours/shared/mutations/user-error";

/** The keys that an input may name. */
export interface NamedHolders {
  readonly entrepreneurId?: string | null;
  readonly enterpriseNumber?: string | null;
  readonly projectId?: string | null;
}

/** The holder of a fact. @throws UserFault FACT_HOLDER_REQUIRED where another is named than the coordinate's, none, or what is no key */
export function holderNamed(coordinate: string, named: NamedHolders): FactHolder {
  const type = entityOf(coordinate);
  const keys = {
    Entrepreneur: uuidIn(named.entrepreneurId),
    Enterprise: parseEnterpriseNumber(named.enterpriseNumber ?? ""),
    Project: uuidIn(named.projectId),
  };
  const id = type && keys[type];
  const count = [named.entrepreneurId, named.enterpriseNumber, named.projectId].filter(Boolean).length;
  return type && id && count === 1 ? { type, id } : refuse(correctionErrors.FACT_HOLDER_REQUIRED);
}

function uuidIn(text: string | null | undefined): string | null {
  const id = text?.trim().toLowerCase() ?? "";
  return isUuid(id) ? id : null;
}
