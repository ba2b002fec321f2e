import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import type { HousingContext } from "../services.js";
import { Site } from "../site/site.entity.js";
import { Need, NeedConnection } from "./need.entity.js";

/** Needs in the graph. */
@Resolver(() => Need)
export class NeedResolver {
  @Query(() => Need, { description: "One need; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  need(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the need." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.needs.reference({ id });
  }

  @Query(() => NeedConnection, {
    description: "Needs of a person or of an enterprise, newest first; needs no other subgraph.",
  })
  @Category("NEED")
  needs(@Args(() => HolderArguments) asked: HolderArguments, @Ctx() { services }: HousingContext): Promise<Page<Need>> {
    return pageOfHolder(services.needs, asked);
  }

  @FieldResolver(() => Site, { description: "The site at which it was found." })
  @Category("NEED")
  site(@Root() { siteId }: Need, @Ctx() { services }: HousingContext): Promise<Site | null> {
    return services.sites.byId(siteId);
  }

  @FieldResolver(() => EntrepreneurStub, {
    description: "The person who has it; null where only an enterprise is known.",
  })
  @Category("NEED")
  entrepreneur(@Root() { entrepreneurId }: Need, @Ctx() { policy }: HousingContext): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, {
    description: "The enterprise that has it; null where the person has none yet.",
  })
  @Category("NEED")
  enterprise(@Root() { enterpriseNumber }: Need): EnterpriseStub | null {
    return enterpriseNamed(enterpriseNumber);
  }
}
