/** The arguments of every list that grows. */
import { ArgsType, Field, Int } from "type-graphql";
import { pageRequest, type PageRequest } from "../paging.js";

/** `first` and `after`. */
@ArgsType()
export class ConnectionArguments {
  @Field(() => Int, { nullable: false, defaultValue: 20, description: "How many entries, 1 to 100." })
  first!: number;

  @Field(() => String, { description: "A cursor of this list: read on behind it." })
  after?: string | null;
}

/** The checked page that the arguments ask for. Errors: PAGE_SIZE_INVALID, CURSOR_INVALID. */
export function pageAskedBy({ first, after }: ConnectionArguments): PageRequest {
  return pageRequest(first, after);
}
