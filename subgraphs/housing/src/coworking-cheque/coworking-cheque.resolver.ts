import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { HousingStay } from "../housing-stay/housing-stay.entity.js";
import type { HousingContext } from "../services.js";
import { labelAtSite } from "../site/site-label.js";
import { Site } from "../site/site.entity.js";
import { CoworkingChequeMonth } from "./coworking-cheque-month.entity.js";
import { CoworkingCheque, CoworkingChequeConnection } from "./coworking-cheque.entity.js";

/** Coworking cheques in the graph. */
@Resolver(() => CoworkingCheque)
export class CoworkingChequeResolver {
  @Query(() => CoworkingCheque, { description: "One coworking cheque; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  coworkingCheque(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the cheque." }) id: string,
    @Ctx() { services }: HousingContext,
  ): Promise<object> {
    return services.coworkingCheques.reference({ id });
  }

  @Query(() => CoworkingChequeConnection, {
    description: "Coworking cheques of a person or of an enterprise, newest first; needs no other subgraph.",
  })
  @Category("LOOK_UP")
  coworkingCheques(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: HousingContext,
  ): Promise<Page<CoworkingCheque>> {
    return pageOfHolder(services.coworkingCheques, asked);
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: the kind of help, and where." })
  @Category("SUPPORT_GRANTED")
  label(
    @Root() { kind, siteId }: CoworkingCheque,
    @Ctx() context: HousingContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string> {
    return labelAtSite(kind.labels, siteId, language, context);
  }

  @FieldResolver(() => Site, { description: "The site where it was asked." })
  @Category("DOSSIER_HEADER")
  site(@Root() { siteId }: CoworkingCheque, @Ctx() { services }: HousingContext): Promise<Site | null> {
    return services.sites.byId(siteId);
  }

  @FieldResolver(() => HousingStay, { description: "The stay that it pays for; null where none is tied to it." })
  @Category("DOSSIER_HEADER")
  async stay(@Root() { stayId }: CoworkingCheque, @Ctx() { services }: HousingContext): Promise<object | null> {
    return stayId ? services.housingStays.reference({ id: stayId }) : null;
  }

  @FieldResolver(() => [CoworkingChequeMonth], { description: "Its six months, in order." })
  @Category("SUPPORT_GRANTED")
  months(
    @Root() { id }: CoworkingCheque,
    @Ctx() { services }: HousingContext,
  ): Promise<readonly CoworkingChequeMonth[]> {
    return services.coworkingChequeMonths.ofCheque(id);
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person whose cheque it is." })
  @Category("LOOK_UP")
  entrepreneur(
    @Root() { entrepreneurId }: CoworkingCheque,
    @Ctx() { policy }: HousingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }
}
