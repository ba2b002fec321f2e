import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import type { HousingContext } from "../services.js";
import { SiteUnit } from "../site-unit/site-unit.entity.js";
import { labelAtSite } from "../site/site-label.js";
import { Site } from "../site/site.entity.js";
import { HousingStay, HousingStayConnection } from "./housing-stay.entity.js";

/** Stays in the graph. */
@Resolver(() => HousingStay)
export class HousingStayResolver {
  @Query(() => HousingStay, { description: "One stay; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  housingStay(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the stay." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.housingStays.reference({ id });
  }

  @Query(() => HousingStayConnection, {
    description: "Stays of a person or of an enterprise, newest first; needs no other subgraph.",
  })
  @Category("LOOK_UP")
  housingStays(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<HousingStay>> {
    return pageOfHolder(services.housingStays, asked);
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: what the stay is for, and where." })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { stayKind, siteId }: HousingStay,
    @Ctx() context: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string> {
    return labelAtSite(stayKind.labels, siteId, language, context);
  }

  @FieldResolver(() => Site, { description: "The site." })
  @Category("DOSSIER_HEADER")
  site(@Root() { siteId }: HousingStay, @Ctx() { services }: HousingContext): Promise<Site | null> {
    return services.sites.byId(siteId);
  }

  @FieldResolver(() => SiteUnit, { description: "The room or desk." })
  @Category("SITE_PLACE")
  async unit(@Root() { unitId }: HousingStay, @Ctx() { services }: HousingContext): Promise<SiteUnit | null> {
    return unitId ? services.siteUnits.byId(unitId) : null;
  }

  @FieldResolver(() => EntrepreneurStub, {
    description: "The person who stays or signed; null where only an enterprise is known.",
  })
  @Category("LOOK_UP")
  entrepreneur(
    @Root() { entrepreneurId }: HousingStay,
    @Ctx() { policy }: HousingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, {
    description: "The enterprise that stays; null where the person has none yet.",
  })
  @Category("DOSSIER_HEADER")
  enterprise(@Root() { enterpriseNumber }: HousingStay): EnterpriseStub | null {
    return enterpriseNamed(enterpriseNumber);
  }
}
