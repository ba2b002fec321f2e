import { Category } from "@parcours/shared/visibility/category";
import { Ctx, Query, Resolver } from "type-graphql";
import type { RegistryContext } from "../services.js";
import { RegisterExtract } from "./register-extract.entity.js";

/** Where the register's facts come from. */
@Resolver(() => RegisterExtract)
export class RegisterExtractResolver {
  @Query(() => [RegisterExtract], {
    description: "Every source of facts in the registry, with its day; needs no other subgraph.",
  })
  @Category("PUBLIC")
  registrySources(@Ctx() { services }: RegistryContext): Promise<readonly RegisterExtract[]> {
    return services.extracts.all();
  }
}
