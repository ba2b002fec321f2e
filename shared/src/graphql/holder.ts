/** Lists that are asked by holder: a person or an enterprise. */
import { ArgsType, Field, ID } from "type-graphql";
import { DomainError, kernelErrors } from "../errors.js";
import { enterpriseNumberAsked, idAsked } from "../ids.js";
import type { Page } from "../paging.js";
import type { PagesOfHolder } from "../row-reader.js";
import { ConnectionArguments, pageAskedBy } from "./connection-arguments.js";

/** `entrepreneurId` or `enterpriseNumber`, with `first` and `after`. */
@ArgsType()
export class HolderArguments extends ConnectionArguments {
  @Field(() => ID, { description: "UUIDv4 of the person, any the person has had; either this or the enterprise." })
  entrepreneurId?: string | null;

  @Field(() => String, { description: "Enterprise number in any notation; either this or the person." })
  enterpriseNumber?: string | null;
}

/** The page that the arguments ask for. Errors: HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID, PAGE_SIZE_INVALID, CURSOR_INVALID. */
export async function pageOfHolder<Row>(rows: PagesOfHolder<Row>, asked: HolderArguments): Promise<Page<Row>> {
  const { entrepreneurId, enterpriseNumber } = asked;
  if (Boolean(entrepreneurId) === Boolean(enterpriseNumber)) throw new DomainError(kernelErrors.HOLDER_REQUIRED);
  const page = pageAskedBy(asked);
  if (entrepreneurId) return rows.ofPerson(idAsked(entrepreneurId), page);
  return rows.ofEnterprise(enterpriseNumberAsked(enterpriseNumber ?? ""), page);
}
