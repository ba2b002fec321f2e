/** Where the documents of the subgraph are that a verb backs up or puts back, and what is to be said of them. */
import { asStorePlace, openDocumentStore } from "@parcours/shared/documents/document-store";
import { CommandFailed } from "../command-failed.js";
import { documentStoreVariable } from "../document-places.js";
import type { DataTarget } from "../supervisor/data-work.js";
import type { DocumentsPlace } from "./document-backup.js";

/** How many ids are named at the most: a place that is gone would name all. */
const mostNamed = 20;

/** Opens the store of a target. @throws CommandFailed where nobody says where it is */
export async function openPlace({
  name,
  ownerUrl,
  documentStore,
}: DataTarget): Promise<DocumentsPlace & { readonly isBucket: boolean }> {
  if (documentStore === undefined)
    throw new CommandFailed(
      `Set ${documentStoreVariable(name)} to what ${name} is told as DOCUMENT_STORE: its documents belong to its database.`,
      2,
    );
  const place = asStorePlace(documentStore);
  return { ownerUrl, store: await openDocumentStore(place), isBucket: place.kind === "BUCKET" };
}

/** What the owner of a bucket has to see to. */
export function bucketNote(name: string): string {
  return `The documents of ${name} are in a bucket and are not copied: the bucket's own versioning must keep what is removed for as long as this backup is kept. After a restore, \`pnpm restore\` names every document whose bytes are not there.`;
}

/** What is said where bytes are not there. */
export function lostNote(lost: readonly string[]): string {
  const named = lost.slice(0, mostNamed).join(", ");
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : "";
  return `The bytes of ${lost.length} documents are not there, or are not what their rows say: ${named}${more}. All else is done. In a bucket, bring back the versions that were removed, and run the verb again.`;
}
