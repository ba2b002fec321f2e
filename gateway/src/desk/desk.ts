/**
 * The single desk: the thin subgraph inside the gateway for what concerns several owners at once (design 7). It has no database and keeps
 * nothing; it asks the owners in the name of who asks it, and reports what each answered.
 */
import type { SchemaSource } from "@parcours/shared/graphql/build-schema";
import type { DeskServices } from "./desk-context.js";
import { DocumentsResolver } from "./documents/documents.resolver.js";
import { DeskEntrepreneur } from "./entrepreneur.stub.js";
import { ErasureResolver } from "./erasure/erasure.resolver.js";
import { DossierExportResolver } from "./export/dossier-export.resolver.js";
import { IntakeResolver } from "./intake/intake.resolver.js";
import { SubmissionResolver } from "./intake/submission.resolver.js";
import { FlaggedLookupResolver, LookupResolver } from "./lookups/lookup.resolver.js";

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
  ],
  types: [DeskEntrepreneur],
  references: { Entrepreneur: (_, { id = "" }) => ({ id }) },
};
