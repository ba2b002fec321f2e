import { ConnectionArguments } from "@parcours/shared/graphql/connection-arguments";
import { ArgsType, Field, ID } from "type-graphql";
import type { EntryFilter } from "./directory.service.js";

/** The arguments of `timeline` and `supports`. */
@ArgsType()
export class EntryArguments extends ConnectionArguments {
  @Field(() => [String], { description: "Only these kinds: `LOAN`, `COACHING_DOSSIER`." })
  kinds?: string[] | null;

  @Field(() => [ID], { description: "Only these agencies, by code." })
  agencies?: string[] | null;
}

/** The filter that the arguments ask for. */
export function filterAskedBy({ kinds, agencies }: EntryArguments): EntryFilter {
  return { kinds: kinds ?? null, agencies: agencies ?? null };
}
