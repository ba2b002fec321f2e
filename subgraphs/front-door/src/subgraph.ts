import { defineSubgraph } from "@parcours/shared/subgraph";
import { Agency } from "./agency/agency.entity.js";
import { writeAgencies } from "./agency/agency.repository.js";
import { AgencyResolver } from "./agency/agency.resolver.js";
import { AgencyType } from "./agency/agency.type.js";
import { BreakGlassReview } from "./break-glass/break-glass.entity.js";
import { BreakGlassResolver } from "./break-glass/break-glass.resolver.js";
import { CallerResolver } from "./caller/caller.resolver.js";
import { ContactPoint } from "./contact-point/contact-point.entity.js";
import { ContactPointResolver } from "./contact-point/contact-point.resolver.js";
import { pointerTarget } from "./directory/directory.target.js";
import { OtherEntryResolver } from "./directory/other-entry.resolver.js";
import { OtherEntry } from "./directory/other-entry.type.js";
import { partners } from "./directory/partners.generated.js";
import { stubSdl } from "./directory/stubs.js";
import {
  DocumentResolver,
  EnterpriseDocumentResolver,
  EntrepreneurDocumentResolver,
} from "./document/document.resolver.js";
import { DocumentEntry } from "./document/document.type.js";
import { enterpriseContactTarget } from "./enterprise-contact/enterprise-contact.target.js";
import { EnterpriseReference } from "./enterprise/enterprise.entity.js";
import { EnterpriseResolver } from "./enterprise/enterprise.resolver.js";
import { Entrepreneur } from "./entrepreneur/entrepreneur.entity.js";
import { EntrepreneurResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { facts } from "./facts/facts.js";
import { IdentityEvent } from "./identity/identity-event.entity.js";
import { IdentityMerge } from "./identity/identity-merge.entity.js";
import { IdentityResolver } from "./identity/identity.resolver.js";
import { MatchReview } from "./identity/match-review.entity.js";
import { MatchReviewResolver } from "./identity/match-review.resolver.js";
import { forms } from "./intake/forms.js";
import { Interaction } from "./interaction/interaction.entity.js";
import { InteractionResolver } from "./interaction/interaction.resolver.js";
import { Mandate } from "./mandate/mandate.entity.js";
import { MandateResolver } from "./mandate/mandate.resolver.js";
import { manifest } from "./manifest.js";
import { MatchSweepResolver } from "./match-sweep/match-sweep.resolver.js";
import { matchSweepJobs } from "./match-sweep/match-sweeper.js";
import { writeMissingKeys } from "./matching/person-key.repository.js";
import { createPersons } from "./migrations/0010-create-persons.js";
import { createEntries } from "./migrations/0011-create-entries.js";
import { createCatalogue } from "./migrations/0012-create-catalogue.js";
import { createDirectory } from "./migrations/0013-create-directory.js";
import { createActs } from "./migrations/0014-create-acts.js";
import { createMatching } from "./migrations/0015-create-matching.js";
import { createDocumentPointer } from "./migrations/0020-create-document-pointer.js";
import { findDocumentsOfProjects } from "./migrations/0040-find-documents-of-projects.js";
import { createMatchSweep } from "./migrations/0050-create-match-sweep.js";
import { versionMandates } from "./migrations/0051-version-mandates.js";
import { Objection } from "./objection/objection.entity.js";
import { ObjectionResolver } from "./objection/objection.resolver.js";
import { ProjectResolver } from "./project/project.resolver.js";
import { ProjectStub } from "./project/project.stub.js";
import { Referral } from "./referral/referral.entity.js";
import { ReferralResolver } from "./referral/referral.resolver.js";
import { RegistrationResolver } from "./registration/registration.resolver.js";
import { retention } from "./retention.js";
import { frontDoorServices, type FrontDoorServices } from "./services.js";
import { SharingGrant } from "./sharing-grant/sharing-grant.entity.js";
import { SharingGrantResolver } from "./sharing-grant/sharing-grant.resolver.js";
import { StaffMember } from "./staff-member/staff-member.entity.js";
import { catalogue } from "./support-service/catalogue/catalogue.js";
import { SupportService } from "./support-service/support-service.entity.js";
import { writeCatalogue } from "./support-service/support-service.repository.js";
import { SupportServiceResolver } from "./support-service/support-service.resolver.js";

/** The front door, 1819: persons, the directory, the catalogue. It is the spine: the graph's roots are here. */
export const definition = defineSubgraph<FrontDoorServices>({
  name: "front-door",
  manifest,
  entities: [
    Agency,
    BreakGlassReview,
    ContactPoint,
    Entrepreneur,
    IdentityEvent,
    IdentityMerge,
    Interaction,
    Mandate,
    MatchReview,
    Objection,
    Referral,
    SharingGrant,
    StaffMember,
    SupportService,
  ],
  migrations: [
    createPersons,
    createEntries,
    createCatalogue,
    createDirectory,
    createActs,
    createMatching,
    createDocumentPointer,
    findDocumentsOfProjects,
    createMatchSweep,
    versionMandates,
  ],
  resolvers: [
    AgencyResolver,
    BreakGlassResolver,
    CallerResolver,
    DocumentResolver,
    EnterpriseDocumentResolver,
    EnterpriseResolver,
    EntrepreneurDocumentResolver,
    EntrepreneurResolver,
    IdentityResolver,
    InteractionResolver,
    MandateResolver,
    MatchReviewResolver,
    MatchSweepResolver,
    ObjectionResolver,
    ContactPointResolver,
    OtherEntryResolver,
    ProjectResolver,
    ReferralResolver,
    RegistrationResolver,
    SharingGrantResolver,
    SupportServiceResolver,
  ],
  types: [AgencyType, DocumentEntry, EnterpriseReference, Entrepreneur, Interaction, OtherEntry, ProjectStub, Referral],
  references: {
    Agency: (_, { code = "" }) => ({ code }),
    Document: (services, key) => services.documents.reference(key),
    Enterprise: (_, { number = "" }) => ({ number }),
    Entrepreneur: (services, key) => services.entrepreneurs.reference(key),
    Interaction: (services, key) => services.interactions.reference(key),
    Project: (_, { id = "" }) => ({ id }),
    Referral: (services, key) => services.referrals.reference(key),
  },
  appendedSdl: stubSdl(partners, "front-door"),
  feedTargets: [pointerTarget, enterpriseContactTarget],
  jobs: matchSweepJobs,
  async referenceData(queries) {
    await writeAgencies(queries, partners);
    await writeCatalogue(queries, catalogue);
    await writeMissingKeys(queries);
  },
  retention,
  forms,
  facts,
  services: frontDoorServices,
});
