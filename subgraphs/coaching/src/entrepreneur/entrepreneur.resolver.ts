import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoachingDossierConnection, type CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import type { CoachingContext } from "../services.js";
import { EntrepreneurCoaching } from "./entrepreneur-coaching.type.js";
import { EntrepreneurStub } from "./entrepreneur.stub.js";

/** What coaching contributes to a person. */
@Resolver(() => EntrepreneurStub)
export class EntrepreneurResolver {
  @FieldResolver(() => EntrepreneurCoaching, { description: "What the coaching pole holds on this person." })
  @Category("DOSSIER_HEADER")
  coaching(@Root() { id }: EntrepreneurStub): EntrepreneurCoaching {
    return { entrepreneurId: id };
  }
}

/** The lists of the coaching section. */
@Resolver(() => EntrepreneurCoaching)
export class EntrepreneurCoachingResolver {
  @FieldResolver(() => CoachingDossierConnection, { description: "Courses of coaching, newest first." })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() { entrepreneurId }: EntrepreneurCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingDossier>> {
    return services.coachingDossiers.ofPerson(entrepreneurId, pageAskedBy(page));
  }
}
