import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { FollowUpMeetingConnection, type FollowUpMeeting } from "../follow-up-meeting/follow-up-meeting.entity.js";
import { Project } from "../project/project.entity.js";
import type { CoachingContext } from "../services.js";
import { PackageEnrolment, PackageEnrolmentConnection } from "./package-enrolment.entity.js";

/** Looking up enrolments. */
@Resolver(() => PackageEnrolment)
export class PackageEnrolmentQueries {
  @Query(() => PackageEnrolment, { description: "One enrolment in a package; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  packageEnrolment(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the enrolment." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.packageEnrolments.reference({ id });
  }

  @Query(() => PackageEnrolmentConnection, {
    description:
      "Enrolments of a person or an enterprise in packages, newest first; needs no other subgraph. " +
      "Errors: HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("DOSSIER_HEADER")
  packageEnrolments(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<PackageEnrolment>> {
    return pageOfHolder(services.packageEnrolments, asked);
  }
}

/** What hangs on an enrolment. */
@Resolver(() => PackageEnrolment)
export class PackageEnrolmentResolver {
  @FieldResolver(() => String, {
    description: "What a reader sees in the timeline: the package, its level and its variant.",
  })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { package: enrolledIn, level, variant }: PackageEnrolment,
    @Ctx() { request }: CoachingContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    // A level is called after its package, so it says enough alone.
    const shown = [level ?? enrolledIn, ...(variant ? [variant] : [])];
    return shown.map(({ labels }) => labelIn(labels, language, request)).join(" · ");
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person who is enrolled, under the id in use." })
  @Category("IDENTITY")
  entrepreneur(
    @Root() { entrepreneurId }: PackageEnrolment,
    @Ctx() { policy }: CoachingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, {
    description: "The enterprise that the coach named; null where there was none.",
  })
  @Category("DOSSIER_HEADER")
  enterprise(@Root() { namedEnterpriseNumber }: PackageEnrolment): EnterpriseStub | null {
    return enterpriseNamed(namedEnterpriseNumber);
  }

  @FieldResolver(() => Project, { description: "The project it is about, if one was recorded." })
  @Category("IDENTITY")
  project(@Root() { projectId }: PackageEnrolment, @Ctx() { services }: CoachingContext): Promise<Project | null> {
    return services.projects.named(projectId);
  }

  @FieldResolver(() => FollowUpMeetingConnection, {
    description:
      "Its quarterly follow-ups, the latest due first: those held, those to come, and those that were missed.",
  })
  @Category("DOSSIER_HEADER")
  followUps(
    @Root() { id }: PackageEnrolment,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<FollowUpMeeting>> {
    return services.followUps.of(id, pageAskedBy(page));
  }
}
