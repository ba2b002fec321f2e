/** Where a process keeps documents: its settings, and what it keeps them with. */
import { asText } from "../config.js";
import type { Database } from "../database.js";
import { asScannerPlace, type ScannerPlace } from "./document-scanner.js";
import { asStorePlace, asStoreSetting, openDocumentStore } from "./document-store.js";
import { DocumentSweeper } from "./document-sweeper.js";
import type { DocumentKeeping } from "./documents-scope.js";
import { UploadEndpoint } from "./upload-endpoint.js";
import { UploadTickets } from "./upload-ticket.js";

/** How documents are kept, who takes their bytes in, and who sweeps. */
export interface KeptDocuments {
  readonly keeping: DocumentKeeping;
  readonly uploads: UploadEndpoint;
  readonly sweeper: DocumentSweeper;
}

/** The settings. @param name the subgraph's */
export function documentSettings(name: string) {
  return {
    documentStore: {
      variable: "DOCUMENT_STORE",
      purpose:
        "where documents are kept: a folder, or `s3://bucket/prefix?endpoint=https://…&region=…` with the usual AWS variables",
      fallback: `.parcours/documents/${name}/held`,
      parse: asStoreSetting,
    },
    documentUploads: {
      variable: "DOCUMENT_UPLOADS",
      purpose:
        "folder in which the bytes of a document wait until they are whole and verified; copies of one subgraph share it, or an upload that changes copies begins again",
      fallback: `.parcours/documents/${name}/uploads`,
      parse: asText,
    },
    documentScanner: {
      variable: "DOCUMENT_SCANNER",
      purpose:
        "clamd (ClamAV) that looks for malware before a document is kept, `tcp://host:3310`; its `StreamMaxLength` at least 26M. What it does not answer about is not accepted",
      fallback: null,
      parse: asScannerPlace,
    },
  } as const;
}

/** Opens what documents are kept with; nothing is swept yet. Errors: those of the file system. */
export async function keepDocuments(
  database: Database,
  settings: {
    readonly documentStore: string;
    readonly documentUploads: string;
    readonly documentScanner?: ScannerPlace | null;
    readonly tokenSecrets: readonly string[];
  },
): Promise<KeptDocuments> {
  const tickets = new UploadTickets(settings.tokenSecrets);
  const { documentUploads: uploads, documentScanner: scanner = null } = settings;
  const keeping = { store: await openDocumentStore(asStorePlace(settings.documentStore)), uploads, tickets, scanner };
  return {
    keeping,
    uploads: new UploadEndpoint(database, uploads, tickets),
    sweeper: new DocumentSweeper(database, keeping),
  };
}
