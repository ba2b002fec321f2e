import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { HousingContext } from "../services.js";
import { SiteUnit } from "../site-unit/site-unit.entity.js";
import { SiteMember } from "./site-member.type.js";

/** What is looked up for each member, in one statement for all of them. */
@Resolver(() => SiteMember)
export class SiteMemberResolver {
  @FieldResolver(() => SiteUnit, { description: "The room or desk of the member's newest stay." })
  @Category("SITE_PLACE")
  async unit(@Root() { unitId }: SiteMember, @Ctx() { services }: HousingContext): Promise<SiteUnit | null> {
    return unitId ? services.siteUnits.byId(unitId) : null;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether a need of the member still waits for a referral, or for a stated reason for none (R62).",
  })
  @Category("NEED")
  hasOpenNeed(@Root() member: SiteMember, @Ctx() { services }: HousingContext): Promise<boolean> {
    return services.openNeeds.has(member);
  }
}
