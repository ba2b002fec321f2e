import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { pageOf, type Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoachingDossierConnection, type CoachingDossier } from "../coaching-dossier/coaching-dossier.entity.js";
import { PackageEnrolmentConnection, type PackageEnrolment } from "../package-enrolment/package-enrolment.entity.js";
import { mayKnowOf } from "../project/project-readers.js";
import { ProjectConnection, type Project } from "../project/project.entity.js";
import type { CoachingContext } from "../services.js";
import { EnterpriseCoaching } from "./enterprise-coaching.type.js";
import { EnterpriseStub } from "./enterprise.stub.js";

/** More projects became no enterprise. */
const mostProjects = 100;

/** What coaching contributes to an enterprise. */
@Resolver(() => EnterpriseStub)
export class EnterpriseResolver {
  @FieldResolver(() => EnterpriseCoaching, { description: "What the coaching pole holds on this enterprise." })
  @Category("DOSSIER_HEADER")
  coaching(@Root() { number }: EnterpriseStub): EnterpriseCoaching {
    return { enterpriseNumber: number };
  }

  @FieldResolver(() => ProjectConnection, {
    description:
      "The projects that became this enterprise, newest first, with all that hangs on them; those alone whose person acts for it today. A project is a person's: to who may not know of it its row is left out.",
  })
  @Category("ENTRY_BY_ID")
  async projects(
    @Root() { number }: EnterpriseStub,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: CoachingContext,
  ): Promise<Page<Project>> {
    const asked = pageAskedBy(page);
    const { edges } = await context.services.enterpriseProjects.of(number, { ...asked, first: mostProjects });
    const nodes = edges.map(({ node }) => node);
    const known = await Promise.all(nodes.map((node) => mayKnowOf(node, context)));
    // Left out before there are pages, cursors and counts: these tell of nothing that the rows do not.
    const told = nodes.filter((_, place) => known[place]);
    return pageOf(told.slice(0, asked.first + 1), asked, ({ id, occurredAt }) => ({ id, at: occurredAt }));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether a course of coaching of this enterprise runs today. Restricted help is never counted.",
  })
  @Category("DOSSIER_HEADER")
  isCoached(@Root() { number }: EnterpriseStub, @Ctx() { services }: CoachingContext): Promise<boolean> {
    return services.coached.enterprise(number);
  }
}

/** The lists of an enterprise's coaching section. */
@Resolver(() => EnterpriseCoaching)
export class EnterpriseCoachingResolver {
  @FieldResolver(() => CoachingDossierConnection, {
    description: "Courses of coaching that were opened for it, newest first.",
  })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() { enterpriseNumber }: EnterpriseCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<CoachingDossier>> {
    return services.coachingDossiers.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }

  @FieldResolver(() => PackageEnrolmentConnection, {
    description: "Its enrolments in packages, newest first; the restart package is never among them.",
  })
  @Category("DOSSIER_HEADER")
  enrolments(
    @Root() { enterpriseNumber }: EnterpriseCoaching,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<PackageEnrolment>> {
    return services.packageEnrolments.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }
}
