import { defineSubgraph } from "@parcours/shared/subgraph";
import { CoachingDossier } from "./coaching-dossier/coaching-dossier.entity.js";
import { CoachingDossierResolver } from "./coaching-dossier/coaching-dossier.resolver.js";
import { EntrepreneurCoachingResolver, EntrepreneurResolver } from "./entrepreneur/entrepreneur.resolver.js";
import { EntrepreneurStub } from "./entrepreneur/entrepreneur.stub.js";
import { manifest } from "./manifest.js";
import { createCoachingDossier } from "./migrations/0010-create-coaching-dossier.js";
import { coachingServices, type CoachingServices } from "./services.js";

/** The coaching pole: its things, its schema, its wiring. */
export const definition = defineSubgraph<CoachingServices>({
  name: "coaching",
  manifest,
  entities: [CoachingDossier],
  migrations: [createCoachingDossier],
  resolvers: [CoachingDossierResolver, EntrepreneurResolver, EntrepreneurCoachingResolver],
  types: [EntrepreneurStub],
  references: {
    CoachingDossier: (services, key) => services.coachingDossiers.reference(key),
    Entrepreneur: (_, { id = "" }) => ({ id }),
  },
  services: coachingServices,
});
