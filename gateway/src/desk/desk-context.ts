import type { RequestContext } from "@parcours/shared/server/context";
import type { DisputeService } from "./correction/dispute.service.js";
import type { FactHistoryService } from "./correction/history.service.js";
import type { DocumentsService } from "./documents/documents.service.js";
import type { ErasureService } from "./erasure/erasure.service.js";
import type { DossierExportService } from "./export/dossier-export.service.js";
import type { IntakeService } from "./intake/intake.service.js";
import type { SubmissionService } from "./intake/submission.service.js";
import type { LookupsService } from "./lookups/lookups.service.js";

/** What the desk's resolvers work with. */
export interface DeskServices {
  readonly lookups: LookupsService;
  readonly erasures: ErasureService;
  readonly dossierExports: DossierExportService;
  readonly documents: DocumentsService;
  readonly intakes: IntakeService;
  readonly submissions: SubmissionService;
  readonly disputes: DisputeService;
  readonly factHistories: FactHistoryService;
}

/** The context of the desk's resolvers. */
export interface DeskContext extends RequestContext {
  readonly services: DeskServices;
}
