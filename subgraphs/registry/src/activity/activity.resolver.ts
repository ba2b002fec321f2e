import { Code } from "@parcours/shared/graphql/values";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../services.js";
import { Activity } from "./activity.entity.js";

/** The codes of an activity. */
@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => Code, { description: "NACE-BEL code of the version named beside it, five or seven digits." })
  nace(@Root() { naceVersion, naceCode }: Activity, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of(`Nace${naceVersion}`, naceCode);
  }

  @FieldResolver(() => Code, { description: "For which administration it is registered (KBO ActivityGroup)." })
  group(@Root() { groupCode }: Activity, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("ActivityGroup", groupCode);
  }

  @FieldResolver(() => Code, { description: "Main, secondary or ancillary activity (KBO Classification)." })
  classification(@Root() { classificationCode }: Activity, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("Classification", classificationCode);
  }
}
