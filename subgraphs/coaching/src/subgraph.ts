import { defineSubgraph } from "@parcours/shared/subgraph";
import { CoachingDossier } from "./coaching-dossier/coaching-dossier.entity.js";
import { CoachingDossierQueries, CoachingDossierResolver } from "./coaching-dossier/coaching-dossier.resolver.js";
import { CoachingSession } from "./coaching-session/coaching-session.entity.js";
import { CoachingSessionResolver } from "./coaching-session/coaching-session.resolver.js";
import { DifficultyCase } from "./difficulty-case/difficulty-case.entity.js";
import { DifficultyCaseResolver } from "./difficulty-case/difficulty-case.resolver.js";
import { EnterpriseCoachingResolver, EnterpriseResolver } from "./enterprise/enterprise.resolver.js";
import { EnterpriseStub } from "./enterprise/enterprise.stub.js";
import { EntrepreneurCoachingResolver } from "./entrepreneur/entrepreneur-coaching.resolver.js";
import { EntrepreneurResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { EntrepreneurStub } from "./entrepreneur/entrepreneur.stub.js";
import { FollowUpMeeting } from "./follow-up-meeting/follow-up-meeting.entity.js";
import { FollowUpMeetingResolver } from "./follow-up-meeting/follow-up-meeting.resolver.js";
import { forms } from "./intake/forms.js";
import { manifest } from "./manifest.js";
import { createCoachingDossier } from "./migrations/0010-create-coaching-dossier.js";
import { createProject } from "./migrations/0011-create-project.js";
import { createCoachingSession } from "./migrations/0012-create-coaching-session.js";
import { createPackageEnrolment } from "./migrations/0013-create-package-enrolment.js";
import { createTestPhase } from "./migrations/0014-create-test-phase.js";
import { createDifficultyCase } from "./migrations/0015-create-difficulty-case.js";
import { keepProjects } from "./migrations/0020-keep-projects.js";
import { tellLinksOfProjects } from "./migrations/0030-tell-links-of-projects.js";
import { PackageEnrolment } from "./package-enrolment/package-enrolment.entity.js";
import { PackageEnrolmentQueries, PackageEnrolmentResolver } from "./package-enrolment/package-enrolment.resolver.js";
import { Project } from "./project/project.entity.js";
import { facts } from "./project/project.facts.js";
import { ProjectResolver } from "./project/project.resolver.js";
import { RestartEnrolment } from "./restart-enrolment/restart-enrolment.entity.js";
import { RestartEnrolmentResolver } from "./restart-enrolment/restart-enrolment.resolver.js";
import { retention } from "./retention.js";
import { coachingServices, type CoachingServices } from "./services.js";
import { TestPhase } from "./test-phase/test-phase.entity.js";
import { TestPhaseResolver } from "./test-phase/test-phase.resolver.js";

/** The coaching pole: its things, its schema, its wiring. */
export const definition = defineSubgraph<CoachingServices>({
  name: "coaching",
  manifest,
  entities: [
    CoachingDossier,
    CoachingSession,
    PackageEnrolment,
    FollowUpMeeting,
    Project,
    TestPhase,
    DifficultyCase,
    RestartEnrolment,
  ],
  migrations: [
    createCoachingDossier,
    createProject,
    createCoachingSession,
    createPackageEnrolment,
    createTestPhase,
    createDifficultyCase,
    keepProjects,
    tellLinksOfProjects,
  ],
  resolvers: [
    CoachingDossierQueries,
    CoachingDossierResolver,
    CoachingSessionResolver,
    PackageEnrolmentQueries,
    PackageEnrolmentResolver,
    FollowUpMeetingResolver,
    ProjectResolver,
    TestPhaseResolver,
    DifficultyCaseResolver,
    RestartEnrolmentResolver,
    EntrepreneurResolver,
    EntrepreneurCoachingResolver,
    EnterpriseResolver,
    EnterpriseCoachingResolver,
  ],
  types: [EntrepreneurStub, EnterpriseStub],
  references: {
    CoachingDossier: (services, key) => services.coachingDossiers.reference(key),
    CoachingSession: (services, key) => services.coachingSessions.reference(key),
    PackageEnrolment: (services, key) => services.packageEnrolments.reference(key),
    Project: (services, key) => services.projects.reference(key),
    TestPhase: (services, key) => services.testPhases.reference(key),
    DifficultyCase: (services, key) => services.difficultyCases.reference(key),
    RestartEnrolment: (services, key) => services.restartEnrolments.reference(key),
    Entrepreneur: (_, { id = "" }) => ({ id }),
    Enterprise: (_, { number = "" }) => ({ number }),
  },
  retention,
  forms,
  facts,
  services: coachingServices,
});
