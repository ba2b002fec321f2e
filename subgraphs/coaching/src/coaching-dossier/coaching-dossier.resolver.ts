import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CoachingSessionConnection, type CoachingSession } from "../coaching-session/coaching-session.entity.js";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { Project } from "../project/project.entity.js";
import { ReferralStub, referralNamed } from "../referral/referral.stub.js";
import type { CoachingContext } from "../services.js";
import { CoachingDossier, CoachingDossierConnection } from "./coaching-dossier.entity.js";

/** Looking up coaching dossiers. */
@Resolver(() => CoachingDossier)
export class CoachingDossierQueries {
  @Query(() => CoachingDossier, { description: "One coaching dossier; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  coachingDossier(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the dossier." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.coachingDossiers.reference({ id });
  }

  @Query(() => CoachingDossierConnection, {
    description:
      "Courses of coaching of a person or an enterprise, newest first; needs no other subgraph. " +
      "Errors: HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("DOSSIER_HEADER")
  coachingDossiers(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingDossier>> {
    return pageOfHolder(services.coachingDossiers, asked);
  }
}

/** What hangs on a coaching dossier. */
@Resolver(() => CoachingDossier)
export class CoachingDossierResolver {
  @FieldResolver(() => String, {
    description: "What a reader sees in the timeline: how close the coaching is, and its topic.",
  })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { intensity, topic }: CoachingDossier,
    @Ctx() { request }: CoachingContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    return [labelIn(intensity.labels, language, request), labelIn(topic.labels, language, request)].join(" · ");
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person who is coached, under the id in use." })
  @Category("IDENTITY")
  entrepreneur(
    @Root() { entrepreneurId }: CoachingDossier,
    @Ctx() { policy }: CoachingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, {
    description: "The enterprise that the coach named; null where there was none.",
  })
  @Category("DOSSIER_HEADER")
  enterprise(@Root() { namedEnterpriseNumber }: CoachingDossier): EnterpriseStub | null {
    return enterpriseNamed(namedEnterpriseNumber);
  }

  @FieldResolver(() => Project, { description: "The project it is about, if one was recorded." })
  @Category("IDENTITY")
  project(@Root() { projectId }: CoachingDossier, @Ctx() { services }: CoachingContext): Promise<Project | null> {
    return services.projects.named(projectId);
  }

  @FieldResolver(() => ReferralStub, {
    description: "The referral it came from; null where the person came without one.",
  })
  @Category("REFERRAL")
  referral(@Root() { referralId }: CoachingDossier): ReferralStub | null {
    return referralNamed(referralId);
  }

  @FieldResolver(() => CoachingSessionConnection, { description: "Its meetings, newest first." })
  @Category("DOSSIER_HEADER")
  sessions(
    @Root() { id }: CoachingDossier,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingSession>> {
    return services.dossierSessions.of(id, pageAskedBy(page));
  }
}
