import type { PageLoaders } from "@parcours/shared/page-loaders";
import { RowReader } from "@parcours/shared/row-reader";
import type { Context, ServiceScope } from "@parcours/shared/server/context";
import { CoachedHolders } from "./coaching-dossier/coached.repository.js";
import type { CoachingDossier } from "./coaching-dossier/coaching-dossier.entity.js";
import { coachingDossiers, dossiersOfProjects } from "./coaching-dossier/coaching-dossier.repository.js";
import type { CoachingSession } from "./coaching-session/coaching-session.entity.js";
import { coachingSessions, sessionsOfDossiers } from "./coaching-session/coaching-session.repository.js";
import type { DifficultyCase } from "./difficulty-case/difficulty-case.entity.js";
import { difficultyCases } from "./difficulty-case/difficulty-case.repository.js";
import type { FollowUpMeeting } from "./follow-up-meeting/follow-up-meeting.entity.js";
import { followUpsOfEnrolments } from "./follow-up-meeting/follow-up-meeting.repository.js";
import type { PackageEnrolment } from "./package-enrolment/package-enrolment.entity.js";
import { packageEnrolments } from "./package-enrolment/package-enrolment.repository.js";
import { ProjectActs } from "./project/project-acts.js";
import { ProjectLinkService } from "./project/project-link.service.js";
import type { Project } from "./project/project.entity.js";
import { projects, projectsOfEnterprises } from "./project/project.repository.js";
import { ProjectService } from "./project/project.service.js";
import type { RestartEnrolment } from "./restart-enrolment/restart-enrolment.entity.js";
import { restartEnrolments } from "./restart-enrolment/restart-enrolment.repository.js";
import type { TestPhase } from "./test-phase/test-phase.entity.js";
import { testPhases, testPhasesOfProjects } from "./test-phase/test-phase.repository.js";

/** What coaching's resolvers work with. */
export interface CoachingServices {
  readonly coachingDossiers: RowReader<CoachingDossier>;
  readonly coachingSessions: RowReader<CoachingSession>;
  readonly packageEnrolments: RowReader<PackageEnrolment>;
  readonly projects: RowReader<Project>;
  readonly testPhases: RowReader<TestPhase>;
  readonly difficultyCases: RowReader<DifficultyCase>;
  readonly restartEnrolments: RowReader<RestartEnrolment>;
  /** Pages of sessions by dossier. */
  readonly dossierSessions: PageLoaders<CoachingSession>;
  /** Pages of follow-ups by enrolment. */
  readonly followUps: PageLoaders<FollowUpMeeting>;
  readonly coached: CoachedHolders;
  readonly projectActs: ProjectService;
  readonly projectLinks: ProjectLinkService;
  /** Pages of projects by the enterprise that they became. */
  readonly enterpriseProjects: PageLoaders<Project>;
  /** Pages of dossiers by project. */
  readonly projectDossiers: PageLoaders<CoachingDossier>;
  /** Pages of tests by project. */
  readonly projectTestPhases: PageLoaders<TestPhase>;
}

/** The context of coaching's resolvers. */
export type CoachingContext = Context<CoachingServices>;

/** Wires coaching's services for one request. */
export function coachingServices(scope: ServiceScope): CoachingServices {
  const projectReader = new RowReader(projects, scope);
  const acts = new ProjectActs(scope, projectReader);
  return {
    coachingDossiers: new RowReader(coachingDossiers, scope),
    coachingSessions: new RowReader(coachingSessions, scope),
    packageEnrolments: new RowReader(packageEnrolments, scope),
    projects: projectReader,
    testPhases: new RowReader(testPhases, scope),
    difficultyCases: new RowReader(difficultyCases, scope),
    restartEnrolments: new RowReader(restartEnrolments, scope),
    dossierSessions: sessionsOfDossiers(scope),
    followUps: followUpsOfEnrolments(scope),
    coached: new CoachedHolders(scope),
    projectActs: new ProjectService(acts),
    projectLinks: new ProjectLinkService(acts),
    enterpriseProjects: projectsOfEnterprises(scope),
    projectDossiers: dossiersOfProjects(scope),
    projectTestPhases: testPhasesOfProjects(scope),
  };
}
