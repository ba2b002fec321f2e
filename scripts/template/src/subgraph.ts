import { defineSubgraph } from "@parcours/shared/subgraph";
import { EnterpriseResolver, EnterpriseSampleAgencyResolver } from "./enterprise/enterprise.resolver.js";
import { EnterpriseStub } from "./enterprise/enterprise.stub.js";
import { EntrepreneurResolver, EntrepreneurSampleAgencyResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { EntrepreneurStub } from "./entrepreneur/entrepreneur.stub.js";
import { manifest } from "./manifest.js";
import { createSampleAgencyDossier } from "./migrations/0010-create-sample-agency-dossier.js";
import { retention } from "./retention.js";
import { SampleAgencyDossier } from "./sample-agency-dossier/sample-agency-dossier.entity.js";
import { SampleAgencyDossierResolver } from "./sample-agency-dossier/sample-agency-dossier.resolver.js";
import { sampleAgencyServices, type SampleAgencyServices } from "./services.js";

/** Sample agency: its things, its schema, its wiring. */
export const definition = defineSubgraph<SampleAgencyServices>({
  name: "sample-agency",
  manifest,
  entities: [SampleAgencyDossier],
  migrations: [createSampleAgencyDossier],
  resolvers: [
    SampleAgencyDossierResolver,
    EntrepreneurResolver,
    EntrepreneurSampleAgencyResolver,
    EnterpriseResolver,
    EnterpriseSampleAgencyResolver,
  ],
  types: [EntrepreneurStub, EnterpriseStub],
  references: {
    SampleAgencyDossier: (services, key) => services.dossiers.reference(key),
    Entrepreneur: (_, { id = "" }) => ({ id }),
    Enterprise: (_, { number = "" }) => ({ number }),
  },
  retention,
  services: sampleAgencyServices,
});
