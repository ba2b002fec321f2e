/** Lists of one holder: a person or an enterprise. */
import { DomainError, kernelErrors } from "@parcours/shared/errors";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { isUuid, parseEnterpriseNumber } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import type { PagesOfHolder } from "@parcours/shared/row-reader";
import { ArgsType, Field, ID } from "type-graphql";
import { holderErrors } from "./holder.errors.js";

/** `entrepreneurId` or `enterpriseNumber`, with `first` and `after`. */
@ArgsType()
export class HolderArguments extends ConnectionArguments {
  @Field(() => ID, { description: "UUIDv4 of the person; any id the person has had." })
  entrepreneurId?: string | null;

  @Field(() => String, { description: "Number of the enterprise, in any notation." })
  enterpriseNumber?: string | null;
}

/** The page that was asked for. Errors: HOUSING_HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID, PAGE_SIZE_INVALID, CURSOR_INVALID. */
export async function pageOfHolder<Row>(pages: PagesOfHolder<Row>, asked: HolderArguments): Promise<Page<Row>> {
  const { entrepreneurId, enterpriseNumber } = asked;
  if (Boolean(entrepreneurId) === Boolean(enterpriseNumber)) throw new DomainError(holderErrors.HOUSING_HOLDER_REQUIRED);
  const request = pageAskedBy(asked);
  if (entrepreneurId) {
    if (!isUuid(entrepreneurId)) throw new DomainError(kernelErrors.ID_INVALID);
    return pages.ofPerson(entrepreneurId, request);
  }
  const number = parseEnterpriseNumber(enterpriseNumber ?? "");
  if (!number) throw new DomainError(kernelErrors.ENTERPRISE_NUMBER_INVALID);
  return pages.ofEnterprise(number, request);
}
