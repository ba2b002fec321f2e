import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoworkingChequeConnection, type CoworkingCheque } from "../coworking-cheque/coworking-cheque.entity.js";
import { HousingStayConnection, type HousingStay } from "../housing-stay/housing-stay.entity.js";
import { NeedConnection, type Need } from "../need/need.entity.js";
import { PermanenceVisitConnection, type PermanenceVisit } from "../permanence-visit/permanence-visit.entity.js";
import type { HousingContext } from "../services.js";
import { EntrepreneurHousing } from "./entrepreneur-housing.type.js";
import { EntrepreneurStub } from "./entrepreneur.stub.js";

/** What housing contributes to a person. */
@Resolver(() => EntrepreneurStub)
export class EntrepreneurResolver {
  @FieldResolver(() => EntrepreneurHousing, { description: "What the housing pole holds on this person." })
  @Category("DOSSIER_HEADER")
  housing(@Root() { id }: EntrepreneurStub): EntrepreneurHousing {
    return { entrepreneurId: id };
  }
}

/** The lists of the housing section of a person. */
@Resolver(() => EntrepreneurHousing)
export class EntrepreneurHousingResolver {
  @FieldResolver(() => HousingStayConnection, { description: "Stays at sites, newest first." })
  @Category("DOSSIER_HEADER")
  stays(
    @Root() { entrepreneurId }: EntrepreneurHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<HousingStay>> {
    return services.housingStays.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => CoworkingChequeConnection, {
    description: "Coworking cheques, newest first: one at most, or one for each file that was merged.",
  })
  @Category("SUPPORT_GRANTED")
  cheques(
    @Root() { entrepreneurId }: EntrepreneurHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<CoworkingCheque>> {
    return services.coworkingCheques.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => PermanenceVisitConnection, { description: "Visits to permanences, newest first." })
  @Category("DOSSIER_HEADER")
  visits(
    @Root() { entrepreneurId }: EntrepreneurHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<PermanenceVisit>> {
    return services.permanenceVisits.ofPerson(entrepreneurId, pageAskedBy(page));
  }

  @FieldResolver(() => NeedConnection, { description: "What the person was found to need, newest first." })
  @Category("NEED")
  needs(
    @Root() { entrepreneurId }: EntrepreneurHousing,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<Need>> {
    return services.needs.ofPerson(entrepreneurId, pageAskedBy(page));
  }
}
