/**
 * The single desk: the thin subgraph inside the gateway for what concerns several owners at once (design 7). It has no database and keeps
 * nothing; it asks the owners in the name of who asks it, and reports what each answered.
 */
import type { SchemaSource } from "@parcours/shared/graphql/build-schema";
import {
  DisputeResolver,
  EnterpriseDisputeResolver,
  EntrepreneurDisputeResolver,
  ProjectDisputeResolver,
} from "./correction/dispute.resolver.js";
import { FactHistoryResolver } from "./correction/history.resolver.js";
import type { DeskServices } from "./desk-context.js";
import { DocumentsResolver } from "./documents/documents.resolver.js";
import { DeskEnterprise } from "./enterprise.stub.js";
import { DeskEntrepreneur } from "./entrepreneur.stub.js";
import { ErasureResolver } from "./erasure/erasure.resolver.js";
import { DossierExportResolver } from "./export/dossier-export.resolver.js";
import { IntakeResolver } from "./intake/intake.resolver.js";
import { SubmissionResolver } from "./intake/submission.resolver.js";
import { FlaggedLookupResolver, LookupResolver } from "./lookups/lookup.resolver.js";
import { DeskProject } from "./project.stub.js";

/** Its schema. */
export const desk: SchemaSource<DeskServices> = {
  resolvers: [
    LookupResolver,
    FlaggedLookupResolver,
    ErasureResolver,
    DossierExportResolver,
    DocumentsResolver,
    IntakeResolver,
    SubmissionResolver,
    DisputeResolver,
    EntrepreneurDisputeResolver,
    EnterpriseDisputeResolver,
    ProjectDisputeResolver,
    FactHistoryResolver,
  ],
  types: [DeskEntrepreneur, DeskEnterprise, DeskProject],
  references: {
    Entrepreneur: (_, { id = "" }) => ({ id }),
    Enterprise: (_, { number = "" }) => ({ number }),
    Project: (_, { id = "" }) => ({ id }),
  },
};
