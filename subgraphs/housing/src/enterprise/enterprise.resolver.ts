import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoworkingChequeConnection, type CoworkingCheque } from "../coworking-cheque/coworking-cheque.entity.js";
import { HousingStayConnection, type HousingStay } from "../housing-stay/housing-stay.entity.js";
import { NeedConnection, type Need } from "../need/need.entity.js";
import { PermanenceVisitConnection, type PermanenceVisit } from "../permanence-visit/permanence-visit.entity.js";
import type { HousingContext } from "../services.js";
import { EnterpriseHousing } from "./enterprise-housing.type.js";
import { EnterpriseStub } from "./enterprise.stub.js";

/** What housing contributes to an enterprise. */
@Resolver(() => EnterpriseStub)
export class EnterpriseResolver {
  @FieldResolver(() => EnterpriseHousing, { description: "What the housing pole holds on this enterprise." })
  @Category("DOSSIER_HEADER")
  housing(@Root() { number }: EnterpriseStub): EnterpriseHousing {
    return { enterpriseNumber: number };
  }
}

/** The lists of the housing section of an enterprise: what was opened in its name, not what its people hold (J12). */
@Resolver(() => EnterpriseHousing)
export class EnterpriseHousingResolver {
  @FieldResolver(() => HousingStayConnection, { description: "Stays at sites, newest first." })
  @Category("DOSSIER_HEADER")
  stays(
    @Root() { enterpriseNumber }: EnterpriseHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<HousingStay>> {
    return services.housingStays.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }

  @FieldResolver(() => CoworkingChequeConnection, {
    description: "Coworking cheques in the enterprise's name, newest first. Most are in a person's name only.",
  })
  @Category("SUPPORT_GRANTED")
  cheques(
    @Root() { enterpriseNumber }: EnterpriseHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<CoworkingCheque>> {
    return services.coworkingCheques.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }

  @FieldResolver(() => PermanenceVisitConnection, {
    description: "Visits to permanences in the enterprise's name, newest first.",
  })
  @Category("DOSSIER_HEADER")
  visits(
    @Root() { enterpriseNumber }: EnterpriseHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<PermanenceVisit>> {
    return services.permanenceVisits.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }

  @FieldResolver(() => NeedConnection, { description: "What the enterprise was found to need, newest first." })
  @Category("NEED")
  needs(
    @Root() { enterpriseNumber }: EnterpriseHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<Need>> {
    return services.needs.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }
}
