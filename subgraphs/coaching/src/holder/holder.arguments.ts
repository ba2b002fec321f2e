import type { RowReader } from "@parcours/shared/row-reader";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Entry } from "@parcours/shared/graphql/entry";
import type { Page } from "@parcours/shared/paging";
import { ArgsType, Field, ID } from "type-graphql";
import { holderAsked } from "./holder.rules.js";

/** The arguments of a list of entries that a person or an enterprise holds. */
@ArgsType()
export class HolderArguments extends ConnectionArguments {
  @Field(() => ID, { description: "UUIDv4 of the person; either this or the enterprise." })
  entrepreneurId?: string | null;

  @Field(() => String, { description: "Enterprise number in any notation; either this or the person." })
  enterpriseNumber?: string | null;
}

/** The page of entries that the arguments ask for. Errors: those of the holder, PAGE_SIZE_INVALID, CURSOR_INVALID. */
export async function pageOfHolder<Row extends Entry>(entries: RowReader<Row>, asked: HolderArguments): Promise<Page<Row>> {
  const holder = holderAsked(asked);
  const page = pageAskedBy(asked);
  return "entrepreneurId" in holder ? entries.ofPerson(holder.entrepreneurId, page) : entries.ofEnterprise(holder.enterpriseNumber, page);
}
