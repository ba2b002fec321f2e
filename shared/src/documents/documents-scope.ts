/** With what the addresses of documents work for one request. */
import type { LogTarget } from "../access-log/request-log.js";
import type { ServiceScope } from "../server/context.js";
import type { SubgraphDefinition } from "../subgraph.js";
import type { ScannerPlace } from "./document-scanner.js";
import type { DocumentStore } from "./document-store.js";
import type { UploadTickets } from "./upload-ticket.js";

/** What a process has to keep documents with. */
export interface DocumentKeeping {
  readonly store: DocumentStore;
  /** Folder in which bytes wait until they are whole. */
  readonly uploads: string;
  readonly tickets: UploadTickets;
  /** Who looks for malware before bytes are kept; null where nobody does. */
  readonly scanner: ScannerPlace | null;
}

/** The same for one request. */
export interface DocumentsScope extends ServiceScope, DocumentKeeping {
  readonly definition: Pick<SubgraphDefinition, "manifest" | "name">;
  readonly target: LogTarget;
}
