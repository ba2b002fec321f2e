import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { poles } from "../labels/poles.js";
import type { FrontDoorContext } from "../services.js";
import { AgencyType } from "./agency.type.js";

/** Agencies in the graph: what the front door knows of a code. */
@Resolver(() => AgencyType)
export class AgencyResolver {
  @Query(() => [AgencyType], { description: "Every agency there is or was, by code." })
  @Category("PUBLIC")
  agencies(@Ctx() { services }: FrontDoorContext): Promise<AgencyType[]> {
    return services.agencies.references();
  }

  @FieldResolver(() => String, { description: "The agency's name. A row keeps the name under which it was opened." })
  @Category("PUBLIC")
  async name(
    @Root() agency: AgencyType,
    @Ctx() { services, request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string | null> {
    return labelIn((await services.agencies.facts(agency))?.names, language, request);
  }

  @FieldResolver(() => Code, {
    description: "What it does: front door, coaching, financing, housing, or keeping a register.",
  })
  @Category("PUBLIC")
  async pole(@Root() agency: AgencyType, @Ctx() { services }: FrontDoorContext): Promise<Code | null> {
    return codeOf(poles, (await services.agencies.facts(agency))?.poleCode);
  }

  @FieldResolver(() => GraphQLDate, { description: "First day under this name." })
  @Category("PUBLIC")
  async validFrom(@Root() agency: AgencyType, @Ctx() { services }: FrontDoorContext): Promise<string | null> {
    return (await services.agencies.facts(agency))?.validFrom ?? null;
  }

  @FieldResolver(() => GraphQLDate, { description: "Last day under this name; null while it exists." })
  @Category("PUBLIC")
  async validTo(@Root() agency: AgencyType, @Ctx() { services }: FrontDoorContext): Promise<string | null> {
    return (await services.agencies.facts(agency))?.validTo ?? null;
  }

  @FieldResolver(() => AgencyType, { description: "The agency it went up in, if it did (R68)." })
  @Category("PUBLIC")
  async successor(@Root() agency: AgencyType, @Ctx() { services }: FrontDoorContext): Promise<AgencyType | null> {
    const code = (await services.agencies.facts(agency))?.successorCode;
    return code ? agencyReference(code) : null;
  }

  @FieldResolver(() => Boolean, {
    description: "True for an authority known only from a public register of awards: no partner of the graph.",
  })
  @Category("PUBLIC")
  async external(@Root() agency: AgencyType, @Ctx() { services }: FrontDoorContext): Promise<boolean | null> {
    return (await services.agencies.facts(agency))?.external ?? null;
  }
}
